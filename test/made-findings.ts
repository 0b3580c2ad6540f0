import type { CellRef } from "../src/model/cell.js";
import type { Finding } from "../src/model/finding.js";
import type { Poam, RegisterColumn } from "../src/model/poam.js";
import { html } from "../src/reporters/html.js";
import { redacted } from "../src/reporters/redact.js";
import type { FileResult } from "../src/reporters/report.js";
import { memoryWorkbook } from "./memory-workbook.js";
import { acme, CLEAN, DUE_BEFORE_DETECTED, finding, OPEN, printed, result } from "./reporters/acme.js";

/** A row of the made sheets: id in B, weakness in D, contact in H, detected in L, due in M. */
function line(id: string, weakness: string, owner: string, detected = "", due = ""): (string | undefined)[] {
  return [undefined, id, undefined, weakness, ...Array<undefined>(3), owner, ...Array<undefined>(3), detected, due];
}

const HEADINGS = line("POAM ID", "Weakness Name", "Point of Contact", "Detected", "Due");
const COLUMNS: readonly (readonly [number, RegisterColumn["field"]])[] = [
  [2, "id"],
  [4, "weakness"],
  [8, "pointOfContact"],
  [12, "detectedOn"],
  [13, "scheduledCompletion"],
];

type Rows = Readonly<Record<number, readonly (string | undefined)[]>>;

/** A POA&M with these rows; its headings are in row 5, and in row 2 of the closed sheet. */
export function made(rows: Rows, closed: Rows = {}, sheet = OPEN, headings = HEADINGS): Poam {
  const columns = COLUMNS.map(([column, field]) => {
    return { ...acme({}).registers[0]!.columns[0]!, column, field, heading: headings[column - 1]! };
  });
  return {
    ...acme({}),
    workbook: memoryWorkbook({ [sheet]: { 5: headings, ...rows }, Closed: { 2: headings, ...closed } }),
    registers: [
      { sheet, state: "open", headingRow: 5, layout: undefined, columns },
      { sheet: "Closed", state: "closed", headingRow: 2, layout: undefined, columns },
    ],
  };
}

const at = (row: number, column: number, sheet = OPEN): CellRef => ({ sheet, row, column });

const POAM = made(
  {
    1: ["Plan of Action and Milestones"],
    12: line("V-1", "Old TLS", "Ann Able, ann@example.com", "2026-03-14", "2026-02-01"),
    13: line("V-2", "Weak cipher", "Bob Best", "2026-03-14"),
    14: line("V-3", "No owner", "", "2026-03-14", "2026-03-01"),
    15: line("V-4", "Accepted", "Bob Best", "2026-03-14", "2026-03-02"),
  },
  { 3: line("V-9", "Gone", "Ann Able, ann@example.com") },
);

const EARLY = (row: number, item: string, more: Partial<Finding> = {}) =>
  finding({
    ...DUE_BEFORE_DETECTED,
    at: at(row, 13),
    item,
    related: [{ at: at(row, 12), label: "detected" }],
    ...more,
  });
const VAGUE = { rule: "vague", severity: "warning", message: "says little", help: "Say what is done." } as const;

/** Of each kind of place, severity and remark one, in the order of the sheets. */
const FINDINGS: readonly Finding[] = [
  finding({ rule: "outdated", severity: "warning", message: "an old form", at: at(1, 1), item: null }),
  finding({ rule: "heading-extra", severity: "info", message: 'no column "Ticket"', at: at(5, 14), item: null }),
  EARLY(12, "V-1"),
  finding({ ...VAGUE, at: at(12, 4), item: "V-1" }),
  finding({ ...VAGUE, at: at(13, 4), item: "V-2", help: "Name the cipher." }),
  EARLY(14, "V-3"),
  EARLY(15, "V-4", { suppressed: { reason: "the AO agreed", until: "2026-12-31" } }),
  finding({
    ...{ rule: "id-again", message: "V-9 is used twice", at: at(3, 2, "Closed"), item: "V-9" },
    related: [{ at: at(12, 2), label: "first used here" }],
    fix: { title: "number it V-10", safety: "unsafe", patches: [] },
  }),
];

const SUMMARY = { ...CLEAN, errors: 3, warnings: 3, infos: 1, suppressed: 1 };
const UNREADABLE: FileResult = { ...result(undefined, []), path: "b.xlsx", error: "b.xlsx is empty." };

/** Fifteen hundred items with two findings each, and one of a rule that is found in the last alone. */
const MANY = Array.from({ length: 1_500 }, (_, index) => index + 6);
const MANY_FOUND = [
  ...MANY.flatMap((row) => [EARLY(row, `V-${row}`), finding({ ...VAGUE, at: at(row, 4), item: `V-${row}` })]),
  finding({ rule: "rare", message: "once", at: at(1_505, 2), item: "V-1505" }),
];

/** What strangers may write into cells, headings, names of sheets and files. */
export const HOSTILE = `</style></script><script>alert(1)</script>"><img src="http://elsewhere.test/x" onerror="alert(2)">' onclick='alert(3)\u0000\u202egnp`;

const hostile = made(
  { 12: line(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE), 13: line("V-2", HOSTILE, "Bob Best") },
  {},
  HOSTILE,
  line(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE),
);
const HOSTILE_FOUND = [12, 13].map((row) =>
  finding({
    ...{ rule: "vague", message: HOSTILE, at: at(row, 13, HOSTILE), item: HOSTILE },
    ...{ help: HOSTILE, cites: [HOSTILE], suppressed: { reason: HOSTILE } },
    related: [{ at: at(12, 12, HOSTILE), label: HOSTILE }],
    fix: { title: HOSTILE, safety: "safe", patches: [] },
  }),
);

const page = (...results: readonly FileResult[]) => printed(html(), results, SUMMARY);

/** Pages of findings as `poam lint -f html` makes them. */
export const MADE_PAGES = {
  findings: page(result(POAM, FINDINGS), UNREADABLE, result(POAM, [], "clean.xlsx")),
  redacted: page(redacted(result(POAM, FINDINGS), [])),
  many: page(result(made(Object.fromEntries(MANY.map((row) => [row, line(`V-${row}`, "Old", "Ann")]))), MANY_FOUND)),
  hostile: page(result(hostile, HOSTILE_FOUND, HOSTILE)),
};
