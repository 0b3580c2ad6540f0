import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import exceljs from "exceljs";
import { afterAll, describe, expect, test } from "vitest";
import { columnLetters } from "../../src/model/cell.js";
import type { SheetColumn } from "../../src/model/placed.js";
import { blankOf } from "../../src/template/blank.js";
import { dueFormula } from "../../src/workbook/due-formula.js";
import { breaksMilestoneGrammar } from "../../src/workbook/milestone-check.js";
import { newWorkbook } from "../../src/workbook/new-workbook.js";
import { hostileItems, isDate } from "../placed-items.js";
import { TEMPLATES } from "../templates.js";
import { type Seen, seenByLibreOffice, seenByOpenpyxl } from "./readers.js";

const FORMS = TEMPLATES.filter(({ purpose, medium }) => purpose !== "companion" && medium !== "csv");
const scratch = mkdtempSync(join(tmpdir(), "poam-new-"));
const folder = join(scratch, "books");
mkdirSync(folder);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

for (const template of FORMS) {
  const facts = { asOf: "2026-03-31", tool: "poam 1.2.3" };
  writeFileSync(join(folder, `blank-${template.id}.xlsx`), await newWorkbook(template, blankOf(template), facts));
  writeFileSync(join(folder, `filled-${template.id}.xlsx`), await newWorkbook(template, hostileItems(template), facts));
}
const readers = {
  openpyxl: await seenByOpenpyxl(folder),
  LibreOffice: await seenByLibreOffice(folder, scratch),
} as const;

describe.each(Object.entries(readers))("%s", (_, seen) => {
  describe.each(FORMS.map((template) => [template.id, template] as const))("%s", (id, template) => {
    const sheetsOf = (name: string): NonNullable<Seen["sheets"]> => {
      const book = seen.get(`${name}-${id}.xlsx`);
      expect(book?.error).toBe(undefined);
      return book!.sheets!;
    };
    const layouts = blankOf(template).sheets.map(({ sheet }) => ({
      ...sheet,
      ...template.sheets.find(({ name }) => name === sheet.name)!,
      columns: sheet.columns,
    }));

    test("has its headings where the form has them", () => {
      const sheets = sheetsOf("blank");
      for (const { name, columns, headingRow } of layouts) {
        const seen = columns.map(
          ({ column }) => sheets[name]!.cells[`${columnLetters(column)}${headingRow}`]?.[1] ?? "",
        );
        expect(seen).toEqual(columns.map(({ heading }) => heading));
      }
    });

    test("has its lists and date checks", () => {
      const sheets = sheetsOf("blank");
      for (const { name, columns, firstRow } of layouts) {
        const checked = sheets[name]!.validations.flatMap(([range, type]) =>
          range.split(" ").map((part) => `${type} ${part.split(":")[0]}`),
        );
        const wanted = columns.flatMap(({ column, list, field }) =>
          list || isDate(field) ? [`${list ? "list" : "date"} ${columnLetters(column)}${firstRow}`] : [],
        );
        for (const check of wanted) expect(checked).toContain(check);
      }
    });

    test("has days as days, and texts that look like formulas as texts", () => {
      const sheets = sheetsOf("filled");
      for (const { name, columns, firstRow } of layouts) {
        for (const { column, field, list } of columns) {
          const cell = sheets[name]!.cells[`${columnLetters(column)}${firstRow}`];
          if (list || field === "id") continue;
          // LibreOffice writes a stroke before each hyphen.
          const plain = cell?.map((part) => (typeof part === "string" ? part.replaceAll("\\", "") : part));
          if (isDate(field)) expect(plain).toEqual(["d", 46_112, "yyyy-mm-dd"]);
          else expect(cell?.slice(0, 2)).toEqual(["s", "=1+1"]);
        }
      }
    });
  });
});

/** Cells and whether the format marks them. */
const PLANNED: readonly (readonly [string, boolean])[] = [
  ["(1) 2026-06-30 : text", false],
  ["(12)2026/06/30:text", false],
  ["(1) 6/30/2026 : text", false],
  ["(1) 2026-06-30 : a\n\n(2) 2026-07-30 : b", false],
  ["(1) 2026-06-30 : a, see (2)\nmore\n(note) x", false],
  [`(1) 2026-06-30 : ${"x".repeat(32_000)}`, false],
  ["N/A", false],
  ["(1) 2026-06-30 : a\n(2) 2026-07-30 : b", true],
  ["Test by June", true],
  ["(1) June 30 : text", true],
  ["(a) 2026-06-30 : text", true],
  ["1) 2026-06-30 : text", true],
  ["(1) 2026-06-30 text", true],
  ["(1 2026-06-30 : text", true],
];
const CHANGES: readonly (readonly [string, boolean])[] = [
  ["(1) Update 2026-06-30 : text", false],
  ["(1) new 2026-06-30: text", false],
  ["(1) Complete 2026-06-30  : a\n\n(2) New 2026-07-30 : b", false],
  ["none", false],
  ["(1) 2026-06-30 : text", true],
  ["(1) Moved 2026-06-30 : text", true],
  ["(1) New June : text", true],
  ["(1) New 2026-06-30 : a\n(2) Update 2026-07-30 : b", true],
];
/** Detection, original and adjusted rating, risk adjustment, and the due date by facts of FedRAMP's form; serials. */
const DUE = [
  [46_000, "High", "", "", 46_030],
  [46_000, "Moderate", "Low", "No", 46_090],
  [46_000, "Moderate", "Low", "Pending", 46_090],
  [46_000, "Moderate", "Low", "Yes", 46_180],
  [46_000, "Low", "High", "Yes", 46_030],
  [46_000, "High", "N/A", "Yes", 46_030],
  [46_000, "Critical", "", "", ""],
  ["", "High", "", "", ""],
] as const;

test("the formulas come to what they should", async () => {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet("Formulas");
  const wanted: string[] = [];
  const add = (values: readonly (string | number)[], formula: (row: number) => string, result: string) => {
    const row = wanted.push(result);
    sheet.getCell(row, 1).value = { formula: formula(row) };
    for (const [index, value] of values.entries()) if (value !== "") sheet.getCell(row, 2 + index).value = value;
  };
  for (const [text, marked] of PLANNED)
    add([text], (row) => breaksMilestoneGrammar(`B${row}`, false), marked ? "TRUE" : "FALSE");
  for (const [text, marked] of CHANGES)
    add([text], (row) => breaksMilestoneGrammar(`B${row}`, true), marked ? "TRUE" : "FALSE");
  const fields = ["detectedOn", "originalRating", "adjustedRating", "riskAdjustment"] as const;
  const columns = fields.map((field, index) => ({ field, column: 2 + index }) as SheetColumn);
  for (const [found, original, adjusted, approved, due] of DUE)
    add([found, original, adjusted, approved], (row) => dueFormula(columns, row)!, String(due));
  const file = join(scratch, "formulas.xlsx");
  await book.xlsx.writeFile(file);
  const profile = `-env:UserInstallation=${pathToFileURL(join(scratch, "profile"))}`;
  execFileSync("soffice", [
    profile,
    "--headless",
    "--convert-to",
    "csv:Text - txt - csv (StarCalc):9,34,76",
    "--outdir",
    scratch,
    file,
  ]);
  const rows = readFileSync(join(scratch, "formulas.csv"), "utf8").split(/\n(?=TRUE|FALSE|46|\t)/);
  expect(rows.map((row) => row.split("\t")[0]!.trim())).toEqual(wanted);
});
