/**
 * The library: bytes to sheets, sheets to a POA&M, and what can be asked of one. All of it is pure: files, clock and colours
 * are the caller's. The forms that come with poam are `poam/templates/<id>`.
 */
export { type ConversionSource, type Gathered, gather, type LaidOut, layOutItems } from "./convert.js";
export { diff } from "./diff.js";
export { fillWorkbook } from "./fill-workbook.js";
export { type FixChoice, type Fixed, type FixSteps, fixWorkbook } from "./fix.js";
export { type LintOptions, lint } from "./lint.js";
export type { Carried, CarriedItem } from "./model/carried-item.js";
export type { Cell, CellPatch, CellRef, CellValue } from "./model/cell.js";
export { reference } from "./model/cell.js";
export type { Finding, Fix, Severity } from "./model/finding.js";
export type { PoamItem } from "./model/item.js";
export type { ItemStatus } from "./model/item-status.js";
export type { LossReport } from "./model/losses.js";
export type { ItemSheet, Placed } from "./model/placed.js";
export type { Poam, Register } from "./model/poam.js";
export type { PoamDiff } from "./model/poam-diff.js";
export type { PoamScore } from "./model/poam-score.js";
export type { Report } from "./model/report.js";
export type { Template } from "./model/template.js";
export { UserError } from "./model/user-error.js";
export type { Sheet, Workbook } from "./model/workbook.js";
export { planMoves } from "./move.js";
export { openFile as openWorkbook } from "./open-file.js";
export { oscalPoam } from "./oscal/write.js";
export { PACKS } from "./packs/index.js";
export type { Pack } from "./packs/pack.js";
export { type DatedPoam, type ReportOptions, reportOf } from "./report.js";
export { sheetsOf } from "./rows/item-sheets.js";
export { RULES } from "./rules/index.js";
export type { Rule } from "./rules/rule.js";
export { score } from "./score.js";
export { type StatusOptions, statusOf } from "./status.js";
export { csvSheet } from "./template/csv-sheet.js";
export { layOut } from "./template/lay-out.js";
export { type FormChoice, readPoam } from "./template/read.js";
export { parseTemplate } from "./template/schema.js";
export type { VerSettings } from "./ver/activity.js";
export { type VerReports, verReports } from "./ver/reports.js";
export { readAnchors } from "./workbook/anchors.js";
export { csvText } from "./workbook/items-csv.js";
export { itemsJson } from "./workbook/items-json.js";
export { newWorkbook } from "./workbook/new-workbook.js";
export { applyPatches } from "./workbook/patch.js";
export { applyCsvPatches } from "./workbook/patch-csv.js";
export type { Patched, Refusal } from "./workbook/patched.js";
