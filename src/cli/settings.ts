import { dirname, join, resolve } from "node:path";
import {
  type Config,
  EMPTY_CONFIG,
  EVIDENCE,
  type EvidencePaths,
  laidOver,
  type RuleChoice,
  VER_NAME,
} from "../config/config.js";
import { type ConfigFiles, findConfig, loadConfig } from "../config/load.js";
import { isTemplatePath } from "../config/template-path.js";
import { type IsoDate, isIsoDate, today } from "../model/date.js";
import type { SystemFacts } from "../model/evidence.js";
import { SEVERITIES, type Severity } from "../model/finding.js";
import { didYouMean } from "../model/nearest.js";
import type { ReportFacts } from "../model/report-facts.js";
import type { Template } from "../model/template.js";
import { UserError } from "../model/user-error.js";
import type { Pack } from "../packs/pack.js";
import { decodeFile } from "../workbook/text-encoding.js";
import { named } from "./errors.js";
import type { Host } from "./host.js";
import { type Input, shownFrom } from "./inputs.js";
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
  /** Absolute paths. */
  readonly evidence: EvidencePaths;
  readonly system: SystemFacts;
  readonly report: ReportFacts;
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
  const packs = await engine.packs();
  const flagged = await flagConfig(flags, packs, { host, engine });
  const asOfFlag = flags.asOf === undefined ? undefined : dayOf(flags.asOf, "--as-of");
  const files = new Set<string>();
  const configOf = configReader(flags, { host, engine }, files);
  const settled = new Map<string, Settings>();
  const days = new Map<IsoDate, string>();
  const made = new Map<Config, Settings>();
  for (const { absolute, path, failure } of inputs) {
    if (failure !== undefined) continue;
    const config = await configOf(absolute);
    const day = config.asOf ?? today(host.now());
    if (!days.has(day)) days.set(day, path);
    let settings = made.get(config);
    if (!settings) made.set(config, (settings = await settle(laidOver(config, flagged), packs, { host, engine })));
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

async function settle(config: Config, packs: readonly Pack[], { host, engine }: Session): Promise<Settings> {
  return {
    template: config.template === undefined ? undefined : await chosenTemplate(config.template, { host, engine }),
    packs: config.packs?.map((id) => packs.find((pack) => pack.id === id)!),
    rules: config.rules,
    columns: config.columns,
    redact: config.redact === true || redactsByEnvironment(host),
    evidence: config.evidence ?? {},
    system: config.system ?? {},
    report: config.report ?? {},
  };
}

/** The flags as a config to be laid over the workbook's. */
async function flagConfig(flags: SettingFlags, packs: readonly Pack[], { host, engine }: Session): Promise<Config> {
  const rules: Record<string, RuleChoice> = {};
  for (const setting of flags.rule ?? []) {
    const [id, severity] = ruleLevel(
      setting,
      (await engine.rules()).map(({ id }) => id),
    );
    rules[id] = { severity };
  }
  for (const id of flags.pack ?? []) knownPack(id, packs);
  return {
    rules,
    ...(flags.template !== undefined && flags.template !== "auto" && { template: flags.template }),
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
    throw new UserError(
      "unknown-rule",
      `--rule: there is no rule ${id}.${didYouMean(id, ids) || " poam list rules shows all."}`,
    );
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

/** Gives the config for a workbook; each file is read once, and noted in `read`. */
function configReader(
  { config }: SettingFlags,
  { host, engine }: Session,
  read: Set<string>,
): (workbook: string) => Promise<Config> {
  if (config === false) return async () => EMPTY_CONFIG;
  const files = configFiles(host, read);
  const known = async () => ({
    rules: await engine.rules(),
    packs: await engine.packs(),
    templates: (await engine.templates()).map(({ id }) => id),
  });
  const loaded = new Map<string, Promise<Config>>();
  const load = (path: string) => {
    let loading = loaded.get(path);
    if (!loading) loaded.set(path, (loading = loadConfig(path, files, known)));
    return loading;
  };
  if (config !== undefined) return () => load(resolve(host.cwd, config));
  const found = new Map<string, Promise<string | undefined>>();
  return async (workbook) => {
    const folder = dirname(workbook);
    let finding = found.get(folder);
    if (!finding) found.set(folder, (finding = findConfig(folder, files)));
    const path = await finding;
    return path === undefined ? EMPTY_CONFIG : load(path);
  };
}

function configFiles({ files, cwd }: Host, read: Set<string>): ConfigFiles {
  const shown = (path: string) => shownFrom(cwd, path);
  return {
    read: (path) =>
      named(shown(path), "config", async () => {
        if ((await files.kind(path)) === undefined) return undefined;
        read.add(path);
        return decodeFile(await files.read(path));
      }),
    exists: async (path) => (await files.kind(path)) !== undefined,
    shown,
  };
}
