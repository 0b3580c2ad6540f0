import { KEEPERS } from "../codecs/kept-state.js";
import { labelledLength, labelledLine, withLabelled } from "../codecs/labelled.js";
import type { CarriedValue } from "../model/carried-item.js";
import type { FieldName } from "../model/field.js";
import { MILESTONE_FIELDS } from "../model/milestone-fields.js";
import type { SheetColumn } from "../model/placed.js";
import type { LossTally } from "./losses.js";
import type { Source } from "./made.js";
import { typedText } from "./typed-text.js";

/** A value that is to be kept under a label, and the values of the source that it stands for. */
export interface Kept {
  readonly field: FieldName | undefined;
  readonly value: CarriedValue;
  readonly label: string;
  readonly sources: readonly Source[];
}

type Row = Map<number, CarriedValue["value"]>;

/** Writes labelled text into an item's first row; made once for a sheet. */
export function keeperOf(
  columns: ReadonlyMap<FieldName, SheetColumn>,
  { sheet, limit }: { readonly sheet: string; readonly limit: number },
  losses: LossTally,
): (row: Row, kept: readonly Kept[]) => void {
  const keepers = KEEPERS.flatMap((field) => columns.get(field) ?? []);
  const plan = columns.get("remediationPlan");
  // Milestones belong to the plan, and FedRAMP 3.0 wants them there.
  const forMilestones = plan ? [plan, ...keepers.filter((column) => column !== plan)] : keepers;
  const none = `${sheet} has no column for it, and none for text`;
  const full = `it would exceed the ${limit.toLocaleString("en-US")} characters of a cell`;

  return (row, kept) => {
    if (kept.length === 0) return keepApart(row);
    const cells = keepers.map((column) => cellOf(column, row));
    for (const entry of kept) {
      const line = labelledLine({ label: entry.label, text: typedText(entry.value.value) });
      const order = entry.field && MILESTONE_FIELDS.has(entry.field) ? forMilestones : keepers;
      const cell = order
        .map((column) => cells.find((one) => one.column === column)!)
        .find(({ own, length }) => labelledLength(own.length, length + 1 + line.length) <= limit);
      if (cell) {
        cell.lines.push(line);
        cell.length += 1 + line.length;
      }
      for (const { field, value } of tellable(entry)) {
        if (cell) losses.kept(field, value, cell.column.heading, entry.label);
        else losses.dropped(field, value, keepers.length === 0 ? none : full);
      }
    }
    for (const { column, own, lines } of cells) if (lines.length > 0) row.set(column.column, withLabelled(own, lines));
    keepApart(row, new Set(cells.flatMap(({ column, lines }) => (lines.length > 0 ? column.column : []))));
  };

  /** Texts that look like labelled text by themselves. */
  function keepApart(row: Row, written?: ReadonlySet<number>): void {
    for (const { column } of keepers) {
      const own = row.get(column);
      if (typeof own === "string" && !written?.has(column)) row.set(column, withLabelled(own, []));
    }
  }
}

function cellOf(column: SheetColumn, row: Row) {
  const before = row.get(column.column);
  return { column, own: before === undefined ? "" : typedText(before), lines: [] as string[], length: 0 };
}

/** What was made of nothing in the source can be told of only when it is lost. */
function tellable({ field, value, sources }: Kept): readonly Source[] {
  return sources.length > 0 ? sources : [{ field, value }];
}
