import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { columnLetters } from "../../src/model/cell.js";
import { fillBlank } from "../../src/rows/fill.js";
import { sheetsOf } from "../../src/rows/item-sheets.js";
import { readAnchors } from "../../src/workbook/anchors.js";
import { blankFile, fill } from "../convert/filled-form.js";
import { OFFICIAL_FORMS } from "../convert/official-forms.js";
import { PLAIN_TEXTS, placedItems } from "../convert/placed-items.js";
import { losses } from "../lossless/losses.js";
import { type Seen, seenByLibreOffice, seenByOpenpyxl } from "./readers.js";
import { seenAs, wanted } from "./seen-values.js";

const scratch = mkdtempSync(join(tmpdir(), "poam-into-"));
const folder = join(scratch, "books");
mkdirSync(folder);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const books = await Promise.all(
  OFFICIAL_FORMS.map(async ({ name, bytes }, index) => {
    const blank = await blankFile(bytes, name);
    const placed = placedItems(sheetsOf(blank.poam), 500, PLAIN_TEXTS);
    const { patches } = fillBlank(blank.poam, placed, await readAnchors(bytes, name), name);
    const { patched } = await fill(blank, placed);
    const file = `${index}.${name.split(".").at(-1)}`;
    writeFileSync(join(folder, `before-${file}`), blank.bytes);
    writeFileSync(join(folder, `after-${file}`), patched.bytes);
    return { name, file, blank, patches, patched };
  }),
);

describe.skipIf(OFFICIAL_FORMS.length === 0)("the publishers' forms, filled with 500 items", () => {
  test.each(books)("$name lost nothing", ({ blank, patches, patched }) => {
    expect(losses(blank.bytes, patches, patched)).toEqual([]);
  });
});

const [openpyxl, libreOffice] =
  OFFICIAL_FORMS.length === 0 ? [] : await Promise.all([seenByOpenpyxl(folder), seenByLibreOffice(folder, scratch)]);

describe.skipIf(OFFICIAL_FORMS.length === 0).each([
  ["openpyxl", openpyxl],
  ["LibreOffice", libreOffice],
])("%s", (_, seen) => {
  test.each(books)("sees the items of $name, and all else as before", ({ name, file, patches }) => {
    const [before, after] = [seen!.get(`before-${file}`)!, seen!.get(`after-${file}`)!];
    expect(after.error).toBe(undefined);
    const cells = (book: Seen) =>
      Object.fromEntries(Object.entries(book.sheets!).map(([name, sheet]) => [name, { ...sheet.cells }]));
    const [then, now] = [cells(before), cells(after)];
    let formulas = 0;
    for (const { at, value } of patches) {
      const cell = `${columnLetters(at.column)}${at.row}`;
      expect({ at, seen: seenAs(value, now[at.sheet]![cell]) }).toEqual({ at, seen: wanted(value, false) });
      if (then[at.sheet]![cell]?.[0] === "f") formulas++;
      delete now[at.sheet]![cell];
      delete then[at.sheet]![cell];
    }
    // Rows left empty have their formulas, and the form its texts, as they were.
    expect(now).toEqual(then);
    expect(formulas > 0).toBe(name.startsWith("FedRAMP"));
    const rest = (book: Seen) => ({
      names: book.names,
      sheets: Object.entries(book.sheets!).map(([name, { cells: _, ...sheet }]) => [name, sheet]),
    });
    expect(rest(after)).toEqual(rest(before));
  });
});
