import { z } from "zod";
import { readJson } from "../../config/read-json.js";
import { type CellPatch, type CellRef, columnNumber } from "../../model/cell.js";
import type { FieldName } from "../../model/field.js";
import { type Finding, SEVERITIES } from "../../model/finding.js";
import { UserError } from "../../model/user-error.js";
import type { FileResult, ShardPlace } from "../../reporters/report.js";

/** What `poam lint -f json` wrote of one run; cells of the sheets it does not have. */
export interface LintReport {
  /** The version of the poam that wrote it. */
  readonly version: string;
  readonly asOf: string;
  /** Which part of a larger run it is; absent where it is all of one. */
  readonly shard: ShardPlace | undefined;
  readonly files: readonly FileResult[];
  /** Safe fixes, which redacted findings no longer tell. */
  readonly fixable: number;
}

const count = z.int().min(0);
const position = z.int().min(1);

const place = z.string().regex(/^'(?:[^']|'')*'![A-Z]{1,3}[1-9]\d{0,6}$/);

const finding = z.object({
  rule: z.string(),
  severity: z.enum(SEVERITIES),
  message: z.string(),
  help: z.string().nullable(),
  cites: z.array(z.string()),
  sheet: z.string(),
  row: position,
  column: position,
  item: z.string().nullable(),
  field: z.string().nullable(),
  related: z.array(z.object({ cell: place, label: z.string() })),
  fix: z
    .object({
      title: z.string(),
      safety: z.enum(["safe", "unsafe"]),
      patches: z.array(
        z.object({
          cell: place,
          was: z.string(),
          value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
          type: z.literal("date").exactOptional(),
        }),
      ),
      move: z
        .object({ sheet: z.string(), row: position, to: z.enum(["open", "closed", "configuration"]) })
        .exactOptional(),
    })
    .nullable(),
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
  suppressed: z.object({ reason: z.string(), until: z.iso.date().exactOptional() }).nullable(),
});

const file = z.object({
  path: z.string(),
  template: z.string().nullable(),
  packs: z.array(z.string()),
  items: z.object({ total: count, open: count, closed: count, configuration: count }),
  error: z.string().nullable(),
  rules: z.array(z.string()),
  findings: z.array(finding),
});

const report = z.object({
  asOf: z.iso.date(),
  shard: z
    .object({ index: position, count: position, positions: z.array(count), total: count, flags: z.string() })
    .exactOptional(),
  files: z.array(file),
  summary: z.object({ fixable: count }),
});

/** Who wrote it is read first: another version may say more than this one knows, and that is not to get lost. */
const head = z.object({ version: z.literal(1), tool: z.object({ name: z.literal("poam"), version: z.string() }) });

/** Reads a document of this version of poam; throws a UserError that names the first fault. */
export function parseLintReport(text: string, path: string, ownVersion: string): LintReport {
  const json = readJson(text, path, "report");
  const by = head.safeParse(json);
  if (!by.success) {
    throw new UserError("report", `${path} is not what poam lint -f json writes.`);
  }
  const { version } = by.data.tool;
  if (version !== ownVersion) {
    throw new UserError(
      "report",
      `${path} is by poam ${version}, and this is poam ${ownVersion}: merge with the same.`,
    );
  }
  const read = report.safeParse(json);
  if (!read.success) {
    const [{ path: where, message }] = read.error.issues as [z.core.$ZodIssue];
    throw new UserError(
      "report",
      `${path} is not as poam lint -f json wrote it: ${where.map(String).join(".")}: ${message}.`,
    );
  }
  const { asOf, shard, files, summary } = read.data;
  if (shard !== undefined && (shard.index > shard.count || shard.positions.length !== files.length)) {
    throw new UserError("report", `${path} is not as poam lint -f json wrote it: shard does not agree with files.`);
  }
  return { version, asOf, shard, files: files.map(resultOf), fixable: summary.fixable };
}

function resultOf({ path, template, items, packs, error, rules, findings }: z.infer<typeof file>): FileResult {
  const poam = template === null ? undefined : { template, counts: items, sheets: [], registers: [], textAt: () => "" };
  return { path, poam, packs, error, rules, findings: findings.map(findingOf) };
}

function findingOf({ sheet, row, column, related, fix, ...said }: z.infer<typeof finding>): Finding {
  const { help, field, suppressed, ...others } = said;
  return {
    ...others,
    help: help ?? undefined,
    at: { sheet, row, column },
    field: (field ?? undefined) as FieldName | undefined,
    related: related.map(({ cell, label }) => ({ at: cellOf(cell), label })),
    fix: fix ? { ...fix, patches: fix.patches.map(patchOf) } : undefined,
    ...(suppressed && { suppressed }),
  };
}

type PatchRecord = NonNullable<z.infer<typeof finding>["fix"]>["patches"][number];

function patchOf({ cell, was, value, type }: PatchRecord): CellPatch {
  return { at: cellOf(cell), was, value: type === "date" ? { date: String(value) } : value };
}

/** Of `'Open POA&M Items'!L14`. */
function cellOf(reference: string): CellRef {
  const [, sheet = "", letters = "", row] = /^'(.*)'!([A-Z]+)(\d+)$/s.exec(reference)!;
  return { sheet: sheet.replaceAll("''", "'"), row: Number(row), column: columnNumber(letters) };
}
