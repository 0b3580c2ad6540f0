import { findRequirement, type Requirement, requirementsOf } from "./catalogs/cmmc.js";
import { CMMC_DOMAINS } from "./catalogs/cmmc-domains.js";
import { scoreOf } from "./catalogs/score.js";
import { reference } from "./model/cell.js";
import { closeoutEnd } from "./model/closeout.js";
import { daysBetween, type IsoDate } from "./model/date.js";
import type { PoamItem } from "./model/item.js";
import type { Poam } from "./model/poam.js";
import type { Eligibility, FamilyScore, PoamScore, RequirementNotMet, ScoredItem } from "./model/poam-score.js";
import { UserError } from "./model/user-error.js";
import { activeRules, type LintOptions } from "./packs/active-rules.js";
import { plannedEnd } from "./rules/conditional-status.js";
import { ineligibility } from "./rules/ineligibility.js";
import { isPartial } from "./rules/requirements.js";
import { placeOf } from "./rules/rule.js";
import { requirementsNamed } from "./score/requirements.js";

export type { PoamScore } from "./model/poam-score.js";

export interface ScoreOptions extends LintOptions {
  /** Default: the system's level; else 3 where the packs say so, or where only requirements of Level 3 are named; else 2. */
  readonly level?: 2 | 3;
}

/**
 * The score by the NIST SP 800-171 DoD Assessment Methodology 1.2.1 and 32 CFR 170.24 that the open items leave. Throws a
 * UserError for a workbook that names no requirement with a score.
 */
export function score(poam: Poam, options: ScoreOptions): PoamScore {
  const { asOf, system = {} } = options;
  if (system.conditionalDate !== undefined && system.conditionalDate > asOf) {
    throw new UserError(
      "usage",
      `the Conditional status date ${system.conditionalDate} lies after ${asOf}, the day of the score: give an earlier --conditional-date or a later --as-of.`,
    );
  }
  const open = [...poam.items()].filter(({ state }) => state === "open");
  const level = levelOf(poam, options);
  const named = new Map<string, Named[]>();
  const uncounted: ScoredItem[] = [];
  const unread: ScoredItem[] = [];
  for (const item of open) {
    const { requirements, unread: isUnread } = requirementsNamed(item);
    if (isUnread) unread.push(scored(item));
    if (!requirements.some((one) => one.level === level)) uncounted.push(scored(item));
    for (const requirement of requirements) {
      const others = named.get(requirement.id);
      if (others) others.push({ item, requirement });
      else named.set(requirement.id, [{ item, requirement }]);
    }
  }
  const all = [...named.values()];
  const ofLevel = all.filter(([first]) => first!.requirement.level === level);
  const notMet = ofLevel.map((group) => requirementNotMet(group, level)).sort(inCatalogueOrder(level));
  const { maximum, needed, points, scorable } = scoreOf(
    level,
    notMet.map(({ id, partial }) => ({ id, partial: partial === true })),
  );
  const pointsAtMost = scoreOf(
    level,
    notMet.map(({ id, partial }) => ({ id, partial: partial !== false })),
  ).points;
  const operational = system.kind === "operational";
  const otherLevels = all.filter(([first]) => first!.requirement.level < level);
  const figures = { maximum, needed, points, pointsAtMost, scorable };
  const closeout = operational ? null : closeoutOf(open, poam, options);
  const judged = eligibility(figures, notMet, barredBelow(otherLevels, level));
  const ended = closeout !== null && closeout.daysLeft < 0 && ["yes", "unclear"].includes(judged.possible);
  return {
    level,
    asOf,
    ...figures,
    ...(!scorable && { points: null, pointsAtMost: null }),
    families: familyScores(level, notMet),
    notMet,
    conditional: { ...judged, ...(ended && { possible: "ended" }), closeout },
    completion: completionOf(notMet, asOf),
    uncounted,
    unread,
    levelAbove: all.flatMap(([first]) => (first!.requirement.level > level ? first!.requirement.id : [])),
    operational,
  };
}

interface Named {
  readonly item: PoamItem;
  readonly requirement: Requirement;
}

function levelOf(poam: Poam, options: ScoreOptions): 2 | 3 {
  const levels = new Set<number>();
  for (const item of poam.items()) for (const { level } of requirementsNamed(item).requirements) levels.add(level);
  const given = options.level ?? options.system?.cmmcLevel;
  if (given === 1)
    throw new UserError(
      "score",
      "CMMC Level 1 has no score: each of its requirements must be met, and no POA&M is allowed.",
    );
  if (!levels.has(2) && !levels.has(3)) throw new UserError("score", noRequirement(poam));
  if (given !== undefined) return given;
  const rule = activeRules(poam, options).find((one) => one.rule.id === "score-too-low");
  return rule?.option("level") === 3 || !levels.has(2) ? 3 : 2;
}

function noRequirement(poam: Poam): string {
  for (const { controls } of poam.items()) {
    if (controls?.value?.some(({ scheme }) => scheme === "800-171r3")) {
      return "the items name requirements of NIST SP 800-171 revision 3, for which no points are laid down: the DoD Assessment Methodology and CMMC score revision 2.";
    }
  }
  return "no item names a requirement of CMMC or NIST SP 800-171 (AC.L2-3.1.1, 3.1.1), so there is nothing to score.";
}

function requirementNotMet(group: readonly Named[], level: 2 | 3): RequirementNotMet {
  const { id, nist = null, title, points, partialPoints } = group[0]!.requirement;
  const said = group.map(({ item, requirement }) => isPartial(item, requirement));
  // Named twice, it costs what the worse of its cases costs.
  const partial = said.includes(false) ? false : said.includes(undefined) ? null : true;
  const ineligible = group.flatMap(({ item, requirement }) => ineligibility(requirement, item, level) ?? [])[0] ?? null;
  return {
    id,
    nist,
    title,
    lost: points === undefined ? null : partial === true ? partialPoints! : points,
    partial,
    ineligible,
    items: group.map(({ item }) => scored(item)),
  };
}

function scored(item: PoamItem): ScoredItem {
  const { sheet, row, column } = placeOf(item);
  return { id: item.id?.value ?? null, at: { sheet, row, column }, dueOn: plannedEnd(item)?.value ?? null };
}

function inCatalogueOrder(level: 2 | 3) {
  const order = new Map(requirementsOf(level).map(({ id }, index) => [id, index]));
  return (a: RequirementNotMet, b: RequirementNotMet) => order.get(a.id)! - order.get(b.id)!;
}

/** Why open requirements of the levels below bar the status: one sentence for each level. */
function barredBelow(groups: readonly (readonly Named[])[], level: 2 | 3): readonly string[] {
  const below = groups.map(([first]) => first!);
  const ofLevel2 = below.filter(({ requirement }) => requirement.level === 2);
  const others = ofLevel2.length > 1 ? below.filter((one) => !ofLevel2.includes(one)) : below;
  const sentences = others.flatMap(({ item, requirement }) => ineligibility(requirement, item, level) ?? []);
  if (ofLevel2.length < 2) return sentences;
  const ids = ofLevel2.map(({ requirement }) => requirement.id).join(", ");
  return [...sentences, `${ids} are requirements of Level 2, which must be met in full before Level 3 is assessed`];
}

interface Figures extends Pick<PoamScore, "maximum" | "needed" | "scorable"> {
  readonly points: number;
  readonly pointsAtMost: number;
}

function familyScores(level: 2 | 3, notMet: readonly RequirementNotMet[]): readonly FamilyScore[] {
  return Object.entries(CMMC_DOMAINS).flatMap(([family, name]) => {
    const requirements = requirementsOf(level).filter(({ id }) => id.startsWith(`${family}.`)).length;
    const own = notMet.filter(({ id }) => id.startsWith(`${family}.`));
    const lost = own.reduce((sum, one) => sum + (one.lost ?? 0), 0);
    return requirements === 0 ? [] : [{ family, name, requirements, notMet: own.length, lost }];
  });
}

function eligibility(
  { maximum, needed, points, pointsAtMost, scorable }: Figures,
  notMet: readonly RequirementNotMet[],
  barredAlready: readonly string[],
): Pick<Eligibility, "possible" | "reasons"> {
  const barred = [...barredAlready, ...notMet.flatMap(({ ineligible }) => ineligible ?? [])];
  if (scorable && pointsAtMost < needed) {
    const most = pointsAtMost > points ? "at most " : "";
    barred.push(`the score is ${most}${pointsAtMost} of ${maximum}, and ${needed} is needed`);
  }
  if (barred.length > 0) return { possible: "no", reasons: barred };
  if (notMet.length === 0) return { possible: "nothing-open", reasons: [] };
  const unclear = notMet
    .filter(({ id, partial }) => partial === null && findRequirement(id)!.eligible === "conditional")
    .map(
      ({ id }) =>
        `${id} may stand on the POA&M only where encryption is employed but not FIPS-validated, and the row does not say so`,
    );
  if (points < needed)
    unclear.push(`the score is ${points} or, where that is so, ${pointsAtMost}; ${needed} is needed`);
  return unclear.length > 0 ? { possible: "unclear", reasons: unclear } : { possible: "yes", reasons: [] };
}

/** The system's Conditional status, or the earliest that the items give. */
function closeoutOf(open: readonly PoamItem[], poam: Poam, options: ScoreOptions): Eligibility["closeout"] {
  const { asOf, system = {} } = options;
  const rule = activeRules(poam, options).find((one) => one.rule.id === "conditional-expired");
  const terms = { granted: system.conditionalDate, days: (rule?.option("days") as number | undefined) ?? 180 };
  const ends = open.flatMap((item) => closeoutEnd(item, terms) ?? []).sort((a, b) => (a.last < b.last ? -1 : 1));
  const [first] = ends;
  if (!first) return null;
  const { statusDate, last } = first;
  const later = open.filter((item) => (plannedEnd(item)?.value ?? "") > last).length;
  return { statusDate, last, daysLeft: daysBetween(asOf, last), later };
}

/** Counted by item: one row may name several requirements. */
function completionOf(notMet: readonly RequirementNotMet[], asOf: IsoDate): PoamScore["completion"] {
  const items = new Map(notMet.flatMap(({ items }) => items.map((item) => [reference(item.at), item.dueOn] as const)));
  const dates = [...items.values()].flatMap((due) => due ?? []).sort();
  return {
    date: dates.at(-1) ?? null,
    undated: items.size - dates.length,
    passed: dates.filter((date) => date < asOf).length,
  };
}
