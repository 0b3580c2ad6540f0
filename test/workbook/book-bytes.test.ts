import exceljs from "exceljs";
import { expect, it } from "vitest";
import { bookBytes } from "../../src/workbook/book-bytes.js";
import { openWorkbook } from "../../src/workbook/open.js";

/** Beginning at an even place or at an odd one, a pair of surrogates stands on every boundary between two pieces. */
it("keeps characters whole that exceljs would cut in two", async () => {
  const texts = ["🛰".repeat(16_383), `x${"🛰".repeat(16_383)}`];
  const book = new exceljs.Workbook();
  book.addWorksheet("S").addRows(texts.map((text) => [text]));
  const [sheet] = (await openWorkbook(await bookBytes(book), "s.xlsx")).sheets;
  expect([0, 1].map((row) => sheet!.text(sheet!.cell(row, 1)) === texts[row])).toEqual([true, true]);
});
