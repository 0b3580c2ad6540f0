import type { Carried, CarriedItem, CarriedValue, OtherValue } from "../model/carried-item.js";
import type { CellValue } from "../model/cell.js";
import type { FieldName } from "../model/field.js";
import { MILESTONE_FIELDS } from "../model/milestone-fields.js";
import type { ItemSheet, Placed, PlacedItem, SheetColumn } from "../model/placed.js";
import type { Template } from "../model/template.js";
import { type Fit, fitted } from "./fit.js";
import { type Labelled, labelOf, withLabelled } from "./labelled.js";
import { fieldLabel, otherLabel, STATE_LABEL } from "./labels.js";
import type { LossTally } from "./losses.js";
import { type MilestoneShape, shaped } from "./milestone-shape.js";
import { placeHeader } from "./place-header.js";
import { standIns } from "./stand-ins.js";
import { sheetFor, statusFor } from "./state-fit.js";
import { KEEPERS, textOf } from "./unlabelled.js";

/** What a target can take. */
export interface PlaceLimits {
  /** How many characters a cell holds. */
  readonly cell: number;
}

/**
 * Lays items out on the sheets of a form. What has no column there, and what its column cannot say, is kept as labelled text;
 * the tally learns what became of each value.
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
  for (const cell of carried.unread) losses.dropped(cell.field, cell, "a formula without a saved result");
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
  const columns = new Map<FieldName, SheetColumn>();
  for (const column of sheet.columns) {
    if (column.field && !columns.has(column.field)) columns.set(column.field, column);
  }
  const unnamed = new Map(sheet.columns.flatMap((column) => (column.field ? [] : [[labelOf(column.heading), column]])));
  const keeper = KEEPERS.map((field) => columns.get(field)).find((column) => column !== undefined);
  const planKeeper = columns.get("remediationPlan") ?? keeper;
  const keepers = new Set(KEEPERS.flatMap((field) => columns.get(field)?.column ?? []));
  const blankForNothing = template.blankForNothing ?? false;
  const shape: MilestoneShape = {
    has: (field) => columns.has(field),
    isRowEach: template.framework === "emass",
    grammar: template.framework === "emass" ? "dated" : "numbered",
  };

  return (item) => {
    const rows: Map<number, Exclude<CellValue, null>>[] = [new Map()];
    const kept = new Map<SheetColumn, Kept[]>();
    const keep = (field: FieldName | undefined, value: CarriedValue, label: string) => {
      const column = field && MILESTONE_FIELDS.has(field) ? planKeeper : keeper;
      if (!column) return losses.dropped(field, value, `${sheet.name} has no column for it, and none for text`);
      const list = kept.get(column) ?? [];
      kept.set(column, list);
      list.push({ field, value, label, text: value.text });
    };
    const write = (field: FieldName, value: CarriedValue, column: SheetColumn, row: number, made?: Fit) => {
      const { value: written, rule, isLossy } = made ?? fitted(field, value, { ...column, blankForNothing });
      if (written !== null) {
        while (rows.length <= row) rows.push(new Map());
        rows[row]!.set(column.column, written);
        losses.carried(field, value, column.heading);
      }
      const why = rule ?? value.rule;
      if (why !== undefined) losses.changed(field, value, textOf(written), why, isSpoken(column));
      if (isLossy) keep(field, value, fieldLabel(field, row));
    };

    const status = statusFor(item, sheet, columns.get("status"));
    const { fields, spare } = standIns(item, columns);
    for (const [field, value] of fields) {
      if (field === "status" && status.isKnown) continue;
      const column = columns.get(field);
      if (column) write(field, value, column, 0);
      else if (!spare.has(field)) keep(field, value, fieldLabel(field));
    }
    if (status.fit) write("status", status.value, columns.get("status")!, 0, status.fit);
    else if (status.isKnown && item.fields.has("status"))
      losses.carried("status", item.fields.get("status")!, sheet.name);
    if (status.state) keep(undefined, status.state, STATE_LABEL);
    const milestones = shaped(item.milestones, shape);
    for (const [row, values] of milestones.rows.entries()) {
      for (const [field, value] of values) {
        const column = columns.get(field);
        if (column && (row === 0 || shape.isRowEach || columns.has("milestoneDescription"))) {
          if (milestones.rule !== undefined) losses.changed(field, value, undefined, milestones.rule, false);
          write(field, value, column, row);
        } else keep(field, value, fieldLabel(field, row));
      }
    }
    for (const other of item.others) placeOther(other);
    for (const column of keepers) {
      const own = rows[0]!.get(column);
      if (typeof own === "string" && !kept.has(byNumber(column))) rows[0]!.set(column, withLabelled(own, []));
    }
    for (const [column, entries] of kept) put(column, entries);
    for (const row of rows) cut(row);
    return rows;

    function placeOther(other: OtherValue): void {
      const column = unnamed.get(labelOf(other.heading));
      if (column && !rows[0]!.has(column.column)) {
        rows[0]!.set(column.column, other.value);
        losses.carried(undefined, other, column.heading);
      } else keep(undefined, other, otherLabel(other.heading));
    }

    /** As many as the cell holds. */
    function put(column: SheetColumn, entries: readonly Kept[]): void {
      const before = rows[0]!.get(column.column);
      const own = before === undefined ? "" : textOf(before);
      let text = own;
      const fitting: Labelled[] = [];
      for (const entry of entries) {
        const longer = withLabelled(own, [...fitting, entry]);
        if (longer.length > limit) {
          losses.dropped(
            entry.field,
            entry.value,
            `it would exceed the ${limit.toLocaleString("en-US")} characters of a cell`,
          );
          continue;
        }
        fitting.push(entry);
        text = longer;
        losses.kept(entry.field, entry.value, column.heading, entry.label);
      }
      rows[0]!.set(column.column, text);
    }

    function byNumber(number: number): SheetColumn {
      return sheet.columns.find(({ column }) => column === number)!;
    }

    function cut(row: Map<number, Exclude<CellValue, null>>): void {
      for (const [number, value] of row) {
        if (typeof value !== "string" || value.length <= limit) continue;
        const { field, heading } = byNumber(number);
        row.set(number, value.slice(0, limit).replace(/[\ud800-\udbff]$/, ""));
        const why = `only its first ${limit.toLocaleString("en-US")} characters fit into a cell`;
        losses.dropped(field, { at: item.at, heading }, why);
      }
    }
  };
}

interface Kept extends Labelled {
  readonly field: FieldName | undefined;
  readonly value: CarriedValue;
}

/** Texts of lists are few and not sensitive; the report may say them. */
function isSpoken({ list, values }: SheetColumn): boolean {
  return list !== undefined || values !== undefined;
}
