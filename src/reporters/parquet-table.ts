import { ByteWriter, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import { dayNumber } from "../model/date.js";

/** What a column holds: days are given as `yyyy-mm-dd`, and anything may be null. */
export type ColumnType = keyof typeof SCALARS | { readonly list: ColumnType } | { readonly record: Columns };
export type Columns = Readonly<Record<string, ColumnType>>;
export type Row = Readonly<Record<string, unknown>>;

/** A Parquet file in the making. */
export interface ParquetTable {
  /** Takes in a row, and gives the bytes of a group of rows whenever one is full. */
  readonly add: (row: Row) => Iterable<Buffer>;
  /** The rest of the file. */
  readonly end: () => Buffer;
}

/** A Parquet file of such rows, written as they come: only a group of them is held. The same rows give the same bytes. */
export function parquetTable(columns: Columns, version: string): ParquetTable {
  const named = Object.entries(columns);
  const schema = [
    { name: "poam", num_children: named.length },
    ...named.flatMap(([name, type]) => elements(name, type)),
  ];
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({ writer: bytes, schema, createdBy: `poam version ${version}` });
  let group: unknown[][] = named.map(() => []);
  let rows = 0;

  function written(): Buffer {
    if (rows > 0) {
      const columnData = named.map(([name], index) => ({ name, data: group[index]! }));
      writer.write({ columnData, rowGroupSize: rows });
    }
    group = named.map(() => []);
    rows = 0;
    const piece = Buffer.from(bytes.getBytes());
    bytes.index = 0;
    return piece;
  }

  return {
    *add(row) {
      for (const [index, [name, type]] of named.entries()) group[index]!.push(stored(row[name], type));
      if (++rows === GROUP) yield written();
    },
    end() {
      const last = written();
      writer.finish();
      return Buffer.concat([last, bytes.getBytes()]);
    },
  };
}

/** Rows that are held at a time. Readers share out groups among their threads, and pass over those without what they seek. */
const GROUP = 10_000;

/** Values that are no lists or records, in Parquet's own terms. */
const SCALARS = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  day: { type: "INT32", converted_type: "DATE" },
  whole: { type: "INT32" },
  truth: { type: "BOOLEAN" },
} as const satisfies Record<string, Partial<SchemaElement>>;

/** A column as Parquet's schema has it: its tree, each branch before what grows on it. */
function elements(name: string, type: ColumnType): readonly SchemaElement[] {
  const optional = { name, repetition_type: "OPTIONAL" } as const;
  if (typeof type === "string") return [{ ...optional, ...SCALARS[type] }];
  if ("record" in type) {
    const fields = Object.entries(type.record);
    return [{ ...optional, num_children: fields.length }, ...fields.flatMap(([field, its]) => elements(field, its))];
  }
  return [
    { ...optional, num_children: 1, converted_type: "LIST" },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    ...elements("element", type.list),
  ];
}

/** Parquet counts days from 1970-01-01; all else is stored as it is. */
function stored(value: unknown, type: ColumnType): unknown {
  if (value === null || value === undefined) return null;
  if (type === "day") return dayNumber(value as string);
  if (typeof type === "string") return value;
  if ("list" in type) return (value as readonly unknown[]).map((one) => stored(one, type.list));
  return Object.fromEntries(
    Object.entries(type.record).map(([name, its]) => [name, stored((value as Row)[name], its)]),
  );
}
