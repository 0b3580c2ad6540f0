import { fileRecord, findingRecord, text } from "./json.js";
import type { FileResult, LintRun, Reporter } from "./report.js";

/**
 * For streams (jq, log collectors): one JSON object a line, told apart by `type`. First `run` (version, tool, asOf); for
 * each file a `file` (as in json, without its findings) and then its `finding`s (as in json, with the file's `path` and
 * `template` and the run's `asOf`, so that a line stands on its own); last `summary`.
 */
export const ndjson: Reporter = {
  begin: ({ version, asOf }) => line({ type: "run", version: 1, tool: { name: "poam", version }, asOf }),
  *file(result, run) {
    yield line({ type: "file", ...fileRecord(result) });
    for (const row of findingRows(result, run)) yield line({ type: "finding", ...row });
  },
  end: ({ errors, warnings, infos, fixable, suppressed }) =>
    line({ type: "summary", errors, warnings, infos, fixable, suppressed }),
};

export type FindingRow = ReturnType<typeof findingRow>;

/** The findings of a file, each of which says itself where and when it was found. */
export function* findingRows(result: FileResult, run: LintRun): Iterable<FindingRow> {
  for (const finding of result.findings) yield findingRow(finding, result, run);
}

function findingRow(finding: FileResult["findings"][number], { path, poam }: FileResult, { asOf }: LintRun) {
  return { path, template: poam?.template ?? null, asOf, ...findingRecord(finding) };
}

export function line(record: object): string {
  return `${text(record)}\n`;
}
