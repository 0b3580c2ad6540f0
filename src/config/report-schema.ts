import { z } from "zod";
import { SCAN_TARGETS, SYSTEM_STATUSES } from "../model/report-facts.js";

const count = z.number().multipleOf(1, "this must be a whole number").min(0, "this must be 0 or more");
const texts = z.array(z.string());
const byRating = z.strictObject({ high: count, moderate: count, low: count });
const byTarget = z.strictObject(Object.fromEntries(SCAN_TARGETS.map((target) => [target, byRating.exactOptional()])));

/** The `report` section of `poam.config.json`: what a monthly report says and no POA&M shows. */
export const reportSchema = z
  .strictObject({
    organisation: z.string().describe("The provider, as the report's head has it. Default: the workbook's."),
    system: z.string().describe("The system's name. Default: the workbook's."),
    systemId: z.string().describe("The id of the authorization package, e.g. FR1234567890."),
    logo: z
      .string()
      .describe("An image (PNG, JPEG or SVG) for the head of the HTML and xlsx report, relative to this file."),
    systemStatus: z.enum(SYSTEM_STATUSES).describe("How the system's owner judges the month."),
    overview: z.string().describe("The overview paragraph; blank lines part paragraphs."),
    baseline: count.describe("Unique vulnerabilities at the authorization: 20 % or 10 above trips a trigger."),
    anniversary: z.iso.date().describe("The anniversary of the authorization that comes next, yyyy-mm-dd."),
    assessmentPlanDelivered: z.iso.date().describe("When the security assessment plan for it was delivered."),
    packageDelivered: z.iso.date().describe("When the whole annual package for it was delivered."),
    scans: z
      .array(
        z.strictObject({
          month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "this must be a month of the form 2026-03"),
          unauthenticatedPercent: z.number().min(0).max(100).exactOptional(),
          unique: byTarget.exactOptional(),
          raw: byTarget.exactOptional(),
        }),
      )
      .describe("By month: the share of unauthenticated scans, and the unique and raw findings by target and rating."),
    deliverablesPoorOrLate: z.boolean().describe("Whether deliverables of the month were late or of poor quality."),
    transparencyLacking: z.boolean().describe("Whether reviewers found a lack of transparency."),
    changeNoticeShort: z
      .boolean()
      .describe("Whether a planned change was notified less than 30 days ahead, or its impact analysis inadequate."),
    itemsOfNote: texts.describe("Items of note besides those that are counted."),
    considerations: texts.describe("Considerations for review."),
    agencies: texts.describe("The agencies that use the system."),
    sections: z
      .array(z.strictObject({ title: z.string(), text: z.string() }))
      .describe("Sections of your own at the end; blank lines part paragraphs."),
  })
  .partial();

/** The JSON Schema of the section. */
export function reportJsonSchema(): object {
  return { title: "The report section of poam.config.json", ...z.toJSONSchema(reportSchema) };
}

/** The keys that may stand at a place of the section, for naming the one that was meant. */
export function reportKeysAt(path: readonly string[]): readonly string[] {
  let schema: unknown = reportSchema;
  for (const key of path) {
    schema = unwrapped(schema);
    if (schema instanceof z.ZodObject) schema = schema.shape[key];
    else if (schema instanceof z.ZodArray) schema = schema.element;
  }
  schema = unwrapped(schema);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function unwrapped(schema: unknown): unknown {
  const optional = schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional;
  return optional ? unwrapped(schema.unwrap()) : schema;
}
