import { pairItems } from "./diff/item-pairs.js";
import { changesOf } from "./figures/changes.js";
import { bandOf, type Entry, isAdjusted, mentionOfStatus } from "./figures/entry.js";
import { deviations, kevItems, lateItems, statusCounts, vendorDependencies } from "./figures/lists.js";
import { lastSixMonths, monthName, type Snapshot } from "./figures/months.js";
import { notesOf } from "./figures/notes.js";
import { openSummary } from "./figures/open-summary.js";
import { type AgeFrom, pastDueAges } from "./figures/past-due-ages.js";
import { termsFor } from "./figures/terms.js";
import { totalsOf } from "./figures/totals.js";
import { trendsOf } from "./figures/trends.js";
import { triggersOf } from "./figures/triggers.js";
import { uniqueVulnerabilities } from "./figures/unique-vulnerabilities.js";
import type { IsoDate } from "./model/date.js";
import type { FieldName } from "./model/field.js";
import type { PoamItem } from "./model/item.js";
import type { ItemStatus } from "./model/item-status.js";
import type { HeaderCell, Poam } from "./model/poam.js";
import type { Report, ReportHeader } from "./model/report.js";
import type { Changes } from "./model/report-changes.js";
import type { ReportFacts } from "./model/report-facts.js";
import { withoutText } from "./reporters/status-redact.js";
import { type StatusOptions, statusOf, termsOf } from "./status.js";

/** A POA&M and the name of its file. */
export interface DatedPoam {
  readonly workbook: string;
  readonly poam: Poam;
  /** Its own date: that of its submission, or what stands for it. */
  readonly day: IsoDate;
}

export interface ReportOptions extends StatusOptions {
  readonly facts: ReportFacts;
  /** No text from cells: items are named by their places. */
  readonly redact: boolean;
  /** `poam 1.2.3` */
  readonly tool: string;
}

/**
 * The status report of a POA&M. `previous` are those of earlier months in any order, each judged on its own day; the ones
 * that are not earlier than the current POA&M are passed over.
 */
export function reportOf(current: DatedPoam, previous: readonly DatedPoam[], options: ReportOptions): Report {
  const { poam } = current;
  const { asOf, facts, redact } = options;
  const { rows: kind, agesWithout, escalates, ...words } = termsFor(poam.template);
  const rows = { ...kind, heading: words.rating };
  const terms = termsOf(poam, options);
  const earlier = previous.filter(({ day }) => day < current.day).sort((a, b) => (a.day < b.day ? -1 : 1));
  const now = snapshot(current, asOf, options);
  const months = lastSixMonths(
    now,
    earlier.map((one) => snapshot(one, one.day, options)),
  );
  const open = now.open;
  const has = {
    falsePositive: hasColumn(poam, "falsePositive"),
    operationalRequirement: hasColumn(poam, "operationalRequirement"),
  };
  const ageFrom: AgeFrom = hasColumn(poam, "detectedOn") ? "detection" : "due date";
  const unique = uniqueVulnerabilities(months, facts.scans ?? [], facts.baseline);
  const triggers = escalates ? triggersOf({ asOf, months, unique, facts }) : [];
  const last = earlier.at(-1);
  const changes = last && changesSince(last, current, redact);
  const vendors = vendorDependencies(open, terms.submittedOn, redact);
  const kev = kevItems(open, asOf, redact);
  return {
    terms: { ...words, ageFrom },
    header: headerOf(current, earlier, options),
    facts,
    totals: totalsOf(open, poam.counts, { soonDays: terms.soonDays, hasStatusDate: hasColumn(poam, "statusDate") }),
    uniqueVulnerabilities: escalates ? unique : undefined,
    scans: [...(facts.scans ?? [])].sort((a, b) => (a.month < b.month ? -1 : 1)),
    openSummary: openSummary(months, rows, has),
    pastDueAges: pastDueAges(open, {
      rows,
      without: agesWithout,
      windows: terms.windows,
      from: ageFrom,
      has,
    }),
    statuses: hasColumn(poam, "status") ? statusCounts(open, redact) : undefined,
    lateItems: lateItems(open, redact),
    vendorDependencies: hasColumn(poam, "vendorDependency") ? vendors : undefined,
    deviations: DEVIATIONS.some((field) => hasColumn(poam, field)) ? deviations(open, redact) : undefined,
    kev: hasColumn(poam, "kevTracking") ? kev : undefined,
    notes: notesOf({ open, months, vendorDependencies: vendors, kev, changes, triggers, late: words.late }),
    triggers,
    changes,
    trends: trendsOf(months, asOf),
    items: redact ? now.items.map(withoutText) : now.items,
  };
}

const DEVIATIONS = ["riskAdjustment", "falsePositive", "operationalRequirement"] as const;

/** A POA&M's open items as the figures count them, and all of its items as status has them. */
interface Judged extends Snapshot {
  readonly items: readonly ItemStatus[];
}

function changesSince(last: DatedPoam, { poam }: DatedPoam, redact: boolean): Changes {
  const counts = { openBefore: last.poam.counts.open, openNow: poam.counts.open };
  return changesOf(pairItems(last.poam, poam), { workbook: last.workbook, day: last.day }, counts, redact);
}

/** The open items of a POA&M at a day. What is given besides belongs to the current one alone. */
function snapshot({ poam, workbook, day }: DatedPoam, asOf: IsoDate, options: ReportOptions): Judged {
  const items = statusOf(poam, { ...options, asOf });
  const open: Entry[] = [];
  let index = 0;
  for (const item of poam.items()) {
    const status = items[index++]!;
    if (item.state === "open") open.push(entryOf(item, status, options.redact));
  }
  return { workbook, day, open, items };
}

function entryOf(item: PoamItem, status: ItemStatus, redact: boolean): Entry {
  const { rating, deviations, conditions } = status;
  const { id, weakness, rating: label, at } = mentionOfStatus(status, redact);
  return {
    id,
    weakness,
    rating: label,
    at,
    item,
    original: bandOf(rating.original),
    adjusted: isAdjusted(deviations.riskAdjustment) ? bandOf(rating.adjusted) : undefined,
    band: bandOf(rating.effective),
    effective: rating.effective ?? undefined,
    riskAdjustment: deviations.riskAdjustment ?? undefined,
    falsePositive: deviations.falsePositive ?? undefined,
    operationalRequirement: deviations.operationalRequirement ?? undefined,
    detectedOn: status.detectedOn ?? undefined,
    age: status.ageDays ?? undefined,
    due: status.dueOn ?? undefined,
    daysLate: status.daysOverdue,
    exception: status.exception ?? undefined,
    why: status.why,
    stale: conditions.includes("stale"),
    dueSoon: conditions.includes("due-soon"),
    vendorCheckIn: status.vendorCheckIn ?? undefined,
    kevDue: status.kevDueOn ?? undefined,
  };
}

function hasColumn({ registers }: Poam, field: FieldName): boolean {
  return registers.some(({ columns }) => columns.some((column) => column.field === field));
}

function headerOf(
  { poam, workbook, day }: DatedPoam,
  earlier: readonly DatedPoam[],
  { asOf, packs, facts, redact, tool }: ReportOptions,
): ReportHeader {
  const value = (field: HeaderCell["field"]) =>
    redact ? undefined : poam.header.find((cell) => cell.field === field && cell.filled)?.value.text.trim();
  return {
    month: monthName(day.slice(0, 7)),
    system: facts.system ?? value("system"),
    organisation: facts.organisation ?? value("organization") ?? value("component"),
    systemId: facts.systemId ?? value("registrationNumber"),
    impactLevel: value("impactLevel"),
    asOf,
    submittedOn: redact ? undefined : poam.submittedOn?.value,
    workbook,
    template: { id: poam.template.id, title: poam.template.title },
    packs: packs.map(({ id }) => id),
    previous: earlier.map(({ workbook, day }) => ({ workbook, day })),
    logo: facts.logo,
    tool,
  };
}
