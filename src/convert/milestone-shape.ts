import { readMilestones } from "../codecs/milestones.js";
import type { CarriedValue, MilestoneRow } from "../model/carried-item.js";
import type { IsoDate } from "../model/date.js";
import type { FieldName } from "../model/field.js";
import { changeRows } from "./change-rows.js";
import type { Made, Source } from "./made.js";

/** How a form lays out the milestones of an item. */
export interface MilestoneShape {
  readonly has: (field: FieldName) => boolean;
  /** Whether each milestone has a row of its own. */
  readonly isRowEach: boolean;
  /** How one milestone is written as text where the form has it so. */
  readonly grammar: "numbered" | "dated";
}

/** The rows of an item's milestones as a form has them, and which of their values were made of others. */
export interface ShapedMilestones {
  readonly rows: readonly MilestoneRow[];
  readonly made: Made;
}

/**
 * Milestones in one cell become a row each, or rows become one cell, as far as reading the result gives the same milestones.
 * What cannot be brought into the form's shape stays as it is: it has no column there.
 */
export function shaped(rows: readonly MilestoneRow[], shape: MilestoneShape): ShapedMilestones {
  const { rows: whole, made } = plansShaped(rows, shape);
  const isChangeEach = shape.isRowEach && shape.has("milestoneChanges");
  return { rows: isChangeEach ? changeRows(whole, made) : whole, made };
}

function plansShaped(rows: readonly MilestoneRow[], shape: MilestoneShape) {
  const made: Sources = new Map();
  if (rows.length === 0) return { rows, made };
  const isText = shape.has("milestones");
  const isFielded = shape.has("milestoneDescription");
  const hasTexts = rows.some((row) => row.has("milestones"));
  const hasFields = rows.some((row) => row.has("milestoneDescription") || row.has("milestoneDue"));
  if (hasTexts && isFielded && !isText) return { rows: rejoined(rows, (some) => rowEach(some, inFields, made)), made };
  if (hasTexts && isText && shape.isRowEach) return { rows: rowEach(rows, (one) => inText(one, shape), made), made };
  if (isFielded || (!isText && !hasFields)) return { rows, made };
  const texts = hasFields ? rows.map((row) => asText(row, shape, made)) : rows;
  // Where they are kept as text, a line a milestone reads better than one for each of its fields.
  if (!isText) return { rows: inOneCell(texts, shape, made) ?? rows, made };
  const whole = shape.isRowEach ? texts : inOneCell(texts, shape, made);
  // Rows that do not go into one cell are kept as they are.
  return { rows: whole ?? [...texts.slice(0, 1), ...rows.slice(1)], made };
}

/**
 * Milestones of one cell as rows, each with what the rows below have besides, where these are no milestones of their own: ids
 * and statuses that were kept as text when the rows went into one cell.
 */
function rejoined(
  rows: readonly MilestoneRow[],
  split: (rows: readonly MilestoneRow[]) => readonly MilestoneRow[],
): readonly MilestoneRow[] {
  const [first, ...below] = rows;
  const made = split([first!]);
  const isApart = below.some((row) => OF_ITS_OWN.some((field) => row.has(field)));
  if (made.length < 2 || below.length === 0 || isApart) return split(rows);
  const joined = made.map((row, index) => (index === 0 ? row : new Map([...row, ...(below[index - 1] ?? [])])));
  return [...joined, ...below.slice(made.length - 1)];
}

const OF_ITS_OWN: readonly FieldName[] = ["milestones", "milestoneDescription", "milestoneDue"];

type Sources = Map<CarriedValue, readonly Source[]>;

interface Entry {
  readonly text: string;
  readonly due: IsoDate | undefined;
  readonly from: CarriedValue;
}

/** Each cell of several milestones as several rows, the first of which keeps the row's other values. */
function rowEach(
  rows: readonly MilestoneRow[],
  write: (entry: Entry) => MilestoneRow | undefined,
  made: Sources,
): readonly MilestoneRow[] {
  return rows.flatMap((row) => {
    const from = row.get("milestones");
    const read = from ? readMilestones(from.text) : [];
    // Changes name milestones by their numbers, which rows do not have.
    if (!from || read.length === 0 || (row.has("milestoneChanges") && !isCounted(read))) return [row];
    const written = read.map(({ text, due }) => (text === "" ? undefined : write({ text, due, from })));
    if (!written.every((one) => one !== undefined)) return [row];
    if (written.length === 1 && written[0]!.has("milestones")) return [row];
    const others = [...row].filter(([field]) => field !== "milestones");
    if (others.some(([field]) => written[0]!.has(field))) return [row];
    let sources: Source[] = [{ field: "milestones", value: from }];
    for (const value of written.flatMap((one) => [...one.values()])) {
      made.set(value, sources);
      sources = [];
    }
    const [first, ...further] = written;
    return [new Map([...others, ...first!]), ...further];
  });
}

function isCounted(read: readonly { readonly number: number | undefined }[]): boolean {
  return read.every(({ number }, index) => number === undefined || number === index + 1);
}

const ROW_EACH = "one milestone a row";

function inFields({ text, due, from }: Entry): MilestoneRow {
  const description = { ...from, value: text, text, rule: ROW_EACH };
  const row = new Map<FieldName, CarriedValue>([["milestoneDescription", description]]);
  if (due !== undefined) row.set("milestoneDue", { ...from, value: { date: due }, text: due });
  return row;
}

function inText(entry: Entry, shape: MilestoneShape): MilestoneRow | undefined {
  const text = written(entry.text, entry.due, 1, shape);
  return text === undefined
    ? undefined
    : new Map([["milestones", { ...entry.from, value: text, text, rule: ROW_EACH }]]);
}

/** A row's description and day as the text of a milestone; the row itself where that would be read otherwise. */
function asText(row: MilestoneRow, shape: MilestoneShape, made: Sources): MilestoneRow {
  const description = row.get("milestoneDescription");
  const due = row.get("milestoneDue");
  const day = typeof due?.value === "object" ? due.value.date : undefined;
  if (!description || row.has("milestones") || (due && !day)) return row;
  const text = written(description.text, day, 1, shape);
  if (text === undefined) return row;
  const value: CarriedValue = { ...description, value: text, text, rule: "milestones as text with their dates" };
  made.set(value, [
    { field: "milestoneDescription", value: description },
    { field: "milestoneDue", value: due! },
  ]);
  const others = [...row].filter(([field]) => field !== "milestoneDescription" && field !== "milestoneDue");
  return new Map([["milestones", value], ...others]);
}

/** All rows' milestones in one cell, numbered through, the other values in their rows; undefined where they would read otherwise. */
function inOneCell(
  rows: readonly MilestoneRow[],
  shape: MilestoneShape,
  made: Sources,
): readonly MilestoneRow[] | undefined {
  const texts = rows.flatMap((row) => row.get("milestones") ?? []);
  const entries = texts.flatMap(({ text }) => readMilestones(text));
  const parts = entries.map(({ text, due }, index) => written(text, due, index + 1, shape));
  const text = parts.join("\n\n");
  const isSame = parts.every((part) => part !== undefined) && same(readMilestones(text), entries);
  if (texts.length < 2 || !isSame || !texts.every((one) => readMilestones(one.text).length > 0)) return undefined;
  const value: CarriedValue = { ...texts[0]!, value: text, text, rule: "milestones in one cell" };
  made.set(
    value,
    texts.flatMap((one) => made.get(one) ?? [{ field: "milestones" as const, value: one }]),
  );
  const bare = rows.map((row) => new Map([...row].filter(([field]) => field !== "milestones")));
  return [new Map([["milestones", value], ...bare[0]!]), ...bare.slice(1)];
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
