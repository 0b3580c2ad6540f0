import type { CellRef } from "../../src/model/cell.js";
import type { Finding } from "../../src/model/finding.js";
import type { Poam, RegisterColumn } from "../../src/model/poam.js";
import type { Template } from "../../src/model/template.js";
import { PLAIN } from "../../src/reporters/paint.js";
import type { FileResult, LintRun, Reporter, Summary } from "../../src/reporters/report.js";
import { shownPoam } from "../../src/reporters/shown-poam.js";
import { type MadeCell, memoryWorkbook } from "../memory-workbook.js";

export const OPEN = "Open POA&M Items";

/** A row of the open sheet: id in B, detected in L, due in M. */
export function row(id: MadeCell, detected?: MadeCell, due?: MadeCell): MadeCell[] {
  return [undefined, id, ...Array<undefined>(9), detected, due];
}

/** A POA&M with headings in row 5 of its open sheet and in row 2 of its closed one. */
export function acme(rows: Readonly<Record<number, readonly MadeCell[]>>, closed: typeof rows = {}): Poam {
  const headings = row("POAM ID", "Original Detection Date", "Scheduled Completion Date");
  const register = (sheet: string, state: "open" | "closed", headingRow: number) => ({
    ...{ sheet, state, headingRow, layout: undefined },
    columns: [column(2, "POAM ID", "id"), column(12, "Original Detection Date", "detectedOn")],
  });
  return {
    workbook: memoryWorkbook({ [OPEN]: { 5: headings, ...rows }, Closed: { 2: headings, ...closed } }),
    template: { id: "fedramp-rev5-v3.0", title: "FedRAMP" } as Template,
    registers: [register(OPEN, "open", 5), register("Closed", "closed", 2)],
    header: [],
    differences: [],
    oddRows: [],
    counts: { total: 142, open: 120, closed: 22, configuration: 0 },
    submittedOn: undefined,
    items: () => [],
    documentation: () => [],
  };
}

/** A place on the open sheet, unless another is named. */
export function at(row: number, column: number, sheet = OPEN): CellRef {
  return { sheet, row, column };
}

export function finding(given: Partial<Finding> & Pick<Finding, "rule" | "message" | "at">): Finding {
  return {
    severity: "error",
    help: undefined,
    cites: [],
    item: "V-2026-031",
    field: undefined,
    related: [],
    fix: undefined,
    fingerprint: "0123456789abcdef",
    ...given,
  };
}

/** The finding that the promise of the command line shows. */
export const DUE_BEFORE_DETECTED = finding({
  rule: "due-before-detected",
  message: "due 2026-02-01, but detected later, on 2026-03-14",
  at: at(12, 13),
  field: "scheduledCompletion",
  related: [{ at: at(12, 12), label: "detected" }],
  help: "correct whichever date is wrong",
  cites: ["FedRAMP POA&M Template Completion Guide 2.2, Table 2, column L"],
});

export const RUN: LintRun = {
  version: "1.2.3",
  asOf: "2026-11-22",
  folder: "/home/me",
  paint: PLAIN,
  width: 80,
  quiet: false,
  failOn: "error",
  rules: [],
};

export const CLEAN: Summary = {
  files: 1,
  path: "acme-poam.xlsx",
  unreadable: 0,
  errors: 0,
  warnings: 0,
  infos: 0,
  items: { total: 142, open: 120, closed: 22, configuration: 0 },
  fixable: 0,
  fixableFiles: [],
  suppressed: 0,
  packs: ["fedramp-rev5"],
};

export function result(poam: Poam | undefined, findings: readonly Finding[], path = "acme-poam.xlsx"): FileResult {
  return { path, poam: poam && shownPoam(poam), packs: ["fedramp-rev5"], error: null, rules: [], findings };
}

/** What a reporter prints of these files. */
export function printed(
  reporter: Reporter<string | Buffer>,
  results: readonly FileResult[],
  summary = CLEAN,
  run = RUN,
): string {
  const begun = reporter.begin(run);
  const files = results.flatMap((one, index) => [...reporter.file(one, run, index)]);
  return begun + files.join("") + reporter.end(summary, run);
}

function column(number: number, heading: string, field: RegisterColumn["field"]): RegisterColumn {
  return {
    ...{ column: number, heading, field, required: false },
    ...{ list: undefined, separator: undefined, notation: "any" },
  };
}
