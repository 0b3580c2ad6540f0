import type {
  Carried,
  CarriedItem,
  CarriedState,
  CarriedValue,
  OtherValue,
  UnreadCell,
} from "../model/carried-item.js";
import type { CellRef } from "../model/cell.js";
import { csvMeant } from "../model/csv-safe.js";
import type { FieldName } from "../model/field.js";
import type { PoamItem } from "../model/item.js";
import { MILESTONE_FIELDS } from "../model/milestone-fields.js";
import type { Poam, Register } from "../model/poam.js";
import type { HeaderField } from "../model/template.js";
import type { Sheet } from "../model/workbook.js";
import { splitDayBehind, withoutDayTwice } from "./day-behind.js";
import { type RegisterColumns, registerColumns } from "./register-columns.js";
import { dayWithTime, type RowReading, typedValue, UNSAVED, valueIn } from "./row-values.js";
import { timeOfDay } from "./time-of-day.js";
import { typedIn } from "./typed-text.js";
import { unlabelled } from "./unlabelled.js";

/** Takes the items and the header block out of a workbook; labelled text goes back into the fields that it was kept for. */
export function carry(poam: Poam): Carried {
  const unread: UnreadCell[] = [];
  const readings = new Map<string, Reading>();
  for (const register of poam.registers) {
    const sheet = poam.workbook.sheets.find(({ name }) => name === register.sheet)!;
    const { format } = poam.workbook;
    readings.set(register.sheet, {
      ...{ register, sheet, unread, columns: registerColumns(register, sheet) },
      timeAt: (row, column) => timeOfDay(sheet, sheet.cell(sheet.rowIndex(row), column)),
      ...{ isDisarmed: format === "csv", hasTextDates: format !== "xlsx", isLabelled: format !== "items" },
    });
  }
  const items: CarriedItem[] = [];
  for (const [item, state] of inOrder(poam)) items.push(carriedItem(item, state, readings.get(item.sheet)!));
  return { template: poam.template.id, header: headerOf(poam), items, unread };
}

/** Items, and where they stand on a sheet of their own, behind them the deficiencies of documents; else among them, row by row. */
function* inOrder(poam: Poam): Iterable<readonly [PoamItem, CarriedState]> {
  // The last first, to be taken from the end.
  const documents = new Map<string, PoamItem[]>();
  for (const item of [...poam.documentation()].reverse()) {
    const ofSheet = documents.get(item.sheet);
    if (ofSheet) ofSheet.push(item);
    else documents.set(item.sheet, [item]);
  }
  for (const item of poam.items()) {
    const waiting = documents.get(item.sheet) ?? [];
    while (waiting.length > 0 && waiting.at(-1)!.row < item.row) yield [waiting.pop()!, "documentation"];
    yield [item, item.state];
  }
  for (const rest of [...documents.values()].reverse())
    for (const item of rest.reverse()) yield [item, "documentation"];
}

interface Reading extends RowReading {
  readonly register: Register;
  readonly sheet: Sheet;
  readonly columns: RegisterColumns;
  /** Whether labelled text may stand in its cells. */
  readonly isLabelled: boolean;
}

function carriedItem(item: PoamItem, state: CarriedState, reading: Reading): CarriedItem {
  const fields = new Map<FieldName, CarriedValue>();
  const milestones = [new Map<FieldName, CarriedValue>()];
  for (const column of reading.columns.meaning) {
    const value = valueIn(item, column, reading);
    if (value) (MILESTONE_FIELDS.has(column.field) ? milestones[0]! : fields).set(column.field, value);
  }
  const statusColumn = reading.columns.meaning.find(({ field }) => field === "status");
  splitDayBehind(fields, statusColumn);
  const others = othersIn(item, reading);
  for (const row of item.continuations) {
    const { milestone, further } = continued(row, fields, reading);
    milestones.push(milestone);
    others.push(...further.filter((one) => !others.some((other) => isSame(one, other))));
  }
  const at = { sheet: item.sheet, row: item.row, column: reading.register.columns[0]!.column };
  const carried = { state, fields, milestones, others, at };
  const labelled = reading.isLabelled ? unlabelled(carried, reading.columns, reading.unread) : carried;
  const whole = statusColumn?.dayBehind ? withoutDayTwice(labelled) : labelled;
  return { ...whole, milestones: whole.milestones.filter(({ size }) => size > 0) };
}

/** A row that continues an item: a milestone, and what else it holds. Some tools repeat the item in each milestone's row. */
function continued(row: PoamItem, fields: ReadonlyMap<FieldName, CarriedValue>, reading: Reading) {
  const milestone = new Map<FieldName, CarriedValue>();
  const further: OtherValue[] = [];
  for (const column of reading.columns.meaning) {
    const value = valueIn(row, column, reading);
    if (!value) continue;
    if (MILESTONE_FIELDS.has(column.field)) milestone.set(column.field, value);
    else if (fields.get(column.field)?.text !== value.text) further.push({ ...value, heading: column.heading });
  }
  return { milestone, further: [...further, ...othersIn(row, reading)] };
}

function isSame(a: OtherValue, b: OtherValue): boolean {
  return a.heading === b.heading && a.text === b.text;
}

/** What stands in columns without a meaning; the form's own labels of its guidance rows are none of it. */
function othersIn({ sheet: name, row }: PoamItem, reading: Reading): OtherValue[] {
  const { sheet, columns, isDisarmed, unread, register } = reading;
  const others: OtherValue[] = [];
  const index = sheet.rowIndex(row);
  for (let handle = sheet.firstCell(index); handle < sheet.firstCell(index + 1); handle++) {
    const column = sheet.column(handle);
    const heading = columns.others(column);
    if (heading === undefined) continue;
    const at: CellRef = { sheet: name, row, column };
    const kind = sheet.kind(handle);
    const text = sheet.text(handle);
    if (kind === "unsaved-formula") unread.push({ heading, field: undefined, at, why: UNSAVED });
    const day = kind === "date" ? sheet.date(handle) : undefined;
    if (day !== undefined) others.push({ ...dayWithTime(day, timeOfDay(sheet, handle)), at, heading });
    else if (text.trim() !== "" && !register.layout?.guidanceLabels?.includes(text.trim())) {
      const own = isDisarmed ? csvMeant(text) : text;
      // A CSV file has no types: what reads as a number or a day is one.
      const value = isDisarmed ? (typedIn(own) ?? own) : typedValue(kind, own);
      others.push({ value, text: own, at, heading });
    }
  }
  return others;
}

function headerOf(poam: Poam): ReadonlyMap<HeaderField, CarriedValue> {
  const header = new Map<HeaderField, CarriedValue>();
  for (const { field, entry, value, filled } of poam.header) {
    if (!filled || header.has(field)) continue;
    const shown = value.kind === "date" ? value.text : undefined;
    const day = field === "poamDate" && !poam.submittedOn?.doubt ? (poam.submittedOn?.value ?? shown) : shown;
    const at = { sheet: value.sheet, row: value.row, column: value.column };
    header.set(field, {
      value: day ? { date: day } : value.text,
      text: day ?? value.text,
      at,
      heading: entry.label.replace(/:$/, ""),
    });
  }
  return header;
}
