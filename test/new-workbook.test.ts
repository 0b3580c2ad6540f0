import { describe, expect, it } from "vitest";
import { lint } from "../src/lint.js";
import { columnLetters } from "../src/model/cell.js";
import type { Placed, PlacedRow } from "../src/model/placed.js";
import type { Template } from "../src/model/template.js";
import type { Sheet, Workbook } from "../src/model/workbook.js";
import { PACKS } from "../src/packs/index.js";
import { blankOf } from "../src/template/blank.js";
import { readPoam } from "../src/template/read.js";
import { partBytes } from "../src/workbook/inflate.js";
import { newWorkbook } from "../src/workbook/new-workbook.js";
import { openWorkbook } from "../src/workbook/open.js";
import { findEntry, readZip } from "../src/workbook/zip.js";
import { hostileItems, isDate } from "./placed-items.js";
import { TEMPLATES, templateNamed } from "./templates.js";

const FORMS = TEMPLATES.filter(({ purpose, medium }) => purpose !== "companion" && medium !== "csv");
const FACTS = { asOf: "2026-03-31", tool: "poam 1.2.3" };

const made = (template: Template, placed: Placed = blankOf(template)) => newWorkbook(template, placed, FACTS);
const opened = async (template: Template, placed?: Placed) =>
  openWorkbook(await made(template, placed), `${template.id}.xlsx`);
const read = (workbook: Workbook) => readPoam(workbook, TEMPLATES, { fileName: "new.xlsx" });
const sheetNamed = ({ sheets }: Workbook, name: string) => sheets.find((sheet) => sheet.name === name)!;

describe.each(FORMS.map((template) => [template.id, template] as const))("a new %s", (id, template) => {
  it("is that form to every reader, without items and without a difference", async () => {
    const poam = read(await opened(template));
    const { counts, differences, oddRows, header, registers } = poam;
    expect({ id: poam.template.id, total: counts.total, differences, oddRows }).toEqual({
      id,
      total: 0,
      differences: [],
      oddRows: [],
    });
    expect(header.map(({ field, filled }) => [field, filled])).toEqual(
      (template.header ?? []).map(({ field }) => [field, false]),
    );
    expect(registers.map(({ sheet, headingRow }) => [sheet, headingRow])).toEqual(
      template.sheets.map(({ name, headingRow }) => [name, headingRow]),
    );
    const packs = PACKS.filter((pack) => template.packs.includes(pack.id));
    const rules = lint(poam, { packs, asOf: FACTS.asOf, settings: {} }).map(({ rule }) => rule);
    expect(rules.filter((rule) => rule !== "header-unfilled" && rule !== "template-outdated")).toEqual([]);
  });

  it("gives every text, day and list value back as it was placed", async () => {
    const placed = hostileItems(template);
    const workbook = await opened(template, placed);
    for (const { sheet, items } of placed.sheets) {
      const { firstRow } = template.sheets.find(({ name }) => name === sheet.name)!;
      const changed = items.flatMap(([row], index) => {
        const seen = valuesOf(sheetNamed(workbook, sheet.name), firstRow + index);
        return [...row!].flatMap(([column, value]) => {
          const [placed, read] = [value, seen[column]].map((one) => JSON.stringify(one));
          return placed === read
            ? []
            : [`${columnLetters(column)}${firstRow + index}: ${cut(placed)} read as ${cut(read)}`];
        });
      });
      expect(changed).toEqual([]);
    }
    const poam = read(workbook);
    const items = placed.sheets.filter(({ sheet }) => sheet.state !== "documentation");
    expect(poam.template.id).toBe(id);
    expect(poam.counts.total).toBe(items.reduce((sum, { items }) => sum + items.length, 0));
    expect(poam.differences).toEqual([]);
    expect(Object.fromEntries(poam.header.map(({ field, value }) => [field, value.text]))).toEqual(
      Object.fromEntries([...placed.header].map(([field, value]) => [field, textOf(value)])),
    );
  });

  it("is the same bytes from the same input", async () => {
    expect((await made(template)).equals(await made(template))).toBe(true);
  });

  it("checks lists and dates over bounded rows, a range a column", async () => {
    const bytes = await made(template, hostileItems(template));
    const { sheets } = await openWorkbook(bytes, "new.xlsx");
    for (const layout of template.sheets) {
      const { columns } = blankOf(template).sheets.find(({ sheet }) => sheet.name === layout.name)!.sheet;
      const last = layout.firstRow + 24 + 200 - 1;
      const wanted = columns
        .filter(({ list, field }) => list || isDate(field))
        .map(({ column, list }) => {
          const letters = columnLetters(column);
          return `${list ? "list" : "date"} ${letters}${layout.firstRow}:${letters}${last}`;
        });
      const part = sheetXml(bytes, sheets.findIndex(({ name }) => name === layout.name) + 1);
      const found = [...part.matchAll(/<dataValidation type="(\w+)".*?sqref="([^"]+)"/g)]
        .filter(([, , range]) => range!.includes(":"))
        .map(([, type, range]) => `${type} ${range}`);
      expect(found.sort()).toEqual(wanted.sort());
      // 1 January 1980.
      const days = [...part.matchAll(/<dataValidation type="date".*?<formula1>(.*?)<\/formula1>/g)].map(
        (day) => day[1],
      );
      expect(new Set(days)).toEqual(new Set(days.length > 0 ? ["29221"] : []));
    }
  });
});

describe("the scheduled completion", () => {
  it.each([
    ["fedramp-rev5-v3.0", 9, "M"],
    ["fedramp-rev5-v2.1", 9, "L"],
    ["fedramp-2018", 9, "L"],
  ])("of %s is a day in items and a formula in the 200 rows below", async (id, firstRow, letters) => {
    const template = templateNamed(id);
    const placed = hostileItems(template);
    const [open, ...others] = placed.sheets;
    const column = open!.sheet.columns.find(({ field }) => field === "scheduledCompletion")!.column;
    // The second item has no day: none is worked out for it.
    const without: PlacedRow = new Map([...open!.items[1]![0]!].filter(([one]) => one !== column));
    const few = { ...placed, sheets: [{ ...open!, items: [open!.items[0]!, [without]] }, ...others] };
    expect(columnLetters(column)).toBe(letters);
    const sheet = sheetNamed(await opened(template, few), "Open POA&M Items");
    const formulas = [];
    for (let index = 0; index < sheet.rowCount; index++) {
      const handle = sheet.cell(index, column);
      if (handle >= 0 && sheet.formula(handle) !== undefined) formulas.push(sheet.rowNumber(index));
    }
    expect(formulas).toEqual(Array.from({ length: 200 }, (_, index) => firstRow + 2 + index));
    expect(valuesOf(sheet, firstRow)[column]).toEqual({ date: "2026-03-31" });
    expect(valuesOf(sheet, firstRow + 1)[column]).toBe(undefined);
  });

  it.each(["emass-navy-2026", "cmmc", "generic"])("of %s is never a formula", async (id) => {
    const [sheet] = (await opened(templateNamed(id))).sheets;
    const handles = Array.from({ length: sheet!.firstCell(sheet!.rowCount) }, (_, handle) => handle);
    expect(handles.filter((handle) => sheet!.formula(handle) !== undefined)).toEqual([]);
  });
});

describe("a list that no cell can hold", () => {
  const COMMAS = ["Low, really", "High", "=1", "_x0041_"];
  const own = (listSheet?: string): Template => ({
    ...templateNamed("cmmc"),
    ...(listSheet && { listSheet }),
    sheets: templateNamed("cmmc").sheets.map((sheet) => ({
      ...sheet,
      columns: sheet.columns.map((column) =>
        column.field === "originalRating" ? { ...column, list: COMMAS } : column,
      ),
    })),
  });

  it.each([
    [undefined, "Lists"],
    ["Werte's", "Werte's"],
  ])("stands on a hidden sheet: %s", async (given, name) => {
    const bytes = await made(own(given));
    const { sheets } = await openWorkbook(bytes, "new.xlsx");
    const lists = sheets.at(-1)!;
    expect([lists.name, lists.visibility]).toEqual([name, "hidden"]);
    expect(COMMAS.map((_, index) => lists.text(lists.cell(index, 1)))).toEqual(COMMAS);
    expect(sheetXml(bytes, 1)).toContain(
      `<formula1>&apos;${name.replaceAll("'", "&apos;&apos;")}&apos;!$A$1:$A$4</formula1>`,
    );
  });

  it("does not stand in the way of an import that allows certain sheets only", async () => {
    const { sheets } = await opened(templateNamed("emass-navy-2026"));
    expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["POA&M", "visible"],
      ["Sheet1", "hidden"],
    ]);
  });
});

it("has the sheets of FedRAMP's form in its order, and opens on the open items", async () => {
  const bytes = await made(templateNamed("fedramp-rev5-v3.0"));
  const { sheets } = await openWorkbook(bytes, "new.xlsx");
  expect(sheets.map(({ name }) => name)).toEqual([
    "Instructions",
    "Open POA&M Items",
    "Closed POA&M Items",
    "Configuration Findings",
    "PL-2 Findings",
    "Record of Changes",
  ]);
  expect(part(bytes, "xl/workbook.xml")).toContain('activeTab="1"');
});

/** A row's values by column, as they were placed: texts, numbers and days. */
function valuesOf(sheet: Sheet, row: number): Record<number, unknown> {
  const index = sheet.rowIndex(row);
  const values: Record<number, unknown> = {};
  for (let handle = sheet.firstCell(index); handle < sheet.firstCell(index + 1); handle++) {
    const kind = sheet.kind(handle);
    values[sheet.column(handle)] =
      kind === "date" ? { date: sheet.date(handle) } : (sheet.number(handle) ?? sheet.text(handle));
  }
  return values;
}

/** A failed test is to be readable, with texts of 32,767 characters too. */
function cut(text = "nothing"): string {
  return text.length > 80 ? `${text.slice(0, 80)}… (${text.length})` : text;
}

function textOf(value: unknown): string {
  return typeof value === "object" && value !== null && "date" in value ? String(value.date) : String(value);
}

function sheetXml(bytes: Buffer, number: number): string {
  return part(bytes, `xl/worksheets/sheet${number}.xml`);
}

function part(bytes: Buffer, name: string): string {
  const zip = readZip(bytes, "new.xlsx");
  return partBytes(zip, findEntry(zip, name)!).toString("utf8");
}
