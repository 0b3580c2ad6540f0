import type { FieldName } from "../model/field.js";
import type { Poam, Register } from "../model/poam.js";
import { headingOf, meanings } from "../rows/moved-columns.js";

/** The columns of one sheet of items under keys that mean the same on all sheets of all three workbooks. */
export interface Columns {
  readonly keyAt: (column: number) => string;
  /** Undefined where the sheet has no such column. */
  readonly columnOf: (key: string) => number | undefined;
  readonly headingOf: (key: string) => string;
  readonly fieldOf: (key: string) => FieldName | undefined;
  /** Equal for two sheets that have the same columns in the same places. */
  readonly layout: string;
}

/** By the names of sheets. A heading that was reworded where it stands keeps the key that it has in `base`. */
export function columnsOf(poam: Poam, base?: ReadonlyMap<string, Columns>): ReadonlyMap<string, Columns> {
  return new Map(
    poam.registers.map((register) => [register.sheet, columnsIn(poam, register, base?.get(register.sheet))]),
  );
}

function columnsIn(poam: Poam, register: Register, base: Columns | undefined): Columns {
  const sheet = poam.workbook.sheets.find(({ name }) => name === register.sheet)!;
  const own = numbered(meanings(poam, register));
  const names = new Set(own.values());
  const keys = new Map<number, string>();
  for (const [column, key] of own) {
    const there = base?.keyAt(column);
    const isReworded =
      there !== undefined && base!.columnOf(key) === undefined && !names.has(there) && !isUnheaded(there);
    keys.set(column, isReworded ? there : key);
  }
  const columns = new Map([...keys].map(([column, key]) => [key, column]));
  const fields = new Map(register.columns.map(({ column, field }) => [column, field]));
  return {
    keyAt: (column) => keys.get(column) ?? unheaded(column),
    columnOf(key) {
      if (!isUnheaded(key)) return columns.get(key);
      const column = Number(key.slice(UNHEADED.length));
      return keys.has(column) ? undefined : column;
    },
    headingOf: (key) => (columns.has(key) ? headingOf(sheet, register, columns.get(key)!) : ""),
    fieldOf: (key) => fields.get(columns.get(key) ?? -1),
    layout: JSON.stringify([...keys]),
  };
}

/** Two columns of one meaning are told apart by their order. */
function numbered(meant: readonly (readonly [number, string])[]): ReadonlyMap<number, string> {
  const seen = new Map<string, number>();
  return new Map(
    meant.map(([column, meaning]) => {
      const before = seen.get(meaning) ?? 0;
      seen.set(meaning, before + 1);
      return [column, before === 0 ? meaning : `${meaning} ${before + 1}`];
    }),
  );
}

const UNHEADED = "column ";

function unheaded(column: number): string {
  return `${UNHEADED}${column}`;
}

function isUnheaded(key: string): boolean {
  return key.startsWith(UNHEADED);
}
