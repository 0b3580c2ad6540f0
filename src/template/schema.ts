import { z } from "zod";
import { FIELD_NAMES, type FieldName } from "../model/field.js";
import { nearest } from "../model/nearest.js";
import { HEADER_FIELDS, NEW_SHEETS, type Template } from "../model/template.js";
import { UserError } from "../model/user-error.js";
import { fold } from "./fold.js";

const text = z.string().min(1, "must not be empty");
const texts = z.array(text).min(1, "must name at least one");
const row = z.int().min(1, "rows count from 1, as Excel counts them");
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, "must be a day, written yyyy-mm-dd");

const cellName = z.string().regex(/^[A-Z]{1,3}[1-9]\d*$/, "must be a cell, written D2");

const column = z.strictObject({
  heading: text.describe("The heading's text in the form."),
  aliases: texts.exactOptional().describe("Other texts of the same heading, the preferred one first."),
  field: z
    .enum(FIELD_NAMES)
    .exactOptional()
    .describe("What the column means; without a field it is carried through untouched."),
  required: z
    .union([z.boolean(), z.strictObject({ status: texts })], { error: 'must be true, false or { "status": [ … ] }' })
    .exactOptional()
    .describe("Needed in every item, or only in items with one of these statuses."),
  optional: z.boolean().exactOptional().describe("Not part of every copy of the form."),
  list: texts.exactOptional().describe("The only values that the form allows."),
  values: z.record(text, z.string()).exactOptional().describe("What the form calls values by: our text, the form's."),
  separator: text.exactOptional().describe("Stands between several values in one cell."),
  dayBehind: z
    .boolean()
    .exactOptional()
    .describe("The status of what is completed has its day behind it: Completed 11/13/2025."),
  hints: texts.exactOptional().describe("Short hints that the blank form prints under the heading."),
  notation: z
    .enum(["800-53", "emass", "oscal", "800-171", "cmmc", "any"])
    .exactOptional()
    .describe("How the column writes control ids."),
  formula: z
    .enum(["due-by-rating"])
    .exactOptional()
    .describe("What the form works out in rows without an item: detection and 30, 90 or 180 days by the rating."),
});

const sheet = z
  .strictObject({
    name: text.describe("The tab's name."),
    state: z.enum(["open", "closed", "configuration", "documentation", "by-status"]),
    required: z.boolean().exactOptional().describe("Whether the form is incomplete without this sheet."),
    headingRow: row.describe("The row of the headings in the blank form."),
    firstRow: row.describe("The row of the first item in the blank form."),
    firstColumn: z.int().min(1).exactOptional().describe("The column of its first heading, from 1."),
    guidanceLabels: texts.exactOptional().describe("Labels left of the first heading that mark rows of guidance."),
    hiddenColumns: z.array(z.int().min(1)).min(1).exactOptional().describe("Columns that the form hides, from 1."),
    columns: z.array(column).min(1, "must list at least one column"),
  })
  .superRefine((layout, context) => {
    const fault = (message: string, ...path: (string | number)[]) =>
      context.addIssue({ code: "custom", message, path });
    if (layout.firstRow <= layout.headingRow) fault("must lie below headingRow", "firstRow");
    const headings = new Map<string, boolean>();
    const fields = new Set<FieldName>();
    for (const [index, { heading, field, separator, dayBehind, list }] of layout.columns.entries()) {
      const twin = headings.get(fold(heading));
      if (twin && field) fault(`"${heading}" stands in the sheet twice, with a field each time`, "columns", index);
      headings.set(fold(heading), (twin ?? false) || field !== undefined);
      if (field && fields.has(field))
        fault(`another column of the sheet is "${field}" already`, "columns", index, "field");
      if (field) fields.add(field);
      if (separator && !list && !(field && PARTED.includes(field))) {
        fault("a separator needs a list, controls or source identifiers", "columns", index, "separator");
      }
      if (dayBehind && field !== "status") fault("only a status has a day behind it", "columns", index, "dayBehind");
    }
  });

/** Fields whose values can be told apart without a list. */
const PARTED: readonly FieldName[] = ["controls", "sourceIdentifier"];

const headerEntry = z.strictObject({
  label: text,
  aliases: z
    .array(z.string())
    .min(1)
    .exactOptional()
    .describe("Other texts of the label; empty where a form leaves it blank."),
  field: z.enum(HEADER_FIELDS),
  value: z.enum(["below", "right"]).describe("Where the value stands, seen from the label."),
  required: z.boolean().exactOptional(),
  list: texts.exactOptional(),
  placeholders: texts.exactOptional().describe("Texts of the blank form that are no value."),
  cells: z
    .strictObject({ label: cellName, value: cellName })
    .exactOptional()
    .describe("The cells of label and value in a new workbook."),
});

/** What a `template.json` may say; the built-in ones and those of `--template` alike. */
export const templateSchema = z
  .strictObject({
    $schema: z.string().exactOptional(),
    id: z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, "must be lower-case letters and digits, joined by - or ."),
    title: text,
    source: text.describe("Where the layout was read, in words."),
    framework: z.enum(["fedramp", "emass", "cmmc", "nist-800-171", "cms", "tracker", "generic"]),
    medium: z.literal("csv").exactOptional().describe("A CSV file for a tracker to import; absent: a workbook."),
    version: text.exactOptional(),
    issued: day.exactOptional().describe("The form's day of issue."),
    packs: z.array(text).describe("The packs of rules by default."),
    purpose: z.enum(["poam", "companion"]).exactOptional(),
    refusal: text.exactOptional().describe('What a companion document is: "is a Risk Exposure Table, not a POA&M".'),
    needsMark: z.boolean().exactOptional().describe("Whether headings alone do not make this form."),
    tellingHeadings: texts.exactOptional().describe("Headings of which at least one must be there."),
    header: z.array(headerEntry).exactOptional(),
    sheets: z.array(sheet).min(1, "must lay out at least one sheet"),
    otherSheets: texts.exactOptional().describe("Sheets of the form that hold no items."),
    guidance: z
      .array(z.string().regex(/^[0-9a-f]{8}$/, "must be 8 hex digits"))
      .exactOptional()
      .describe("Fingerprints of the form's own guidance sentences."),
    blankForNothing: z
      .boolean()
      .exactOptional()
      .describe("Whether the form wants a blank for what others write as N/A or None."),
    banner: text.exactOptional().describe("What a new workbook prints above its header block."),
    newSheets: z.array(z.enum(NEW_SHEETS)).min(1).exactOptional().describe("Sheets without items of a new workbook."),
    listSheet: text.exactOptional().describe("The hidden sheet of a new workbook for long lists. Default: Lists."),
  })
  .superRefine(({ purpose, refusal, packs }, context) => {
    const fault = (message: string, path: string) => context.addIssue({ code: "custom", message, path: [path] });
    if (purpose === "companion" && !refusal) fault("a companion document needs a refusal", "refusal");
    if (purpose !== "companion" && packs.length === 0) fault("must name at least one pack", "packs");
  }) satisfies z.ZodType<Template>;

/** The template that a JSON value says; a `UserError` names the file and each fault with its path. */
export function parseTemplate(value: unknown, file: string): Template {
  const result = templateSchema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap(faultsOf);
  const shown = faults.length > SHOWN ? [...faults.slice(0, SHOWN), `and ${faults.length - SHOWN} more`] : faults;
  throw new UserError("bad-template", `${file} is no valid template: ${shown.join("; ")}.`);
}

/** The JSON schema of a `template.json`, for editors. */
export function templateJsonSchema(): object {
  return z.toJSONSchema(templateSchema, { target: "draft-2020-12" });
}

const SHOWN = 5;

function faultsOf(issue: z.core.$ZodIssue): string[] {
  const { path, message } = issue;
  const at = path.length > 0 ? `${pathText(path)}: ` : "";
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => `${at}there is no key ${key}${orRather(key, keysAt(path))}`);
    case "invalid_type":
      return [
        issue.input === undefined
          ? `${pathText(path)} is missing`
          : `${at}must be ${KINDS[issue.expected] ?? `a ${issue.expected}`}`,
      ];
    case "invalid_value": {
      const values = issue.values.map(String);
      if (issue.input === undefined) return [`${pathText(path)} is missing`];
      if (path.at(-1) === "field")
        return [`${at}there is no field ${issue.input}${orRather(String(issue.input), values)}`];
      return [
        `${at}${JSON.stringify(issue.input)} is not possible${orRather(String(issue.input), values) || `: it can be ${values.join(", ")}`}`,
      ];
    }
    default:
      return [`${at}${message}`];
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  array: "a list [ … ]",
  object: "an object { … }",
  boolean: "true or false",
  int: "a whole number",
};

/** The keys that the object at that place may have. */
function keysAt(path: readonly PropertyKey[]): readonly string[] {
  const place = path.filter((part) => typeof part === "string").join(".");
  const shape = { "": templateSchema, sheets: sheet, "sheets.columns": column, header: headerEntry }[place]?.shape;
  return Object.keys(shape ?? {});
}

function orRather(name: string, known: readonly string[]): string {
  const near = nearest(name, known, 3);
  return near.length > 0 ? ` (did you mean ${near.join(" or ")}?)` : "";
}

/** `sheets[0].columns[3].field` */
function pathText(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`));
  return parts.join("").replace(/^\./, "") || "the file";
}
