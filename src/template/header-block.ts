import type { Cell, CellRef } from "../model/cell.js";
import { fingerprint } from "../model/fingerprint.js";
import type { HeaderCell } from "../model/poam.js";
import type { HeaderEntry, Template } from "../model/template.js";
import type { Sheet } from "../model/workbook.js";
import { fold } from "./fold.js";
import type { HeadingRow } from "./heading-rows.js";
import { blankCell, textCell } from "./read-cell.js";

/** The header block above a heading row: each label of the form with its value, and how many of the labels are there. */
export function findHeader(heading: HeadingRow, template: Template): { found: number; cells: readonly HeaderCell[] } {
  const labels = findLabels(heading, template.header ?? []);
  const guidance = new Set(template.guidance);
  const isTaken = ({ row, column }: CellRef) =>
    [...labels.values()].some((one) => one.row === row && one.column === column);
  const cells = [...labels].map(([entry, label]) => {
    const value =
      entry.value === "right" ? valueToTheRight(heading, label, isTaken) : valueBelow(heading, label, guidance);
    return { entry, field: entry.field, label, value, filled: isFilled(entry, value, guidance) };
  });
  return { found: labels.size, cells };
}

function findLabels(heading: HeadingRow, entries: readonly HeaderEntry[]): ReadonlyMap<HeaderEntry, CellRef> {
  const labels = new Map<HeaderEntry, CellRef>();
  const { sheet } = heading;
  for (let index = 0; index < heading.index; index++) {
    for (let cell = sheet.firstCell(index); cell < sheet.firstCell(index + 1); cell++) {
      if (sheet.kind(cell) !== "text") continue;
      const text = fold(sheet.text(cell));
      const entry = entries.find((one) => !labels.has(one) && text !== "" && isLabel(one, text));
      if (entry) labels.set(entry, { sheet: sheet.name, row: sheet.rowNumber(index), column: sheet.column(cell) });
    }
  }
  return withBlankLabels(labels, entries);
}

function isLabel({ label, aliases = [] }: HeaderEntry, folded: string): boolean {
  return fold(label) === folded || aliases.some((alias) => fold(alias) === folded);
}

/** A form may leave a label blank (FedRAMP's of 2023 does): it stands where its neighbours' places show, the next to the left. */
function withBlankLabels(
  labels: ReadonlyMap<HeaderEntry, CellRef>,
  entries: readonly HeaderEntry[],
): ReadonlyMap<HeaderEntry, CellRef> {
  const all = new Map<HeaderEntry, CellRef>();
  entries.forEach((entry, i) => {
    const found = labels.get(entry);
    const next = entries[i + 1] && labels.get(entries[i + 1]!);
    if (found) all.set(entry, found);
    else if (isLabel(entry, "") && next && next.column > 1) all.set(entry, { ...next, column: next.column - 1 });
  });
  return all;
}

/** The first filled cell between a label and its heading that is not the form's own guidance, else the cell right below. */
function valueBelow(
  { sheet, row: headingRow }: HeadingRow,
  label: CellRef,
  guidance: ReadonlySet<string>,
): Cell<string> {
  let first: Cell<string> | undefined;
  for (let row = label.row + 1; row < headingRow; row++) {
    const cell = cellAt(sheet, row, label.column);
    if (cell.kind === "empty") continue;
    if (!guidance.has(fingerprint(cell.text))) return cell;
    first ??= cell;
  }
  return first ?? cellAt(sheet, label.row + 1, label.column);
}

/** The next filled cell of the row, up to the next label; labels span up to three merged columns in eMASS' forms. */
function valueToTheRight({ sheet }: HeadingRow, label: CellRef, isTaken: (cell: CellRef) => boolean): Cell<string> {
  const merge = sheet.merges.find(
    ({ firstRow, firstColumn }) => firstRow === label.row && firstColumn === label.column,
  );
  const start = (merge?.lastColumn ?? label.column) + 1;
  for (let column = start; column < start + 4; column++) {
    const cell = cellAt(sheet, label.row, column);
    if (cell.kind === "empty") continue;
    return cell.text.trim().endsWith(":") || isTaken(cell) ? cellAt(sheet, label.row, start) : cell;
  }
  return cellAt(sheet, label.row, start);
}

function isFilled(entry: HeaderEntry, value: Cell<string>, guidance: ReadonlySet<string>): boolean {
  const text = value.text.trim();
  const placeholder = entry.placeholders?.some((one) => fold(one) === fold(text));
  return text !== "" && !placeholder && !guidance.has(fingerprint(text));
}

function cellAt(sheet: Sheet, row: number, column: number): Cell<string> {
  const index = sheet.rowIndex(row);
  const handle = index < 0 ? -1 : sheet.cell(index, column);
  return handle < 0 ? blankCell({ sheet: sheet.name, row, column }) : textCell(sheet, handle, row, column);
}
