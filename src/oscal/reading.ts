import type { FieldName } from "../model/field.js";
import type { ItemValue, NamedValue } from "../model/item-document.js";
import type { Json, Taken } from "./json.js";

/** A POA&M item with what belongs to it, wherever in the document that stands. */
export interface ItemParts {
  readonly item: Json;
  readonly risks: readonly Json[];
  readonly observations: readonly Json[];
}

/** What the document's references stand for. */
export interface References {
  /** The name of a tool, component, party or inventory item; undefined where the document does not have it, as an SSP's. */
  readonly nameOf: (uuid: string) => string | undefined;
  /** Where a link into the document's back matter leads. */
  readonly target: (href: string) => string;
  /** Whether poam wrote the document: what OSCAL must have and the item has not means nothing then. */
  readonly isOwn: boolean;
}

/** What is being read: fields are filled, leaves are taken, and lists are joined as lines of a text. */
export interface ItemReading {
  readonly fields: Map<FieldName, ItemValue>;
  readonly milestones: Map<FieldName, ItemValue>[];
  readonly others: NamedValue[];
  readonly taken: Taken;
  readonly references: References;
  readonly put: (field: FieldName, value: ItemValue | undefined) => void;
}
