import type { CarriedItem, CarriedValue } from "../model/carried-item.js";
import type { FieldName } from "../model/field.js";
import type { SheetColumn } from "../model/placed.js";
import type { Made } from "./made.js";

/** An item's fields as a form asks for them. */
export interface StoodIn {
  readonly fields: ReadonlyMap<FieldName, CarriedValue>;
  /** Values that were made of others. */
  readonly made: Made;
  /** Fields without a column that need not be kept, and the field whose value says them. */
  readonly spare: ReadonlyMap<FieldName, FieldName>;
}

/**
 * Lets a field stand in for another that the form asks for instead: a description for the name of the weakness and the other
 * way round, the status date of a closed item for its completion date (FedRAMP: the day it was closed) and back.
 */
export function standIns({ fields, state }: CarriedItem, columns: ReadonlyMap<FieldName, SheetColumn>): StoodIn {
  let all: Map<FieldName, CarriedValue> | undefined;
  const made = new Map<CarriedValue, { field: FieldName; value: CarriedValue }[]>();
  const spare = new Map<FieldName, FieldName>();
  const stand = (field: FieldName, from: FieldName, text: string, rule: string) => {
    const source = fields.get(from)!;
    const isWhole = text === source.text;
    const value = isWhole ? { ...source, rule } : { ...source, value: text, text, rule };
    const replaces = isWhole && !columns.has(from);
    all ??= new Map(fields);
    if (replaces) all.delete(from);
    all.set(field, value);
    made.set(value, replaces ? [{ field: from, value: source }] : []);
  };
  for (const [field, from, rule, textIn] of pairs(state)) {
    const [own, source] = [fields.get(field), fields.get(from)];
    if (!source) continue;
    if (own === undefined && columns.has(field)) stand(field, from, textIn(source.text, columns.has(from)), rule);
    else if (own !== undefined && !columns.has(field) && columns.has(from) && own.text === textIn(source.text, true))
      spare.set(field, from);
  }
  return { fields: all ?? fields, made, spare };
}

/** A field, the one that stands in for it, by which rule, and the text that it then has. */
type Pair = readonly [FieldName, FieldName, string, (text: string, hasColumn: boolean) => string];

const WEAKNESS: readonly Pair[] = [
  [
    "weakness",
    "description",
    "the name of the weakness from its description",
    (text, hasColumn) => (hasColumn ? nameIn(text) : text),
  ],
  ["description", "weakness", "the description from the name of the weakness", (text) => text],
];
const CLOSING_RULE = "the status date of a closed item is the day it was closed";
const CLOSING: readonly Pair[] = [
  ["completedOn", "statusDate", CLOSING_RULE, (text) => text],
  ["statusDate", "completedOn", CLOSING_RULE, (text) => text],
];

function pairs(state: CarriedItem["state"]): readonly Pair[] {
  return state === "closed" ? [...WEAKNESS, ...CLOSING] : WEAKNESS;
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
