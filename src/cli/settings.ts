import { dirname, join, resolve } from "node:path";
import { type Config, EVIDENCE, type EvidencePaths, laidOver, type RuleChoice, VER_NAME } from "../config/config.js";
import type { ConfigLayer } from "../config/load.js";
import { isTemplatePath } from "../config/template-path.js";
import { type IsoDate, isIsoDate, today } from "../model/date.js";
import type { SystemFacts } from "../model/evidence.js";
import { SEVERITIES, type Severity } from "../model/finding.js";
import { didYouMean } from "../model/nearest.js";
import { noSuchRule } from "../model/no-such-rule.js";
import type { ReportFacts } from "../model/report-facts.js";
import type { Template } from "../model/template.js";
import { UserError } from "../model/user-error.js";
import type { Pack } from "../packs/pack.js";
import { configReader } from "./config-reader.js";
import type { Host } from "./host.js";
import type { Input } from "./inputs.js";
import { knownPack } from "./packs.js";
import type { Session } from "./program.js";
import { chosenTemplate } from "./templates.js";

/** The flags that say how to check; what they leave open, the config says. */
export interface SettingFlags {
  readonly template?: string;
  readonly pack?: readonly string[];
  readonly rule?: readonly string[];
  readonly asOf?: string;
  /** A path, false for `--no-config`, absent for the nearest one. */
  readonly config?: string | false;
  readonly redact?: true;
  readonly previous?: string;
  readonly inventory?: string;
  readonly deviations?: string;
  readonly ret?: string;
  readonly kev?: string;
  /** `true` where a command has a flag of that name which names no file. */
  readonly ver?: string | true;
  readonly conditionalDate?: string;
}

/** How one workbook is checked. */
export interface Settings {
  readonly template: Template | undefined;
  /** Undefined: those of the workbook's form. */
  readonly packs: readonly Pack[] | undefined;
  readonly rules: Readonly<Record<string, RuleChoice>>;
  readonly columns: Config["columns"];
  readonly redact: boolean;
  /** Whether notes on cells may suppress findings. */
  readonly notes: boolean;
  /** Absolute paths. */
  readonly evidence: EvidencePaths;
  readonly system: SystemFacts;
  readonly report: ReportFacts;
  /** What of the configs holds for it, the later over the earlier. */
  readonly layers: readonly ConfigLayer[];
}

export interface RunSettings {
  readonly asOf: IsoDate;
  /** For inputs that could be had. */
  readonly of: (input: Input) => Settings;
  /** Absolute paths of the configs, templates and other files that the run reads besides the workbooks. */
  readonly files: readonly string[];
}

/** Settles, before anything is checked, how each workbook will be: flags over its nearest config over the defaults. */
export async function settingsFor(
  inputs: readonly Input[],
  flags: SettingFlags,
  { host, engine }: Session,
): Promise<RunSettings> {
  const flagged = await flagConfig(flags, { host, engine });
  const asOfFlag = flags.asOf === undefined ? undefined : dayOf(flags.asOf, "--as-of");
  const files = new Set<string>();
  const configOf = configReader(flags.config, { host, engine }, files);
  const settled = new Map<string, Settings>();
  const days = new Map<IsoDate, string>();
  const made = new Map<Config, Settings>();
  for (const { absolute, path, failure } of inputs) {
    if (failure !== undefined) continue;
    const { config, layers } = await configOf(absolute);
    const day = config.asOf ?? today(host.now());
    if (!days.has(day)) days.set(day, path);
    let settings = made.get(config);
    if (!settings)
      made.set(config, (settings = { ...(await settle(laidOver(config, flagged), { host, engine })), layers }));
    settled.set(absolute, settings);
    const { ver = join(dirname(absolute), VER_NAME), ...evidence } = settings.evidence;
    for (const file of [ver, ...Object.values(evidence)]) files.add(file);
    if (settings.report.logo !== undefined) files.add(settings.report.logo);
    const template = flagged.template ?? config.template;
    if (template !== undefined && isTemplatePath(template)) files.add(resolve(host.cwd, template));
  }
  if (asOfFlag === undefined && days.size > 1) {
    const [one, other] = [...days].map(([day, path]) => `${day} for ${path}`);
    throw new UserError(
      "two-days",
      `the configs give different days as asOf: ${one}, ${other}. Give one with --as-of.`,
    );
  }
  return {
    asOf: asOfFlag ?? [...days.keys()][0] ?? today(host.now()),
    of: ({ absolute }) => settled.get(absolute)!,
    files: [...files],
  };
}

/** `POAM_REDACT=1` redacts; so does every other value but 0 and false, to be on the safe side. */
export function redactsByEnvironment({ env }: Host): boolean {
  return !["", "0", "false"].includes(env.POAM_REDACT ?? "");
}

async function settle(config: Config, session: Session): Promise<Omit<Settings, "layers">> {
  const { template } = config;
  const packs = config.packs === undefined ? [] : await session.engine.packs();
  return {
    template: template === undefined || template === "auto" ? undefined : await chosenTemplate(template, session),
    packs: config.packs?.map((id) => packs.find((pack) => pack.id === id)!),
    rules: config.rules,
    columns: config.columns,
    redact: config.redact === true || redactsByEnvironment(session.host),
    notes: config.notes === true,
    evidence: config.evidence ?? {},
    system: config.system ?? {},
    report: config.report ?? {},
  };
}

/** The flags as a config to be laid over the workbook's. */
async function flagConfig(flags: SettingFlags, { host, engine }: Session): Promise<Config> {
  const rules: Record<string, RuleChoice> = {};
  for (const setting of flags.rule ?? []) {
    const [id, severity] = ruleLevel(
      setting,
      (await engine.rules()).map(({ id }) => id),
    );
    rules[id] = { severity };
  }
  for (const id of flags.pack ?? []) knownPack(id, await engine.packs());
  return {
    rules,
    ...(flags.template !== undefined && { template: flags.template }),
    ...(flags.pack && { packs: [...new Set(flags.pack)] }),
    ...(flags.redact && { redact: true }),
    evidence: Object.fromEntries(
      EVIDENCE.flatMap((name) => (typeof flags[name] === "string" ? [[name, resolve(host.cwd, flags[name])]] : [])),
    ),
    system: flags.conditionalDate ? { conditionalDate: dayOf(flags.conditionalDate, "--conditional-date") } : {},
  };
}

function ruleLevel(setting: string, ids: readonly string[]): [string, Severity | "off"] {
  const [id = "", level] = setting.split("=");
  if (!ids.includes(id)) {
    throw new UserError("unknown-rule", `--rule: ${noSuchRule(id, ids)}`);
  }
  const levels = [...SEVERITIES, "off"] as const;
  const known = levels.find((known) => known === level);
  if (known) return [id, known];
  const near = level ? didYouMean(level, levels) : "";
  throw new UserError("usage", `--rule ${setting}: give a level, as ${id}=off (error, warning, info, off).${near}`);
}

function dayOf(text: string, flag: string): IsoDate {
  if (isIsoDate(text)) return text;
  const why = /^\d{4}-\d\d-\d\d$/.test(text) ? "there is no such day" : "write the day as 2026-03-31 (year-month-day)";
  throw new UserError("usage", `${flag} ${text}: ${why}.`);
}
