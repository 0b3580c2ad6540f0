import { createHash } from "node:crypto";
import type { CellRef } from "./model/cell.js";
import type { Finding, Issue, ItemIdentity } from "./model/finding.js";
import { identityOf, type PoamItem } from "./model/item.js";
import type { Poam } from "./model/poam.js";
import { type ActiveRule, activeRules, type LintOptions } from "./packs/active-rules.js";
import type { Context, Reported } from "./rules/rule.js";

export type { LintOptions } from "./packs/active-rules.js";

/** Runs the packs' rules over a POA&M, in one pass over its items; findings come sheet by sheet, from top to bottom. */
export function lint(poam: Poam, options: LintOptions): Finding[] {
  const active = activeRules(poam, options);
  const found: Raw[] = [];
  const collect = (by: ActiveRule, reported: Reported, item: PoamItem | null) => {
    for (const issue of asList(reported)) found.push({ by, issue, item: item && identityOf(item) });
  };
  const ids = new Map<string, number>();
  const checks = active.flatMap((by) => {
    const { check } = by.rule;
    const run = check.per === "item" ? check.begin(contextOf(poam, options, by)) : undefined;
    return run ? [{ by, run }] : [];
  });
  const tallies = active.flatMap((by) => {
    const { check } = by.rule;
    const tally = check.per === "all-items" ? check.begin(contextOf(poam, options, by)) : undefined;
    return tally ? [{ by, tally }] : [];
  });
  for (const items of inBatches(poam.items())) {
    for (const { id } of items) if (id?.value !== undefined) ids.set(id.value, (ids.get(id.value) ?? 0) + 1);
    for (const { by, run } of checks) {
      for (const item of items) {
        const reported = run(item);
        if (reported !== undefined) collect(by, reported, item);
      }
    }
    for (const { tally } of tallies) for (const item of items) tally.see(item);
  }
  for (const { by, tally } of tallies) collect(by, tally.said(), null);
  for (const by of active) {
    if (by.rule.check.per === "poam") collect(by, by.rule.check.run(poam, contextOf(poam, options, by)), null);
  }
  const fingerprints = fingerprintsOf(found, ids);
  const order = new Map(poam.workbook.sheets.map(({ name }, index) => [name, index]));
  return found
    .map((raw) => finding(raw, fingerprints.get(raw)!, ids))
    .sort(
      (a, b) =>
        order.get(a.at.sheet)! - order.get(b.at.sheet)! ||
        a.at.row - b.at.row ||
        a.at.column - b.at.column ||
        (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
    );
}

/** A rule that sees some items in a row runs up to a fifth faster than one of a hundred that take turns at each item. */
function* inBatches(items: Iterable<PoamItem>): Iterable<readonly PoamItem[]> {
  let batch: PoamItem[] = [];
  for (const item of items) {
    if (batch.push(item) < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** So few that their cells are gone before the collector keeps them for long. */
const BATCH = 32;

function contextOf(poam: Poam, { asOf, evidence = {}, system = {} }: LintOptions, { option }: ActiveRule): Context {
  return { poam, asOf, evidence, system, option };
}

function asList(reported: Reported): readonly Issue[] {
  return reported === undefined ? [] : Array.isArray(reported) ? reported : [reported as Issue];
}

/** A finding before all ids are known. */
interface Raw {
  readonly by: ActiveRule;
  readonly issue: Issue;
  readonly item: ItemIdentity | null;
}

function finding({ by, issue, item }: Raw, fingerprint: string, ids: ReadonlyMap<string, number>): Finding {
  const told = item ?? issue.item ?? null;
  return {
    rule: by.rule.id,
    severity: by.severity,
    message: issue.message,
    help: issue.help ?? by.rule.help,
    cites: by.cites,
    at: placeOf(issue.at),
    item: told?.id ?? null,
    field: issue.field,
    related: (issue.related ?? []).map(({ at, label }) => ({ at: placeOf(at), label })),
    fix: issue.fix,
    fingerprint,
    ...(told && !isUnique(told.id, ids) && { sharedId: true }),
  };
}

/** Rules may give the cell itself: its text is not to go along to where findings are kept. */
function placeOf({ sheet, row, column }: CellRef): CellRef {
  return { sheet, row, column };
}

/** Several findings of one rule about one field of one item are numbered in the order of their messages. */
function fingerprintsOf(found: readonly Raw[], ids: ReadonlyMap<string, number>): ReadonlyMap<Raw, string> {
  const alike = new Map<string, Raw[]>();
  for (const raw of found) {
    const key = keyOf(raw, ids);
    const others = alike.get(key);
    if (others) others.push(raw);
    else alike.set(key, [raw]);
  }
  const fingerprints = new Map<Raw, string>();
  for (const [key, raws] of alike) {
    raws.sort(({ issue: a }, { issue: b }) => (a.message < b.message ? -1 : a.message > b.message ? 1 : 0));
    for (const [index, raw] of raws.entries()) {
      const text = index === 0 ? key : `${key}\0\0${index + 1}`;
      fingerprints.set(raw, createHash("sha256").update(text).digest("hex").slice(0, 16));
    }
  }
  return fingerprints;
}

/**
 * Item findings are known by rule, item and field, so they survive sorting; the others by rule, sheet and what was said, but
 * for days, counts and asides: those change from month to month.
 */
function keyOf({ by, issue, item }: Raw, ids: ReadonlyMap<string, number>): string {
  const told = item ?? issue.item;
  const subject = told
    ? [told.id, isUnique(told.id, ids) ? "" : told.detail]
    : [issue.at.sheet, issue.message.replace(PASSING, (part) => (/^["“']/.test(part) ? part : "#"))];
  return [by.rule.id, ...subject, issue.field ?? ""].join("\0\0");
}

function isUnique(id: string, ids: ReadonlyMap<string, number>): boolean {
  return id !== "" && (ids.get(id) ?? 0) < 2;
}

/** Quoted texts, which are left; asides, as of the items that were counted; days; numbers that are no part of an id, a control or a version. */
const PASSING =
  /"[^"]*"|“[^”]*”|'[^']*'|\([^()]*\)|(?<![\w.-])(?:\d{4}-\d\d-\d\d|\d{1,3}(?:,\d{3})+|\d+)(?![\w-]|[.,]\d)/g;
