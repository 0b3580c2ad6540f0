import type { Cell, CellKind } from "./cell.js";
import type { ControlReference } from "./control.js";
import type { DateDoubt, IsoDate } from "./date.js";
import type { FIELDS, FieldName } from "./field.js";
import type { ItemIdentity } from "./finding.js";
import type { Rating } from "./rating.js";

/** Where an item stands: the sheet says so in FedRAMP's forms, the status column elsewhere. */
export type ItemState = "open" | "closed" | "configuration";

/** What each kind of field is read as. */
export interface Readings {
  text: Cell<string>;
  date: DateCell;
  rating: Cell<Rating>;
  answer: Cell<Answer>;
  choice: Cell<string>;
  controls: Cell<readonly ControlReference[]>;
  assets: Cell<readonly Asset[]>;
  cves: Cell<readonly string[]>;
  milestones: Cell<readonly Milestone[]>;
  "milestone-changes": Cell<readonly MilestoneChange[]>;
}

/** A date, and what is doubtful about how it was read. */
export interface DateCell extends Cell<IsoDate> {
  readonly doubt: DateDoubt | undefined;
}

export type Answer = "Yes" | "No" | "Pending";

/** One affected asset: its identifier, and port and protocol where given, e.g. `172.16.0.3 (80/TCP)`. */
export interface Asset {
  readonly name: string;
  readonly port: number | undefined;
  readonly protocol: string | undefined;
}

/** One planned milestone; `number` and `due` are undefined where the text has none. `line` counts from 1 within the cell. */
export interface Milestone {
  readonly number: number | undefined;
  readonly due: IsoDate | undefined;
  readonly text: string;
  readonly line: number;
  /** Why the entry does not follow the form, in words; undefined where it does. */
  readonly fault: string | undefined;
}

export interface MilestoneChange extends Milestone {
  readonly type: "new" | "update" | "complete" | undefined;
}

type FieldCells = { readonly [F in FieldName]: Readings[(typeof FIELDS)[F]["kind"]] | undefined };

/**
 * One item, a view over its row: a field's cell is made when it is asked for. A field is undefined where the form has no
 * such column; where the column is there and the cell is blank, its `value` is undefined and its `kind` "empty".
 */
export interface PoamItem extends FieldCells {
  readonly state: ItemState;
  readonly sheet: string;
  readonly row: number;
  /** The rows below that continue this item (eMASS lists further milestones there), as items of their own fields. */
  readonly continuations: readonly PoamItem[];
  /** The day on which, by its comments, the vendor released the fix; undefined where they name none. */
  readonly fixReleasedOn: IsoDate | undefined;
  /** What a field's cell holds, without reading it; undefined where the form has no such column. */
  kindOf(field: FieldName): CellKind | undefined;
}

/** What an item is known by: its id and, where that is missing or used twice, its source identifier, assets and detection date. */
export function identityOf(item: PoamItem): ItemIdentity {
  const detail = [item.sourceIdentifier, item.assets, item.detectedOn]
    .map((cell) => cell?.text.trim() ?? "")
    .join("\0");
  return { id: item.id?.value ?? "", detail };
}
