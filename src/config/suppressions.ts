import { z } from "zod";
import { FIELD_NAMES } from "../model/field.js";
import { didYouMean } from "../model/nearest.js";
import type { Suppression } from "../model/suppression.js";
import { UserError } from "../model/user-error.js";
import { readJson } from "./read-json.js";

/** A `poam.suppressions.json` as it was read. */
export interface SuppressionsFile {
  /** Where it says that editors find its schema. */
  readonly schema: string | undefined;
  readonly entries: readonly Suppression[];
}

/** What `poam.suppressions.json` may say; the rules by name, so that editors can complete them. */
export function suppressionsSchema(rules: readonly string[]) {
  const shaped = (shape: RegExp, wrong: string) => z.string({ error: wrong }).regex(shape, wrong);
  const said = (missing: string) => z.string({ error: missing }).trim().min(1, missing);
  return z
    .strictObject({
      $schema: z.string().exactOptional().describe("Where editors find this schema."),
      suppressions: z.array(
        z
          .strictObject({
            rule: z.enum(rules as [string, ...string[]]),
            item: said("this must be a POA&M id, in quotes; leave it out where the item has none")
              .exactOptional()
              .describe("The POA&M id. Without it: findings about the workbook, a sheet or a heading."),
            field: z.enum(FIELD_NAMES).exactOptional().describe("Default: all fields of the item."),
            sheet: said("this must be the name of a sheet")
              .exactOptional()
              .describe("Of findings about no item. Default: all sheets."),
            fingerprint: shaped(/^[0-9a-f]{16}$/, "this must be 16 hex digits, as -f json prints them")
              .exactOptional()
              .describe("The finding's own, where its item has no id or shares it with others."),
            file: shaped(
              /^[^/\\]+$/,
              "this must be the name of a workbook in this folder, or a pattern of names, without a path",
            )
              .exactOptional()
              .describe("The workbook for which it holds, or a pattern as acme-*.xlsx. Default: all in this folder."),
            reason: said("say here why this does not count").describe("Why it does not count."),
            until: z.iso
              .date("this must be a date of the form 2026-03-31")
              .exactOptional()
              .describe("The last day on which it holds, yyyy-mm-dd."),
          })
          .refine(({ item, sheet }) => item === undefined || sheet === undefined, {
            path: ["sheet"],
            message: "an item is known by its id, wherever it stands: leave out the sheet",
          }),
      ),
    })
    .describe("Findings of poam that do not count in the workbooks of this folder, and why.");
}

/** The JSON Schema of the file, for editors. */
export function suppressionsJsonSchema(rules: readonly string[]): object {
  return { title: "poam.suppressions.json", ...z.toJSONSchema(suppressionsSchema(rules)) };
}

/** Reads the text of the file; throws a UserError that names the first fault, its entry and, where it is a name, the nearest right one. */
export function parseSuppressions(text: string, path: string, rules: readonly string[]): SuppressionsFile {
  const json = readJson(text, path, "suppressions");
  const read = suppressionsSchema(rules).safeParse(json, { reportInput: true });
  if (read.success) return { schema: read.data.$schema, entries: read.data.suppressions };
  throw new UserError("suppressions", `${path}: ${sentence(first(read.error.issues))}`);
}

/** The text of the file: an entry a line, so that a diff shows which came and went. */
export function suppressionsText({ schema, entries }: SuppressionsFile): string {
  const lines = entries.map((entry) => `    ${JSON.stringify(inOrder(entry))}`);
  const list = lines.length > 0 ? `[\n${lines.join(",\n")}\n  ]` : "[]";
  return `{\n  "$schema": ${JSON.stringify(schema ?? SCHEMA)},\n  "suppressions": ${list}\n}\n`;
}

/** Where editors find the schema once poam is installed beside the workbooks. */
const SCHEMA = "./node_modules/poam/schemas/poam.suppressions.schema.json";

function inOrder({ rule, item, field, sheet, fingerprint, file, reason, until }: Suppression): object {
  return { rule, item, field, sheet, fingerprint, file, reason, until };
}

const KEYS = ["rule", "item", "field", "sheet", "fingerprint", "file", "reason", "until"];

/** The first fault, or the misspelled key that is why it is one. */
function first(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue {
  const [fault] = issues;
  const misspelled = issues.find(
    ({ code, path }) => code === "unrecognized_keys" && path.every((part, index) => part === fault!.path[index]),
  );
  return misspelled ?? fault!;
}

/** The first fault in words; entries are counted from 1. */
function sentence(issue: z.core.$ZodIssue): string {
  const [list, index, ...where] = issue.path;
  const entry = typeof index === "number" ? `entry ${index + 1}: ` : list === undefined ? "" : `${String(list)}: `;
  const at = where.length > 0 ? `${entry}${where.map(String).join(".")}: ` : entry;
  if (issue.code === "unrecognized_keys") {
    const known = entry === "" ? ["suppressions"] : KEYS;
    const key = issue.keys[0]!;
    return `${at}there is no key ${key}.${didYouMean(key, known) || ` There ${known.length > 1 ? "are" : "is"} ${known.join(", ")}.`}`;
  }
  if (issue.code === "invalid_value") {
    if (issue.input === undefined) return `${at}this is missing.`;
    const near = didYouMean(String(issue.input), issue.values.map(String));
    return `${at}there is no ${String(where[0])} ${JSON.stringify(issue.input)}.${near || (where[0] === "rule" ? " poam list rules shows all." : "")}`;
  }
  if (issue.code === "invalid_type" && issue.expected !== "string") {
    return `${at}this must be ${issue.expected === "array" ? "a list [ … ]" : "an object { … }"}.`;
  }
  return `${at}${issue.message}.`;
}
