import { UserError } from "../../model/user-error.js";
import type { FileResult } from "../../reporters/report.js";
import type { LintReport } from "./lint-report.js";

/** A report, and the name of its file. */
export interface NamedReport extends LintReport {
  readonly name: string;
}

/** Several runs as one. */
export interface Merged extends Pick<LintReport, "version" | "asOf" | "fixable"> {
  readonly files: readonly FileResult[];
}

/**
 * Puts reports together in whatever order they are given: the shards of a run in the order of that run, others by path. What
 * cannot be one run is refused with a UserError: two days, a workbook twice, a shard that is missing.
 */
export function mergeReports(reports: readonly [NamedReport, ...NamedReport[]]): Merged {
  const [first, ...others] = reports;
  for (const { name, asOf } of others) {
    if (asOf !== first.asOf) {
      refuse(`${first.name} is as of ${first.asOf}, ${name} as of ${asOf}. Check all with the same --as-of.`);
    }
  }
  refuseIncomplete(reports);
  const byPath = new Map<string, string>();
  for (const { name, files } of reports) {
    for (const { path } of files) {
      if (byPath.has(path)) {
        refuse(
          `${path} is in ${byPath.get(path)} and in ${name}. Leave one out, or give each workbook a path of its own.`,
        );
      }
      byPath.set(path, name);
    }
  }
  const placed = reports.flatMap(({ shard, files }) =>
    files.map((file, index) => ({ file, position: shard?.positions[index] ?? Number.MAX_SAFE_INTEGER })),
  );
  placed.sort((a, b) => a.position - b.position || (a.file.path < b.file.path ? -1 : 1));
  return {
    version: first.version,
    asOf: first.asOf,
    fixable: reports.reduce((sum, { fixable }) => sum + fixable, 0),
    files: placed.map(({ file }) => file),
  };
}

/** A shard whose report has been lost must not pass for one without findings. */
function refuseIncomplete(reports: readonly NamedReport[]): void {
  const shards = new Map<number, string>();
  const positions = new Set<number>();
  let count = 0;
  let total = 0;
  let flags = "";
  for (const { name, shard } of reports) {
    if (shard === undefined) continue;
    if (count > 0 && shard.count !== count) {
      refuse(`${name} is one of ${shard.count} shards, others are of ${count}. Give the shards of one run.`);
    }
    if (count > 0 && shard.total !== total) {
      refuse(`${name} is of a run of ${shard.total} files, others are of ${total}. Run all shards on the same files.`);
    }
    if (count > 0 && shard.flags !== flags) {
      refuse(`${name} was judged by other flags than the shards before it. Run all with the same ones.`);
    }
    ({ count, total, flags } = shard);
    for (const position of shard.positions) positions.add(position);
    const same = shards.get(shard.index);
    if (same !== undefined) refuse(`${same} and ${name} are both shard ${shard.index}/${count}. Give each once.`);
    shards.set(shard.index, name);
  }
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !shards.has(index));
  if (missing.length > 0) {
    refuse(
      `the report of shard ${missing.map((index) => `${index}/${count}`).join(", ")} is missing. Give all ${count}.`,
    );
  }
  for (let position = 0; position < total; position++) {
    if (positions.has(position)) continue;
    refuse(
      `the shards leave out file ${position + 1} of ${total}: they were not run on the same files. Run them anew.`,
    );
  }
}

function refuse(why: string): never {
  throw new UserError("report", why);
}
