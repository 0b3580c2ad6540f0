import { describe, expect, it } from "vitest";
import type { CellValue } from "../../src/model/cell.js";
import { fixDiff } from "../../src/reporters/fix-diff.js";
import { fixPretty } from "../../src/reporters/fix-pretty.js";
import type { CellChange, FixResult, FixRun } from "../../src/reporters/fix-report.js";
import { PLAIN } from "../../src/reporters/paint.js";
import { textWidth } from "../../src/reporters/printable.js";

const RUN: FixRun = {
  version: "1.0.0",
  asOf: "2026-03-31",
  paint: PLAIN,
  width: 80,
  terminal: true,
  write: false,
  summaryOf: (rule) => `What ${rule} finds`,
};
const SHEET = "Open POA&M Items";

function change(row: number, was: string, value: CellValue, more: Partial<CellChange> = {}): CellChange {
  const at = { sheet: SHEET, row, column: 13 };
  const reason = { rule: "a-rule", title: "put it right", safety: "safe", item: `V-${row}` } as const;
  return { at, was, value, heading: "Scheduled Completion Date", ...reason, ...more };
}

function result(more: Partial<FixResult>): FixResult {
  return {
    path: "acme-poam.xlsx",
    template: "fedramp-rev5-v3.0",
    error: null,
    ...{ cells: [], moves: [], patches: [], left: [], unsafe: 0, notes: [] },
    ...{ extent: null, written: null, backup: null, redacted: false },
    ...more,
  };
}

const pretty = (more: Partial<FixResult>, run: Partial<FixRun> = {}) =>
  [...fixPretty.file(result(more), { ...RUN, ...run }, 0)].join("");
const firstCell = (was: string, value: CellValue, width = 80) =>
  pretty({ cells: [change(9, was, value)] }, { width })
    .split("\n\n")[0]!
    .split("\n")
    .slice(1);

describe("what a cell was and is", () => {
  const place = "  'Open POA&M Items'!M9  V-9";
  it.each<[string, CellValue, string]>([
    ["03/14/2026", { date: "2026-03-14" }, '"03/14/2026" → 2026-03-14 (date)'],
    ["2026-03-14", { date: "2026-03-14" }, '"2026-03-14" → 2026-03-14 (date)'],
    ["medium", "Moderate", '"medium" → "Moderate"'],
    ["N/A", null, '"N/A" → (blank)'],
    ["", "No", '(blank) → "No"'],
    ["12 ", 12, '"12␣" → 12 (number)'],
    ["yes", true, '"yes" → TRUE'],
    ["a \u00a0\tb\u200b", "a b", '"a <U+00A0>⇥b<U+200B>" → "a b"'],
    ["h1, h2", "h1\nh2", '"h1, h2" → "h1⏎h2"'],
    ["x\u001b[31m\u202ey", "xy", '"x[31m<U+202E>y" → "xy"'],
  ])("%j → %j", (was, value, shown) => expect(firstCell(was, value)).toEqual([`${place}  ${shown}`]));

  const prose = "The appliance accepts TLS 1.0 on the management interface, which every scanner reports.";
  it("stands on two lines where one is too short, from shortly before the first difference on", () => {
    const [lead, before, after] = firstCell(`${prose}  `, prose);
    expect([lead, textWidth(before!)]).toEqual([place, 80]);
    expect(before).toMatch(/^ {6}….*interface, which every scanner reports\. ␣"$/);
    expect(after).toBe(before!.replace("      ", "    → ").replace(' ␣"', '"'));
    expect(firstCell(`x${prose}`, prose)).toEqual([
      place,
      `      ${`"x${prose}`.slice(0, 73).trimEnd()}…`,
      `    → ${`"${prose}`.slice(0, 73).trimEnd()}…`,
    ]);
  });

  it("keeps to the width, however long the texts", () => {
    for (const width of [60, 80, 120]) {
      for (const [was, value] of [
        [prose + prose, `${prose}!${prose}`],
        [`${prose}漢字 ${prose}`, `${prose}漢字${prose}`],
        ["", prose.repeat(4)],
      ] as const) {
        for (const line of firstCell(was, value, width).slice(-3)) expect(textWidth(line)).toBeLessThanOrEqual(width);
      }
    }
  });
});

describe("the report of a file", () => {
  it("shows three of many, and where the others are", () => {
    const cells = [9, 10, 11, 12, 13, 14, 20].map((row) => change(row, "03/14/2026", { date: "2026-03-14" }));
    expect(pretty({ cells: cells.slice(0, 5) })).toContain("'Open POA&M Items'!M13");
    expect(pretty({ cells })).toBe(`a-rule: What a-rule finds (Scheduled Completion Date)
  'Open POA&M Items'!M9  V-9  "03/14/2026" → 2026-03-14 (date)
  'Open POA&M Items'!M10  V-10  "03/14/2026" → 2026-03-14 (date)
  'Open POA&M Items'!M11  V-11  "03/14/2026" → 2026-03-14 (date)
  and 4 more like it: M12–M14, M20

acme-poam.xlsx: nothing to fix
`);
  });

  it("puts apart what other rules, columns and sheets have", () => {
    const cells = [
      change(9, "a", "b"),
      change(9, "a", "b", { at: { sheet: SHEET, row: 9, column: 14 }, heading: "Status" }),
      change(10, "a", "b", { rule: "b-rule", safety: "unsafe", item: null, heading: undefined }),
      change(11, "a", "b"),
    ];
    expect(pretty({ cells })).toBe(`a-rule: What a-rule finds (Scheduled Completion Date)
  'Open POA&M Items'!M9  V-9  "a" → "b"
  'Open POA&M Items'!M11  V-11  "a" → "b"

a-rule: What a-rule finds (Status)
  'Open POA&M Items'!N9  V-9  "a" → "b"

b-rule [unsafe]: What b-rule finds
  'Open POA&M Items'!M10  "a" → "b"

acme-poam.xlsx: nothing to fix
`);
  });

  it("names an item's old and new row", () => {
    const move = { rule: "a-rule", title: "move it", safety: "unsafe", item: "V-31", sheet: SHEET, row: 12 } as const;
    const moves = [
      { ...move, to: "closed", place: { sheet: "Closed POA&M Items", row: 7 } } as const,
      { ...move, row: 14, item: "V-33", to: "closed", place: undefined } as const,
    ];
    expect(pretty({ moves, extent: { cells: 58, parts: 29, changedParts: 3 } })).toBe(
      `a-rule [unsafe]: What a-rule finds
  'Open POA&M Items' row 12  V-31 → 'Closed POA&M Items' row 7
  'Open POA&M Items' row 14  V-33 → the closed items

acme-poam.xlsx: 58 cells would change in 3 parts; 26 of 29 stay byte-identical
2 items would move · to write it, add --write
`,
    );
  });

  it.each<[Partial<FixResult>, boolean, string]>([
    [
      { extent: { cells: 14, parts: 29, changedParts: 2 }, written: "acme-poam.xlsx" },
      true,
      "acme-poam.xlsx: 14 cells changed in 2 parts; 27 of 29 parts byte-identical",
    ],
    [
      { extent: { cells: 1, parts: 29, changedParts: 1 }, unsafe: 3 },
      false,
      "acme-poam.xlsx: 1 cell would change in 1 part; 28 of 29 stay byte-identical · 3 more with --unsafe · to write it, add --write",
    ],
    [
      { extent: { cells: 4_878, parts: 29, changedParts: 1 }, written: "b.xlsx" },
      true,
      "acme-poam.xlsx: 4,878 cells changed in 1 part; 28 of 29 parts byte-identical · written to b.xlsx",
    ],
  ])("closes with what it took: %o", (more, write, line) => {
    expect(pretty(more, { write, terminal: false })).toBe(`${line}\n`);
  });

  it("says what was left alone, and why", () => {
    const one = (row: number, why: string) => ({
      at: { sheet: SHEET, row, column: 13 },
      rule: "a-rule",
      item: `V-${row}`,
      why,
    });
    const locked = "the cell is locked, as the sheet is protected without a password that poam could be given";
    const left = [one(9, "it holds an array formula"), ...[10, 11, 12, 13, 14, 15].map((row) => one(row, locked))];
    expect(pretty({ left })).toBe(`Left as they are:
  'Open POA&M Items'!M9  a-rule: it holds an array formula
  'Open POA&M Items'!M10  a-rule: the cell is locked, as the sheet is protected
                          without a password that poam could be given
  'Open POA&M Items'!M11  a-rule: the cell is locked, as the sheet is protected
                          without a password that poam could be given
  'Open POA&M Items'!M12  a-rule: the cell is locked, as the sheet is protected
                          without a password that poam could be given
  and 3 more like it: M13–M15

acme-poam.xlsx: nothing else to fix
`);
  });
});

it("a diff holds one line for each text, whatever is in it", () => {
  const patches = [
    change(9, "a\nb\tc\\d", "x\r\n\u001b[31m\u202e\u00a0y"),
    change(10, "", 4.5),
    change(11, "yes", true, { item: null }),
    change(12, "N/A", null),
  ];
  expect([...fixDiff.file(result({ patches, written: "b.xlsx" }), RUN, 0)].join("")).toBe(`--- acme-poam.xlsx
+++ b.xlsx
@@ 'Open POA&M Items'!M9 @@ V-9 a-rule
-a\\nb\\tc\\\\d
+x\\r\\n\\u001b[31m\\u202e\u00a0y
@@ 'Open POA&M Items'!M10 @@ V-10 a-rule
+4.5 (number)
@@ 'Open POA&M Items'!M11 @@ a-rule
-yes
+TRUE (boolean)
@@ 'Open POA&M Items'!M12 @@ V-12 a-rule
-N/A
`);
});
