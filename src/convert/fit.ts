import { readAnswer } from "../codecs/answer.js";
import { controlsParted } from "../codecs/controls.js";
import { saysNothing } from "../codecs/placeholder.js";
import { checksParted } from "../codecs/security-checks.js";
import type { CarriedValue } from "../model/carried-item.js";
import type { CellValue } from "../model/cell.js";
import { type ControlReference, readControls } from "../model/control.js";
import { FIELDS, type FieldName } from "../model/field.js";
import type { SheetColumn } from "../model/placed.js";
import { RATINGS, readRating } from "../model/rating.js";

/** How a value is written in a column. */
export interface Fit {
  /** Null where the column stays blank. */
  readonly value: CellValue;
  /** Why it is not the value itself; undefined where it is. */
  readonly rule: string | undefined;
  /** Whether what was written does not tell the value any more, so that it is to be kept as labelled text. */
  readonly isLossy: boolean;
}

/** A column, and whether its form wants a blank for what others write as N/A. */
export interface FittedColumn extends Pick<SheetColumn, "list" | "separator" | "values" | "notation"> {
  readonly blankForNothing?: boolean;
}

/** Writes a value as a column has it: in its list's words, its rating scale, its notation of controls. */
export function fitted(field: FieldName, carried: CarriedValue, column: FittedColumn): Fit {
  const { value, text } = carried;
  const { list, values } = column;
  if (FIELDS[field].kind === "controls" && typeof value === "string") {
    return parted(
      controlsIn(carried, value, column),
      (one, separator) => controlsParted(one, column.notation, separator),
      column,
    );
  }
  if (column.separator && !list && typeof value === "string") return parted(same(value), checksParted, column);
  const renamed = values && typeof value !== "object" ? named(text.trim(), values) : undefined;
  if (renamed !== undefined) {
    const isLossy = isShared(text.trim(), values!);
    return { ...changed(renamed, carried, "the form's own word", isLossy), isLossy };
  }
  if (column.blankForNothing && saysNothing(text))
    return { value: null, rule: "the form wants a blank", isLossy: false };
  if (!list || typeof value === "object") return same(value);
  const listed = inList(text, list, column.separator);
  if (listed !== undefined) return changed(listed, carried, "the list's spelling", false);
  if (FIELDS[field].kind === "rating") return ratingIn(text, list);
  const answer = FIELDS[field].kind === "answer" ? readAnswer(text) : undefined;
  const answered = answer && list.find((one) => readAnswer(one) === answer);
  if (answered) return changed(answered, carried, "the list's spelling", false);
  if (answer === "No") return { value: null, rule: "the form leaves a No blank", isLossy: false };
  if (saysNothing(text)) return { value: null, rule: "the form's list has no such answer", isLossy: false };
  return { value: null, rule: "not in the form's list", isLossy: true };
}

function same(value: CellValue): Fit {
  return { value, rule: undefined, isLossy: false };
}

function changed(value: string, carried: CarriedValue, rule: string, isLossy: boolean): Fit {
  return value === carried.text ? same(carried.value) : { value, rule, isLossy };
}

/** The form's word for a text; ratings are known by all their names. */
function named(text: string, values: Readonly<Record<string, string>>): string | undefined {
  const folded = text.toLowerCase();
  const exact = Object.keys(values).find((ours) => ours.toLowerCase() === folded);
  const rating = exact === undefined ? readRating(text) : undefined;
  const ours = exact ?? (rating && Object.keys(values).find((one) => one === rating));
  return ours === undefined ? undefined : values[ours];
}

/** Whether the form's word for a text is read back as another of ours: the first that has it. */
function isShared(text: string, values: Readonly<Record<string, string>>): boolean {
  const word = named(text, values);
  return (
    Object.keys(values)
      .find((ours) => values[ours] === word)
      ?.toLowerCase() !== text.toLowerCase()
  );
}

function inList(text: string, list: readonly string[], separator: string | undefined): string | undefined {
  const find = (one: string) => list.find((entry) => entry.toLowerCase() === one.trim().toLowerCase());
  if (list.includes(text)) return text;
  const whole = find(text);
  if (whole !== undefined || separator === undefined) return whole;
  const parts = text.split(separator).map(find);
  return parts.every((part) => part !== undefined) ? parts.join(`${separator} `) : undefined;
}

/** The list's name of the same rating, else of the nearest that it has: Very High stands for Critical before High does. */
function ratingIn(text: string, list: readonly string[]): Fit {
  const rating = readRating(text);
  if (!rating) {
    return saysNothing(text)
      ? { value: null, rule: "the form's list has no such rating", isLossy: false }
      : { value: null, rule: "no rating of the form's list", isLossy: true };
  }
  const ranks = new Map(list.flatMap((entry) => (rankOf(entry) < 0 ? [] : [[rankOf(entry), entry] as const])));
  const wanted = RATINGS.indexOf(rating);
  const nearest = [...ranks.keys()].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || b - a)[0];
  if (nearest === undefined) return { value: null, rule: "no rating of the form's list", isLossy: true };
  const isSame = nearest === wanted;
  return {
    value: ranks.get(nearest)!,
    rule: isSame ? "the list's name" : `the form has no ${rating}`,
    isLossy: !isSame,
  };
}

function rankOf(text: string): number {
  const rating = readRating(text);
  return rating ? RATINGS.indexOf(rating) : -1;
}

/** With the form's separator between several ids; what cannot be taken apart stays. */
function parted(
  fit: Fit,
  into: (text: string, separator: string) => string | undefined,
  { separator, list }: FittedColumn,
): Fit {
  if (separator === undefined || list || typeof fit.value !== "string" || !/[\s,|/&+]/.test(fit.value)) return fit;
  const value = into(fit.value, separator);
  if (value === undefined || bare(value) === bare(fit.value)) return fit;
  return { value, rule: fit.rule ?? "the form's separator", isLossy: fit.isLossy };
}

function bare(text: string): string {
  return text.replace(/\s+/g, "");
}

/** `AC-2.1` is a procedure in eMASS and an enhancement in OSCAL, so what would be read otherwise is spelled anew. */
function controlsIn({ notation = "any" }: CarriedValue, text: string, column: FittedColumn): Fit {
  if (notation === column.notation || notation === "any" || column.notation === "any") return same(text);
  const before = readControls(text, notation);
  const isRead = (written: string) => idsOf(readControls(written, column.notation)) === idsOf(before);
  if (isRead(text) || before.some(({ id }) => id === undefined)) return same(text);
  const spelled = [...new Set(before.map(({ id }) => id!))].join(", ");
  const isExact = before.every(({ scheme }) => scheme !== "800-53-procedure");
  if (isRead(spelled)) return { value: spelled, rule: "the form's spelling of controls", isLossy: !isExact };
  return { value: spelled, rule: "controls without procedure numbers", isLossy: true };
}

function idsOf(controls: readonly ControlReference[]): string {
  return controls.map(({ scheme, id }) => `${scheme} ${id}`).join();
}
