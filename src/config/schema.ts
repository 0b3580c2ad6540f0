import { z } from "zod";
import { BASELINES } from "../catalogs/baselines.js";
import { FIELD_NAMES } from "../model/field.js";
import { SEVERITIES } from "../model/finding.js";
import { RATINGS } from "../model/rating.js";
import type { Pack } from "../packs/pack.js";
import type { OptionValue, Rule, RuleOption } from "../rules/rule.js";
import { reportSchema } from "./report-schema.js";

/** What a config may name. */
export interface Known {
  readonly rules: readonly Rule[];
  readonly packs: readonly Pack[];
  readonly templates: readonly string[];
}

const LEVELS = [...SEVERITIES, "off"] as const;

/** What `poam.config.json` may say, with every rule and its options by name, so that editors can complete them. */
export function configSchema(known: Pick<Known, "rules" | "packs">) {
  const settings = settingsOf(known);
  return z
    .strictObject({
      $schema: z.string().describe("Where editors find this schema."),
      extends: z
        .union([z.string(), z.array(z.string())])
        .describe("Configs whose settings this one starts from, relative to this file."),
      ...settings,
      overrides: z
        .array(overrideOf(settings))
        .describe("Settings for some of the workbooks, over all above; where several match, the later win."),
    })
    .partial()
    .describe("Settings of poam for the workbooks in this folder and below.");
}

export type ConfigFile = z.infer<ReturnType<typeof configSchema>>;
export type OverrideFile = NonNullable<ConfigFile["overrides"]>[number];

/** The JSON Schema of the config, for editors. Overrides point at the settings above them, instead of saying all again. */
export function configJsonSchema(known: Pick<Known, "rules" | "packs">): object {
  const schema = z.toJSONSchema(configSchema(known));
  const { properties } = (schema.properties!.overrides as { items: { properties: Record<string, object> } }).items;
  for (const name of Object.keys(settingsOf(known))) properties[name] = { $ref: `#/properties/${name}` };
  return { title: "poam.config.json", ...schema };
}

/** What may be said for all workbooks, and in an override for some. */
function settingsOf({ rules, packs }: Pick<Known, "rules" | "packs">) {
  return {
    packs: z
      .array(z.enum(packs.map(({ id }) => id)))
      .min(1, "this must name at least one pack; rules are turned off one by one")
      .describe("Frameworks whose opinion of the rules holds. Default: those of the workbook's template."),
    template: z.string().describe('"auto", a template\'s id, or the path of your own template, relative to this file.'),
    rules: z
      .strictObject(Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule).optional()])))
      .describe('How grave each rule is: "error", "warning", "info" or "off", or [level, options].'),
    asOf: z.iso.date().nullable().describe("The day that stands for today, yyyy-mm-dd; null is today."),
    columns: z
      .record(z.string(), z.enum(FIELD_NAMES))
      .describe("For home-made registers: the text of a heading, and the field that it means."),
    redact: z.boolean().describe("Print places and rules, but no text from cells."),
    notes: z
      .boolean()
      .describe("Let notes on cells suppress findings: poam: ignore overdue -- why. Default: they do not."),
    previous: z.string().describe("Last month's POA&M: what may not change is compared with it."),
    inventory: z.string().describe("FedRAMP's Integrated Inventory Workbook of the system."),
    deviations: z.string().describe("FedRAMP's deviation request form."),
    ret: z.string().describe("The Risk Exposure Table of the security assessment report."),
    kev: z.string().describe("CISA's catalogue of known exploited vulnerabilities, as JSON."),
    ver: z
      .string()
      .describe("Facts of vulnerability evaluation by POA&M id. Default: poam.ver.json beside the workbook."),
    baseline: z.enum(BASELINES).describe("The system's control baseline. Default: by the impact level."),
    class: z.enum(["A", "B", "C", "D"]).describe("The FedRAMP certification class."),
    cmmcLevel: z.union([z.literal(1), z.literal(2), z.literal(3)]).describe("The CMMC level that is sought."),
    kind: z
      .enum(["assessment", "operational"])
      .describe("CMMC: the POA&M of an assessment (default), or the operational plan of action."),
    conditionalDate: z.iso.date().describe("The Conditional CMMC Status Date, yyyy-mm-dd."),
    report: reportSchema.describe("What the monthly report says and no POA&M shows."),
    sprsCompletionDate: z.iso.date().describe("The plan of action completion date posted to SPRS, yyyy-mm-dd."),
  };
}

function overrideOf<Settings extends ReturnType<typeof settingsOf>>(settings: Settings) {
  const files = z
    .array(z.string().min(1, "this must be a file or a pattern"))
    .min(1, "this must name at least one file or pattern")
    .describe("Patterns of the workbooks, from this file's folder, as legacy/*.xlsx or **/*-draft.xlsx.");
  return z.strictObject({ files }).extend(z.strictObject(settings).partial().shape);
}

function ruleSchema(rule: Rule) {
  const level = z.enum(LEVELS);
  const options = z
    .strictObject(
      Object.fromEntries(Object.entries(rule.options ?? {}).map(([name, option]) => [name, optionSchema(option)])),
    )
    .partial();
  return z.union([level, z.tuple([level]), z.tuple([level, options])]).describe(rule.summary);
}

/** An option takes what its default is; days are whole, and what is counted by rating has no other keys. */
function optionSchema(option: RuleOption): z.ZodType<OptionValue> {
  const described = <T extends z.ZodType<OptionValue>>(type: T) => type.describe(option.summary);
  const standard = option.default;
  const number = z.number().min(0, "this must be 0 or more");
  if (typeof standard === "number") return described(Number.isInteger(standard) ? whole(number) : number);
  if (typeof standard === "string") return described(z.string());
  if (typeof standard === "boolean") return described(z.boolean());
  if (Array.isArray(standard)) return described(z.array(z.string()));
  return described(z.partialRecord(z.enum(RATINGS), whole(number)));
}

function whole(number: z.ZodNumber): z.ZodNumber {
  return number.multipleOf(1, "this must be a whole number");
}
