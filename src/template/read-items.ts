import type { Cell } from "../model/cell.js";
import type { ItemState, PoamItem } from "../model/item.js";
import type { HeaderCell, Poam, Register, RegisterColumn } from "../model/poam.js";
import { stateOf } from "../model/status.js";
import type { HeaderEntry, SheetLayout, Template } from "../model/template.js";
import type { MadeItem, MadeRegister, MadeSheets, Workbook } from "../model/workbook.js";
import { genericOf } from "./choose.js";
import { dateOrderOf } from "./date-order.js";
import { headerDate } from "./header-date.js";
import { itemViews } from "./item-view.js";
import { textCell } from "./read-cell.js";

/**
 * The POA&M of a workbook that was laid out from items. Its form is the generic one, with these very sheets; nothing is
 * guessed, so that an item whose text looks like a title or a heading is still an item.
 */
export function readItems(workbook: Workbook, made: MadeSheets, templates: readonly Template[]): Poam {
  const layouts = new Map(made.registers.map((one) => [one, layoutOf(one, made)]));
  const template: Template = {
    ...genericOf(templates),
    title: "POA&M items without a form",
    header: made.header.map(entryOf),
    sheets: [...layouts.values()],
    guidance: [],
  };
  const registers = new Map(made.registers.map((one) => [one, registerOf(one, layouts.get(one)!)]));
  const all = [...registers.values()];
  const dateOrder = dateOrderOf(workbook, () => all);
  const views = new Map(
    made.registers.map((one) => [one, itemViews(one.sheet, registers.get(one)!.columns, dateOrder)]),
  );
  const viewed = function* (areDocuments: boolean): Iterable<PoamItem> {
    for (const item of made.items) {
      if ((item.register.state === "documentation") !== areDocuments) continue;
      const { register, index, continuations } = item;
      yield views.get(register)!({
        index,
        state: stateOfItem(item, registers.get(register)!),
        continuations,
        leftovers: [],
      });
    }
  };
  const header = made.header.map((one, index) => headerCell(one, template.header![index]!, made));
  return {
    ...{ workbook, template, registers: all, header, differences: [], oddRows: [], counts: counted(made) },
    submittedOn: headerDate(
      workbook,
      header.find(({ field }) => field === "poamDate"),
      dateOrder,
    ),
    items: () => viewed(false),
    documentation: () => viewed(true),
  };
}

function layoutOf({ sheet, state, headingRow, columns }: MadeRegister, { notation }: MadeSheets): SheetLayout {
  return {
    ...{ name: sheet.name, state, headingRow, firstRow: headingRow + 1 },
    columns: columns.map(({ heading, field }) => ({ heading, field, optional: true, notation })),
  };
}

function registerOf({ sheet, state, headingRow, columns }: MadeRegister, layout: SheetLayout): Register {
  return {
    ...{ sheet: sheet.name, state, headingRow, layout },
    columns: columns.map(
      ({ column, heading, field }, index): RegisterColumn => ({
        ...{ column, heading, field, required: false, list: undefined, separator: undefined },
        notation: layout.columns[index]!.notation!,
      }),
    ),
  };
}

function stateOfItem({ register: { state, sheet }, index }: MadeItem, { columns }: Register): ItemState {
  if (state !== "documentation") return state;
  const column = columns.find(({ field }) => field === "status")?.column;
  const handle = column === undefined ? -1 : sheet.cell(index, column);
  return handle < 0 ? "open" : stateOf(sheet.text(handle));
}

function counted({ items }: MadeSheets): Poam["counts"] {
  const counts = { total: 0, open: 0, closed: 0, configuration: 0 };
  for (const { register } of items) {
    if (register.state === "documentation") continue;
    counts.total++;
    counts[register.state]++;
  }
  return counts;
}

function entryOf({ field, label }: MadeSheets["header"][number]): HeaderEntry {
  return { label, field, value: "right" };
}

function headerCell({ field, row }: MadeSheets["header"][number], entry: HeaderEntry, made: MadeSheets): HeaderCell {
  const { sheet } = made.registers[0]!;
  const value: Cell<string> = textCell(sheet, sheet.cell(sheet.rowIndex(row), VALUE_COLUMN), row, VALUE_COLUMN);
  return { entry, field, label: { sheet: sheet.name, row, column: 1 }, value, filled: value.value !== undefined };
}

const VALUE_COLUMN = 2;
