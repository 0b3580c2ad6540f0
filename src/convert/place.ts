import { STATE_LABEL } from "../codecs/kept-state.js";
import type { Carried, CarriedItem, CarriedValue, OtherValue } from "../model/carried-item.js";
import { FIELDS, type FieldName } from "../model/field.js";
import type { ItemSheet, Placed, PlacedItem, SheetColumn } from "../model/placed.js";
import type { Template } from "../model/template.js";
import { withDayBehind } from "./day-behind.js";
import { type Fit, fitted } from "./fit.js";
import { type Kept, keeperOf } from "./keep.js";
import { fieldLabel, headingLabel } from "./labels.js";
import type { LossTally } from "./losses.js";
import { type Made, type Source, sourcesOf } from "./made.js";
import { type MilestoneShape, shaped } from "./milestone-shape.js";
import { placeHeader } from "./place-header.js";
import { unheaded } from "./register-columns.js";
import { standIns } from "./stand-ins.js";
import { sheetFor, statusFor } from "./state-fit.js";
import { shownText } from "./typed-text.js";
import { unitLost } from "./unit-lost.js";

/** What a target can take. */
export interface PlaceLimits {
  /** How many characters a cell holds. */
  readonly cell: number;
}

/**
 * Lays items out on the sheets of a form. What has no column there, and what its column cannot say, is kept as labelled text;
 * the tally learns what became of each value, once.
 */
export function place(
  carried: Carried,
  sheets: readonly ItemSheet[],
  template: Template,
  { cell }: PlaceLimits,
  losses: LossTally,
): Placed {
  const desks = new Map(sheets.map((sheet) => [sheet, desk(sheet, template, cell, losses)]));
  const placed = new Map<ItemSheet, PlacedItem[]>(sheets.map((sheet) => [sheet, []]));
  for (const item of carried.items) {
    const sheet = sheetFor(item, sheets);
    placed.get(sheet)!.push(desks.get(sheet)!(item));
  }
  for (const { field, why, ...value } of carried.unread) losses.dropped(field, value, why);
  return {
    header: placeHeader(carried.header, template, losses),
    sheets: sheets.map((sheet) => ({ sheet, items: placed.get(sheet)! })),
  };
}

/** Lays out the items of one sheet. */
function desk(
  sheet: ItemSheet,
  template: Template,
  limit: number,
  losses: LossTally,
): (item: CarriedItem) => PlacedItem {
  const { fields: columns, unnamed } = columnsOf(sheet, template.blankForNothing ?? false);
  const keepAll = keeperOf(columns, { sheet: sheet.name, limit }, losses);
  const shape: MilestoneShape = {
    has: (field) => columns.has(field),
    isRowEach: template.framework === "emass",
    grammar: template.framework === "emass" ? "dated" : "numbered",
  };
  const hasRows = shape.isRowEach || columns.has("milestoneDescription");

  return (item) => {
    const rows: Map<number, CarriedValue["value"]>[] = [new Map()];
    const kept: Kept[] = [];
    const keep = (field: FieldName | undefined, value: CarriedValue, label: string, made: Made = NONE) => {
      const sources = sourcesOf(field, value, made);
      const why = value.rule ?? (field && unitLost(value.heading, label));
      if (why !== undefined) tellChange(field, value, sources, undefined, why);
      kept.push({ field, value, label, sources });
    };
    const write = (field: FieldName, value: CarriedValue, row: number, made: Made, fit?: Fit) => {
      const column = columns.get(field)!;
      const { value: written, rule, isLossy } = fit ?? fitted(field, value, column);
      if (written !== null) (rows[row] ??= new Map()).set(column.column, written);
      const why = rule ?? value.rule ?? unitLost(value.heading, column.heading);
      const sources = made.get(value);
      if (why === undefined && !isLossy && sources === undefined) return losses.carried(field, value, column.heading);
      const all = sources ?? [{ field, value }];
      if (why !== undefined) tellChange(field, value, all, column, why, shownText(written));
      if (isLossy) kept.push({ field, value, label: fieldLabel(field, row), sources: all });
      else for (const source of all) losses.carried(source.field, source.value, column.heading);
    };

    const status = statusFor(item, sheet, columns.get("status"));
    const { fields, made, spare } = standIns(item, columns);
    const dated = withDayBehind(status.fit, { state: item.state, fields }, columns.get("status"));
    for (const [field, value] of fields) {
      if (field === "status" && status.isKnown) continue;
      if (field === "completedOn" && dated) {
        losses.carried(field, value, columns.get("status")!.heading);
        continue;
      }
      const saidBy = spare.get(field);
      if (columns.has(field)) write(field, value, 0, made);
      else if (saidBy) {
        const { heading } = columns.get(saidBy)!;
        losses.carried(field, value, heading);
        losses.changed(field, value, undefined, `${heading} says it`, false);
      } else keep(field, value, fieldLabel(field), made);
    }
    const isOwnStatus = item.fields.has("status");
    const fit = dated ?? status.fit;
    if (fit) write("status", status.value, 0, isOwnStatus ? NONE : new Map([[status.value, []]]), fit);
    else if (status.isKnown && isOwnStatus) {
      losses.carried("status", status.value, sheet.name);
      losses.changed("status", status.value, sheet.name, "its sheet tells it", true);
    }
    if (status.state) keep(undefined, { ...status.state, heading: "Sheet" }, STATE_LABEL);

    const milestones = shaped(item.milestones, shape);
    // A row with nothing in it would part the item: those below it are kept as text.
    let isWhole = true;
    for (const [row, values] of milestones.rows.entries()) {
      isWhole &&=
        row === 0 || (hasRows && rows.length === row && [...values.keys()].some((field) => columns.has(field)));
      for (const [field, value] of values) {
        if (isWhole && columns.has(field)) write(field, value, row, milestones.made);
        else keep(field, value, fieldLabel(field, row), milestones.made);
      }
    }
    for (const other of item.others) placeOther(other, rows[0]!);
    keepAll(rows[0]!, kept);
    for (const row of rows) cut(row, item);
    return rows;

    function placeOther(other: OtherValue, row: Map<number, CarriedValue["value"]>): void {
      const label = headingLabel(other.heading);
      const column = unnamed.get(label)?.find((one) => !row.has(one.column));
      if (!column) return void keep(undefined, other, label);
      row.set(column.column, other.value);
      losses.carried(undefined, other, column.heading);
    }
  };

  /** Of what was made of nothing in the source, the source of its text is told. */
  function tellChange(
    field: FieldName | undefined,
    value: CarriedValue,
    sources: readonly Source[],
    column: SheetColumn | undefined,
    rule: string,
    written?: string,
  ): void {
    for (const source of sources.length > 0 ? sources : [{ field, value }]) {
      const isOfField = column !== undefined && isSpoken(column);
      if (source.field) losses.changed(source.field, source.value, written, rule, isOfField);
    }
  }

  function cut(row: Map<number, CarriedValue["value"]>, { at }: CarriedItem): void {
    for (const [number, value] of row) {
      if (typeof value !== "string" || value.length <= limit) continue;
      const { field, heading } = sheet.columns.find(({ column }) => column === number)!;
      row.set(number, value.slice(0, limit).replace(/[\ud800-\udbff]$/, ""));
      const why = `only its first ${limit.toLocaleString("en-US")} characters fit into a cell`;
      losses.dropped(field, { at, heading }, why);
    }
  }
}

const NONE: Made = new Map();

/** The columns that have a meaning, and those that have none by their headings' labels. */
function columnsOf({ columns }: ItemSheet, blankForNothing: boolean) {
  const fields = new Map<FieldName, SheetColumn & { readonly blankForNothing: boolean }>();
  const unnamed = new Map<string, SheetColumn[]>();
  for (const column of columns) {
    if (column.field) {
      if (!fields.has(column.field)) fields.set(column.field, { ...column, blankForNothing });
      continue;
    }
    const label = headingLabel(column.heading || unheaded(column.column));
    unnamed.set(label, [...(unnamed.get(label) ?? []), column]);
  }
  return { fields, unnamed };
}

/** Ratings, statuses and answers are few words; any other column may hold what nobody is to read in a log. */
function isSpoken({ field }: SheetColumn): boolean {
  return field !== undefined && ["rating", "answer", "choice"].includes(FIELDS[field].kind);
}
