import { describe, expect, it } from "vitest";
import { carry } from "../../src/convert/carry.js";
import type { Carried, CarriedItem, CarriedState } from "../../src/model/carried-item.js";
import type { CellValue } from "../../src/model/cell.js";
import type { FieldName } from "../../src/model/field.js";
import type { ExampleRow } from "../../src/rules/rule.js";
import { readPoam } from "../../src/template/read.js";
import { exampleWorkbook } from "../example-workbook.js";
import { TEMPLATES, templateNamed } from "../templates.js";
import { carriedItems, madeItem } from "./made-items.js";
import { type InForm, through } from "./placed-workbook.js";

type Value = Exclude<CellValue, null>;

/** The name is the description's first sentence: forms without one of the two lose nothing. */
const ITEM = { id: "V-1", weakness: "Old TLS on the host", description: "Old TLS on the host. Port 443." };

/** The first item of a form's workbook: what its columns hold, and what they are called. */
function cellsOf({ poam }: InForm): Record<string, string> {
  const [item] = [...poam.items(), ...poam.documentation()];
  const register = poam.registers.find(({ sheet }) => sheet === item!.sheet)!;
  const filled = register.columns.flatMap(({ field }) => (item![field]?.text ? [[field, item![field].text]] : []));
  return { sheet: item!.sheet, ...Object.fromEntries(filled) };
}

/** What is carried out of a form with such rows. */
function carriedFrom(form: string, rows: readonly ExampleRow[]): Carried {
  const template = templateNamed(form);
  return carry(readPoam(exampleWorkbook({ template: form, rows }), TEMPLATES, { fileName: "x.xlsx", template }));
}

const home = (item: CarriedItem, by: string, to: string): CarriedItem =>
  through(through(carriedItems([item]), templateNamed(by)).carried, templateNamed(to)).carried.items[0]!;

const changesOf = ({ losses }: InForm) =>
  losses.changes.map(({ field, from, to, rule }) => `${field}: ${from ?? "…"} → ${to || "…"}: ${rule}`);

describe("values in a form's words", () => {
  it.each<[FieldName, Value, string, string, string]>([
    // Ratings: FedRAMP has three, eMASS five, eMASS 2020 its raw severities.
    ["originalRating", "Critical", "fedramp-rev5-v3.0", "High", "Critical"],
    ["originalRating", "Very High", "fedramp-rev5-v2.1", "High", "Very High"],
    ["originalRating", "Very Low", "fedramp-rev5-v2.1", "Low", "Very Low"],
    ["originalRating", "Moderate", "fedramp-rev5-v2.1", "Moderate", ""],
    ["originalRating", "medium", "fedramp-rev5-v2.1", "Moderate", ""],
    ["originalRating", "CAT I", "fedramp-rev5-v2.1", "High", ""],
    ["originalRating", "Critical", "emass-navy-2026", "Very High", "Critical"],
    ["originalRating", "High", "emass-2020", "I", ""],
    ["originalRating", "Moderate", "emass-2020", "II", ""],
    ["originalRating", "Low", "emass-2020", "III", ""],
    ["originalRating", "Critical", "emass-2020", "I", "Critical"],
    ["originalRating", "III", "emass-navy-2026", "Low", ""],
    ["originalRating", "8.1", "emass-navy-2026", "", "'8.1"],
    ["adjustedRating", "N/A", "fedramp-rev5-v2.1", "N/A", ""],
    ["adjustedRating", "N/A", "fedramp-rev5-v3.0", "", ""],
    // Answers.
    ["vendorDependency", "yes", "fedramp-rev5-v2.1", "Yes", ""],
    ["vendorDependency", true, "fedramp-rev5-v2.1", "Yes", ""],
    ["kevTracking", "No", "fedramp-rev5-v3.0", "", ""],
    ["falsePositive", "Pending approval", "fedramp-rev5-v2.1", "Pending", ""],
    ["falsePositive", "denied by the AO", "fedramp-rev5-v2.1", "", "denied by the AO"],
    ["evidence", "None", "fedramp-rev5-v3.0", "", ""],
    ["evidence", "None", "fedramp-rev5-v2.1", "None", ""],
    // A number in a list of texts stays one.
    ["requirementPoints", 5, "cmmc", "5", ""],
    // Controls: AC-2.1 is a procedure in eMASS.
    ["controls", "AC-2(1)", "emass-navy-2026", "AC-2(1)", ""],
  ])("%s %j in %s", (field, value, form, written, kept) => {
    const there = through(carriedItems([madeItem({ ...ITEM, [field]: value })]), templateNamed(form));
    const cells = cellsOf(there);
    expect(cells[field] ?? "").toBe(written);
    const label = there.losses.fields.find(({ fate }) => fate === "kept" && kept !== "")?.label;
    expect(cells.comments?.split("\n").at(-1) ?? "").toBe(kept === "" ? "" : `${label}: ${kept}`);
  });

  it("an assessment procedure of eMASS is its control in FedRAMP's form, and comes back", () => {
    const emass = through(
      carriedItems([madeItem({ ...ITEM, controls: "AC-2.1, SI-2" })]),
      templateNamed("emass-navy-2026"),
    );
    const fedramp = through(emass.carried, templateNamed("fedramp-rev5-v3.0"));
    expect(cellsOf(fedramp)).toMatchObject({
      controls: "AC-2, SI-2",
      comments: "[Kept by poam]\nControls: AC-2.1; SI-2",
    });
    const back = through(fedramp.carried, templateNamed("emass-navy-2026"));
    expect(cellsOf(back).controls).toBe("AC-2.1; SI-2");
    expect(cellsOf(back).comments).toBeUndefined();
  });

  it("several ids have the form's separator between them, and what is no list of ids stays", () => {
    const written = (controls: string, sourceIdentifier: string, form: string) => {
      const made = through(carriedItems([madeItem({ ...ITEM, controls, sourceIdentifier })]), templateNamed(form));
      const changes = changesOf(made).filter((change) => /^(?:controls|sourceIdentifier)/.test(change));
      return { ids: [cellsOf(made).controls, cellsOf(made).sourceIdentifier], changes };
    };
    expect(written("RA-5, SI-2 (2)", "19506 21745", "emass-army-2026")).toEqual({
      ids: ["RA-5; SI-2 (2)", "19506; 21745"],
      changes: ["controls: … → …: the form's separator", "sourceIdentifier: … → …: the form's separator"],
    });
    for (const form of ["emass-army-2026", "fedramp-rev5-v3.0"]) {
      const apart = form.startsWith("emass") ? "AC-2;AC-3" : "AC-2,AC-3";
      expect(written(apart, "19506 and others, see 21745", form)).toEqual({
        ids: [apart, "19506 and others, see 21745"],
        changes: [],
      });
    }
    expect(written("AC-2 through AC-4", "19506", "emass-navy-2024").changes).toEqual([]);
    expect(written("AC-2; AC-3", "1; 2", "emass-2020").changes).toEqual([]);
    expect(written("AC-2; AC-3", "19506;21745", "fedramp-rev5-v3.0").ids).toEqual(["AC-2, AC-3", "19506;21745"]);
  });

  it("says what was changed, from what to what, in the words of lists", () => {
    const item = madeItem({ ...ITEM, originalRating: "Critical", adjustedRating: "N/A", evidence: "N/A" });
    expect(changesOf(through(carriedItems([item]), templateNamed("fedramp-rev5-v3.0")))).toEqual([
      "originalRating: Critical → High: the form has no Critical",
      "adjustedRating: N/A → …: the form wants a blank",
      "evidence: … → …: the form wants a blank",
    ]);
  });
});

describe("statuses and states", () => {
  it.each<[string, CarriedState, string | undefined, string, Record<string, string>]>([
    ["an open item has eMASS' plain word", "open", undefined, "emass-navy-2026", { status: "Ongoing" }],
    ["a closed one too", "closed", undefined, "emass-navy-2026", { status: "Completed" }],
    ["a status of the list stays", "open", "Risk Accepted", "emass-navy-2026", { status: "Risk Accepted" }],
    ["another is kept", "open", "In Review", "emass-navy-2026", { status: "Ongoing", comments: "Status: In Review" }],
    ["plain words are not", "closed", "Closed", "emass-navy-2026", { status: "Completed" }],
    ["FedRAMP's sheets tell", "closed", "Completed", "fedramp-rev5-v3.0", { sheet: "Closed POA&M Items" }],
    [
      "but not everything",
      "open",
      "Risk Accepted",
      "fedramp-rev5-v3.0",
      { sheet: "Open POA&M Items", comments: "Status: Risk Accepted" },
    ],
    [
      "configuration findings have a sheet",
      "configuration",
      undefined,
      "fedramp-rev5-v3.0",
      { sheet: "Configuration Findings" },
    ],
    [
      "or stand among open items",
      "configuration",
      undefined,
      "fedramp-2022",
      { sheet: "Open POA&M Items", comments: "Item state: configuration" },
    ],
    [
      "and in eMASS'",
      "configuration",
      undefined,
      "emass-navy-2026",
      { status: "Ongoing", comments: "Item state: configuration" },
    ],
    [
      "deficiencies of documents have a sheet",
      "documentation",
      undefined,
      "fedramp-rev5-v3.0",
      { sheet: "PL-2 Findings" },
    ],
    [
      "or stand among open items",
      "documentation",
      undefined,
      "fedramp-rev5-v2.1",
      { sheet: "Open POA&M Items", comments: "Item state: documentation" },
    ],
  ])("%s: %s, %s, in %s", (_, state, status, form, cells) => {
    const item = madeItem({ ...ITEM, ...(status && { status }) }, { state });
    const { comments, ...rest } = cells;
    const there = cellsOf(through(carriedItems([item]), templateNamed(form)));
    expect(there).toMatchObject(rest);
    expect(there.comments?.replace("[Kept by poam]\n", "")).toBe(comments);
    expect(home(item, form, "fedramp-rev5-v3.0").state).toBe(state);
  });

  it("Risk Accepted goes through FedRAMP's form and home", () => {
    const item = madeItem({ ...ITEM, status: "Risk Accepted" });
    expect(home(item, "fedramp-rev5-v3.0", "emass-navy-2026").fields.get("status")!.text).toBe("Risk Accepted");
  });
  it.each([
    ["comes home", "Ongoing", "In Review", 0],
    ["does not, where somebody has completed the item since", "Completed", "Completed", 1],
  ])("In Review %s", (_, status, expected, givenUp) => {
    const rows = { id: "V-1", description: "Old TLS", status, comments: "[Kept by poam]\nStatus: In Review" };
    const { items, unread } = carriedFrom("emass-navy-2026", [rows]);
    expect(items[0]!.fields.get("status")!.text).toBe(expected);
    expect(unread.map(({ field, why }) => `${field}: ${why}`)).toEqual(
      Array(givenUp).fill("status: its cell has been changed since it was kept"),
    );
  });
  it("the day a FedRAMP item was closed is eMASS' completion date, and the other way round", () => {
    const item = madeItem({ ...ITEM, statusDate: { date: "2026-02-28" } }, { state: "closed" });
    const emass = through(carriedItems([item]), templateNamed("emass-navy-2026"));
    expect(cellsOf(emass)).toMatchObject({ status: "Completed", completedOn: "2026-02-28" });
    expect(cellsOf(emass).comments).toBeUndefined();
    const back = through(emass.carried, templateNamed("fedramp-rev5-v3.0"));
    expect(cellsOf(back)).toMatchObject({ sheet: "Closed POA&M Items", statusDate: "2026-02-28" });
    expect(cellsOf(back).comments).toBeUndefined();
  });
  it("eMASS before 2026 has that day behind the status, too, and it comes home", () => {
    const item = madeItem({ ...ITEM, statusDate: { date: "2026-02-28" } }, { state: "closed" });
    const emass = through(carriedItems([item]), templateNamed("emass-2020"));
    expect(cellsOf(emass)).toMatchObject({
      status: "Completed 02/28/2026",
      comments: "[Kept by poam]\nStatus date: 2026-02-28",
    });
    const back = through(emass.carried, templateNamed("fedramp-rev5-v3.0"));
    expect(cellsOf(back)).toMatchObject({ sheet: "Closed POA&M Items", statusDate: "2026-02-28" });
    expect(cellsOf(back).comments).toBeUndefined();
  });
  it.each([
    ["emass-navy-2026", { status: "Completed", completedOn: "2025-11-13" }],
    ["fedramp-rev5-v3.0", { sheet: "Closed POA&M Items", statusDate: "2025-11-13" }],
    ["emass-navy-2023", { status: "Completed 11/13/2025" }],
  ])("the day behind a status of eMASS 2020 is a day in %s", (form, expected) => {
    const carried = carriedFrom("emass-2020", [{ ...ITEM, weakness: undefined, status: "Completed 11/13/2025" }]);
    const there = cellsOf(through(carried, templateNamed(form)));
    expect(there).toMatchObject(expected);
    expect(there.comments ?? "").not.toContain("Status");
  });
  it("a day behind the status that is not the day of completion stays told", () => {
    const carried = carriedFrom("emass-2020", [
      {
        id: "V-1",
        description: "Old TLS",
        status: "Completed 11/13/2025",
        comments: "[Kept by poam]\nStatus date: 2026-02-28",
      },
    ]);
    expect(cellsOf(through(carried, templateNamed("fedramp-rev5-v3.0")))).toMatchObject({
      statusDate: "2026-02-28",
      comments: "[Kept by poam]\nCompletion date: 2025-11-13",
    });
  });
  it("an open item's status date is no completion date", () => {
    const item = madeItem({ ...ITEM, statusDate: { date: "2026-02-28" } });
    expect(cellsOf(through(carriedItems([item]), templateNamed("emass-navy-2026")))).toMatchObject({
      comments: "[Kept by poam]\nStatus date: 2026-02-28",
    });
  });
});

describe("milestones", () => {
  const two = "(1) 2026-06-30 : Patch the host\n\n(2) 2026-07-31 : Scan it";
  const rows = (item: CarriedItem) =>
    item.milestones.map((row) => [...row].map(([field, { text }]) => `${field} ${text}`));
  const at = (milestones: string, form: string) =>
    through(carriedItems([madeItem(ITEM, { milestones: [{ milestones }] })]), templateNamed(form));

  it.each([
    [
      "FedRAMP's text is a row each in eMASS 2026",
      two,
      "emass-navy-2026",
      [
        ["milestoneDescription Patch the host", "milestoneDue 2026-06-30"],
        ["milestoneDescription Scan it", "milestoneDue 2026-07-31"],
      ],
    ],
    [
      "and a dated text each in eMASS 2020",
      two,
      "emass-2020",
      [["milestones Patch the host 06/30/2026"], ["milestones Scan it 07/31/2026"]],
    ],
    ["it stays in FedRAMP's and CMMC's", two, "cmmc", [[`milestones ${two}`]]],
    ["a text that names no milestone stays a text", "as funds allow", "emass-2020", [["milestones as funds allow"]]],
  ])("%s", (_, text, form, expected) => {
    expect(rows(at(text, form).carried.items[0]!)).toEqual(expected);
  });

  it("eMASS' rows are one numbered text in FedRAMP 2.1, and tagged lines of the plan in 3.0", () => {
    const emass = at(two, "emass-navy-2026").carried;
    expect(cellsOf(through(emass, templateNamed("fedramp-rev5-v2.1"))).milestones).toBe(two);
    const plan = cellsOf(through(emass, templateNamed("fedramp-rev5-v3.0"))).remediationPlan!.split("\n");
    expect(plan).toEqual([
      "[Kept by poam]",
      "Planned milestones: (1) 2026-06-30 : Patch the host",
      "  ",
      "  (2) 2026-07-31 : Scan it",
    ]);
  });
  it("ids and statuses kept as text come home to their own milestones", () => {
    const item = madeItem(ITEM, {
      milestones: [
        { milestoneId: "4100", milestoneDescription: "Patch the host", milestoneDue: { date: "2026-06-30" } },
        { milestoneId: "4101", milestoneDescription: "Scan it", milestoneDue: { date: "2026-07-31" } },
      ],
    });
    const there = through(carriedItems([item]), templateNamed("fedramp-rev5-v2.1")).carried;
    const home = through(there, templateNamed("emass-navy-2026")).carried;
    expect(
      home.items[0]!.milestones.map((row) => [row.get("milestoneId")?.text, row.get("milestoneDescription")?.text]),
    ).toEqual([
      ["4100", "Patch the host"],
      ["4101", "Scan it"],
    ]);
  });
  it("changes name milestones by numbers, so a text that does not count from one is not taken apart", () => {
    const text = "(3) 2026-06-30 : Patch the host";
    const item = madeItem(ITEM, {
      milestones: [{ milestones: text, milestoneChanges: "(3) Update 2026-07-01 : later" }],
    });
    const there = through(carriedItems([item]), templateNamed("emass-navy-2026"));
    expect(cellsOf(there).comments).toContain(`Planned milestones: ${text}`);
    expect(rows(there.carried.items[0]!)).toEqual([
      [`milestones ${text}`, "milestoneChanges (3) Update 2026-07-01 : later"],
    ]);
  });
});

describe("what does not fit", () => {
  it("goes into the next column of text, and is dropped and told only when none has room", () => {
    const full = "x".repeat(32_760);
    const item = madeItem({ ...ITEM, comments: full, serviceName: "Mail" });
    const there = through(carriedItems([item]), templateNamed("fedramp-rev5-v3.0"));
    expect(cellsOf(there)).toMatchObject({ comments: full, remediationPlan: "[Kept by poam]\nService name: Mail" });
    const crammed = madeItem({
      ...item.fields,
      ...ITEM,
      comments: full,
      remediationPlan: full,
      description: full,
      weakness: full,
      serviceName: "Mail",
    });
    const { losses } = through(carriedItems([crammed]), templateNamed("fedramp-rev5-v3.0"));
    expect(losses.fields.filter(({ fate }) => fate === "dropped")).toMatchObject([
      { field: "serviceName", why: "it would exceed the 32,767 characters of a cell", count: 1 },
    ]);
  });
  it("is cut at the cell's end, not within a character, and told", () => {
    const item = madeItem({ ...ITEM, comments: `${"x".repeat(99)}😀` });
    const there = through(carriedItems([item]), templateNamed("fedramp-rev5-v3.0"), 100);
    expect(cellsOf(there).comments).toBe("x".repeat(99));
    expect(there.losses.fields.filter(({ fate }) => fate === "dropped")).toMatchObject([
      { field: "comments", why: "only its first 100 characters fit into a cell", count: 1 },
    ]);
  });
});
