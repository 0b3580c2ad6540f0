import fc from "fast-check";
import type { Carried, CarriedItem, CarriedState, CarriedValue } from "../src/model/carried-item.js";
import { FIELD_NAMES, FIELDS, type FieldName } from "../src/model/field.js";
import { type ItemValue, shownText } from "../src/model/item-document.js";
import { MILESTONE_FIELDS } from "../src/model/milestone-fields.js";
import { HEADER_FIELDS, type HeaderField } from "../src/model/template.js";

const AT = { sheet: "Open items", row: 9, column: 1 };

/** An item by its values; what is undefined is left out. */
export interface PlainItem {
  readonly state?: CarriedState;
  readonly fields?: Readonly<Partial<Record<FieldName, ItemValue>>>;
  readonly milestones?: readonly Readonly<Partial<Record<FieldName, ItemValue>>>[];
  readonly others?: readonly (readonly [heading: string, value: ItemValue])[];
}

export function carriedItem({ state = "open", fields = {}, milestones = [], others = [] }: PlainItem): CarriedItem {
  return {
    ...{ state, at: AT, fields: carriedValues(fields), milestones: milestones.map(carriedValues) },
    others: others.map(([heading, value]) => ({ ...carriedValue(value), heading })),
  };
}

export function carriedItems(
  items: readonly PlainItem[],
  header: Readonly<Partial<Record<HeaderField, ItemValue>>> = {},
): Carried {
  const values = Object.entries(header).map(([field, value]) => [field as HeaderField, carriedValue(value)] as const);
  return { template: "generic", header: new Map(values), items: items.map(carriedItem), unread: [] };
}

/** What a conversion must keep of items: everything but where they stood and under which headings. */
export function plain({ header, items }: Carried) {
  return {
    header: Object.fromEntries([...header].map(([field, { value }]) => [field, value])),
    items: items.map(({ state, fields, milestones, others }) => ({
      ...{ state, fields: plainValues(fields), milestones: milestones.map(plainValues) },
      // Columns stand in one order for all items; values of one heading keep theirs.
      others: others
        .map(({ heading, value }) => [heading, value] as const)
        .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
    })),
  };
}

function carriedValues(values: Readonly<Partial<Record<FieldName, ItemValue>>>): ReadonlyMap<FieldName, CarriedValue> {
  return new Map(Object.entries(values).map(([field, value]) => [field as FieldName, carriedValue(value)]));
}

function carriedValue(value: ItemValue): CarriedValue {
  return { value, text: shownText(value), at: AT, heading: undefined };
}

function plainValues(values: ReadonlyMap<FieldName, CarriedValue>): Record<string, ItemValue> {
  return Object.fromEntries([...values].map(([field, { value }]) => [field, value]));
}

/** Texts that forms, formulas, XML, JSON and OSCAL's patterns trip over; never blank, as blank values are not carried. */
export const hostileText: fc.Arbitrary<string> = fc
  .oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 20 }),
    fc.string({
      unit: fc.constantFrom(
        "a",
        " ",
        "\n",
        "\r",
        "\t",
        '"',
        "'",
        "=",
        "\\",
        "\0",
        "\u0007",
        "\u2028",
        "\ufeff",
        "😀",
        "א",
        "\ud800",
        "_x000D_",
        "{",
        "<",
        "&",
      ),
      minLength: 1,
      maxLength: 12,
    }),
    fc.constantFrom(
      "=1+1",
      "  edge  ",
      "in-remarks",
      "absent",
      "N/A",
      "Total",
      "POA&M id",
      "Closed items",
      "No description.",
      "No Risk Statement",
      "No remediation plan recorded.",
      "The day of detection is not recorded.",
      "(1) 2026-02-30 : none\n\n(2) 2026-06-30 : patch",
      "AC-2 (1), ac-2.1, AC-2.1",
      "CVE-2026-0001",
      "High",
      "Yes",
      "Pending",
      "6f5fff73-cac6-4da0-a0d9-0f931a5efafa",
      "__proto__",
      "[Kept by poam]\nStatus: Ongoing",
      "2026-02-03",
      "$\u007btable:x}",
      "x".repeat(40_000),
    ),
  )
  .filter((text) => text.trim() !== "");

const day = fc
  .oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 40_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: -40_000, max: 900_000 }) },
  )
  .map((days) => ({ date: new Date(days * 86_400_000).toISOString().slice(0, 10) }))
  .filter(({ date }) => /^\d{4}-/.test(date));

/** A day that can be read is one by the time it is carried. */
const poamDate = fc.oneof(day, fc.constantFrom("TBD", "2026-02-30"));

const other: fc.Arbitrary<readonly [string, ItemValue]> = fc.tuple(
  hostileText.map((text) => text.slice(0, 50).replace(/\s+/g, " ").trim()).filter((text) => text !== ""),
  fc.oneof(hostileText, day, fc.integer(), fc.constantFrom(0.1, -1.5, 1e21)),
);

function values(names: readonly FieldName[], value: (field: FieldName) => fc.Arbitrary<ItemValue>) {
  const all = Object.fromEntries(names.map((field) => [field, value(field)])) as Record<
    FieldName,
    fc.Arbitrary<ItemValue>
  >;
  return fc.record(all, { requiredKeys: [] });
}

const OWN = FIELD_NAMES.filter((field) => !MILESTONE_FIELDS.has(field));
const OF_MILESTONES = FIELD_NAMES.filter((field) => MILESTONE_FIELDS.has(field));

/** `text`: what a text field may hold; date fields hold days, or what cannot be read as one. */
function fieldValue(field: FieldName): fc.Arbitrary<ItemValue> {
  if (FIELDS[field].kind === "date") return fc.oneof(day, fc.constantFrom("TBD", "after the audit", "2026-02-30"));
  return fc.oneof(
    { weight: 8, arbitrary: hostileText },
    { weight: 1, arbitrary: fc.integer() },
    { weight: 1, arbitrary: fc.boolean() },
  );
}

const sparse = (names: readonly FieldName[], most: number) =>
  fc.subarray([...names], { maxLength: most }).chain((some) => values(some, fieldValue));

/** Items as `carry` gives them, of any state and with anything in any field. */
export const anyCarried: fc.Arbitrary<Carried> = fc
  .tuple(
    fc.array(
      fc.record({
        state: fc.constantFrom<CarriedState>("open", "closed", "configuration", "documentation"),
        fields: sparse(OWN, 20),
        milestones: fc.array(
          sparse(OF_MILESTONES, 4).filter((row) => Object.keys(row).length > 0),
          { maxLength: 3 },
        ),
        others: fc.array(other, { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    fc
      .subarray([...HEADER_FIELDS])
      .chain((fields) =>
        fc.record(Object.fromEntries(fields.map((field) => [field, field === "poamDate" ? poamDate : hostileText]))),
      ),
  )
  .map(([items, header]) => carriedItems(inOrder(items), header));

/** Findings about documents stand on a sheet of their own, which is read last. */
function inOrder<T extends { readonly state: CarriedState }>(items: readonly T[]): T[] {
  const isDocument = ({ state }: T) => Number(state === "documentation");
  return [...items].sort((a, b) => isDocument(a) - isDocument(b));
}
