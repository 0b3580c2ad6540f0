import type { CarriedState } from "./carried-item.js";
import type { CellValue } from "./cell.js";
import type { RegisterColumn } from "./poam.js";
import type { HeaderField } from "./template.js";

/** Items laid out as a form has them, ready to be written. */
export interface Placed {
  readonly header: ReadonlyMap<HeaderField, Exclude<CellValue, null>>;
  readonly sheets: readonly PlacedSheet[];
}

/** One sheet of a form and what goes onto it. */
export interface PlacedSheet {
  readonly sheet: ItemSheet;
  readonly items: readonly PlacedItem[];
}

/** One item's rows: its own, and one for each further milestone where the form has a row a milestone. */
export type PlacedItem = readonly PlacedRow[];

/** Values by column number; what has none is left blank. */
export type PlacedRow = ReadonlyMap<number, Exclude<CellValue, null>>;

/** A sheet that can hold items: of a form as its data lays it out, or of a workbook that is to be filled. */
export interface ItemSheet {
  readonly name: string;
  readonly state: CarriedState | "by-status";
  readonly columns: readonly SheetColumn[];
}

/** A column with its number, its heading and, where it has one, its meaning. */
export interface SheetColumn extends Omit<RegisterColumn, "field"> {
  readonly field: RegisterColumn["field"] | undefined;
  /** What the form calls values by: our text, the form's. */
  readonly values: Readonly<Record<string, string>> | undefined;
  /** Whether the day of completion stands behind its status. */
  readonly dayBehind?: boolean;
}
