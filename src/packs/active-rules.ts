import type { IsoDate } from "../model/date.js";
import type { Evidence, SystemFacts } from "../model/evidence.js";
import type { Severity } from "../model/finding.js";
import type { Poam } from "../model/poam.js";
import { RULES } from "../rules/index.js";
import type { OptionValue, Rule } from "../rules/rule.js";
import { cite, entriesOf, inForce, type Pack, type PackRule } from "./pack.js";

export interface LintOptions {
  readonly packs: readonly Pack[];
  readonly asOf: IsoDate;
  readonly evidence?: Evidence;
  readonly system?: SystemFacts;
  readonly settings: Readonly<Record<string, RuleSetting>>;
}

/** What the user says of a rule; it beats the packs. */
export interface RuleSetting {
  readonly severity?: Severity | "off";
  readonly options?: Readonly<Record<string, OptionValue>>;
}

/** A rule as the packs and the user have set it for one workbook. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  /** Who says how grave it is: a pack's id, the rule itself, or the user's setting. */
  readonly decidedBy: string;
  readonly cites: readonly string[];
  readonly option: (name: string) => OptionValue;
}

/**
 * The rules that the packs ask for, each once: the first pack that has it gives severity and options, all frameworks' packs
 * cite, a general one only where no framework's speaks.
 */
export function activeRules(poam: Poam, { packs, asOf, settings }: LintOptions): readonly ActiveRule[] {
  return RULES.flatMap((rule): ActiveRule | [] => {
    const holding = (general: boolean) =>
      packs
        .filter((pack) => (pack.general ?? false) === general)
        .flatMap((pack) => entriesOf(pack, rule.id).find((entry) => holds(entry, poam.template.id, asOf)) ?? []);
    const frameworks = holding(false);
    const entries = frameworks.length > 0 ? frameworks : holding(true);
    const setting = settings[rule.id];
    const severity = setting?.severity ?? (entries.length > 0 ? (entries[0]!.severity ?? rule.severity) : "off");
    if (severity === "off") return [];
    const option = (name: string) =>
      setting?.options?.[name] ?? entries[0]?.options?.[name] ?? rule.options![name]!.default;
    const decidedBy = setting?.severity ? "setting" : frameworkOf(packs, rule.id, entries[0]);
    return { rule, severity, decidedBy, cites: citesOf(entries, poam.template.id, asOf), option };
  });
}

function frameworkOf(packs: readonly Pack[], rule: string, entry: PackRule | undefined): string {
  return packs.find((pack) => entry && entriesOf(pack, rule).includes(entry))?.id ?? "rule";
}

function holds(entry: PackRule, template: string, asOf: IsoDate): boolean {
  return inForce(entry, asOf) && (!entry.templates || entry.templates.includes(template));
}

function citesOf(entries: readonly PackRule[], template: string, asOf: IsoDate): readonly string[] {
  const sources = entries
    .flatMap(({ cites }) => cites)
    .filter((source) => inForce(source, asOf) && (!source.templates || source.templates.includes(template)));
  return [...new Set(sources.map(cite))];
}
