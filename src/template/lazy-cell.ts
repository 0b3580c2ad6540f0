import type { Cell, CellKind } from "../model/cell.js";

/**
 * A cell whose text is read only when its value is asked for. A class, as its getter is shared by all cells: a getter of
 * each cell's own takes longer to make than most texts take to read.
 */
export class LazyCell<T> implements Cell<T> {
  #value: T | undefined;
  #isRead = false;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly kind: CellKind;
  readonly hasFormula: boolean;
  readonly #read: (text: string) => T | undefined;

  constructor({ sheet, row, column, text, kind, hasFormula }: Cell<string>, read: (text: string) => T | undefined) {
    this.sheet = sheet;
    this.row = row;
    this.column = column;
    this.text = text;
    this.kind = kind;
    this.hasFormula = hasFormula;
    this.#read = read;
  }

  get value(): T | undefined {
    if (!this.#isRead) this.#value = this.kind === "empty" ? undefined : this.#read(this.text.trim());
    this.#isRead = true;
    return this.#value;
  }
}
