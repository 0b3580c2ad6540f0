/** A place in a workbook; rows and columns count from 1, as Excel counts them. */
export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/**
 * What a cell holds. `unsaved-formula` is a formula without a saved result: not empty, yet nothing can be read from it.
 * `date` is a number whose format shows a date, or an ISO date cell (`t="d"`).
 */
export type CellKind = "empty" | "text" | "number" | "date" | "boolean" | "error" | "unsaved-formula";

/** A value *is* a place: what was read, the text that a person sees, and where it stands. */
export interface Cell<T> extends CellRef {
  /** Undefined where the cell is blank or its text cannot be read as `T`. */
  readonly value: T | undefined;
  readonly text: string;
  readonly kind: CellKind;
  readonly hasFormula: boolean;
}

/** What a patch writes: null empties the cell; a date is a `yyyy-mm-dd` string under `date`. */
export type CellValue = string | number | boolean | null | { readonly date: string };

/** One cell's correction. `was` is the text that was read: the patch is refused if the cell has changed since. */
export interface CellPatch {
  readonly at: CellRef;
  readonly was: string;
  readonly value: CellValue;
  /**
   * For a cell in a row appended below its table: the cell of the last row whose style it takes. Ranges that end at that row
   * (table, filter, validations, conditional formats) grow over the new one.
   */
  readonly like?: CellRef;
}

/** `'Open POA&M Items'!L14`: paste it into Excel's Name Box and you are there. */
export function reference({ sheet, row, column }: CellRef): string {
  return `'${sheet.replaceAll("'", "''")}'!${columnLetters(column)}${row}`;
}

/** 1 → A, 28 → AB. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A → 1, AB → 28. Only upper-case letters count; anything else gives NaN. */
export function columnNumber(letters: string): number {
  if (!/^[A-Z]+$/.test(letters)) return Number.NaN;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
