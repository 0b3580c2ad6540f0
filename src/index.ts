/**
 * The library: bytes to sheets, sheets to a POA&M, and what can be asked of one. All of it is pure: files, clock and colours
 * are the caller's. The forms that come with poam are `poam/templates/<id>`.
 */
export { diff } from "./diff.js";
export { type FixChoice, type Fixed, type FixSteps, fixWorkbook } from "./fix.js";
export { type LintOptions, lint } from "./lint.js";
export type { Cell, CellPatch, CellRef, CellValue } from "./model/cell.js";
export { reference } from "./model/cell.js";
export type { Finding, Fix, Severity } from "./model/finding.js";
export type { PoamItem } from "./model/item.js";
export type { ItemStatus } from "./model/item-status.js";
export type { Poam, Register } from "./model/poam.js";
export type { PoamDiff } from "./model/poam-diff.js";
export type { PoamScore } from "./model/poam-score.js";
export type { Report } from "./model/report.js";
export type { Template } from "./model/template.js";
export { UserError } from "./model/user-error.js";
export type { Sheet, Workbook } from "./model/workbook.js";
export { planMoves } from "./move.js";
export { openFile as openWorkbook } from "./open-file.js";
export { PACKS } from "./packs/index.js";
export type { Pack } from "./packs/pack.js";
export { type DatedPoam, type ReportOptions, reportOf } from "./report.js";
export { RULES } from "./rules/index.js";
export type { Rule } from "./rules/rule.js";
export { score } from "./score.js";
export { type StatusOptions, statusOf } from "./status.js";
export { type FormChoice, readPoam } from "./template/read.js";
export { parseTemplate } from "./template/schema.js";
export { readAnchors } from "./workbook/anchors.js";
export { applyPatches } from "./workbook/patch.js";
export { applyCsvPatches } from "./workbook/patch-csv.js";
export type { Patched, Refusal } from "./workbook/patched.js";
