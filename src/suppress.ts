import { createHash } from "node:crypto";
import type { CellRef } from "./model/cell.js";
import type { IsoDate } from "./model/date.js";
import type { Finding } from "./model/finding.js";
import { globMatcher, hasMagic } from "./model/glob.js";
import { SUPPRESSION_EXPIRED, SUPPRESSION_UNUSED, type Suppression } from "./model/suppression.js";

/** The findings of one workbook, those that an entry holds for marked, and what became of the entries. */
export interface Suppressed {
  readonly findings: readonly Finding[];
  /** The entries that hold for a finding; several may hold for one. */
  readonly used: ReadonlySet<Suppression>;
  /** The entries that would, had they not expired, with the first such finding. */
  readonly lapsed: ReadonlyMap<Suppression, Finding>;
}

/** Gives what suppresses the findings of one workbook after the other; `file` is the workbook's base name. */
export function suppressor(
  entries: readonly Suppression[],
  asOf: IsoDate,
): (findings: readonly Finding[], file: string) => Suppressed {
  const bySubject = new Map<string, Suppression[]>();
  for (const entry of entries) {
    const alike = bySubject.get(subjectOf(entry));
    if (alike) alike.push(entry);
    else bySubject.set(subjectOf(entry), [entry]);
  }
  return (findings, file) => {
    const used = new Set<Suppression>();
    const lapsed = new Map<Suppression, Finding>();
    if (entries.length === 0) return { findings, used, lapsed };
    const marked = findings.map((finding) => {
      const holding = subjectsOf(finding)
        .flatMap((subject) => bySubject.get(subject) ?? [])
        .filter((entry) => holds(entry, finding, file));
      const live = holding.filter((entry) => !isExpired(entry, asOf));
      for (const entry of live) used.add(entry);
      for (const entry of holding) if (isExpired(entry, asOf) && !lapsed.has(entry)) lapsed.set(entry, finding);
      return live[0] ? withReason(finding, live[0]) : finding;
    });
    return { findings: marked, used, lapsed };
  };
}

/** Whether an entry is about the workbook of this base name. */
export function isFor(entry: Suppression, name: string): boolean {
  const { file } = entry;
  if (file === undefined || file === name) return true;
  if (!hasMagic(file)) return false;
  let matches = matchers.get(entry);
  if (!matches) matchers.set(entry, (matches = globMatcher(file)));
  return matches(name);
}

const matchers = new WeakMap<Suppression, (name: string) => boolean>();

export function isExpired({ until }: Suppression, asOf: IsoDate): boolean {
  return until !== undefined && until < asOf;
}

/** The finding with why it is suppressed, and until when. */
export function withReason(finding: Finding, { reason, until }: Pick<Suppression, "reason" | "until">): Finding {
  return { ...finding, suppressed: { reason, ...(until && { until }) } };
}

/**
 * The entry that suppresses a finding and no more than need be. No text of the workbook but an id goes into it; with
 * `redact` not even that, as the fingerprint says which finding is meant.
 */
export function entryFor(
  { rule, item, field, at, fingerprint, sharedId }: Finding,
  { reason, file, redact }: { readonly reason: string; readonly file: string | undefined; readonly redact: boolean },
): Suppression {
  const named = item !== null && item !== "" && !redact;
  return {
    rule,
    ...(named && { item }),
    ...(field && { field }),
    ...(item === null && { sheet: at.sheet }),
    ...((!named || sharedId) && { fingerprint }),
    ...(file !== undefined && { file }),
    reason,
  };
}

/** Two lists as one, each entry once, in the order of file, item, rule, field, sheet and fingerprint. */
export function merged(entries: readonly Suppression[], more: readonly Suppression[]): Suppression[] {
  const byText = new Map([...entries, ...more].map((entry) => [textOf(entry), entry]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, entry]) => entry);
}

/** What is reported of an entry that is no longer of use. */
export function faultOf(entry: Suppression, expired: boolean, at: CellRef): Finding {
  const { id, severity, help } = expired ? SUPPRESSION_EXPIRED : SUPPRESSION_UNUSED;
  const { rule, item, field, sheet, fingerprint, until } = entry;
  const subject = item ?? (sheet === undefined ? undefined : `'${sheet}'`) ?? fingerprint ?? "the workbook";
  const what = `${rule} for ${subject}${field ? ` (${field})` : ""}`;
  return {
    rule: id,
    severity,
    message: expired ? `${what} was suppressed until ${until}` : `${what} is suppressed, but was not found`,
    help,
    cites: [],
    at,
    item: item ?? null,
    field,
    related: [],
    fix: undefined,
    fingerprint: createHash("sha256")
      .update(`${id}\0\0${textOf(entry)}`)
      .digest("hex")
      .slice(0, 16),
  };
}

/** An entry is looked up by its fingerprint or else by rule and item, as there may be as many entries as findings. */
function subjectOf({ rule, item, fingerprint }: Suppression): string {
  return fingerprint ?? `${rule}\0${item ?? ""}`;
}

function subjectsOf({ rule, item, fingerprint }: Finding): readonly string[] {
  return [fingerprint, `${rule}\0${item ?? ""}`];
}

function holds(entry: Suppression, finding: Finding, file: string): boolean {
  const { rule, item, field, sheet, fingerprint } = entry;
  if (rule !== finding.rule || !isFor(entry, file)) return false;
  if (field !== undefined && field !== finding.field) return false;
  if (sheet !== undefined && sheet !== finding.at.sheet) return false;
  if (item !== undefined && item !== finding.item) return false;
  if (fingerprint !== undefined) return fingerprint === finding.fingerprint;
  return item === undefined ? finding.item === null : !finding.sharedId;
}

function textOf({ file, item, rule, field, sheet, fingerprint, reason, until }: Suppression): string {
  return [file, item, rule, field, sheet, fingerprint, reason, until].map((part) => part ?? "").join("\0");
}
