import { reference } from "../model/cell.js";
import type { PoamScore, RequirementNotMet, ScoredItem } from "../model/poam-score.js";
import { count } from "./last-line.js";
import { printable } from "./printable.js";

/** `101 of 110`, with what it may be besides; the words why there is none where there is no system security plan. */
export function scoreWords({ points, pointsAtMost, maximum, scorable }: PoamScore): string {
  if (!scorable || points === null || pointsAtMost === null)
    return "no score: without an up-to-date system security plan (3.12.4) nothing is scored";
  const most = pointsAtMost > points ? `, or ${pointsAtMost} where what the rows leave open is partly met` : "";
  return `${points} of ${maximum}${most}`;
}

export function methodOf({ level }: PoamScore): string {
  return level === 3
    ? "CMMC Level 3, 32 CFR 170.24(c)(3)"
    : "CMMC Level 2, 32 CFR 170.24(c)(2), as the NIST SP 800-171 DoD Assessment Methodology 1.2.1";
}

/** Whether a Conditional status can be had, in one clause. */
export function conditionalWords({ conditional, needed, operational }: PoamScore): string {
  if (operational) return "not judged: this is the operational plan of action";
  const { possible } = conditional;
  if (possible === "nothing-open") return "not needed: no open item costs points";
  if (possible === "yes") return `possible: the score is ${needed} or more, and every open requirement may wait`;
  if (possible === "ended") return "ended: its last day has passed, and requirements are still open";
  return possible === "no" ? "not possible" : "unclear";
}

/** By when the items must be closed out; undefined where no Conditional status is known. */
export function closeoutWords({ conditional: { closeout } }: PoamScore): string | undefined {
  if (!closeout) return undefined;
  const { statusDate, last, daysLeft, later } = closeout;
  const ended = daysLeft < 0;
  const days = count(Math.abs(daysLeft), "day");
  const when = ended ? `ended ${days} ago` : daysLeft === 0 ? "today is the last day" : `${days} left`;
  const dates = statusDate === null ? when : `${last}, for the Conditional status of ${statusDate}: ${when}`;
  return later > 0 ? `${dates}; ${count(later, "open item")} planned for later` : dates;
}

/** The date that SPRS asks for. */
export function completionWords({ completion: { date, undated, passed } }: PoamScore): string {
  const parts = [
    ...(date === null ? [] : [`${date}, the last planned completion`]),
    ...(undated > 0 ? [`${count(undated, "open item")} without a date`] : []),
    ...(passed > 0 ? [`${count(passed, "planned date")} already passed`] : []),
  ];
  return parts.join("; ");
}

/** `5`, `3 (partly met)`: what a requirement costs. */
export function lostWords({ lost, partial }: RequirementNotMet): string {
  if (lost === null) return "no value";
  return partial === true ? `${lost} (partly met)` : partial === null ? `${lost} (less if partly met)` : String(lost);
}

/** What a POA&M cannot tell, a sentence each. */
export function limitsOf({ notMet, uncounted, unread, levelAbove, operational, level }: PoamScore): readonly string[] {
  const wireless = notMet.filter(({ nist }) => nist !== null && ACCESS.includes(nist)).map(({ nist }) => nist);
  return [
    "Requirements that no open item names count as met; whether they are stands in the assessment's results.",
    ...(operational
      ? [
          "An assessment counts the deficiencies of an operational plan of action as met; here they are counted as not met.",
        ]
      : []),
    ...(wireless.length > 0
      ? [`${wireless.join(", ")}: nothing is lost where that kind of access is not permitted, which no POA&M says.`]
      : []),
    ...(levelAbove.length > 0
      ? [`${levelAbove.join(", ")}: of Level 3, and not in this score of Level ${level}; --level 3 scores them.`]
      : []),
    ...(unread.length > 0
      ? [
          `${count(unread.length, "open item")} ${unread.length === 1 ? "holds" : "hold"} text that looks like a requirement and was not taken for one, which may cost points: ${namesOf(unread)}.`,
        ]
      : []),
    ...(uncounted.length > 0
      ? [
          `${count(uncounted.length, "open item")} ${uncounted.length === 1 ? "names" : "name"} no requirement of Level ${level} and ${uncounted.length === 1 ? "costs" : "cost"} nothing here.`,
        ]
      : []),
  ];
}

function namesOf(items: readonly ScoredItem[]): string {
  const names = items.slice(0, MOST_NAMED).map(({ id, at }) => printable(id ?? reference(at)));
  return items.length > MOST_NAMED ? `${names.join(", ")} and ${items.length - MOST_NAMED} more` : names.join(", ");
}

const MOST_NAMED = 10;

/** DoD Assessment Methodology 1.2.1, Annex A: no deduction where remote, wireless or mobile access is not permitted. */
const ACCESS = ["3.1.12", "3.1.13", "3.1.16", "3.1.17", "3.1.18"];
