import type { MergedRange } from "../model/workbook.js";
import { parseRange } from "./cell-range.js";
import { attributeOf, type XmlElement } from "./xml-elements.js";

/** A table (Insert > Table) of a sheet. */
export interface Table {
  readonly name: string;
  readonly range: MergedRange;
  /** The last row that is no totals row. */
  readonly lastItemRow: number;
  /** The columns that Excel fills with a formula of their own. */
  readonly calculated: readonly string[];
}

/** A table part; undefined where it says no range. */
export function readTable(elements: readonly XmlElement[]): Table | undefined {
  const root = elements[0];
  const range = root && parseRange(attributeOf(root, "ref")?.value ?? "");
  if (!root || !range) return undefined;
  const totals = Number(attributeOf(root, "totalsRowCount")?.value ?? 0);
  return {
    name: attributeOf(root, "displayName")?.value ?? attributeOf(root, "name")?.value ?? "",
    range,
    lastItemRow: range.lastRow - totals,
    calculated: elements.flatMap(({ name, parent }) =>
      name === "calculatedColumnFormula" && parent ? (attributeOf(parent, "name")?.value ?? "") : [],
    ),
  };
}

/** Why a table cannot be given another row at its end; completes "for ". Undefined where it can. */
export function tableHindrance({ range, lastItemRow, calculated }: Table): string | undefined {
  if (lastItemRow < range.lastRow) return `it ends with a totals row (row ${range.lastRow})`;
  return calculated.length > 0 ? `Excel computes its column "${calculated[0]}"` : undefined;
}
