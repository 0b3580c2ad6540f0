import type { CellPatch } from "../model/cell.js";
import { reference } from "../model/cell.js";
import type { Finding, Fix } from "../model/finding.js";
import type { FileResult, Reporter, ShardPlace } from "./report.js";

/** For programs: one document, version 1, to which keys may be added. One finding a line, so that two runs can be compared. */
export const json: Reporter = {
  begin: ({ version, asOf, shard }) => {
    const part = shard === undefined ? "" : `"shard":${text(shardRecord(shard))},\n`;
    return `{"version":1,"tool":${text({ name: "poam", version })},"asOf":${text(asOf)},\n${part}"files":[`;
  },
  *file(result, _run, index) {
    const head = text({ ...fileRecord(result), rules: result.rules, findings: [] });
    yield `${index > 0 ? ",\n" : "\n"}${head.slice(0, -2)}`;
    for (const [number, finding] of result.findings.entries()) {
      yield `${number > 0 ? ",\n" : "\n"}${text(findingRecord(finding))}`;
    }
    yield "]}";
  },
  end: ({ errors, warnings, infos, fixable, suppressed }) =>
    `\n],\n"summary":${text({ errors, warnings, infos, fixable, suppressed })}}\n`,
};

function shardRecord({ index, count, positions, total, flags }: ShardPlace) {
  return { index, count, positions, total, flags };
}

/** A file without its findings; `template` is null where it could not be read. */
export function fileRecord({ path, poam, packs, error }: FileResult) {
  const { total = 0, open = 0, closed = 0, configuration = 0 } = poam?.counts ?? {};
  return { path, template: poam?.template ?? null, packs, items: { total, open, closed, configuration }, error };
}

export function findingRecord(finding: Finding) {
  const { rule, severity, message, help, cites, at, item, field, related, fix, fingerprint, suppressed } = finding;
  return {
    rule,
    severity,
    message,
    help: help ?? null,
    cites,
    cell: reference(at),
    sheet: at.sheet,
    row: at.row,
    column: at.column,
    item,
    field: field ?? null,
    related: related.map(({ at, label }) => ({ cell: reference(at), label })),
    fix: fix ? fixRecord(fix) : null,
    fingerprint,
    suppressed: suppressed ?? null,
  };
}

/** JSON that may be shown on a terminal: DEL and the C1 controls, which JSON leaves as they are, are escaped too. */
export function text(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007f-\u009f]/g,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function fixRecord({ title, safety, patches, move }: Fix) {
  return { title, safety, patches: patches.map(patchRecord), ...(move && { move }) };
}

/** A date's `value` is a text as `was` is: its `type` tells them apart. */
export function patchRecord({ at, was, value }: CellPatch) {
  const isDate = typeof value === "object" && value !== null;
  return { cell: reference(at), was, value: isDate ? value.date : value, ...(isDate && { type: "date" }) };
}
