import type { FieldName } from "../model/field.js";
import type { Poam, Register } from "../model/poam.js";
import type { UncomparedColumn } from "../model/poam-diff.js";

/** A column that two registers have in common: one meaning or, where it has none, one heading. */
export interface SharedColumn {
  readonly field: FieldName | undefined;
  readonly heading: string;
  readonly was: number;
  readonly now: number;
}

export interface ColumnsBetween {
  /** The columns that the two sheets share, in the order of now. */
  readonly between: (before: string, now: string) => readonly SharedColumn[];
  /** Columns that no sheet of the other POA&M has. */
  readonly uncompared: readonly UncomparedColumn[];
}

/** Matches the columns of two POA&Ms, which may be filled on two versions of a form. */
export function columnsBetween(before: Poam, now: Poam): ColumnsBetween {
  const [was, is] = [registerColumns(before), registerColumns(now)];
  const known = new Map<string, readonly SharedColumn[]>();
  return {
    between(first, second) {
      const key = `${first}\0${second}`;
      let shared = known.get(key);
      if (!shared) known.set(key, (shared = share(was.get(first) ?? [], is.get(second) ?? [])));
      return shared;
    },
    uncompared: [...lacking("before", was, is), ...lacking("now", is, was)],
  };
}

interface Column {
  readonly field: FieldName | undefined;
  readonly heading: string;
  readonly column: number;
  readonly register: Register;
}

function registerColumns(poam: Poam): ReadonlyMap<string, readonly Column[]> {
  return new Map(poam.registers.map((register) => [register.sheet, columnsOf(poam, register)]));
}

/** The columns with a meaning, and all others that have a heading. */
function columnsOf({ workbook }: Poam, register: Register): readonly Column[] {
  const known = register.columns.map(({ field, heading, column }) => ({ field, heading, column, register }));
  const taken = new Set(known.map(({ column }) => column));
  const sheet = workbook.sheets.find(({ name }) => name === register.sheet)!;
  const row = sheet.rowIndex(register.headingRow);
  const others: Column[] = [];
  for (let handle = row < 0 ? 0 : sheet.firstCell(row); row >= 0 && handle < sheet.firstCell(row + 1); handle++) {
    const [column, heading] = [sheet.column(handle), sheet.text(handle)];
    if (!taken.has(column) && heading.trim() !== "") others.push({ field: undefined, heading, column, register });
  }
  return [...known, ...others].sort((a, b) => a.column - b.column);
}

function share(was: readonly Column[], now: readonly Column[]): readonly SharedColumn[] {
  return now.flatMap(({ field, heading, column }) => {
    const key = keyOf({ field, heading });
    const old = was.find((one) => keyOf(one) === key);
    return old ? { field, heading, was: old.column, now: column } : [];
  });
}

function lacking(
  side: UncomparedColumn["side"],
  own: ReadonlyMap<string, readonly Column[]>,
  other: ReadonlyMap<string, readonly Column[]>,
): UncomparedColumn[] {
  const theirs = new Set([...other.values()].flat().map(keyOf));
  const alone = new Map(
    [...own.values()]
      .flat()
      .map((column) => [keyOf(column), column])
      .reverse() as [string, Column][],
  );
  return [...alone]
    .filter(([key]) => !theirs.has(key))
    .reverse()
    .map(([, { heading, column, register }]) => {
      return { side, heading, at: { sheet: register.sheet, row: register.headingRow, column } };
    });
}

function keyOf({ field, heading }: Pick<Column, "field" | "heading">): string {
  return field ?? `"${heading.replace(/\s+/g, " ").trim().toLowerCase()}`;
}
