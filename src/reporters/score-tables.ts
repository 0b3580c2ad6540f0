import { reference } from "../model/cell.js";
import type { PoamScore } from "../model/poam-score.js";
import { printable } from "./printable.js";
import { lostWords } from "./score-words.js";

export const FAMILY_HEADINGS = ["family", "", "requirements", "not met", "points lost"];
export const NOT_MET_HEADINGS = ["requirement", "title", "points lost", "item", "due"];

export function familyRows({ families }: PoamScore): readonly (readonly string[])[] {
  return families.map(({ family, name, requirements, notMet, lost }) => [
    family,
    name,
    String(requirements),
    String(notMet),
    String(lost),
  ]);
}

/** A requirement that several items name lists them all; items without an id are named by their places. */
export function notMetRows({ notMet }: PoamScore): readonly (readonly string[])[] {
  return notMet.map((one) => [
    one.id,
    one.title,
    lostWords(one),
    one.items.map(({ id, at }) => printable(id ?? reference(at))).join(", "),
    one.items.map(({ dueOn }) => dueOn ?? "").join(", "),
  ]);
}
