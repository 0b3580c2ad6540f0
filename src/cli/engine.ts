import type { FixChoice, Fixed, FixSteps } from "../fix.js";
import type { LintOptions } from "../lint.js";
import type { CellPatch } from "../model/cell.js";
import type { Finding } from "../model/finding.js";
import type { Poam } from "../model/poam.js";
import type { Template } from "../model/template.js";
import type { CellNote, Workbook } from "../model/workbook.js";
import type { Pack } from "../packs/pack.js";
import type { Rule } from "../rules/rule.js";
import type { FormChoice } from "../template/choose.js";
import type { Candidate } from "../template/detect.js";
import type { Patched } from "../workbook/patched.js";

/** What the commands stand on; each part is loaded when it is asked for, so that a command pays for what it uses. */
export interface Engine {
  readonly rules: () => Promise<readonly Rule[]>;
  readonly packs: () => Promise<readonly Pack[]>;
  readonly templates: () => Promise<readonly Template[]>;
  readonly openWorkbook: (bytes: Buffer, name: string) => Promise<Workbook>;
  /** Of a file that `openWorkbook` reads. */
  readonly readNotes: (bytes: Buffer, name: string) => Promise<readonly CellNote[]>;
  readonly readPoam: (workbook: Workbook, templates: readonly Template[], choice: FormChoice) => Promise<Poam>;
  readonly detect: (workbook: Workbook, templates: readonly Template[]) => Promise<readonly Candidate[]>;
  readonly lint: (poam: Poam, options: LintOptions) => Promise<Finding[]>;
  readonly fix: (bytes: Buffer, steps: FixSteps, choice: FixChoice) => Promise<Fixed>;
  readonly applyPatches: (bytes: Buffer, patches: readonly CellPatch[], file: string) => Promise<Patched>;
  /** `file` is the base name, for messages. */
  readonly planMoves: (
    ...args: [...Parameters<FixSteps["planMoves"]>, file: string]
  ) => ReturnType<FixSteps["planMoves"]>;
}

export const ENGINE: Engine = {
  rules: async () => (await import("../rules/index.js")).RULES,
  packs: async () => (await import("../packs/index.js")).PACKS,
  templates: async () => (await import("./templates.js")).builtInTemplates(),
  openWorkbook: async (bytes, name) => {
    const workbook = await (await import("../open-file.js")).openFile(bytes, name);
    (await import("../workbook/own-report.js")).refuseOwnReport(bytes, name);
    return workbook;
  },
  readNotes: async (bytes, name) => (await import("../workbook/read-notes.js")).readNotes(bytes, name),
  readPoam: async (workbook, templates, choice) =>
    (await import("../template/read.js")).readPoam(workbook, templates, choice),
  detect: async (workbook, templates) => (await import("../template/detect.js")).detect(workbook, templates),
  lint: async (poam, options) => (await import("../lint.js")).lint(poam, options),
  fix: async (bytes, steps, choice) => (await import("../fix.js")).fixWorkbook(bytes, steps, choice),
  applyPatches: async (bytes, patches, file) => {
    const { isZip } = await import("../workbook/open.js");
    if (isZip(bytes)) return (await import("../workbook/patch.js")).applyPatches(bytes, patches, file);
    return (await import("../workbook/patch-csv.js")).applyCsvPatches(bytes, patches, file);
  },
  planMoves: async (poam, moves, bytes, file) => {
    const { NO_ANCHORS, readAnchors } = await import("../workbook/anchors.js");
    const anchors = poam.workbook.format === "csv" ? NO_ANCHORS : await readAnchors(bytes, file);
    return (await import("../move.js")).planMoves(poam, moves, anchors);
  },
};
