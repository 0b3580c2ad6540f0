import { z } from "zod";
import { FIELD_NAMES, type FieldName } from "../model/field.js";
import { HEADER_FIELDS, type Template } from "../model/template.js";
import { UserError } from "../model/user-error.js";
import { fold } from "./fold.js";

const text = z.string().min(1, "must not be empty");
const texts = z.array(text).min(1, "must name at least one");
const row = z.int().min(1, "rows count from 1, as Excel counts them");
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, "must be a day, written yyyy-mm-dd");

const column = z.strictObject({
  heading: text.describe("The heading's text in the form."),
  aliases: texts.exactOptional().describe("Other texts of the same heading, the preferred one first."),
  field: z
    .enum(FIELD_NAMES, { error: ({ input }) => unknownField(input) })
    .exactOptional()
    .describe("What the column means; without a field it is carried through untouched."),
  required: z
    .union([z.boolean(), z.strictObject({ status: texts })], { error: 'must be true, false or { "status": [ … ] }' })
    .exactOptional()
    .describe("Needed in every item, or only in items with one of these statuses."),
  optional: z.boolean().exactOptional().describe("Not part of every copy of the form."),
  list: texts.exactOptional().describe("The only values that the form allows."),
  separator: text.exactOptional().describe("Stands between several values of the list in one cell."),
  hints: texts.exactOptional().describe("Short hints that the blank form prints under the heading."),
  notation: z
    .enum(["800-53", "emass", "oscal", "800-171", "cmmc", "any"])
    .exactOptional()
    .describe("How the column writes control ids."),
});

const sheet = z
  .strictObject({
    name: text.describe("The tab's name."),
    state: z.enum(["open", "closed", "configuration", "documentation", "by-status"]),
    required: z.boolean().exactOptional().describe("Whether the form is incomplete without this sheet."),
    headingRow: row.describe("The row of the headings in the blank form."),
    firstRow: row.describe("The row of the first item in the blank form."),
    guidanceLabels: texts.exactOptional().describe("Labels left of the first heading that mark rows of guidance."),
    columns: z.array(column).min(1, "must list at least one column"),
  })
  .superRefine((layout, context) => {
    const fault = (message: string, ...path: (string | number)[]) =>
      context.addIssue({ code: "custom", message, path });
    if (layout.firstRow <= layout.headingRow) fault("must lie below headingRow", "firstRow");
    const headings = new Map<string, boolean>();
    const fields = new Set<FieldName>();
    for (const [index, { heading, field, separator, list }] of layout.columns.entries()) {
      const twin = headings.get(fold(heading));
      if (twin && field) fault(`"${heading}" stands in the sheet twice, with a field each time`, "columns", index);
      headings.set(fold(heading), (twin ?? false) || field !== undefined);
      if (field && fields.has(field))
        fault(`another column of the sheet is "${field}" already`, "columns", index, "field");
      if (field) fields.add(field);
      if (separator && !list) fault("a separator needs a list", "columns", index, "separator");
    }
  });

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
});

/** What a `template.json` may say; the built-in ones and those of `--template` alike. */
export const templateSchema = z
  .strictObject({
    $schema: z.string().exactOptional(),
    id: z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, "must be lower-case letters and digits, joined by - or ."),
    title: text,
    source: text.describe("Where the layout was read, in words."),
    framework: z.enum(["fedramp", "emass", "cmmc", "nist-800-171", "cms", "generic"]),
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
  })
  .superRefine(({ purpose, refusal, packs }, context) => {
    const fault = (message: string, path: string) => context.addIssue({ code: "custom", message, path: [path] });
    if (purpose === "companion" && !refusal) fault("a companion document needs a refusal", "refusal");
    if (purpose !== "companion" && packs.length === 0) fault("must name at least one pack", "packs");
  }) satisfies z.ZodType<Template>;

/** The template that a JSON value says; a `UserError` names the file and each fault with its path. */
export function parseTemplate(value: unknown, file: string): Template {
  const result = templateSchema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${pathText(path)}: ${message}`);
  const shown = faults.length > SHOWN ? [...faults.slice(0, SHOWN), `and ${faults.length - SHOWN} more`] : faults;
  throw new UserError("bad-template", `${file} is no valid template: ${shown.join("; ")}`);
}

/** The JSON schema of a `template.json`, for editors. */
export function templateJsonSchema(): object {
  return z.toJSONSchema(templateSchema, { target: "draft-2020-12" });
}

const SHOWN = 5;

/** `sheets[0].columns[3].field` */
function pathText(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`));
  return parts.join("").replace(/^\./, "") || "the file";
}

function unknownField(input: unknown): string {
  const wanted = String(input).toLowerCase();
  const near = FIELD_NAMES.filter((name) => alike(name.toLowerCase(), wanted));
  const hint = near.length > 0 ? `; did you mean ${near.slice(0, 3).join(" or ")}?` : "";
  return `${JSON.stringify(input)} is no field${hint}`;
}

function alike(name: string, wanted: string): boolean {
  return (
    wanted.length > 2 && (name.includes(wanted) || wanted.includes(name) || name.slice(0, 5) === wanted.slice(0, 5))
  );
}
