import type { Carried } from "../model/carried-item.js";
import type { IsoDate } from "../model/date.js";
import type { SystemFacts, VerPeriod, VerSidecar } from "../model/evidence.js";
import type { VerActivity, VerGap, Vulnerability } from "../model/ver-report.js";
import { gapsOf } from "./gaps.js";
import { type KnownItem, knownItems } from "./known-items.js";
import { dayOf, monthOf } from "./moment.js";
import { notesOf } from "./notes.js";
import { type VerTerms, vulnerabilityOn } from "./vulnerability.js";

/** How the reports are made; what is undefined the sidecar says. */
export interface VerSettings {
  readonly asOf: IsoDate;
  readonly reportPeriod: VerPeriod | undefined;
  readonly certificationPackageOverviewUri: string | undefined;
  readonly class: SystemFacts["class"] | undefined;
  /** Whether to tell the POA&M's own prose; without it descriptions are neutral (VER-RPT-NID). */
  readonly withDescription: boolean;
}

/** What happened to which vulnerability, and what a person must still supply. */
export function verActivity(carried: Carried, sidecar: VerSidecar, settings: VerSettings): VerActivity {
  return activityOf(knownItems(carried, sidecar, settings.asOf), carried, sidecar, settings);
}

/** The same, of items that are known already. */
export function activityOf(
  items: readonly KnownItem[],
  carried: Carried,
  sidecar: VerSidecar,
  settings: VerSettings,
): VerActivity {
  const { asOf } = settings;
  const uri = settings.certificationPackageOverviewUri ?? sidecar.certificationPackageOverviewUri;
  const given = settings.reportPeriod ?? sidecar.reportPeriod;
  const period = given ?? monthOf(asOf);
  const terms: VerTerms = {
    asOf,
    class: settings.class ?? sidecar.class,
    withDescription: settings.withDescription,
  };
  const found = items.filter((known) => isFound(known, asOf));
  const last = period.to < asOf ? period.to : asOf;
  const [now, then]: [Vulnerability[], Vulnerability[]] = [[], []];
  const gaps: VerGap[] = uri === undefined ? [{ fact: "certificationPackageOverviewUri", item: undefined }] : [];
  for (const known of found) {
    const today = vulnerabilityOn(asOf, known, terms);
    now.push(today);
    const atEnd = last === asOf ? today : vulnerabilityOn(last, known, terms);
    const inPeriod = isIn(period, known);
    if (inPeriod) then.push(atEnd);
    const told = gapsOf(known, today, known.isClosed && !inPeriod);
    gaps.push(...told);
    if (!inPeriod || atEnd === today) continue;
    gaps.push(...gapsOf(known, atEnd, false).filter(({ fact }) => !told.some((gap) => gap.fact === fact)));
  }
  return {
    ...{ asOf, period, certificationPackageOverviewUri: uri, gaps },
    ...parted(then, "vulnerabilities"),
    history: parted(now, "active"),
    notes: notesOf({ carried, sidecar, items, found, now, terms, period, isDefaultPeriod: given === undefined }),
  };
}

/** Whether it was known on a day; what has no day of detection is. */
export function isFound({ detectedAt }: KnownItem, day: IsoDate): boolean {
  return detectedAt === undefined || dayOf(detectedAt) <= day;
}

/** Found by its end, and not closed before it. When something was closed that has no day of it, nobody knows. */
function isIn({ from, to }: VerPeriod, known: KnownItem): boolean {
  const { isClosed, closedOn } = known;
  if (!isFound(known, to)) return false;
  return !isClosed || (closedOn !== undefined && closedOn >= from);
}

function parted<Name extends string>(all: readonly Vulnerability[], name: Name) {
  const isAccepted = ({ acceptanceRationale }: Vulnerability) => acceptanceRationale !== undefined;
  const accepted = all.filter(isAccepted);
  const rest = all.filter((one) => !isAccepted(one));
  return { accepted, [name]: rest } as { readonly accepted: readonly Vulnerability[] } & Readonly<
    Record<Name, readonly Vulnerability[]>
  >;
}
