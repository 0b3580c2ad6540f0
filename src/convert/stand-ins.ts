import type { CarriedItem, CarriedValue } from "../model/carried-item.js";
import type { FieldName } from "../model/field.js";
import type { SheetColumn } from "../model/placed.js";

/** An item's fields as a form asks for them. */
export interface StoodIn {
  readonly fields: ReadonlyMap<FieldName, CarriedValue>;
  /** Fields without a column that need not be kept: another field's value says it. */
  readonly spare: ReadonlySet<FieldName>;
}

/**
 * Lets a field stand in for another that the form asks for instead: a description for the name of the weakness and the other
 * way round, the status date of a closed item for its completion date (FedRAMP: the day it was closed) and back.
 */
export function standIns({ fields, state }: CarriedItem, columns: ReadonlyMap<FieldName, SheetColumn>): StoodIn {
  const made = new Map(fields);
  const spare = new Set<FieldName>();
  const lacks = (field: FieldName) => columns.has(field) && !fields.has(field);
  const stand = (field: FieldName, from: FieldName, value: CarriedValue, rule: string) => {
    made.set(field, { ...value, rule });
    if (!columns.has(from) && value.text === fields.get(from)?.text) made.delete(from);
  };
  const description = fields.get("description");
  if (description && lacks("weakness")) {
    const isWhole = !columns.has("description");
    const name = isWhole ? description.text : nameIn(description.text);
    stand(
      "weakness",
      "description",
      { ...description, value: name, text: name },
      "the name of the weakness from its description",
    );
  }
  const weakness = fields.get("weakness");
  if (weakness && description === undefined && lacks("description")) {
    stand("description", "weakness", weakness, "the description from the name of the weakness");
  }
  if (weakness && description && !columns.has("weakness") && weakness.text === nameIn(description.text))
    spare.add("weakness");
  const isClosed = state === "closed";
  const [statusDate, completedOn] = [fields.get("statusDate"), fields.get("completedOn")];
  if (isClosed && statusDate && lacks("completedOn")) {
    stand("completedOn", "statusDate", statusDate, "the status date of a closed item is the day it was closed");
  }
  if (isClosed && completedOn && lacks("statusDate")) {
    stand("statusDate", "completedOn", completedOn, "the status date of a closed item is the day it was closed");
  }
  return { fields: made, spare };
}

const LONGEST_NAME = 100;

/** The first sentence or line of a description, or so many of its words as a name may have. */
function nameIn(description: string): string {
  const line = description.trim().split(/[\r\n]/, 1)[0]!;
  const sentence = /^.{8,}?[.;!?](?=\s)/.exec(line)?.[0].slice(0, -1) ?? line;
  if (sentence.length <= LONGEST_NAME) return sentence;
  return `${sentence
    .slice(0, LONGEST_NAME)
    .replace(/[\ud800-\udbff]$/, "")
    .replace(/\s+\S*$/, "")}…`;
}
