import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diff } from "../src/diff.js";
import { reference } from "../src/model/cell.js";
import type { Poam } from "../src/model/poam.js";
import type { PoamDiff } from "../src/model/poam-diff.js";
import type { Sheet } from "../src/model/workbook.js";
import type { ExampleRow, RuleExample } from "../src/rules/rule.js";
import { readPoam } from "../src/template/read.js";
import { openWorkbook } from "../src/workbook/open.js";
import { exampleWorkbook } from "./example-workbook.js";
import { TEMPLATES, templateNamed } from "./templates.js";

type Month = Pick<RuleExample, "rows" | "closed" | "configuration" | "header" | "extra" | "columns">;

/** The form of 2.1: open items from row 9 on, closed ones from row 6; detection in K, schedule in L, milestones in M. */
function month(example: Month, template = "fedramp-rev5-v2.1"): Poam {
  const workbook = exampleWorkbook({ template, ...example });
  return readPoam(workbook, TEMPLATES, { fileName: "m.xlsx", template: templateNamed(template) });
}

const OPENSSL: ExampleRow = {
  id: "V-1",
  weakness: "OpenSSL before 3.0.15",
  sourceIdentifier: "209149",
  assets: "web-01",
  detectedOn: "2026-01-12",
  scheduledCompletion: "2026-02-11",
  originalRating: "High",
  milestones: "(1) 2026-01-20: Test the patch\n\n(2) 2026-02-10: Roll it out",
};
const CIPHERS: ExampleRow = {
  id: "V-2",
  weakness: "Weak ciphers",
  sourceIdentifier: "70658",
  assets: "web-02",
  detectedOn: "2026-01-20",
  scheduledCompletion: "2026-07-19",
  originalRating: "Low",
};

/** What a difference says, without the cells that stay. */
function told({ added, closed, reopened, vanished, renumbered, changes, broken }: PoamDiff) {
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
  return {
    ...(added.length > 0 && { added: ids(added) }),
    ...(closed.length > 0 && { closed: ids(closed) }),
    ...(reopened.length > 0 && { reopened: ids(reopened) }),
    ...(vanished.length > 0 && { vanished: ids(vanished) }),
    ...(renumbered.length > 0 && { renumbered: renumbered.map(({ id, was }) => `${was.id} → ${id}`) }),
    ...(changes.length > 0 && {
      changes: changes.map(({ item, field, was, now }) => `${item} ${field}: ${was.text} → ${now.text}`),
    }),
    ...(broken.length > 0 && {
      broken: broken.map(({ invariant, item, message }) => `${invariant} ${item}: ${message}`),
    }),
  };
}

describe("what changed", () => {
  it.each<[string, Month, Month, object]>([
    ["nothing", { rows: [OPENSSL, CIPHERS] }, { rows: [OPENSSL, CIPHERS] }, {}],
    ["sorted rows are no change", { rows: [OPENSSL, CIPHERS] }, { rows: [CIPHERS, OPENSSL] }, {}],
    [
      "an id in other case",
      { rows: [OPENSSL] },
      { rows: [{ ...OPENSSL, id: "v-1" }] },
      { changes: ["v-1 id: V-1 → v-1"] },
    ],
    ["one more", { rows: [OPENSSL] }, { rows: [OPENSSL, CIPHERS] }, { added: ["V-2"] }],
    [
      "one closed, with its day and evidence",
      { rows: [OPENSSL, { ...CIPHERS, statusDate: "2026-02-01" }] },
      { rows: [OPENSSL], closed: [{ ...CIPHERS, statusDate: "2026-03-01", evidence: "scan of 2026-03-01" }] },
      {
        closed: ["V-2"],
        changes: ["V-2 statusDate: 2026-02-01 → 2026-03-01", "V-2 evidence:  → scan of 2026-03-01"],
      },
    ],
    ["one reopened", { rows: [], closed: [CIPHERS] }, { rows: [CIPHERS] }, { reopened: ["V-2"] }],
    ["a closed one may go", { rows: [OPENSSL], closed: [CIPHERS] }, { rows: [OPENSSL] }, { vanished: ["V-2"] }],
    [
      "one cell",
      { rows: [OPENSSL, CIPHERS] },
      { rows: [OPENSSL, { ...CIPHERS, assets: "web-02\nweb-03" }] },
      { changes: ["V-2 assets: web-02 → web-02\nweb-03"] },
    ],
    [
      "ids numbered anew: the weakness, its assets and its day tell",
      { rows: [OPENSSL, CIPHERS] },
      {
        rows: [
          { ...OPENSSL, id: "2026-001" },
          { ...CIPHERS, id: "2026-002" },
        ],
      },
      { renumbered: ["V-1 → 2026-001", "V-2 → 2026-002"] },
    ],
    [
      "two items whose ids were exchanged",
      { rows: [OPENSSL, CIPHERS] },
      {
        rows: [
          { ...OPENSSL, id: "V-2" },
          { ...CIPHERS, id: "V-1" },
        ],
      },
      {
        renumbered: ["V-1 → V-2", "V-2 → V-1"],
        broken: [
          'id-reused V-2: was "Weak ciphers" before, and is now "OpenSSL before 3.0.15", which was V-1',
          'id-reused V-1: was "OpenSSL before 3.0.15" before, and is now "Weak ciphers", which was V-2',
        ],
      },
    ],
    [
      "the header block",
      { rows: [OPENSSL], header: { poamDate: "2026-02-28" } },
      { rows: [OPENSSL], header: { poamDate: "2026-03-31" } },
      { changes: ["null undefined: 2026-02-28 → 2026-03-31"] },
    ],
  ])("%s", (_, before, now, expected) => {
    expect(told(diff(month(before), month(now)))).toEqual(expected);
  });

  it("a day that is written otherwise is the same day", () => {
    const typed = month({ rows: [OPENSSL] });
    const text = readPoam(exampleWorkbook({ rows: [OPENSSL], asText: true }), TEMPLATES, {
      fileName: "m.xlsx",
      template: templateNamed("fedramp-rev5-v2.1"),
    });
    expect(told(diff(typed, text))).toEqual({});
  });

  it("compares a form with its next version by what the columns mean, and says which it could not", () => {
    const { milestones: _, ...plain } = OPENSSL;
    const { changes, uncompared } = diff(month({ rows: [plain] }), month({ rows: [plain] }, "fedramp-rev5-v3.0"));
    expect(changes.filter(({ item }) => item !== null)).toEqual([]);
    const headings = uncompared.filter(({ side }) => side === "before").map(({ heading }) => heading);
    expect(headings).toContain("Planned Milestones");
  });

  it("compares a column that has no meaning by its heading", () => {
    const of = (text: string) => {
      const workbook = exampleWorkbook({ rows: [OPENSSL], extra: ["Our ticket"] });
      const width = templateNamed("fedramp-rev5-v2.1").sheets[0]!.columns.length + 1;
      const [open, ...rest] = workbook.sheets;
      return readPoam({ ...workbook, sheets: [withCell(open!, 9, width, text), ...rest] }, TEMPLATES, {
        fileName: "m.xlsx",
        template: templateNamed("fedramp-rev5-v2.1"),
      });
    };
    const { changes } = diff(of("T-1"), of("T-2"));
    expect(changes.map(({ heading, was, now }) => [heading, was.text, now.text])).toEqual([
      ["Our ticket", "T-1", "T-2"],
    ]);
  });
});

describe("what may not change", () => {
  const before: Month = {
    rows: [
      OPENSSL,
      CIPHERS,
      { id: "V-3", weakness: "No contingency plan test", detectedOn: "2026-01-05", scheduledCompletion: "2026-04-05" },
      { id: "V-4", weakness: "Stale accounts", detectedOn: "2026-01-06", originalRating: "Moderate" },
      { id: "V-5", weakness: "Default password", detectedOn: "2026-01-07" },
      { id: "V-6", weakness: "Open port", detectedOn: "2026-01-08" },
      { id: "V-7", weakness: "Unsigned driver", detectedOn: "2026-01-09" },
      { id: "V-8", weakness: "Expired certificate", detectedOn: "2026-01-10", sourceIdentifier: "15901" },
    ],
  };
  const now: Month = {
    rows: [
      { ...OPENSSL, milestones: "(1) 2026-01-20: Test the patch\n\n(2) 2026-03-10: Roll it out" },
      { ...CIPHERS, detectedOn: "2026-02-20" },
      { id: "V-3", weakness: "No contingency plan test", detectedOn: "2026-01-05", scheduledCompletion: "2026-05-05" },
      { id: "V-4", weakness: "Stale accounts", detectedOn: "2026-01-06", originalRating: "Low" },
      { id: "V-6", weakness: "Open port", detectedOn: "2026-01-08" },
      { id: "V-8", weakness: "Anonymous FTP", detectedOn: "2026-02-22", sourceIdentifier: "10079" },
    ],
    closed: [
      { id: "V-5", weakness: "Default password", detectedOn: "2026-01-07" },
      { id: "V-6", weakness: "Open port", detectedOn: "2026-01-08" },
    ],
  };

  it("each is told once, at its cell", () => {
    const { broken } = diff(month(before), month(now));
    expect(
      broken.map(({ invariant, item, message, at }) => `${reference(at)} ${invariant} ${item}: ${message}`),
    ).toEqual([
      // Of the vanished item the heading is told.
      "'Open POA&M Items'!A5 item-vanished V-7: was open before, and is neither open nor closed now",
      "'Open POA&M Items'!M9 milestone-rewritten V-1: milestone (2) was due 2026-02-10, now 2026-03-10",
      "'Open POA&M Items'!K10 detection-date-changed V-2: detected 2026-02-20, but 2026-01-20 before",
      "'Open POA&M Items'!L11 due-date-slipped V-3: due 2026-05-05, but 2026-04-05 before, and nothing says why",
      "'Open POA&M Items'!S12 rating-lowered V-4: rated Low, but Moderate before, without an approved deviation",
      "'Open POA&M Items'!A14 id-reused V-8: V-8 was \"Expired certificate\", detected 2026-01-10, before",
      "'Closed POA&M Items'!O6 closed-unproven V-5: closed without a completion date and without evidence",
      "'Closed POA&M Items'!A7 on-both-sheets V-6: stands among the closed items, and still among the open ones, on 'Open POA&M Items' in row 13",
    ]);
  });

  it.each<[string, ExampleRow, ExampleRow]>([
    [
      "a milestone change explains a slip",
      CIPHERS,
      { ...CIPHERS, scheduledCompletion: "2026-08-19", milestoneChanges: "(1) 2026-08-19: vendor late" },
    ],
    [
      "an approved adjustment moves date and rating",
      OPENSSL,
      { ...OPENSSL, scheduledCompletion: "2026-04-12", adjustedRating: "Moderate", riskAdjustment: "Yes" },
    ],
    ["a pending adjustment lowers nothing", OPENSSL, { ...OPENSSL, adjustedRating: "Low", riskAdjustment: "Pending" }],
    ["a date may be brought forward", CIPHERS, { ...CIPHERS, scheduledCompletion: "2026-06-01" }],
    [
      "Critical written as the form's High",
      { ...CIPHERS, originalRating: "Critical" },
      { ...CIPHERS, originalRating: "High" },
    ],
    ["a detection date that was blank", { ...CIPHERS, detectedOn: "" }, CIPHERS],
  ])("%s", (_, was, is) => {
    expect(diff(month({ rows: [was] }), month({ rows: [is] })).broken).toEqual([]);
  });
});

/** Read off the table in fixtures/make/series.mjs: what was detected, closed and is gone between the two months' ends. */
it("tells what became of a system's items from May to June", async () => {
  const read = async (name: string) =>
    readPoam(await openWorkbook(readFileSync(`fixtures/series/${name}`), name), TEMPLATES, { fileName: name });
  const { added, closed, reopened, vanished, renumbered, changes, broken } = diff(
    await read("2026-05.xlsx"),
    await read("2026-06.xlsx"),
  );
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id).sort();
  expect(ids(added)).toEqual(["V-014", "V-015", "V-016", "V-026", "V-063", "V-069"]);
  expect(ids(closed)).toEqual(["V-017", "V-036", "V-043", "V-061"]);
  expect(ids(vanished)).toEqual(["V-067"]);
  expect([reopened, renumbered]).toEqual([[], []]);
  expect(broken.map(({ invariant, item }) => `${invariant} ${item}`)).toEqual(["item-vanished V-067"]);
  const of = (id: string) => changes.filter(({ item }) => item === id).map(({ field }) => field);
  expect(of("V-023")).toEqual(["statusDate", "adjustedRating", "riskAdjustment", "deviationRationale"]);
  expect(of("V-030")).toEqual(["statusDate", "adjustedRating", "riskAdjustment"]);
  expect(of("V-001")).toEqual([]);
});

/** Each change that is made is told, at its cell and with both texts, and nothing besides. */
it("tells exactly the cells that were changed, whichever they are", () => {
  const rows = Array.from({ length: 12 }, (_, i): ExampleRow => {
    const day = `2026-01-${String(i + 10)}`;
    return { ...OPENSSL, id: `V-${i}`, weakness: `Weakness ${i}`, sourceIdentifier: `${1000 + i}`, detectedOn: day };
  });
  const before = month({ rows });
  const open = before.workbook.sheets[0]!;
  const width = templateNamed("fedramp-rev5-v2.1").sheets[0]!.columns.length;
  const place = fc.record({ row: fc.integer({ min: 9, max: 20 }), column: fc.integer({ min: 1, max: width }) });
  fc.assert(
    fc.property(fc.uniqueArray(place, { selector: ({ row }) => row, maxLength: 12 }), (places) => {
      const changed = places.reduce((sheet, { row, column }) => withCell(sheet, row, column, `new ${row}`), open);
      const workbook = { ...before.workbook, sheets: [changed, ...before.workbook.sheets.slice(1)] };
      const now = readPoam(workbook, TEMPLATES, { fileName: "m.xlsx", template: templateNamed("fedramp-rev5-v2.1") });
      const found = diff(before, now);
      const cells = [
        ...found.changes.map((one) => reference(one.now.at)),
        ...found.renumbered.map(({ at }) => reference(at)),
      ];
      expect(cells.sort()).toEqual(places.map((at) => reference({ sheet: open.name, ...at })).sort());
      expect([found.added, found.vanished]).toEqual([[], []]);
    }),
    { numRuns: 60, seed: 20260331 },
  );
});

const FILLED = "../shared/corpus/fedramp/filled-v3.0_2026-04-12.xlsx";

it.runIf(existsSync(FILLED))("tells a hundred changes among 4,876 items, and no other", async () => {
  const workbook = await openWorkbook(readFileSync(FILLED), "filled.xlsx");
  const read = (sheets: readonly Sheet[]) =>
    readPoam({ ...workbook, sheets }, TEMPLATES, {
      fileName: "filled.xlsx",
      template: templateNamed("fedramp-rev5-v3.0"),
    });
  const open = workbook.sheets.find(({ name }) => name === "Open POA&M Items")!;
  // One cell in every 48th row, the columns B to AB in turn.
  const places = Array.from({ length: 100 }, (_, i) => ({ row: 20 + 48 * i, column: 2 + (i % 27) }));
  const changed = places.reduce((sheet, { row, column }) => withCell(sheet, row, column, `changed in ${row}`), open);
  const found = diff(read(workbook.sheets), read(workbook.sheets.map((sheet) => (sheet === open ? changed : sheet))));
  const cells = [...found.changes.map(({ now }) => now.at), ...found.renumbered.map(({ at }) => at)];
  expect(cells.map(({ row }) => row).sort((a, b) => a - b)).toEqual(places.map(({ row }) => row));
  for (const { row, column } of cells) expect(column).toBe(places.find((place) => place.row === row)!.column);
  expect([...found.added, ...found.vanished, ...found.closed, ...found.reopened]).toEqual([]);
});

/** The sheet with another text in one cell. */
function withCell(sheet: Sheet, row: number, column: number, text: string): Sheet {
  const index = sheet.rowIndex(row);
  const OWN = 1 << 30;
  const known = sheet.cell(index, column);
  const own = known < 0 ? OWN + row : known;
  return {
    ...sheet,
    cell: (i, c) => (i === index && c === column ? own : sheet.cell(i, c)),
    column: (handle) => (handle === own ? column : sheet.column(handle)),
    kind: (handle) => (handle === own ? "text" : sheet.kind(handle)),
    text: (handle) => (handle === own ? text : sheet.text(handle)),
    number: (handle) => (handle === own ? undefined : sheet.number(handle)),
    date: (handle) => (handle === own ? undefined : sheet.date(handle)),
    formula: (handle) => (handle === own ? undefined : sheet.formula(handle)),
  };
}
