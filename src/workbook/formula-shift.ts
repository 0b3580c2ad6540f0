import { columnLetters, columnNumber } from "../model/cell.js";
import { MAX_COLUMN, MAX_ROW } from "./cell-scan.js";

/** What is not touched: texts, quoted sheet names, structured and external references, error values; then words, two of them with a colon between. */
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]|#[A-Z][A-Z0-9/_]*[!?]?|([\p{L}\p{N}_.\\?$]+)(?::([\p{L}\p{N}_.\\?$]+))?/gu;
const CELL = /^(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})$/i;
const COLUMN = /^(\$?)([A-Z]{1,3})$/i;
const ROW = /^(\$?)([1-9]\d{0,6})$/;
const LOST = "#REF!";

interface Offset {
  readonly rows: number;
  readonly columns: number;
}

/**
 * The formula as it reads when it is copied to another cell so many rows and columns away: relative references move, absolute ones
 * (`$`) stay, one that leaves the sheet is `#REF!`. Undefined where the formula cannot be taken apart.
 */
export function shiftFormula(formula: string, offset: Offset): string | undefined {
  if (/["'[\]]/.test(formula.replace(TOKEN, ""))) return undefined;
  return formula.replace(TOKEN, (token: string, first?: string, second?: string, at = 0) => {
    if (first === undefined) return token;
    const follower = formula[at + token.length] ?? "";
    if (second === undefined) return isPlace(follower) ? shiftCell(first, offset) : token;
    // `Q1:Q4!A1` names a span of sheets.
    if (follower === "!") return token;
    const columns = COLUMN.test(first) && COLUMN.test(second) && isPlace(follower);
    if (columns) return range(shiftColumn(first, offset), shiftColumn(second, offset));
    if (ROW.test(first) && ROW.test(second)) return range(shiftRow(first, offset), shiftRow(second, offset));
    return range(shiftCell(first, offset), isPlace(follower) ? shiftCell(second, offset) : second);
  });
}

/** Whether a word before this character can be a place: functions, sheets and tables have names that look like one (`LOG10(`). */
function isPlace(follower: string): boolean {
  return follower !== "(" && follower !== "!" && follower !== "[";
}

function range(first: string, second: string): string {
  return first === LOST || second === LOST ? LOST : `${first}:${second}`;
}

function shiftCell(word: string, { rows, columns }: Offset): string {
  const [, fixedColumn, letters = "", fixedRow, digits] = CELL.exec(word) ?? [];
  const oldColumn = columnNumber(letters.toUpperCase());
  if (!(oldColumn <= MAX_COLUMN) || Number(digits) > MAX_ROW) return word;
  const column = oldColumn + (fixedColumn ? 0 : columns);
  const row = Number(digits) + (fixedRow ? 0 : rows);
  return isOnSheet(row, column) ? `${fixedColumn}${columnLetters(column)}${fixedRow}${row}` : LOST;
}

function shiftColumn(word: string, { columns }: Offset): string {
  const [, fixed, letters = ""] = COLUMN.exec(word)!;
  const column = columnNumber(letters.toUpperCase()) + (fixed ? 0 : columns);
  return isOnSheet(1, column) ? `${fixed}${columnLetters(column)}` : LOST;
}

function shiftRow(word: string, { rows }: Offset): string {
  const [, fixed, digits] = ROW.exec(word)!;
  const row = Number(digits) + (fixed ? 0 : rows);
  return isOnSheet(row, 1) ? `${fixed}${row}` : LOST;
}

function isOnSheet(row: number, column: number): boolean {
  return row >= 1 && row <= MAX_ROW && column >= 1 && column <= MAX_COLUMN;
}
