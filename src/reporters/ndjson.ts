import { fileRecord, findingRecord, text } from "./json.js";
import type { Reporter } from "./report.js";

/**
 * For streams (jq, log collectors): one JSON object a line, told apart by `type`. First `run` (version, tool, asOf); for
 * each file a `file` (as in json, without its findings) and then its `finding`s (as in json, with the file's `path`); last
 * `summary`.
 */
export const ndjson: Reporter = {
  begin: ({ version, asOf }) => line({ type: "run", version: 1, tool: { name: "poam", version }, asOf }),
  *file(result) {
    yield line({ type: "file", ...fileRecord(result) });
    for (const finding of result.findings) {
      yield line({ type: "finding", path: result.path, ...findingRecord(finding) });
    }
  },
  end: ({ errors, warnings, infos, fixable, suppressed }) =>
    line({ type: "summary", errors, warnings, infos, fixable, suppressed }),
};

function line(record: object): string {
  return `${text(record)}\n`;
}
