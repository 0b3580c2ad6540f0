import { readMilestones } from "../codecs/milestones.js";
import type { CarriedValue, MilestoneRow } from "../model/carried-item.js";
import type { IsoDate } from "../model/date.js";
import type { FieldName } from "../model/field.js";

/** How a form lays out the milestones of an item. */
export interface MilestoneShape {
  readonly has: (field: FieldName) => boolean;
  /** Whether each milestone has a row of its own. */
  readonly isRowEach: boolean;
  /** How one milestone is written as text where the form has it so. */
  readonly grammar: "numbered" | "dated";
}

/** The rows of an item's milestones as a form has them, and by which rule they were made; undefined where they are as they were. */
export interface ShapedMilestones {
  readonly rows: readonly MilestoneRow[];
  readonly rule: string | undefined;
}

/**
 * Milestones in one cell become a row each, or rows become one cell, as far as reading the result gives the same milestones.
 * What cannot be brought into the form's shape stays as it is: it has no column there.
 */
export function shaped(rows: readonly MilestoneRow[], shape: MilestoneShape): ShapedMilestones {
  const isText = shape.has("milestones");
  const isFielded = shape.has("milestoneDescription");
  const hasTexts = rows.some((row) => row.has("milestones"));
  const hasFields = rows.some((row) => row.has("milestoneDescription") || row.has("milestoneDue"));
  if (isFielded && !isText && hasTexts) return rowEach(rows, inFields, "one milestone a row");
  if (isText && !isFielded && hasFields) {
    if (shape.isRowEach)
      return { rows: rows.map((row) => asText(row, shape)), rule: "milestones as text with their dates" };
    return inOneCell(
      rows.map((row) => asText(row, shape)),
      shape,
      "milestones in one cell",
    );
  }
  if (isText && hasTexts && shape.isRowEach) return rowEach(rows, (one) => inText(one, shape), "one milestone a row");
  if (isText && hasTexts && rows.length > 1 && !isFielded) return inOneCell(rows, shape, "milestones in one cell");
  return { rows, rule: undefined };
}

interface Entry {
  readonly text: string;
  readonly due: IsoDate | undefined;
  readonly from: CarriedValue;
}

/** Each cell of several milestones as several rows, the first of which keeps the row's other values. */
function rowEach(
  rows: readonly MilestoneRow[],
  write: (entry: Entry) => MilestoneRow | undefined,
  rule: string,
): ShapedMilestones {
  let isChanged = false;
  const made = rows.flatMap((row) => {
    const from = row.get("milestones");
    const read = from ? readMilestones(from.text) : [];
    const written = read.map(({ text, due }) => (text === "" ? undefined : write({ text, due, from: from! })));
    if (!written.every((one) => one !== undefined) || written.length === 0) return [row];
    if (written.length === 1 && written[0]!.get("milestones")) return [row];
    isChanged = true;
    const [first, ...further] = written;
    const others = [...row].filter(([field]) => field !== "milestones" && !first!.has(field));
    return [new Map([...others, ...first!]), ...further];
  });
  return isChanged ? { rows: made, rule } : { rows, rule: undefined };
}

function inFields({ text, due, from }: Entry): MilestoneRow {
  const row = new Map<FieldName, CarriedValue>([["milestoneDescription", { ...from, value: text, text }]]);
  if (due !== undefined) row.set("milestoneDue", { ...from, value: { date: due }, text: due });
  return row;
}

function inText(entry: Entry, shape: MilestoneShape): MilestoneRow | undefined {
  const text = written(entry.text, entry.due, 1, shape);
  return text === undefined ? undefined : new Map([["milestones", { ...entry.from, value: text, text }]]);
}

/** A row's description and day as the text of a milestone; the row itself where that would be read otherwise. */
function asText(row: MilestoneRow, shape: MilestoneShape): MilestoneRow {
  const description = row.get("milestoneDescription");
  const due = row.get("milestoneDue");
  const day = typeof due?.value === "object" ? due.value.date : undefined;
  if (!description || row.has("milestones") || (due && !day)) return row;
  const text = written(description.text, day, 1, shape);
  if (text === undefined) return row;
  const others = [...row].filter(([field]) => field !== "milestoneDescription" && field !== "milestoneDue");
  return new Map([["milestones", { ...description, value: text, text }], ...others]);
}

/** All rows' milestones in one cell, numbered through; the other values stay in their rows. */
function inOneCell(rows: readonly MilestoneRow[], shape: MilestoneShape, rule: string): ShapedMilestones {
  const texts = rows.flatMap((row) => row.get("milestones") ?? []);
  const entries = texts.flatMap(({ text }) => readMilestones(text));
  const parts = entries.map(({ text, due }, index) => written(text, due, index + 1, shape));
  const text = parts.join("\n\n");
  const isSame = parts.every((part) => part !== undefined) && same(readMilestones(text), entries);
  if (texts.length === 0 || entries.length === 0 || !isSame) return { rows, rule: undefined };
  const bare = rows.map((row) => new Map([...row].filter(([field]) => field !== "milestones")));
  const whole = new Map<FieldName, CarriedValue>([
    ["milestones", { ...texts[0]!, value: text, text }],
    ...(bare[0] ?? []),
  ]);
  return { rows: [whole, ...bare.slice(1)], rule };
}

/** `(1) 2026-06-30 : text`, or eMASS' `text 06/30/2026`; undefined where reading that gives another milestone. */
function written(
  text: string,
  due: IsoDate | undefined,
  number: number,
  { grammar }: MilestoneShape,
): string | undefined {
  if (due === undefined) return undefined;
  const [year, month, day] = due.split("-");
  const line = grammar === "numbered" ? `(${number}) ${due} : ${text}` : `${text} ${month}/${day}/${year}`;
  return same(readMilestones(line), [{ text, due }]) ? line : undefined;
}

function same(
  read: readonly { readonly text: string; readonly due: IsoDate | undefined }[],
  wanted: readonly { readonly text: string; readonly due: IsoDate | undefined }[],
): boolean {
  return (
    read.length === wanted.length &&
    read.every(({ text, due }, i) => text === wanted[i]!.text && due === wanted[i]!.due)
  );
}
