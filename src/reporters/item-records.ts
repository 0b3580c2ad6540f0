import { reference } from "../model/cell.js";
import type { FieldChange, ListedItem, MovedItem, ShownCell } from "../model/poam-diff.js";
import { text } from "./json.js";

/** A list as JSON, one record a line. */
export function recordList(records: readonly unknown[]): string {
  return records.length === 0 ? "[]" : `[\n${records.map((record) => text(record)).join(",\n")}\n]`;
}

export function itemRecord({ id, weakness, state, at }: ListedItem) {
  return { id, weakness, state, cell: reference(at) };
}

export function movedRecord(item: MovedItem) {
  const { id, state, at } = item.was;
  return { ...itemRecord(item), was: { id, state, cell: reference(at) } };
}

export function changeRecord({ item, field, heading, was, now }: FieldChange) {
  return { item, field: field ?? null, heading, was: cellRecord(was), now: cellRecord(now) };
}

export function cellRecord({ at, text }: ShownCell) {
  return { cell: reference(at), text };
}
