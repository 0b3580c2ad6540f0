import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CarriedItem } from "../../src/model/carried-item.js";
import type { VerFacts, VerSidecar } from "../../src/model/evidence.js";
import type { Workbook } from "../../src/model/workbook.js";
import { missingCsv } from "../../src/reporters/ver-missing-csv.js";
import { verActivity } from "../../src/ver/activity.js";
import { laidOver, missingTable, readMissing } from "../../src/ver/missing.js";
import { readCsv } from "../../src/workbook/csv.js";
import { memoryWorkbook } from "../memory-workbook.js";
import { carried, EVALUATED, item, SETTINGS, sidecar } from "./items.js";

const HEADINGS = [
  ...["POA&M ID", "Place", "Missing", "Tracking ID", "Detected At", "Detection Source", "Evaluation Date"],
  ...["Internet-Reachable", "Likely Exploitable", "N-Rating", "Overdue Explanation", "Closing Date"],
  "Certification Package Overview URI",
];
const ANSWERS: Readonly<Record<string, string>> = {
  "Tracking ID": "NEW",
  "Detected At": "2025-12-31",
  "Detection Source": '=cmd, "quoted"\nand on two lines',
  "Evaluation Date": "2026-11-03",
  "Internet-Reachable": "Yes",
  "Likely Exploitable": "No",
  "N-Rating": "N5",
  "Overdue Explanation": "Fix in test.",
  "Closing Date": "2026-11-20",
  "Certification Package Overview URI": "https://example.com/cpo.json",
};
const NO_URI = { ...SETTINGS, certificationPackageOverviewUri: undefined };

/** As a person would: something into every blank cell. */
function filledIn(table: readonly (readonly string[])[]): string[][] {
  const [head, ...rows] = table;
  return [
    [...head!],
    ...rows.map((row, index) =>
      row.map((text, column) => {
        const heading = head![column]!;
        if (text !== "" || ANSWERS[heading] === undefined) return text;
        return heading === "Tracking ID" ? `NEW-${index}` : ANSWERS[heading];
      }),
    ),
  ];
}

async function throughCsv(table: readonly (readonly string[])[], name = "missing.csv"): Promise<VerSidecar> {
  const sheet = await readCsv([...missingCsv(table)].join(""), name);
  return readMissing({ format: "csv", sheets: [sheet] }, name);
}

describe("the list of what is missing", () => {
  it("has a row for each item with a gap: what is known, blanks to fill in, n/a where nothing can be", () => {
    const items = [
      item({ id: "V-1" }, {}, 6),
      item({ id: "V-2" }, {}, 7),
      item({ id: "" }, {}, 8),
      item({ id: "V-4" }, { state: "closed" }, 9),
    ];
    const facts = { "V-1": { evaluatedOn: "2026-11-03", rating: 3 }, "V-2": EVALUATED } as const;
    const { gaps } = verActivity(carried(...items), sidecar(facts), NO_URI);
    expect(missingTable(gaps)).toEqual([
      HEADINGS,
      ["(report)", "", "Certification Package Overview URI", ...Array(9).fill("n/a"), ""],
      [
        "V-1",
        "",
        "Internet-Reachable, Likely Exploitable",
        "n/a",
        "n/a",
        "n/a",
        "2026-11-03",
        "",
        "",
        "N3",
        "",
        "n/a",
        "n/a",
      ],
      [
        ...[
          "",
          "'Open POA&M Items'!B8",
          "Tracking ID, Evaluation Date, Internet-Reachable, Likely Exploitable, N-Rating",
        ],
        ...["", "n/a", "n/a", "", "", "", "", "", "n/a", "n/a"],
      ],
      ["V-4", "", "Closing Date", "n/a", "n/a", "n/a", "", "", "", "", "n/a", "", "n/a"],
    ]);
  });

  it("filled in and given back leaves no gap, whatever was missing", async () => {
    const anItem = fc.record({
      id: fc.constantFrom("", "TBD", "V-1", "V-2", "V-3", "=V-4", "V,5"),
      source: fc.constantFrom("", "Nessus"),
      detectedOn: fc.constantFrom("", "TBD", "2025-01-01", "2026-11-02"),
      scheduledCompletion: fc.constantFrom("", "2026-11-01", "2027-01-01"),
      completedOn: fc.constantFrom("", "2026-11-02", "2026-01-01"),
      falsePositive: fc.constantFrom("", "Yes"),
      operationalRequirement: fc.constantFrom("", "Yes"),
      vendorDependency: fc.constantFrom("", "Yes"),
    });
    const states = fc.constantFrom("open" as const, "closed" as const, "configuration" as const);
    const facts = fc.constantFrom<VerFacts>({}, EVALUATED, { rating: 4 }, { evaluatedOn: "2026-01-01" });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anItem, states, facts), { maxLength: 6 }), async (made) => {
        const items: CarriedItem[] = made.map(([fields, state], index) => item(fields, { state }, index + 6));
        const given = sidecar(Object.fromEntries(made.map(([{ id }, , known]) => [id, known])));
        const { gaps } = verActivity(carried(...items), given, NO_URI);
        const back = laidOver(given, await throughCsv(filledIn(missingTable(gaps))));
        expect(verActivity(carried(...items), back, NO_URI).gaps).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("given back as it was written changes nothing", async () => {
    const given = sidecar({ "V-1": { evaluatedOn: "2026-11-03", rating: 3, explanation: "  - with a dash" } });
    const { gaps } = verActivity(carried(item({}), item({ id: "" }, {}, 7)), given, NO_URI);
    expect(laidOver(given, await throughCsv(missingTable(gaps)))).toEqual({
      items: new Map([["V-1", { evaluatedOn: "2026-11-03", rating: 3, explanation: "- with a dash" }]]),
    });
  });

  it("reads what a spreadsheet makes of it: its own dates, TRUE, numbers, other columns between", () => {
    const rows = {
      1: ["POAM ID", "Remarks", "Evaluation Date", "IRV", "LEV", "PAIN"],
      2: ["V-1", "by phone", { date: "2026-03-04" }, "TRUE", "no", 4],
      3: ["V-2", "", "13/11/2026", "", "TBD", "n2"],
      4: ["V-3", "", "04/11/2026"],
      5: ["", "", ""],
    };
    expect(readMissing(memoryWorkbook({ Sheet1: rows }), "missing.xlsx").items).toEqual(
      new Map<string, VerFacts>([
        ["V-1", { evaluatedOn: "2026-03-04", internetReachable: true, likelyExploitable: false, rating: 4 }],
        ["V-2", { evaluatedOn: "2026-11-13", rating: 2 }],
        ["V-3", { evaluatedOn: "2026-11-04" }],
      ]),
    );
  });

  it.each([
    [["V-1", "soon"], "missing.csv, row 2, Evaluation Date: this cannot be read. Write a day as 2026-03-14."],
    [["V-1", "03/04/2026"], "missing.csv, row 2, Evaluation Date: this cannot be read. Write a day as 2026-03-14."],
    [["V-1", "", "maybe"], "missing.csv, row 2, Internet-Reachable: this cannot be read. Write Yes or No."],
    [["V-1", "", "", "N6"], "missing.csv, row 2, N-Rating: this cannot be read. Write N1 to N5."],
    [
      ["(report)", "", "", "", "example.com"],
      "missing.csv, row 2, Certification Package Overview URI: this is no full address. Write one as https://example.com/cpo.json.",
    ],
    [["", "2026-03-14"], "missing.csv, row 2: neither POA&M ID nor Place says which item it is."],
  ])("%o: %s", (row, message) => {
    const head = [
      "POA&M ID",
      "Evaluation Date",
      "Internet-Reachable",
      "N-Rating",
      "Certification Package Overview URI",
    ];
    expect(() => readMissing(memoryWorkbook({ missing: { 1: head, 2: row } }, "csv"), "missing.csv")).toThrow(message);
  });

  it("refuses two rows of one item, and what is no such list", () => {
    const twice = { 1: ["POA&M ID", "N-Rating"], 2: ["V-1", "N1"], 3: ["V-1", "N2"] };
    expect(() => readMissing(memoryWorkbook({ missing: twice }), "a.csv")).toThrow(
      "a.csv, row 3: another row is of the same item",
    );
    const empty: Workbook = { format: "csv", sheets: [] };
    for (const other of [memoryWorkbook({ a: { 1: ["Name"] } }), memoryWorkbook({ a: {} }), empty]) {
      expect(() => readMissing(other, "a.csv")).toThrow("a.csv: its first row has no heading POA&M ID.");
    }
  });
});
