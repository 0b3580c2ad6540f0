import type { CarriedState } from "./carried-item.js";
import type { CellValue } from "./cell.js";
import type { ControlNotation } from "./control.js";
import type { FieldName } from "./field.js";
import type { HeaderField } from "./template.js";

/** Items as a file names them, field by field and without sheets: what is read from JSON, ours or OSCAL. */
export interface ItemDocument {
  readonly header: ReadonlyMap<HeaderField, ItemValue>;
  /** How its items write their controls. */
  readonly notation: ControlNotation;
  readonly items: readonly DocumentItem[];
  /** What the file holds that is no item's, one sentence each. */
  readonly notes: readonly string[];
}

export interface DocumentItem {
  readonly state: CarriedState;
  /** Every field but those of milestones. */
  readonly fields: ReadonlyMap<FieldName, ItemValue>;
  /** One entry a milestone, each with milestones' fields only. */
  readonly milestones: readonly ReadonlyMap<FieldName, ItemValue>[];
  /** What has no field, by its heading or its name in the file; a heading may occur twice. */
  readonly others: readonly NamedValue[];
}

export interface NamedValue {
  readonly heading: string;
  readonly value: ItemValue;
}

export type ItemValue = Exclude<CellValue, null>;

/** The value as a cell shows it. */
export function shownText(value: ItemValue): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "object" ? value.date : String(value);
}
