import type { Cell, CellRef } from "./cell.js";
import type { ControlNotation } from "./control.js";
import type { FieldName } from "./field.js";
import type { DateCell, ItemState, PoamItem } from "./item.js";
import type { HeaderEntry, HeaderField, SheetLayout, Template } from "./template.js";
import type { Workbook } from "./workbook.js";

/** A POA&M as its form lays it out: where the items are, and in what the workbook differs from the form. */
export interface Poam {
  readonly workbook: Workbook;
  readonly template: Template;
  readonly registers: readonly Register[];
  readonly header: readonly HeaderCell[];
  readonly differences: readonly Difference[];
  /** Rows that are no items although a form would have data there, or that are half guidance, half item. */
  readonly oddRows: readonly OddRow[];
  readonly counts: ItemCounts;
  /** The day of the POA&M's submission, from its header block; undefined where there is none. */
  readonly submittedOn: DateCell | undefined;
  /** All items, sheet by sheet, from top to bottom; made anew at each call, nothing is kept. */
  items(): Iterable<PoamItem>;
  /** Findings about documents, which FedRAMP lists on a PL-2 sheet apart from the items; not counted among them. */
  documentation(): Iterable<PoamItem>;
}

/** One sheet of items. */
export interface Register {
  readonly sheet: string;
  readonly state: SheetLayout["state"];
  readonly headingRow: number;
  /** The form's layout of this sheet; undefined for registers read through heading aliases. */
  readonly layout: SheetLayout | undefined;
  readonly columns: readonly RegisterColumn[];
}

/** A column that has a meaning. */
export interface RegisterColumn {
  readonly column: number;
  readonly heading: string;
  readonly field: FieldName;
  readonly required: boolean | { readonly status: readonly string[] };
  readonly list: readonly string[] | undefined;
  readonly separator: string | undefined;
  readonly notation: ControlNotation;
}

/** One label of the header block and the cell of its value; `filled` is false for blanks, placeholders and guidance. */
export interface HeaderCell {
  readonly entry: HeaderEntry;
  readonly field: HeaderField;
  readonly label: CellRef;
  readonly value: Cell<string>;
  readonly filled: boolean;
}

/** In what a workbook departs from its form. `at` is the heading, or where it would stand, or the sheet's first cell. */
export interface Difference {
  readonly kind:
    | "sheet-missing"
    | "sheet-renamed"
    | "heading-missing"
    | "heading-altered"
    | "heading-moved"
    | "heading-extra"
    | "heading-duplicated"
    | "header-missing";
  readonly at: CellRef;
  /** What the form has there. */
  readonly expected: string | undefined;
  readonly found: string | undefined;
}

export interface OddRow {
  readonly kind: "example-left-in" | "guidance-overwritten" | "guidance-missing";
  readonly at: CellRef;
  /** Cells of the row that still hold the form's own text, for `guidance-overwritten`. */
  readonly leftovers: readonly CellRef[];
  /** The text seen. */
  readonly text: string;
}

export interface ItemCounts extends Readonly<Record<ItemState, number>> {
  readonly total: number;
}
