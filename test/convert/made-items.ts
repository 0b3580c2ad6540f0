import fc from "fast-check";
import type { Carried, CarriedItem, CarriedState, CarriedValue, OtherValue } from "../../src/model/carried-item.js";
import type { CellRef, CellValue } from "../../src/model/cell.js";
import { isIsoDate } from "../../src/model/date.js";
import { FIELD_NAMES, FIELDS, type FieldName } from "../../src/model/field.js";
import { MILESTONE_FIELDS } from "../../src/model/milestone-fields.js";
import type { ColumnLayout, Template } from "../../src/model/template.js";

const AT: CellRef = { sheet: "Made", row: 1, column: 1 };

/** A value as `carry` would have it: the text is what a cell shows of the value. */
export function carriedValue(value: Exclude<CellValue, null>, heading?: string): CarriedValue {
  const text =
    typeof value === "object" ? value.date : typeof value === "boolean" ? `${value}`.toUpperCase() : `${value}`;
  return { value, text, at: AT, heading };
}

/** Items out of nowhere, each on a row of its own of a sheet that there never was. */
export function carriedItems(items: readonly CarriedItem[]): Carried {
  return { template: "made", header: new Map(), items: items.map((item, index) => atRow(item, index + 1)), unread: [] };
}

function atRow(item: CarriedItem, row: number): CarriedItem {
  const at = { ...AT, row };
  const moved = <T extends CarriedValue>(value: T): T => ({ ...value, at });
  const all = (values: ReadonlyMap<FieldName, CarriedValue>) =>
    new Map([...values].map(([field, value]) => [field, moved(value)]));
  return {
    ...item,
    at,
    fields: all(item.fields),
    milestones: item.milestones.map(all),
    others: item.others.map(moved),
  };
}

/** An item by hand; `milestones` are rows. */
export function madeItem(
  fields: Partial<Record<FieldName, Exclude<CellValue, null>>>,
  more: {
    readonly state?: CarriedState;
    readonly milestones?: readonly Partial<Record<FieldName, Exclude<CellValue, null>>>[];
    readonly others?: Readonly<Record<string, Exclude<CellValue, null>>>;
  } = {},
): CarriedItem {
  const mapOf = (record: Partial<Record<FieldName, Exclude<CellValue, null>>>) =>
    new Map(Object.entries(record).map(([field, value]) => [field as FieldName, carriedValue(value)]));
  const others = Object.entries(more.others ?? {}).map(
    ([heading, value]): OtherValue => ({ ...carriedValue(value), heading }),
  );
  return {
    state: more.state ?? "open",
    fields: mapOf(fields),
    milestones: (more.milestones ?? []).map(mapOf),
    others,
    at: AT,
  };
}

/** Texts that break programs: what a spreadsheet would run, what XML cannot hold, what looks like our own labels. */
export const HOSTILE: readonly string[] = [
  "=1+1",
  "+1",
  "-2",
  "@SUM(A1)",
  "\tafter a tab",
  "one line\nanother",
  "crlf\r\nand\rreturn",
  "say \"quoted\", or 'not'",
  "'apostrophe",
  "''=two",
  "👩‍👩‍👧 family 😀",
  "\u0001 and \u000b and \u001f",
  "‏שלום‏ עולם",
  "  blank edges  ",
  "trailing newline\n",
  "\nleading newline",
  "_x000D_ and _x005F_x000D_",
  "[Kept by poam]",
  "own\n[Kept by poam]\nComments: not ours\nService name: x",
  "[Kept by poam]\nItem state: closed",
  "Label: value\nComments: no",
  "  indented\n\n\n  twice",
  "12345",
  "007",
  "1e5",
  "'12345",
  "TRUE",
  "2026-02-28",
  "02/28/2026 by J. Roe",
  "half a pair \ud83d here",
  "x".repeat(32_767),
];

const day = fc
  .integer({ min: 0, max: 5000 })
  .map((days) => ({ date: new Date(Date.UTC(2015, 0, 1 + days)).toISOString().slice(0, 10) }));
const hostile = fc.constantFrom(...HOSTILE);
const words = fc
  .array(fc.constantFrom("Old", "TLS", "port", "is open", "on the host.", "Patch it;", "v1.2", "192.0.2.1 (80/TCP)"), {
    minLength: 1,
    maxLength: 5,
  })
  .map((all) => all.join(" "));
const text = fc.oneof(
  { weight: 5, arbitrary: words },
  { weight: 4, arbitrary: hostile },
  { weight: 1, arbitrary: readable() },
);
const ANY_RATING = [
  "Very Low",
  "Low",
  "Moderate",
  "Medium",
  "High",
  "Very High",
  "Critical",
  "I",
  "II",
  "CAT III",
  "N/A",
];

function readable(): fc.Arbitrary<string> {
  return fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).filter((one) => one.trim() !== "");
}

/** A value that a column may hold: mostly what the form asks for, sometimes anything. */
function anyValue(field: FieldName, column: ColumnLayout | undefined): fc.Arbitrary<Exclude<CellValue, null>> {
  const { kind } = FIELDS[field];
  const odd = { weight: 1, arbitrary: hostile };
  // A text that is a day is carried as one; and a first row of which every date is prose is read as hints, not as an item.
  if (kind === "date")
    return fc.oneof(
      { weight: 8, arbitrary: day },
      { weight: 1, arbitrary: hostile.filter((one) => !isIsoDate(one) && /\d/.test(one)) },
    );
  if (column?.list) return fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...column.list) }, odd);
  if (kind === "rating") return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...ANY_RATING) }, odd);
  if (kind === "answer")
    return fc.oneof({ weight: 6, arbitrary: fc.constantFrom("Yes", "No", "Pending", "n/a", "y", true) }, odd);
  if (field === "status" || field === "milestoneStatus")
    return fc.constantFrom("Open", "Ongoing", "Completed", "Risk Accepted", "In Review", "Delayed", "closed");
  if (kind === "controls")
    return fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom("AC-2", "AC-2(1)", "AC-2.1", "SI-2, RA-5", "RA.L2-3.11.2", "CCI-000366"),
      },
      odd,
    );
  if (kind === "milestones") return fc.oneof({ weight: 6, arbitrary: milestoneText() }, odd);
  return fc.oneof({ weight: 8, arbitrary: text }, { weight: 1, arbitrary: fc.integer({ min: -5, max: 99_999 }) });
}

function milestoneText(): fc.Arbitrary<string> {
  return fc.constantFrom(
    "(1) 2026-06-30 : Patch the host",
    "(1) 2026-06-30 : Patch the host\n\n(2) 2026-07-31 : Scan it again",
    "(2) 2026-06-30 : Patch the host\n\n(5) 2026-07-31 : Scan it again",
    "Patch the host 06/30/2026",
    "Patch by 10/25/2018; scan by 11/25/2018",
    "some day",
  );
}

/** An item that has values for most columns of a form, for some that the form has not, and for columns of somebody's own. */
export function itemFor(template: Template): fc.Arbitrary<CarriedItem> {
  const state = fc.constantFrom<CarriedState>("open", "open", "closed", "configuration", "documentation");
  return state.chain((of) => {
    const layout = template.sheets.find((sheet) => sheet.state === of) ?? template.sheets[0]!;
    const columns = new Map(
      layout.columns.flatMap((column) => (column.field ? [[column.field, column] as const] : [])),
    );
    const own = FIELD_NAMES.filter((field) => !MILESTONE_FIELDS.has(field));
    const fields = fc
      .tuple(...own.map((field) => maybe(anyValue(field, columns.get(field)), columns.has(field) ? 0.75 : 0.1)))
      .map(
        (values) =>
          new Map(own.flatMap((field, i) => (values[i] === undefined ? [] : [[field, carriedValue(values[i])]]))),
      );
    return fc.record({
      state: fc.constant(of),
      fields: fields as fc.Arbitrary<ReadonlyMap<FieldName, CarriedValue>>,
      milestones: fc.oneof(
        { weight: 3, arbitrary: fc.array(milestoneRow(columns), { maxLength: 1 }) },
        { weight: 1, arbitrary: fc.array(milestoneRow(columns), { maxLength: 4 }) },
      ),
      others: fc.array(other(), { maxLength: 2 }),
      at: fc.constant(AT),
    });
  });
}

function milestoneRow(
  columns: ReadonlyMap<FieldName, ColumnLayout>,
): fc.Arbitrary<ReadonlyMap<FieldName, CarriedValue>> {
  const own = [...MILESTONE_FIELDS];
  return fc
    .tuple(...own.map((field) => maybe(anyValue(field, columns.get(field)), columns.has(field) ? 0.8 : 0.1)))
    .map(
      (values) =>
        new Map(
          own.flatMap((field, i) => (values[i] === undefined ? [] : [[field, carriedValue(values[i])] as const])),
        ),
    )
    .filter(({ size }) => size > 0);
}

function other(): fc.Arbitrary<OtherValue> {
  const heading = fc.constantFrom(
    "Ticket",
    "Comments",
    "Item state",
    "Note: internal",
    "Column Q",
    "Status (2)",
    "Test Method",
  );
  const value = fc.oneof(text, day, fc.integer(), fc.boolean());
  return fc.tuple(heading, value).map(([name, made]) => ({ ...carriedValue(made), heading: name }));
}

function maybe<T>(arbitrary: fc.Arbitrary<T>, share: number): fc.Arbitrary<T | undefined> {
  const there = Math.round(share * 20);
  return fc.oneof({ weight: there, arbitrary }, { weight: 20 - there, arbitrary: fc.constant(undefined) });
}

/** Several items of a form; each has an id and a weakness of its own, by which a test knows it again. */
export function itemsFor(template: Template, count: number): fc.Arbitrary<readonly CarriedItem[]> {
  return fc.array(itemFor(template), { minLength: count, maxLength: count }).map((items) =>
    items.map((item, index) => {
      const fields = new Map(item.fields);
      fields.set("id", carriedValue(`V-${index + 1}`));
      fields.set("weakness", carriedValue(`Weakness no. ${index + 1}`));
      fields.set(
        "description",
        carriedValue(`Weakness no. ${index + 1}. ${fields.get("description")?.text ?? ""}`.slice(0, 32_767)),
      );
      return { ...item, fields };
    }),
  );
}
