import { describe, expect, it } from "vitest";
import { lint } from "../src/lint.js";
import type { Finding } from "../src/model/finding.js";
import type { Suppression } from "../src/model/suppression.js";
import { PACKS } from "../src/packs/index.js";
import type { ExampleRow } from "../src/rules/rule.js";
import { entryFor, merged, suppressor } from "../src/suppress.js";
import { readPoam } from "../src/template/read.js";
import { exampleWorkbook } from "./example-workbook.js";
import { TEMPLATES, templateNamed } from "./templates.js";

const TEMPLATE = templateNamed("fedramp-rev5-v2.1");
const FIRST_ROW = new Map(TEMPLATE.sheets.map(({ name, firstRow }) => [name, firstRow]));
const packs = PACKS.filter(({ id }) => ["fedramp-rev5", "best-practice"].includes(id));

interface Register {
  readonly rows: readonly ExampleRow[];
  readonly closed: readonly ExampleRow[];
}

/** Items at fault in several ways; every weakness has a name of its own, by which the test knows it whatever becomes of its row. */
function items(count: number, prefix: string): ExampleRow[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${prefix}-${String(index + 1).padStart(3, "0")}`,
    weakness: `Weakness ${prefix}${index + 1}`,
    sourceIdentifier: `plugin-${prefix}-${(index * 37) % 101}`,
    assets: `host-${prefix}${(index * 53) % 97}.example.com`,
    detectedOn: `2025-${String((index % 9) + 1).padStart(2, "0")}-14`,
    scheduledCompletion: index % 3 === 0 ? "2026-01-05" : index % 3 === 1 ? "2024-12-31" : "2026-09-09",
    originalRating: ["High", "Moderate", "Low", "Severe"][index % 4]!,
    cves: index % 5 === 0 ? "CVE-2021" : "",
    statusDate: "2026-01-15",
  }));
}

const OPEN = items(40, "V").map((row, index) => {
  if (index < 4) return { ...row, id: "" };
  return index === 10 || index === 11 ? { ...row, id: "V-TWICE" } : row;
});
const BEFORE: Register = { rows: OPEN, closed: items(6, "C") };

function findingsOf({ rows, closed }: Register): readonly Finding[] {
  const workbook = exampleWorkbook({ rows, closed });
  const poam = readPoam(workbook, TEMPLATES, { fileName: "acme.xlsx", template: TEMPLATE });
  return lint(poam, { packs, asOf: "2026-03-31", settings: {} });
}

/** Which finding it is, by the name of the weakness that the register has in that row; of those about no item by rule and sheet. */
function knownAs({ rule, at, item, field }: Finding, { rows, closed }: Register): string {
  if (item === null) return `${rule} on ${at.sheet}`;
  const list = at.sheet.startsWith("Closed") ? closed : rows;
  return `${rule} of ${list[at.row - FIRST_ROW.get(at.sheet)!]!.weakness} ${field}`;
}

const baseline = findingsOf(BEFORE).map((finding) =>
  entryFor(finding, { reason: "accepted", file: undefined, redact: false }),
);
const byAssets = (a: ExampleRow, b: ExampleRow) => (a.assets! < b.assets! ? -1 : 1);
const MONTH = { rows: [...items(5, "N"), ...OPEN, ...items(7, "M")], closed: BEFORE.closed };
const inserted = OPEN.toSpliced(13, 0, ...items(20, "N"));

describe("what is suppressed stays so", () => {
  it.each<[string, Register]>([
    ["as it was", BEFORE],
    ["sorted by another column", { rows: OPEN.toSorted(byAssets), closed: BEFORE.closed.toSorted(byAssets) }],
    ["20 rows inserted", { rows: inserted, closed: BEFORE.closed }],
    ["10 moved to Closed", { rows: OPEN.slice(10), closed: [...OPEN.slice(0, 10), ...BEFORE.closed] }],
    [
      "all of that",
      {
        rows: inserted.toSorted(byAssets).slice(10),
        closed: [...inserted.toSorted(byAssets).slice(0, 10), ...BEFORE.closed],
      },
    ],
    ["a month's new rows", MONTH],
  ])("%s", (_, after) => {
    const before = new Set(findingsOf(BEFORE).map((finding) => knownAs(finding, BEFORE)));
    const { findings } = suppressor(baseline, "2026-03-31")(findingsOf(after), "acme.xlsx");
    expect(findings.filter(({ suppressed }) => suppressed).length).toBeGreaterThan(60);
    const wrong = findings.filter((finding) => before.has(knownAs(finding, after)) !== Boolean(finding.suppressed));
    expect(wrong.map(({ rule, at, message }) => `${rule} ${at.row} ${message}`)).toEqual([]);
  });

  it("the register has findings of all kinds", () => {
    const kinds = findingsOf(BEFORE).map(({ item, sharedId }) => {
      if (item === null) return "no item";
      return item === "" ? "no id" : sharedId ? "shared id" : "id";
    });
    expect(new Set(kinds)).toEqual(new Set(["id", "shared id", "no id", "no item"]));
  });
});

const FINDING: Finding = {
  rule: "overdue",
  severity: "error",
  message: "late",
  help: undefined,
  cites: [],
  at: { sheet: "Open", row: 7, column: 3 },
  item: "V-1",
  field: "scheduledCompletion",
  related: [],
  fix: undefined,
  fingerprint: "00000000000000aa",
};

describe("an entry holds for what agrees with all that it says", () => {
  const shared = { ...FINDING, sharedId: true } as const;
  const nameless = { ...shared, item: "" };
  const about = { ...FINDING, item: null, field: undefined };
  it.each<[string, Partial<Suppression>, Finding, boolean]>([
    ["rule, item and field", { item: "V-1", field: "scheduledCompletion" }, FINDING, true],
    ["an item: all its fields", { item: "V-1" }, FINDING, true],
    ["another field", { item: "V-1", field: "cves" }, FINDING, false],
    ["another item", { item: "V-2" }, FINDING, false],
    ["another rule", { rule: "stale", item: "V-1" }, FINDING, false],
    ["another rule's fingerprint", { rule: "stale", fingerprint: "00000000000000aa" }, FINDING, false],
    ["no item: not all items", {}, FINDING, false],
    ["this workbook", { item: "V-1", file: "acme.xlsx" }, FINDING, true],
    ["another workbook", { item: "V-1", file: "other.xlsx" }, FINDING, false],
    ["a pattern of its name", { item: "V-1", file: "ac*.xlsx" }, FINDING, true],
    ["a pattern of others", { item: "V-1", file: "ac?.xlsx" }, FINDING, false],
    ["a pattern of several", { item: "V-1", file: "{acme,other}.xlsx" }, FINDING, true],
    ["its last day", { item: "V-1", until: "2026-03-31" }, FINDING, true],
    ["the day after", { item: "V-1", until: "2026-03-30" }, FINDING, false],
    ["an id of several items", { item: "V-1" }, shared, false],
    ["the fingerprint of one of them", { item: "V-1", fingerprint: "00000000000000aa" }, shared, true],
    ["the fingerprint of another", { item: "V-1", fingerprint: "00000000000000bb" }, shared, false],
    ["the fingerprint of an item without id", { fingerprint: "00000000000000aa" }, nameless, true],
    ["no fingerprint for an item without id", {}, nameless, false],
    ["the workbook", {}, about, true],
    ["a sheet", { sheet: "Open" }, about, true],
    ["another sheet", { sheet: "Closed" }, about, false],
    ["an item for the workbook", { item: "V-1" }, about, false],
  ])("%s", (_, said, finding, holds) => {
    const entry: Suppression = { rule: "overdue", reason: "why", ...said };
    const { findings, used, lapsed } = suppressor([entry], "2026-03-31")([finding], "acme.xlsx");
    expect(findings[0]!.suppressed !== undefined).toBe(holds);
    expect(used.size).toBe(holds ? 1 : 0);
    expect(lapsed.size).toBe(said.until === "2026-03-30" ? 1 : 0);
  });
});

describe("the entry for a finding", () => {
  it.each<[string, Finding, boolean, Partial<Suppression>]>([
    ["by its id", FINDING, false, { item: "V-1", field: "scheduledCompletion" }],
    [
      "of a shared id",
      { ...FINDING, sharedId: true },
      false,
      { item: "V-1", field: "scheduledCompletion", fingerprint: "00000000000000aa" },
    ],
    [
      "without an id",
      { ...FINDING, item: "", sharedId: true },
      false,
      { field: "scheduledCompletion", fingerprint: "00000000000000aa" },
    ],
    [
      "about no item",
      { ...FINDING, item: null, field: undefined },
      false,
      { sheet: "Open", fingerprint: "00000000000000aa" },
    ],
    ["redacted", FINDING, true, { field: "scheduledCompletion", fingerprint: "00000000000000aa" }],
  ])("%s holds for it, and says no more", (_, finding, redact, said) => {
    const entry = entryFor(finding, { reason: "why", file: undefined, redact });
    expect(entry).toEqual({ rule: "overdue", reason: "why", ...said });
    expect(suppressor([entry], "2026-03-31")([finding], "acme.xlsx").used.size).toBe(1);
  });
});

it("merges to one order, whatever came first, each entry once", () => {
  const entry = (item: string, rule = "overdue"): Suppression => ({ rule, item, reason: "why" });
  const [a, b, c] = [entry("V-1"), entry("V-1", "stale"), entry("V-2")];
  expect(merged([c, a], [b, { ...a }])).toEqual([a, b, c]);
  expect(merged([b], [a, c])).toEqual([a, b, c]);
});
