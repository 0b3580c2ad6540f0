import fc from "fast-check";
import { expect, test } from "vitest";
import { type CellPatch, type CellValue, columnLetters } from "../../src/model/cell.js";
import { addDays } from "../../src/model/date.js";
import type { Sheet } from "../../src/model/workbook.js";
import { openWorkbook } from "../../src/workbook/open.js";
import { applyPatches } from "../../src/workbook/patch.js";
import { readZip } from "../../src/workbook/zip.js";
import { makeWorkbook, stylesWith } from "./make-workbook.js";
import { partText } from "./patching.js";
import { type ReferenceCell, referenceCells } from "./reference-reader.js";

const ROWS = 12;
const COLUMNS = 6;
const STRINGS = ["plain", " blanks ", "a_x005F_x000D_b", "<&>", ""];
const sharedStrings = `${STRINGS.map((text) => `<si><t xml:space="preserve">${text.replace("&", "&amp;").replace("<", "&lt;")}</t></si>`).join("")}<si><r><t>ri</t></r><r><t>ch</t></r></si>`;

/** A cell as a sheet may have it; the last column holds one shared formula in every row. */
const cellMarkup = fc.oneof(
  fc.constant(undefined),
  fc.constant("<c R S/>"),
  fc.nat({ max: STRINGS.length }).map((index) => `<c R S t="s"><v>${index}</v></c>`),
  fc.integer({ min: -99, max: 50_000 }).map((number) => `<c R S><v>${number}</v></c>`),
  fc.constantFrom(
    '<c R S t="inlineStr"><is><t>in place</t></is></c>',
    '<c R t="b" S><v>1</v></c>',
    '<c R S t="e"><v>#N/A</v></c>',
    '<c S R t="str"><f>"a"&amp;"b"</f><v>ab</v></c>',
    "<c R S><f>NOW()</f></c>",
  ),
);
const style = fc.nat({ max: 3 });
const row = fc.option(
  fc.record({
    cells: fc.array(fc.tuple(cellMarkup, style), { minLength: COLUMNS, maxLength: COLUMNS }),
    isShared: fc.boolean(),
    attributes: fc.constantFrom("", ' spans="2:4"', ' s="1" customFormat="1"', ' hidden="1"'),
  }),
  { nil: undefined },
);

const value: fc.Arbitrary<CellValue> = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom("_", "x", "0", "4", "1", "\r", "\n", "\x07", "\ud800", " ", "<", "="),
    maxLength: 12,
  }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.integer({ min: 0, max: 60_000 }).map((days) => ({ date: addDays("1900-01-01", days) })),
);
const place = fc.record({
  row: fc.integer({ min: 1, max: ROWS + 3 }),
  column: fc.integer({ min: 1, max: COLUMNS + 3 }),
});
const patches = fc.uniqueArray(fc.tuple(place, value), {
  minLength: 1,
  maxLength: 12,
  selector: ([{ row, column }]) => `${row} ${column}`,
});

type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

function sheetRows(rows: readonly Row[]): string {
  const first = rows.findIndex((made) => made?.isShared);
  return rows
    .map((made, index) => {
      if (!made) return "";
      const number = index + 1;
      const cells = made.cells.map(([markup, named], column) => {
        const reference = `r="${columnLetters(column + 1)}${number}"`;
        return markup?.replace("R", reference).replace("S", named === 0 ? "" : `s="${named}"`) ?? "";
      });
      const master = `t="shared" ref="G${first + 1}:G${ROWS}" si="0"`;
      const formula = index === first ? `<f ${master}>A${number}*2</f>` : '<f t="shared" si="0"/>';
      const shared = made.isShared ? `<c r="G${number}">${formula}<v>4</v></c>` : "";
      return `<row r="${number}"${made.attributes}>${cells.join("")}${shared}</row>`;
    })
    .join("");
}

const key = ({ row, column }: { row: number; column: number }) => `${columnLetters(column)}${row}`;
const byPlace = (cells: readonly ReferenceCell[]) => new Map(cells.map((cell) => [key(cell), cell]));
const textAt = (sheet: Sheet, row: number, column: number) => {
  const handle = sheet.rowIndex(row) < 0 ? -1 : sheet.cell(sheet.rowIndex(row), column);
  return handle < 0 ? "" : sheet.text(handle);
};

/** What a second reader finds in a cell after its patch. */
function written(value: CellValue, date1904: boolean) {
  if (value === null || value === "") return undefined;
  if (typeof value === "string") return { type: "inlineStr", value };
  if (typeof value === "boolean") return { type: "b", value: value ? "1" : "0" };
  if (typeof value === "number") return { type: "n", value: String(value) };
  // Reckoned from another day than the patcher does: 1900-03-01 is 61, 1904-01-01 is 0.
  const days = (day: string) => (Date.parse(value.date) - Date.parse(day)) / 86_400_000;
  const serial = date1904 ? days("1904-01-01") : days("1900-03-01") >= 0 ? days("1900-03-01") + 61 : days("1899-12-31");
  return { type: "n", value: String(serial) };
}

test("whatever is written reads back, and all else is as it was", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: ROWS }), patches, fc.boolean(), async (rows, wanted, date1904) => {
      const styles = stylesWith(14, "0.00", "@");
      const sheets = [sheetRows(rows), '<row r="1"><c r="A1"><v>1</v></c></row>'];
      const workbookPr = date1904 ? 'date1904="1"' : "";
      const bytes = makeWorkbook({ sheets, styles, sharedStrings, workbookPr });
      const sheet = (await openWorkbook(bytes, "made.xlsx")).sheets[0]!;
      const asked = wanted.map(
        ([{ row, column }, value]): CellPatch => ({
          at: { sheet: "Sheet1", row, column },
          was: textAt(sheet, row, column),
          value,
        }),
      );
      const result = await applyPatches(bytes, asked, "made.xlsx");

      const tooEarly = asked.filter(
        ({ value }) => Number(written(value, date1904)?.value) < (date1904 ? 0 : 1) && typeof value === "object",
      );
      expect(result.refused.map(({ patch }) => patch)).toEqual(tooEarly);

      const [before, after] = [readZip(bytes, "made.xlsx"), readZip(result.bytes, "made.xlsx")];
      expect(after.entries.map(({ name }) => name)).toEqual(before.entries.map(({ name }) => name));
      for (const [index, entry] of before.entries.entries()) {
        const copy = after.entries[index]!;
        const isSame = bytes.subarray(entry.start, entry.end).equals(result.bytes.subarray(copy.start, copy.end));
        expect(isSame, entry.name).toBe(!result.changedParts.includes(entry.name));
      }
      expect(["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"]).toEqual(
        expect.arrayContaining([...result.changedParts]),
      );

      const applied = new Map(
        asked.filter((patch) => !tooEarly.includes(patch)).map((patch) => [key(patch.at), patch]),
      );
      const old = byPlace(referenceCells(partText(bytes, "xl/worksheets/sheet1.xml")));
      const now = byPlace(referenceCells(partText(result.bytes, "xl/worksheets/sheet1.xml")));
      let heirs = 0;
      for (const place of new Set([...old.keys(), ...now.keys(), ...applied.keys()])) {
        const patch = applied.get(place);
        if (patch) {
          const cell = now.get(place);
          expect(cell && { type: cell.type, value: cell.value }, place).toEqual(written(patch.value, date1904));
          expect(cell?.formula).toBeUndefined();
          continue;
        }
        const [was, is] = [old.get(place), now.get(place)];
        if (was?.formula === "" && is?.formula) {
          heirs++;
          expect(is).toEqual({ ...was, formula: `A${was.row}*2` });
        } else expect(is, place).toEqual(was);
      }
      expect(heirs).toBeLessThanOrEqual(1);
      const read = (await openWorkbook(result.bytes, "made.xlsx")).sheets[0]!;
      for (const { at, value } of applied.values()) {
        if (typeof value === "object" && value !== null) expect(textAt(read, at.row, at.column)).toBe(value.date);
      }
      const left = [...now.values()].filter(({ column, formula }) => column === COLUMNS + 1 && formula !== undefined);
      if (left.length > 0) expect(left[0]!.formula).toBe(`A${left[0]!.row}*2`);
    }),
    { numRuns: 150 },
  );
});
