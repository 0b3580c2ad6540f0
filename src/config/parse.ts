import type { z } from "zod";
import { didYouMean } from "../model/nearest.js";
import { noSuchRule } from "../model/no-such-rule.js";
import { RATINGS } from "../model/rating.js";
import type { ReportFacts } from "../model/report-facts.js";
import { UserError } from "../model/user-error.js";
import type { OptionValue } from "../rules/rule.js";
import type { Config, RuleChoice } from "./config.js";
import { readJson } from "./read-json.js";
import { reportKeysAt } from "./report-schema.js";
import { type ConfigFile, configSchema, type Known, type OverrideFile } from "./schema.js";
import { isTemplatePath } from "./template-path.js";

/** One config file, read and checked. `extends` are as written, for the caller to follow. */
export interface ParsedConfig {
  readonly extends: readonly string[];
  readonly config: Config;
  readonly overrides: readonly Override[];
}

/** Settings for some workbooks: those whose path, from the config's folder, matches one of the patterns. */
export interface Override {
  readonly files: readonly string[];
  readonly config: Config;
}

/** Reads the text of a config; throws a UserError that names what is wrong and, where it is a name, the nearest right one. */
export function parseConfig(text: string, path: string, known: Known): ParsedConfig {
  const read = configSchema(known).safeParse(readJson(text, path, "config"), { reportInput: true });
  if (!read.success) throw new UserError("config", `${path}: ${sentence(read.error.issues[0]!, known)}`);
  const { $schema: _, extends: bases, overrides = [], ...settings } = read.data;
  return {
    extends: bases === undefined ? [] : [bases].flat(),
    config: configOf(settings, path, known),
    overrides: overrides.map(({ files, ...settings }, index) => ({
      files,
      config: configOf(settings, `${path}: overrides.${index}`, known),
    })),
  };
}

/** `place` is where they stand, for messages. */
function configOf(settings: Omit<OverrideFile, "files">, place: string, known: Known): Config {
  const { packs, template, rules, asOf, columns, redact, notes, ...rest } = settings;
  const { previous, inventory, deviations, ret, kev, ver, report, ...system } = rest;
  if (template !== undefined) checkTemplate(template, place, known);
  return {
    rules: Object.fromEntries(Object.entries(rules ?? {}).map(([id, setting]) => [id, ruleChoice(setting)])),
    ...(packs && { packs }),
    ...(template !== undefined && { template }),
    ...(asOf !== undefined && { asOf }),
    ...(columns && { columns }),
    ...(redact !== undefined && { redact }),
    ...(notes !== undefined && { notes }),
    evidence: given({ previous, inventory, deviations, ret, kev, ver }),
    system: given(system),
    ...(report && { report: given(report) as ReportFacts }),
  };
}

/** Without the keys that nobody gave. */
function given<T extends object>(record: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as never;
}

function checkTemplate(template: string, place: string, { templates }: Known): void {
  if (template === "auto" || isTemplatePath(template) || templates.includes(template)) return;
  throw new UserError("config", `${place}: there is no template ${template}.${didYouMean(template, templates)}`);
}

function ruleChoice(setting: NonNullable<ConfigFile["rules"]>[string]): RuleChoice {
  const [severity, options] = typeof setting === "object" ? setting : [setting];
  return { ...(severity && { severity }), ...(options && { options: options as Record<string, OptionValue> }) };
}

type Issue = z.core.$ZodIssue;

/** The first fault in words: where it is, what it is, and which name is meant. */
function sentence(issue: Issue, known: Known): string {
  const [first, index, ...within] = issue.path;
  if (first === "overrides" && index !== undefined) {
    const { overrides } = configSchema(known).shape;
    const keys = Object.keys(overrides.unwrap().element.shape);
    return `overrides.${String(index)}: ${settingSentence({ ...issue, path: within }, known, keys)}`;
  }
  return settingSentence(issue, known, Object.keys(configSchema(known).shape));
}

/** `keys` are the settings that may stand at the root of the issue's path. */
function settingSentence(issue: Issue, known: Known, keys: readonly string[]): string {
  if (issue.code === "invalid_union") return settingSentence(likeliest(issue), known, keys);
  const where = issue.path.map(String);
  const at = where.length > 0 ? `${where.join(".")}: ` : "";
  if (issue.code === "unrecognized_keys") return unknownKey(issue.keys[0]!, where, known, keys);
  if (issue.code === "invalid_value") {
    const value = String(issue.input);
    const values = issue.values.map(String);
    const near = didYouMean(value, values);
    const listed = near || (values.length <= 6 ? ` It can be ${values.join(", ")}.` : "");
    if (where[0] === "packs") return `there is no pack ${value}.${near || ` There are ${values.join(", ")}.`}`;
    if (where[0] === "columns") return `${at}there is no field ${value}.${near}`;
    return `${at}${JSON.stringify(issue.input)} is not possible.${listed}`;
  }
  if (issue.code === "invalid_type") return `${at}this must be ${expectation(where, issue.expected)}.`;
  if (issue.code === "invalid_format" && issue.format !== "regex")
    return `${at}this must be a date of the form 2026-03-31.`;
  return `${at}${issue.message}.`;
}

function expectation(where: readonly string[], expected: string): string {
  if (where[0] === "rules" && where.length === 2) return "a level (error, warning, info, off) or [level, options]";
  if (expected === "object" || expected === "record") return "an object { … }";
  if (expected === "array") return "a list [ … ]";
  if (expected === "boolean") return "true or false";
  return `a ${expected}`;
}

function unknownKey(key: string, where: readonly string[], known: Known, settings: readonly string[]): string {
  if (where.length === 0) return `there is no setting ${key}.${didYouMean(key, settings)}`;
  if (where[0] === "report") {
    const keys = reportKeysAt(where.slice(1));
    const near = didYouMean(key, keys) || ` There are ${keys.join(", ")}.`;
    return `${where.join(".")}: there is no setting ${key}.${near}`;
  }
  if (where.length === 1) {
    const ids = known.rules.map(({ id }) => id);
    return `rules: ${noSuchRule(key, ids)}`;
  }
  if (where.length > 3) {
    const near = didYouMean(key, RATINGS) || ` There are ${RATINGS.join(", ")}.`;
    return `rules.${where[1]}: ${where.slice(3).join(".")}: there is no rating ${key}.${near}`;
  }
  const options = Object.keys(known.rules.find(({ id }) => id === where[1])?.options ?? {});
  const listed = didYouMean(key, options) || (options.length > 0 ? ` It has ${options.join(", ")}.` : " It has none.");
  return `rules.${where[1]}: there is no option ${key}.${listed}`;
}

/** Of the readings that failed, the one that came farthest: the user meant that. */
function likeliest(issue: Extract<Issue, { code: "invalid_union" }>): Issue {
  const depth = ({ path, code }: Issue) => path.length * 2 + (code === "invalid_type" || code === "too_big" ? 0 : 1);
  const best = issue.errors
    .flatMap((issues) => issues[0] ?? [])
    .reduce<Issue | undefined>((best, other) => (best && depth(best) >= depth(other) ? best : other), undefined);
  if (!best) return { ...issue, code: "invalid_type", expected: "object", input: issue.input } as Issue;
  return { ...best, path: [...issue.path, ...best.path] } as Issue;
}
