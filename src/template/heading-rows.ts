import type { Template } from "../model/template.js";
import type { Sheet } from "../model/workbook.js";
import { firstLine, fold } from "./fold.js";

/** One filled cell of a row that may be the heading row. */
export interface HeadingCell {
  readonly column: number;
  readonly text: string;
  readonly folded: string;
  /** The first line alone, folded; the same as `folded` where there is one line. */
  readonly lead: string;
}

export interface HeadingRow {
  readonly sheet: Sheet;
  readonly index: number;
  readonly row: number;
  readonly cells: readonly HeadingCell[];
  /** How many distinct texts of the row are headings of some form. */
  readonly known: number;
}

/** Every heading of every form, folded. */
export type Vocabulary = ReadonlySet<string>;

export function vocabulary(templates: readonly Template[]): Vocabulary {
  const words = new Set<string>();
  for (const template of templates) {
    for (const sheet of template.sheets) {
      for (const column of sheet.columns) {
        words.add(fold(column.heading));
        for (const alias of column.aliases ?? []) words.add(fold(alias));
      }
    }
  }
  return words;
}

/** Headings stand in the first thousand filled rows; below that, rows are taken for data. */
const SEARCHED_ROWS = 1000;
/** Once a convincing row has been seen, a better one is looked for only this far below it. */
const LOOK_BEYOND = 15;
const CONVINCING = 8;
const LONGEST_HEADING = 200;
const KEPT_ROWS = 4;

/** The rows of a sheet that look most like headings, best first; the upper one of two that look alike. */
export function headingRows(sheet: Sheet, words: Vocabulary): readonly HeadingRow[] {
  const found: HeadingRow[] = [];
  let last = Math.min(sheet.rowCount, SEARCHED_ROWS);
  for (let index = 0; index < last; index++) {
    const row = headingRow(sheet, index, words);
    if (row.known < 2) continue;
    found.push(row);
    if (row.known >= CONVINCING) last = Math.min(last, index + LOOK_BEYOND);
  }
  return found.sort((a, b) => b.known - a.known || a.row - b.row).slice(0, KEPT_ROWS);
}

function headingRow(sheet: Sheet, index: number, words: Vocabulary): HeadingRow {
  const cells: HeadingCell[] = [];
  const seen = new Set<string>();
  for (let cell = sheet.firstCell(index); cell < sheet.firstCell(index + 1); cell++) {
    if (sheet.kind(cell) !== "text") continue;
    const text = sheet.text(cell);
    if (text.length > LONGEST_HEADING || text.trim() === "") continue;
    const folded = fold(text);
    const lead = text.includes("\n") ? fold(firstLine(text.trim())) : folded;
    cells.push({ column: sheet.column(cell), text, folded, lead });
    if (words.has(folded)) seen.add(folded);
    else if (words.has(lead)) seen.add(lead);
  }
  return { sheet, index, row: sheet.rowNumber(index), cells, known: seen.size };
}
