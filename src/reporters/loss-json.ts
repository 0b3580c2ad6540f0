import type { SourceCell } from "../model/carried-item.js";
import { reference } from "../model/cell.js";
import type { FieldFate, ItemClash, LossReport, ValueChange } from "../model/losses.js";
import { text } from "./json.js";
import { type LossReporter, lossTotals } from "./loss-run.js";

/**
 * For programs: one document, version 1, to which keys may be added; a field, change or clash a line. Of several workbooks
 * `sources` tells for each of `cells` which of `from` it is in, counting from 0.
 */
export const lossJson: LossReporter = (report, { version }) => {
  const { from, to, items, documents, fields, changes, clashes, notes } = report;
  const records = {
    fields: fields.map((one) => fieldRecord(one, report)),
    changes: changes.map((one) => changeRecord(one, report)),
    clashes: clashes.map(clashRecord),
  };
  const head = text({ version: 1, tool: { name: "poam", version }, from, to, items, documents, notes });
  const body = Object.entries(records).map(([name, all]) => `${text(name)}:${array(all)}`);
  return `${head.slice(0, -1)},\n${body.join(",\n")},\n"summary":${text(lossTotals(report))}}\n`;
};

function fieldRecord({ from, field, fate, to, label, why, count, cells }: FieldFate, report: LossReport) {
  const where = { field: field ?? null, fate, to: to ?? null, label: label ?? null, why: why ?? null };
  return { from, ...where, count, ...cellRecords(cells, report) };
}

function changeRecord({ field, heading, from, to, rule, count, cells }: ValueChange, report: LossReport) {
  return { field, heading, from: from ?? null, to: to ?? null, rule, count, ...cellRecords(cells, report) };
}

function clashRecord({ kind, id, at, paths, outcome }: ItemClash) {
  return { kind, id, cells: at.map(reference), paths, outcome };
}

function cellRecords(cells: readonly SourceCell[], { from }: LossReport) {
  const sources = cells.map((cell) => from.findIndex(({ path }) => path === cell.path));
  return { cells: cells.map(reference), ...(from.length > 1 && { sources }) };
}

function array(records: readonly object[]): string {
  return records.length === 0 ? "[]" : `[\n${records.map((record) => text(record)).join(",\n")}\n]`;
}
