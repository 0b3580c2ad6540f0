import type { Carried } from "../model/carried-item.js";
import type { VerPeriod, VerSidecar } from "../model/evidence.js";
import type { Vulnerability } from "../model/ver-report.js";
import type { KnownItem } from "./known-items.js";
import { dayOf } from "./moment.js";
import { isNeutralSource } from "./neutral-source.js";
import { BY_AGE, isApproved, OPERATIONAL_REQUIREMENT, plainSource, type VerTerms } from "./vulnerability.js";

interface Noted {
  readonly carried: Carried;
  readonly sidecar: VerSidecar;
  readonly items: readonly KnownItem[];
  /** Those found by the as-of day, and how each stands then. */
  readonly found: readonly KnownItem[];
  readonly now: readonly Vulnerability[];
  readonly terms: VerTerms;
  readonly period: VerPeriod;
  readonly isDefaultPeriod: boolean;
}

/** What the reports leave out, and what they had to take for granted; one sentence each. */
export function notesOf({ carried, sidecar, items, found, now, terms, period, isDefaultPeriod }: Noted): string[] {
  const { from, to } = period;
  const open = found.filter(({ isClosed }) => !isClosed);
  const ids = new Set(items.flatMap(({ id, key }) => (id === undefined ? [key] : [id, key])));
  const later = found.filter(({ detectedAt }) => detectedAt !== undefined && dayOf(detectedAt) > to);
  const earlier = found.filter(({ isClosed, closedOn }) => isClosed && closedOn !== undefined && closedOn < from);
  const undated = found.filter(({ isClosed, closedOn }) => isClosed && closedOn === undefined);
  const documents = carried.items.length - items.length;
  const neutral = found.filter(({ facts }) => facts.description === undefined).length;
  const telling = found.filter((known) => {
    const source = plainSource(known);
    return source !== undefined && !isNeutralSource(source, known.item);
  }).length;
  const [misdated, unlowered] = (["evaluatedOn", "projectedNextReduction"] as const).map(
    (fact) => found.filter(({ doubtful }) => doubtful.includes(fact)).length,
  );
  const ours = now.filter(({ acceptanceRationale: why }) => why === OPERATIONAL_REQUIREMENT || why === BY_AGE).length;
  const falsePositives = open.filter(({ item }) => isApproved(item, "falsePositive")).length;
  const unreasoned = open.filter(({ item, facts }) => {
    const isDeclared = /^risk accepted\b/i.test(item.fields.get("status")?.text.trim() ?? "");
    return isDeclared && facts.acceptanceRationale === undefined && !isApproved(item, "operationalRequirement");
  }).length;
  return [
    ...(isDefaultPeriod
      ? [`No report period was given: the reports cover ${from} to ${to}, the month of ${terms.asOf}.`]
      : []),
    ...(terms.class === undefined && open.length > 0
      ? ["No certification class was given: overdue is what is past its own completion date."]
      : []),
    ...said(documents, (some) => `${some} of documents (PL-2) left out: they are no vulnerabilities.`, "deficiency"),
    ...said(items.length - found.length, (some) => `${some} left out: detected after ${terms.asOf}.`),
    ...said(later.length, (some) => `${some} only in the history: detected after the period's end, ${to}.`),
    ...said(earlier.length, (some) => `${some} only in the history: closed before the period, which begins ${from}.`),
    ...said(undated.length, (some) => `${some} only in the history: closed on a day that nobody has recorded.`),
    ...(terms.withDescription ? [] : said(neutral, (some) => `${some} described in neutral words only (VER-RPT-NID).`)),
    ...said(
      telling,
      (some) =>
        `${some} with a source that seems to name a vulnerability, a plugin or an asset: it is told as the detection source alone.`,
    ),
    ...said(
      misdated!,
      (some) =>
        `${some} evaluated after ${terms.asOf} or before the detection: that day does not count, and is asked for again.`,
    ),
    ...said(
      unlowered!,
      (some) => `${some} with a projected rating that is not below the current one: the projection is left out.`,
    ),
    ...said(
      ours,
      (some) => `${some} accepted for a reason given in general words: no acceptance rationale is supplied.`,
    ),
    ...said(
      falsePositives,
      (some) => `${some} open although the false positive is approved: still reported as active.`,
    ),
    ...said(
      unreasoned,
      (some) => `${some} with the status Risk Accepted not reported as accepted: that needs a rationale.`,
    ),
    ...unreadableColumns(found),
    ...said(
      [...sidecar.items.keys()].filter((key) => !ids.has(key)).length,
      (some) => `${some} of the evaluation facts given for ids that the POA&M does not have.`,
      "entry",
    ),
  ];
}

function said(count: number, sentence: (some: string) => string, noun: keyof typeof PLURALS = "item"): string[] {
  return count === 0 ? [] : [sentence(`${count.toLocaleString("en-US")} ${count === 1 ? noun : PLURALS[noun]}`)];
}

const PLURALS = { item: "items", deficiency: "deficiencies", entry: "entries" };

function unreadableColumns(items: readonly KnownItem[]): string[] {
  const counts = new Map<string, number>();
  for (const heading of items.flatMap(({ unreadable }) => unreadable)) {
    counts.set(heading, (counts.get(heading) ?? 0) + 1);
  }
  return [...counts].map(([heading, count]) => {
    return `In column ${heading.replace(/\s+/g, " ")}, ${count.toLocaleString("en-US")} ${count === 1 ? "value" : "values"} cannot be read.`;
  });
}
