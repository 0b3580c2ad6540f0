import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fillWorkbook } from "../../src/fill-workbook.js";
import { type CellValue, reference } from "../../src/model/cell.js";
import type { FieldName } from "../../src/model/field.js";
import type { ItemSheet, Placed } from "../../src/model/placed.js";
import type { HeaderField } from "../../src/model/template.js";
import { fillBlank } from "../../src/rows/fill.js";
import { sheetsOf } from "../../src/rows/item-sheets.js";
import { readAnchors } from "../../src/workbook/anchors.js";
import { type FileSheet, formFile, readForm } from "../form-file.js";
import { blankFile, fill } from "./filled-form.js";

type Values = Readonly<Partial<Record<FieldName, Exclude<CellValue, null>>>>;
const OPEN = "Open POA&M Items";

/** Items by field, each of one row. */
function placedOn(sheet: ItemSheet, items: readonly Values[], header: Placed["header"] = new Map()): Placed {
  const rows = items.map((values) => {
    const ofItem = Object.entries(values).map(([field, value]) => {
      const { column } = sheet.columns.find((one) => one.field === field)!;
      return [column, value] as const;
    });
    return [new Map(ofItem)];
  });
  return { header, sheets: [{ sheet, items: rows }] };
}

const item = (number: number, more: Values = {}): Values => ({
  id: `V-${number}`,
  weakness: `Weak ${number}`,
  ...more,
});

/** A form 3.0 with rows 9 to 12 styled for items, and what is planned for it by cell: B is the id, D the weakness, L the day of detection, M that of completion. */
async function planned(items: readonly Values[], open: Partial<FileSheet> = {}, header: Placed["header"] = new Map()) {
  const bytes = formFile({ rows: {}, styled: [9, 12], ...open }, { rows: {}, styled: [3, 12] });
  const poam = await readForm(bytes);
  const placed = placedOn(sheetsOf(poam)[0]!, items, header);
  const plan = fillBlank(poam, placed, await readAnchors(bytes, "form.xlsx"), "form.xlsx");
  const written = plan.patches
    .filter(({ value }) => value !== null)
    .map(({ at, value, like }) => [reference(at).split("!")[1], value, ...(like ? [`like row ${like.row}`] : [])]);
  return { bytes, poam, placed, plan, written };
}

describe("the rows of a blank form", () => {
  it("are filled from the first, and go on below in the look of the last", async () => {
    const { written, plan } = await planned([1, 2, 3, 4, 5, 6].map((number) => item(number)));
    expect(written).toEqual([
      ["B9", "V-1"],
      ["D9", "Weak 1"],
      ["B10", "V-2"],
      ["D10", "Weak 2"],
      ["B11", "V-3"],
      ["D11", "Weak 3"],
      ["B12", "V-4"],
      ["D12", "Weak 4"],
      ["B13", "V-5", "like row 12"],
      ["D13", "Weak 5", "like row 12"],
      ["B14", "V-6", "like row 12"],
      ["D14", "Weak 6", "like row 12"],
    ]);
    // The new rows have all 27 cells of the form.
    expect(plan.patches).toHaveLength(8 + 2 * 27);
    expect(plan.notes).toEqual(["2 rows are added below those that the form has ready on 'Open POA&M Items'"]);
  });

  it("keep their formula where the item has no date, and give it up to one that is recorded", async () => {
    const formula = { scheduledCompletion: { xml: ' t="str"><f>"due"</f><v>due</v>' } };
    const rows = { 9: formula, 10: formula, 11: formula, 12: formula };
    const items = [item(1), item(2, { scheduledCompletion: { date: "2026-08-01" } })];
    const { bytes, poam, placed, plan, written } = await planned(items, { rows });
    expect(plan.patches.find(({ at }) => at.row === 10 && at.column === 13)?.was).toBe("due");
    expect(written).toContainEqual(["M10", { date: "2026-08-01" }]);
    expect(plan.notes).toEqual([
      `1 recorded value takes the place of the form's formula in "Scheduled Completion Date" on '${OPEN}'`,
      `1 item without a value keeps the form's formula in "Scheduled Completion Date" on '${OPEN}'`,
    ]);
    const { poam: filled } = await fill({ bytes, poam, file: "form.xlsx" }, placed);
    const sheet = filled.workbook.sheets[0]!;
    const formulas = [9, 10, 11, 12].map((row) => sheet.formula(sheet.cell(sheet.rowIndex(row), 13)));
    expect(formulas).toEqual(['"due"', undefined, '"due"', '"due"']);
    expect([...filled.items()].map(({ scheduledCompletion: due }) => [due?.kind, due?.value])).toEqual([
      ["text", undefined],
      ["date", "2026-08-01"],
    ]);
  });

  it("take a number as text where their cells show days", async () => {
    const { written } = await planned([item(1, { detectedOn: 46_100, sourceIdentifier: 19_506 })]);
    expect(written).toContainEqual(["L9", "46100"]);
    expect(written).toContainEqual(["G9", 19_506]);
  });

  it("take a day before Excel's calendar as its text", async () => {
    const { written } = await planned([
      item(1, { detectedOn: { date: "0026-03-12" }, comments: { date: "1899-12-31" } }),
    ]);
    expect(written).toContainEqual(["L9", "0026-03-12"]);
    expect(written).toContainEqual(["Y9", "1899-12-31"]);
  });

  it("begin below the form's own example item, which is cleared, as lint asks, but for its formula", async () => {
    const form = await blankFile(readFileSync("fixtures/blank/fedramp-2022.xlsx"), "fedramp-2022.xlsx");
    expect(form.poam.oddRows.map(({ kind, at }) => [kind, at.row])).toEqual([["example-left-in", 8]]);
    const { poam, notes } = await fill(form, placedOn(sheetsOf(form.poam)[0]!, [item(1)]));
    expect([...poam.items()].map(({ row, id }) => [row, id?.value])).toEqual([[9, "V-1"]]);
    expect(poam.oddRows).toEqual([]);
    expect(notes).toContain("the form's example in row 8 of 'Open POA&M Items' is cleared");
  });
});

describe("the header block", () => {
  const VALUES: Readonly<Partial<Record<HeaderField, Exclude<CellValue, null>>>> = {
    organization: "Acme Cloud, Inc.",
    system: "=Acme",
    impactLevel: "High",
    poamDate: { date: "2026-03-31" },
    exportedOn: { date: "2026-03-30" },
    pocPhone: "555-0100",
  };
  it.each([
    ["fedramp-rev5-v3.0", ["B4 =B", "C4 =C", "D4 =D", "E4 =E"]],
    ["fedramp-rev5-v2.1", ["A3 =A", "B3 =B", "C3 =C", "D3 =D"]],
    ["fedramp-2018", ["A3 =A", "B3 =B", "C3 =C", "D3 =D"]],
    ["emass-2020", ["D5 =D", "D2 =D", "K5 =K"]],
    ["emass-navy-2026", ["D5 =D", "D2 =D", "M5 =M"]],
    ["generic", ["B2 =B", "B3 =B", "B4 =B", "B5 =B", "E3 =E"]],
    ["cmmc", ["B2 =B", "B3 =B", "B4 =B"]],
  ])("of %s takes its values at %s, and reads back", async (id, places) => {
    const form = await blankFile(readFileSync(`fixtures/blank/${id}.xlsx`), `${id}.xlsx`);
    const asked = form.poam.template.header!.map(({ field }) => field).filter((field) => VALUES[field] !== undefined);
    const header = new Map(asked.map((field) => [field, VALUES[field]!]));
    const { poam } = await fill(form, { header, sheets: [] });
    const filled = poam.header.filter(({ field }) => header.has(field));
    expect(filled.map(({ value }) => reference(value).split("!")[1]).sort()).toEqual(
      places.map((place) => place.split(" ")[0]).sort(),
    );
    const read = filled.map(({ field, value }) => [field, value.kind === "date" ? { date: value.text } : value.text]);
    expect(new Map(read as [HeaderField, CellValue][])).toEqual(header);
  });
});

describe("a form that cannot take everything is left as it is", () => {
  const merged = '<mergeCells count="1"><mergeCell ref="B10:B11"/></mergeCells>';
  it.each<[string, readonly Values[], Partial<FileSheet>, Placed["header"], string]>([
    [
      "merged rows",
      [item(1), item(2), item(3)],
      { tail: merged },
      new Map(),
      "item 2 for 'Open POA&M Items' (and 1 more): row 10 of 'Open POA&M Items', where it would go, has a merged cell.",
    ],
    [
      "a hidden sheet",
      [item(1)],
      { visibility: "hidden" },
      new Map(),
      "item 1 for 'Open POA&M Items': the sheet 'Open POA&M Items' is hidden.",
    ],
    [
      "no such label",
      [item(1)],
      {},
      new Map([["system", "Acme"]]),
      `the header's "Cloud Service Offering": the workbook has no such label above its items.`,
    ],
    [
      "a text that is too long",
      [item(1, { comments: "x".repeat(32_768) })],
      {},
      new Map(),
      "'Open POA&M Items'!Y9: its text would have 32,768 characters; Excel takes 32,767.",
    ],
  ])("%s", async (_, items, open, header, why) => {
    const { bytes, poam, placed } = await planned(items, open, header);
    await expect(fillWorkbook({ bytes, poam, file: "form.xlsx" }, placed)).rejects.toThrow(
      `form.xlsx cannot take everything, and so nothing was written: ${why}`,
    );
  });

  it("a sheet that it does not have", async () => {
    const { bytes, poam, placed } = await planned([item(1)]);
    const elsewhere = {
      ...placed,
      sheets: placed.sheets.map((one) => ({ ...one, sheet: { ...one.sheet, name: "Open" } })),
    };
    const { refused } = fillBlank(poam, elsewhere, await readAnchors(bytes, "form.xlsx"), "form.xlsx");
    expect(refused).toEqual([{ what: "item 1 for 'Open'", why: "the form has no sheet 'Open' of items" }]);
  });

  it.each([
    [{ 9: { id: "V-1", weakness: "Weak" } }, "an item"],
    [{ 9: { id: "V-1", weakness: "Weak" }, 10: { id: "V-2", weakness: "Weak, too" } }, "2 items"],
  ])("items that are there already", async (rows, held) => {
    await expect(planned([item(3)], { rows })).rejects.toThrow(
      `form.xlsx holds ${held} already. Give the publisher's blank form to be filled.`,
    );
  });
});

it("a CSV file is no form to be filled", async () => {
  const headings = "POAM ID,Weakness Name,Original Detection Date,Status,Point of Contact,Team\n";
  const form = await blankFile(Buffer.from(headings), "tracker.csv");
  const placed = placedOn(sheetsOf(form.poam)[0]!, [item(1)]);
  await expect(fillWorkbook(form, placed)).rejects.toThrow(
    "tracker.csv is no Excel workbook (.xlsx or .xlsm), and only these are filled.",
  );
});

describe("the sheets of a blank form", () => {
  it("are its registers, with what the form's data says of their columns", async () => {
    const form = await blankFile(readFileSync("fixtures/blank/emass-2020.xlsx"), "emass-2020.xlsx");
    const [sheet, ...others] = sheetsOf(form.poam);
    expect(others).toEqual([]);
    expect([sheet!.name, sheet!.state, sheet!.columns.length]).toEqual(["POA&M", "by-status", 22]);
    // eMASS has this heading twice; the first has no meaning.
    expect(sheet!.columns.filter(({ heading }) => heading === "Control Vulnerability Description")).toMatchObject([
      { column: 1, field: undefined, notation: "any" },
      { column: 3, field: "description", notation: "any" },
    ]);
    expect(sheet!.columns[13]).toMatchObject({ column: 14, field: "originalRating", list: ["I", "II", "III"] });
  });

  it("are in FedRAMP 3.0 four, of one state each", async () => {
    const form = await blankFile(readFileSync("fixtures/blank/fedramp-rev5-v3.0.xlsx"), "fedramp-rev5-v3.0.xlsx");
    expect(
      sheetsOf(form.poam).map(({ name, state, columns }) => [name, state, columns[0]!.column, columns.length]),
    ).toEqual([
      [OPEN, "open", 2, 27],
      ["Closed POA&M Items", "closed", 1, 27],
      ["Configuration Findings", "configuration", 1, 27],
      ["PL-2 Findings", "documentation", 2, 5],
    ]);
  });
});
