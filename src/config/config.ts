import type { IsoDate } from "../model/date.js";
import type { SystemFacts } from "../model/evidence.js";
import type { FieldName } from "../model/field.js";
import type { Severity } from "../model/finding.js";
import type { ReportFacts } from "../model/report-facts.js";
import type { OptionValue } from "../rules/rule.js";

/** The file's name, looked for from the workbook's folder upwards. */
export const CONFIG_NAME = "poam.config.json";
/** The file that stands beside a workbook and says what its form has no column for. */
export const VER_NAME = "poam.ver.json";
/** The file that stands beside workbooks and says which of their findings do not count, and why. */
export const SUPPRESSIONS_NAME = "poam.suppressions.json";

/** What a `poam.config.json` says, those that it extends included; a key that nobody gave is absent. */
export interface Config {
  readonly packs?: readonly string[];
  /** An id, the path of a user's own template, or `auto`, which is what holds where it is absent. */
  readonly template?: string;
  readonly rules: Readonly<Record<string, RuleChoice>>;
  /** Null is today, as where it is absent. */
  readonly asOf?: IsoDate | null;
  /** Headings of a home-made register, and the fields that they mean. */
  readonly columns?: Readonly<Record<string, FieldName>>;
  readonly redact?: boolean;
  /** Whether notes on cells may suppress findings. */
  readonly notes?: boolean;
  /** Paths of what is given besides the workbook. */
  readonly evidence?: EvidencePaths;
  readonly system?: SystemFacts;
  /** What the monthly report says and no POA&M shows. */
  readonly report?: ReportFacts;
}

/** What can be given besides the workbook, as files: the keys of the config and the flags of the same name. */
export const EVIDENCE = ["previous", "inventory", "deviations", "ret", "kev", "ver"] as const;
export type EvidencePaths = Readonly<Partial<Record<(typeof EVIDENCE)[number], string>>>;

export interface RuleChoice {
  readonly severity?: Severity | "off";
  readonly options?: Readonly<Record<string, OptionValue>>;
}

export const EMPTY_CONFIG: Config = { rules: {} };

/** One config over another: keys replace keys; rules are laid over each other one by one, as are their options. */
export function laidOver(base: Config, over: Config): Config {
  const rules: Record<string, RuleChoice> = { ...base.rules };
  for (const [id, choice] of Object.entries(over.rules)) {
    const below = rules[id];
    const options = { ...below?.options, ...choice.options };
    rules[id] = { ...below, ...choice, ...(Object.keys(options).length > 0 ? { options } : {}) };
  }
  const evidence = { ...base.evidence, ...over.evidence };
  const system = { ...base.system, ...over.system };
  const report = { ...base.report, ...over.report };
  return { ...base, ...over, rules, evidence, system, report };
}
