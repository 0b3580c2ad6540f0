import { daysBetween } from "../model/date.js";
import type { Condition, ItemStatus } from "../model/item-status.js";
import type { ItemCounts } from "../model/poam.js";
import { count } from "./last-line.js";
import type { ConditionCounts, StatusRun } from "./status-run.js";

/** `142 items: 12 overdue, 5 due within 30 days, 7 stale`; `142 items, nothing overdue or stale` where nothing was found. */
export function countsInWords(
  items: ItemCounts,
  conditions: ConditionCounts,
  { only, soonDays }: Pick<StatusRun, "only" | "soonDays">,
): string {
  if (items.total === 0) return "no items";
  const total = count(items.total, "item");
  const found = only.filter((one) => conditions[one] > 0);
  if (found.length === 0) return `${total}, ${nothing(only, soonDays)}`;
  const counted = found.map((one) => `${conditions[one].toLocaleString("en")} ${conditionWords(one, soonDays)}`);
  return `${total}: ${counted.join(", ")}`;
}

/** A condition as it stands behind a number: `12 overdue`, `1 with a milestone missed`. */
export function conditionWords(condition: Condition, soonDays: number): string {
  return condition === "due-soon" ? `due within ${count(soonDays, "day")}` : WORDS[condition];
}

const WORDS: Readonly<Record<Exclude<Condition, "due-soon">, string>> = {
  overdue: "overdue",
  undated: "without a due date",
  "milestone-missed": "with a milestone missed",
  "check-in-due": "due for a vendor check-in",
  "deviation-pending": "with a deviation pending",
  stale: "stale",
};

/** `12 late`, `in 5`, `today`: days from the due date; "" where there is none, or where an exception holds after it. */
export function daysWords({ state, daysOverdue, dueOn }: ItemStatus, asOf: string): string {
  if (daysOverdue > 0) return `${daysOverdue} late`;
  if (state !== "open" || dueOn === null || dueOn < asOf) return "";
  return dueOn === asOf ? "today" : `in ${daysBetween(asOf, dueOn)}`;
}

/** `High → Moderate` where an approved adjustment changes the rating that counts. */
export function ratingWords({ rating: { original, effective } }: ItemStatus): string {
  if (original === null || effective === null || original === effective) return effective ?? original ?? "";
  return `${original} → ${effective}`;
}

/** `nothing overdue, missed or stale`: each word stands on its own, so that none reads as if it held. */
function nothing(only: readonly Condition[], soonDays: number): string {
  if (only.length === 1) return `none ${conditionWords(only[0]!, soonDays)}`;
  const words = only.map((one) => SHORT[one] ?? conditionWords(one, soonDays));
  return `nothing ${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

const SHORT: Readonly<Partial<Record<Condition, string>>> = {
  undated: "undated",
  "milestone-missed": "missed",
  "deviation-pending": "pending",
};
