import type { LatenessTerms, Windows } from "../model/lateness.js";
import type { Poam } from "../model/poam.js";
import { activeRules, type LintOptions, type RuleSetting } from "../packs/active-rules.js";
import { conditionalTerms } from "../rules/conditional-status.js";

export interface StatusOptions extends LintOptions {
  /** An open item is due soon if its due date is today or at most this many days ahead; default 30. */
  readonly soonDays?: number;
  /** A status older than this many days is stale; default: what packs and config say of the rule `stale`. */
  readonly staleDays?: number;
}

/** All days that decide where an item stands. */
export interface StatusTerms extends LatenessTerms {
  readonly soonDays: number;
  readonly staleDays: number;
  /** By the rule `vendor-check-in-overdue`; `checkInDays`, by `overdue`, is how long a check-in excuses. */
  readonly checkInDueDays: number;
}

/**
 * The terms of a workbook: the options that its packs and its config give the rules `overdue`, `stale`,
 * `vendor-check-in-overdue`, `kev-overdue` and `conditional-expired`, so that status, report and lint judge alike. How grave
 * these are is of no matter: what is late stays late where its rule is off.
 */
export function termsOf(poam: Poam, options: StatusOptions): StatusTerms {
  const { asOf, evidence = {}, system = {}, soonDays = 30, staleDays } = options;
  const rules = new Map(
    activeRules(poam, { ...options, settings: settingsOf(options) }).map((one) => [one.rule.id, one.option]),
  );
  const overdue = rules.get("overdue")!;
  const kev = rules.get("kev-overdue");
  const conditional = rules.get("conditional-expired");
  return {
    asOf,
    windows: overdue("windows") as Windows,
    checkInDays: overdue("checkInDays") as number,
    submittedOn: poam.submittedOn?.value ?? asOf,
    ...(kev && { kev: { catalogue: kev("catalogDates") === true ? evidence.kev : undefined } }),
    conditional: conditional && conditionalTerms({ system, option: conditional }),
    soonDays,
    staleDays: staleDays ?? (rules.get("stale")!("days") as number),
    checkInDueDays: rules.get("vendor-check-in-overdue")!("days") as number,
  };
}

/** The options that the user gives rules; those that every form has terms of are switched on, with their own defaults. */
function settingsOf({ settings }: LintOptions): Readonly<Record<string, RuleSetting>> {
  const optionsOnly = Object.entries(settings).map(([id, { options }]) => [id, options ? { options } : {}]);
  const always = ALWAYS.map((id) => [id, { ...settings[id], severity: "info" }]);
  return Object.fromEntries([...optionsOnly, ...always]);
}

const ALWAYS = ["overdue", "stale", "vendor-check-in-overdue"];
