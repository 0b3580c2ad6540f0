import type { Template } from "../model/template.js";
import type { Sheet } from "../model/workbook.js";
import { firstLine, fold, withoutRemarks } from "./fold.js";
import { namesOf } from "./match.js";

/** One filled cell of a row that may be the heading row. */
export interface HeadingCell {
  readonly column: number;
  readonly text: string;
  readonly folded: string;
  /** The first line alone, folded; the same as `folded` where there is one line. */
  readonly lead: string;
  /** Folded, without remarks in brackets and question marks: `POC (name)`, `Due date [mm/dd/yyyy]`. */
  readonly bare: string;
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
      for (const column of sheet.columns) for (const name of namesOf(column)) words.add(name);
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
  let upper: HeadingRow | undefined;
  for (let index = 0; index < last; index++) {
    const row = headingRow(sheet, index, words);
    const above = upper;
    upper = row;
    const stacked =
      above && row.row === above.row + 1 && above.known + row.known > 2 ? stackedRow(above, row, words) : undefined;
    if (stacked && stacked.known > Math.max(above!.known, row.known) + 1) found.push(stacked);
    if (row.known < 2) continue;
    found.push(row);
    if (row.known >= CONVINCING) last = Math.min(last, index + LOOK_BEYOND);
  }
  return found.sort((a, b) => b.known - a.known || a.row - b.row).slice(0, KEPT_ROWS);
}

/** Headings in two rows, a word of the upper over one of the lower: `POA&M` over `ID`, `Date` over `Identified`. */
function stackedRow(upper: HeadingRow, lower: HeadingRow, words: Vocabulary): HeadingRow {
  const texts = new Map(lower.cells.map(({ column, text }) => [column, text]));
  for (const { column, text } of upper.cells) {
    const merge = lower.sheet.merges.find(
      ({ firstRow, firstColumn }) => firstRow === upper.row && firstColumn === column,
    );
    const last = Math.min(merge?.lastColumn ?? column, column + WIDEST_GROUP);
    for (let under = column; under <= last; under++) {
      const below = texts.get(under);
      if (below !== undefined) texts.set(under, `${text} ${below}`);
      else if (under === column) texts.set(under, text);
    }
  }
  const cells = [...texts].sort(([a], [b]) => a - b).map(([column, text]) => headingCell(column, text));
  const known = new Set(cells.map(({ folded }) => folded).filter((text) => words.has(text))).size;
  return { ...lower, cells, known };
}

const WIDEST_GROUP = 30;

function headingCell(column: number, text: string): HeadingCell {
  const folded = fold(text);
  const lead = text.includes("\n") ? fold(firstLine(text.trim())) : folded;
  return { column, text, folded, lead, bare: withoutRemarks(folded) };
}

function headingRow(sheet: Sheet, index: number, words: Vocabulary): HeadingRow {
  const cells: HeadingCell[] = [];
  const seen = new Set<string>();
  for (let cell = sheet.firstCell(index); cell < sheet.firstCell(index + 1); cell++) {
    if (sheet.kind(cell) !== "text") continue;
    const text = sheet.text(cell);
    if (text.length > LONGEST_HEADING || text.trim() === "") continue;
    const made = headingCell(sheet.column(cell), text);
    cells.push(made);
    if (words.has(made.folded)) seen.add(made.folded);
    else if (words.has(made.lead)) seen.add(made.lead);
  }
  return { sheet, index, row: sheet.rowNumber(index), cells, known: seen.size };
}
