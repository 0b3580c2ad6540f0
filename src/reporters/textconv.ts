import { reference } from "../model/cell.js";
import { FIELDS, type FieldName } from "../model/field.js";
import type { PoamItem } from "../model/item.js";
import type { Poam } from "../model/poam.js";
import type { Workbook } from "../model/workbook.js";
import { printable } from "./printable.js";

/**
 * A POA&M as lines that `git diff` can compare: an item a block, a filled field a line, a line of a cell a line; in the
 * order of the ids, so that sorted rows are no change.
 */
export function* textconv(poam: Poam): Iterable<string> {
  for (const { entry, value } of poam.header)
    if (value.text.trim() !== "") yield `${entry.label}: ${printable(value.text)}\n`;
  const order = (item: PoamItem) => item.id?.value ?? `\uffff${reference(item.id ?? { ...item, column: 1 })}`;
  const items = [...poam.items()].map((item) => ({ item, key: order(item) }));
  items.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.item.row - b.item.row));
  for (const { item } of items) {
    yield `\n${printable(item.id?.value ?? "(no id)")} (${item.state})\n`;
    for (const row of [item, ...item.continuations]) yield* fields(row);
  }
}

/** Every filled cell a line, for workbooks that are no POA&M. */
export function* cellLines({ sheets }: Workbook): Iterable<string> {
  for (const sheet of sheets) {
    for (let index = 0; index < sheet.rowCount; index++) {
      for (let handle = sheet.firstCell(index); handle < sheet.firstCell(index + 1); handle++) {
        const at = { sheet: sheet.name, row: sheet.rowNumber(index), column: sheet.column(handle) };
        yield `${printable(reference(at))}: ${printable(sheet.text(handle))}\n`;
      }
    }
  }
}

function* fields(item: PoamItem): Iterable<string> {
  for (const field of Object.keys(FIELDS) as FieldName[]) {
    const cell = item[field];
    if (field === "id" || !cell || cell.kind === "empty") continue;
    const { label, kind } = FIELDS[field];
    const text = kind === "date" && typeof cell.value === "string" ? cell.value : cell.text.trim();
    const [first = "", ...rest] = text.split(/\r\n|\n|\r/).map(printable);
    yield `  ${label}: ${first}\n`;
    for (const line of rest) yield `    ${line}\n`;
  }
}
