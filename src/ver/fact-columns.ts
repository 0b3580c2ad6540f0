import { readAnswer } from "../codecs/answer.js";
import type { DateOrder } from "../codecs/date.js";
import { readDate } from "../codecs/date.js";
import { isPlaceholder } from "../codecs/placeholder.js";
import type { NRating, VerFacts } from "../model/evidence.js";

/** A fact that stands in a column of its own: of the POA&M, or of the list of what is missing. */
export interface FactColumn {
  readonly fact: ColumnFact;
  readonly heading: string;
  readonly aliases: readonly string[];
  /** What a person is to write: `yyyy-mm-dd`. */
  readonly form: string;
  /** Undefined for a text that is none of that. */
  readonly read: (text: string, order: DateOrder | undefined) => string | number | boolean | undefined;
}

export type ColumnFact = Exclude<
  keyof VerFacts,
  "publiclyExposed" | "automatable" | "technicalImpact" | "projectedNextReduction" | "finalDisposition"
>;

/** The columns, in the order in which they are written. */
export const FACT_COLUMNS: readonly FactColumn[] = [
  text("trackingId", "Tracking ID", "Provider Tracking ID"),
  {
    ...day("detectedAt", "Detected At"),
    form: "a day as 2026-03-14, or a time with its zone as 2026-03-14T09:30:00Z",
    read: (text, order) => (isTime(text.trim()) ? text.trim() : readDay(text, order)),
  },
  text("detectionSource", "Detection Source"),
  day(
    "evaluatedOn",
    "Evaluation Date",
    "Evaluated On",
    "Date Evaluated",
    "Evaluation Completed",
    "Evaluation Completed At",
  ),
  answer("internetReachable", "Internet-Reachable", "Is Internet-Reachable", "Internet-Reachable (IRV)", "IRV"),
  answer("likelyExploitable", "Likely Exploitable", "Is Likely Exploitable", "Likely Exploitable (LEV)", "LEV"),
  {
    fact: "rating",
    heading: "N-Rating",
    aliases: ["PAIN", "PAIN Rating", "Potential Agency Impact", "Potential Agency Impact N-Rating", "Current N-Rating"],
    form: "N1 to N5",
    read: readNRating,
  },
  text("explanation", "Overdue Explanation"),
  day("closedOn", "Closing Date"),
];

/** Columns that are read where somebody adds them, and never asked for. */
export const FURTHER_COLUMNS: readonly FactColumn[] = [
  text("description", "Disclosable Description"),
  text("potentialAgencyImpact", "Agency Impact Description"),
  text("supplementaryRiskInformation", "Supplementary Risk Information"),
  text("acceptanceRationale", "Acceptance Rationale"),
];

/** The fact that a heading means, whatever its case, blanks and hyphens. */
export function factColumn(heading: string): FactColumn | undefined {
  return BY_HEADING.get(folded(heading));
}

/** Headings that mean the same are folded alike. */
export function folded(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

const BY_HEADING: ReadonlyMap<string, FactColumn> = new Map(
  [...FACT_COLUMNS, ...FURTHER_COLUMNS].flatMap((column) =>
    [column.heading, ...column.aliases].map((heading) => [folded(heading), column] as const),
  ),
);

function text(fact: ColumnFact, heading: string, ...aliases: readonly string[]): FactColumn {
  return { fact, heading, aliases, form: "a text", read: (text) => text.trim() };
}

function day(fact: ColumnFact, heading: string, ...aliases: readonly string[]): FactColumn {
  return { fact, heading, aliases, form: "a day as 2026-03-14", read: readDay };
}

function answer(fact: ColumnFact, heading: string, ...aliases: readonly string[]): FactColumn {
  return { fact, heading, aliases, form: "Yes or No", read: readYesNo };
}

function readDay(text: string, order: DateOrder | undefined): string | undefined {
  const { value, doubt } = readDate(text, order);
  return doubt === undefined || (doubt === "ambiguous" && order !== undefined) ? value : undefined;
}

function readYesNo(text: string): boolean | undefined {
  const read = readAnswer(text);
  return read === "Yes" ? true : read === "No" ? false : undefined;
}

function readNRating(text: string): NRating | undefined {
  const digit = /^(?:PAIN\s*)?N?\s*-?\s*([1-5])$/i.exec(text.trim())?.[1];
  return digit === undefined ? undefined : (Number(digit) as NRating);
}

function isTime(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text))
  );
}

/** Whether a cell says nothing yet: blank, n/a, TBD. */
export function isUnsaid(text: string): boolean {
  return text.trim() === "" || isPlaceholder(text);
}
