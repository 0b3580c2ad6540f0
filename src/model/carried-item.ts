import type { CellRef, CellValue } from "./cell.js";
import type { ControlNotation } from "./control.js";
import type { FieldName } from "./field.js";
import type { ItemState } from "./item.js";
import type { HeaderField } from "./template.js";

/** What conversion takes out of a workbook: the items of its sheets in their order, and the header block's values. */
export interface Carried {
  /** The id of the form that it was read by. */
  readonly template: string;
  readonly header: ReadonlyMap<HeaderField, CarriedValue>;
  readonly items: readonly CarriedItem[];
  /** What cannot be carried, and why: formulas without a saved result, kept text that a later edit has overtaken. */
  readonly unread: readonly UnreadCell[];
}

export interface UnreadCell {
  readonly heading: string;
  readonly field: FieldName | undefined;
  readonly at: SourceCell;
  readonly why: string;
}

/** A cell of what is converted; `path` where that is several workbooks. */
export interface SourceCell extends CellRef {
  readonly path?: string;
}

/** An item without its sheet: each value knows where it stood, and none is blank. */
export interface CarriedItem {
  readonly state: CarriedState;
  /** Every field but those of milestones. */
  readonly fields: ReadonlyMap<FieldName, CarriedValue>;
  /** The milestone fields of the item's own row and of those that continue it, a row an entry; rows without any are left out. */
  readonly milestones: readonly MilestoneRow[];
  /** Values of columns that have no meaning to us, by their headings. */
  readonly others: readonly OtherValue[];
  /** The first cell of its row. */
  readonly at: SourceCell;
}

/** `documentation`: a deficiency of a document, which FedRAMP lists on a PL-2 sheet. */
export type CarriedState = ItemState | "documentation";

export type MilestoneRow = ReadonlyMap<FieldName, CarriedValue>;

/** `text` is what a person saw in the cell, a date as `yyyy-mm-dd`; `value` is what another form is to hold. */
export interface CarriedValue {
  readonly value: Exclude<CellValue, null>;
  readonly text: string;
  readonly at: SourceCell;
  /** The heading it stood under; undefined for what was read back from labelled text. */
  readonly heading: string | undefined;
  /** Where the value is not the cell's own, by which rule it was made: `a text that is a date`. */
  readonly rule?: string;
  /** How the source writes its controls. */
  readonly notation?: ControlNotation;
}

export interface OtherValue extends CarriedValue {
  readonly heading: string;
}
