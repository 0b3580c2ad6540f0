import { FIELDS } from "../model/field.js";
import type { FieldFate, LossReport, ValueChange } from "../model/losses.js";
import { amount, count } from "./last-line.js";
import type { Paint } from "./paint.js";
import { printable } from "./printable.js";

export interface LossRun {
  readonly version: string;
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
}

/** A format of what a conversion lost, kept and changed: all of its text. */
export type LossReporter = (report: LossReport, run: LossRun) => string;

/** How many values had each fate; `changed` ones are among those carried. */
export interface LossTotals extends Readonly<Record<FieldFate["fate"], number>> {
  readonly changed: number;
}

export function lossTotals({ fields, changes }: LossReport): LossTotals {
  const sum = (all: readonly { readonly count: number }[]) => all.reduce((total, one) => total + one.count, 0);
  const of = (fate: FieldFate["fate"]) => sum(fields.filter((one) => one.fate === fate));
  return { carried: of("carried"), kept: of("kept"), dropped: of("dropped"), changed: sum(changes) };
}

/** `3,120 values carried`, `284 kept as labelled text`, `0 dropped`, `41 changed`. */
export function totalWords({ carried, kept, dropped, changed }: LossTotals): readonly string[] {
  return [
    `${count(carried, "value")} carried`,
    `${amount(kept)} kept as labelled text`,
    `${amount(dropped)} dropped`,
    `${amount(changed)} changed`,
  ];
}

/** `142 items of acme.xlsx (fedramp-rev5-v2.1)`; of several files, each with the number of its items. */
export function sourceWords(report: LossReport): string {
  const { from } = report;
  const names = from.map((source) =>
    from.length === 1
      ? `${source.path} (${source.template})`
      : `${source.path} (${source.template}, ${itemWords(source)})`,
  );
  return `${itemWords(report)} of ${names.join(" and ")}`;
}

/** `46 items and 1 documentation finding`. */
function itemWords({ items, documents = 0 }: Pick<LossReport, "items" | "documents">): string {
  return `${count(items, "item")}${documents > 0 ? ` and ${count(documents, "documentation finding")}` : ""}`;
}

/** What a field is called in the report: the source's heading, or that it has none that may be told. */
export function nameOfField(heading: string): string {
  return printable(heading) || "(a column of its own)";
}

/** `Critical → High`; undefined where the report does not have the texts. */
export function changeWords({ from, to }: ValueChange): string | undefined {
  if (from === undefined) return undefined;
  return `${printable(from)} → ${printable(to ?? "") || "(blank)"}`;
}

/** What may be shown where cell text may not: places, counts, forms' own words; of an owner's own headings, nothing. */
export function redactedLoss(report: LossReport): LossReport {
  return {
    ...report,
    fields: report.fields.map(withoutHeadings),
    changes: report.changes.map((one) => ({
      ...one,
      heading: FIELDS[one.field].label,
      from: undefined,
      to: undefined,
    })),
    clashes: report.clashes.map((one) => ({
      ...one,
      id: "",
      // What was joined tells days and headings of the items.
      outcome: one.kind === "joined" ? "joined" : one.outcome,
    })),
  };
}

function withoutHeadings(fate: FieldFate): FieldFate {
  const { field, from, to, label } = fate;
  if (field !== undefined) return { ...fate, from: FIELDS[field].label };
  if (from.startsWith("header: ")) return fate;
  return { ...fate, from: "", to: fate.fate === "carried" ? "" : to, label: label === undefined ? undefined : "" };
}
