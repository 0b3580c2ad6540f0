import type { CarriedState } from "../model/carried-item.js";
import { FIELD_NAMES, FIELDS, type FieldName } from "../model/field.js";
import type { DocumentItem, ItemDocument, ItemValue } from "../model/item-document.js";
import type { HeaderField } from "../model/template.js";
import type { MadeItem, MadeRegister, Workbook } from "../model/workbook.js";
import { type ValueSheet, valueSheet } from "./value-sheet.js";

/**
 * Lays out items that come without sheets as a workbook of them: a sheet for each state, the header block on the first, a
 * column for each field that an item has, behind them those for what has no field, and a row for each further milestone.
 */
export function itemWorkbook(document: ItemDocument): Workbook {
  const columns = columnsOf(document.items);
  const states = STATES.filter((state) => document.items.some((item) => item.state === state));
  const sheets = new Map<CarriedState, { readonly draft: ValueSheet; readonly register: MadeRegister }>();
  for (const state of states.length > 0 ? states : STATES.slice(0, 1)) {
    const draft = valueSheet(SHEETS[state]);
    if (sheets.size === 0) addHeader(draft, document.header);
    const index = draft.add(columns.map(({ column, heading }) => [column, heading] as const));
    const known = columns.flatMap(({ column, heading, field }) => (field ? [{ column, heading, field }] : []));
    const register = { sheet: draft.sheet, state, headingRow: draft.sheet.rowNumber(index), columns: known };
    sheets.set(state, { draft, register });
  }
  const items = document.items.map((item): MadeItem => {
    const { draft, register } = sheets.get(item.state)!;
    const [index, ...continuations] = rowsOf(item, columns).map((cells) => draft.add(cells));
    return { register, index: index!, continuations };
  });
  const registers = [...sheets.values()].map(({ register }) => register);
  const header = [...document.header.keys()].map((field, index) => ({
    ...{ field, label: HEADER_LABELS[field], row: index + 1 },
  }));
  return {
    format: "items",
    sheets: registers.map(({ sheet }) => sheet),
    made: { registers, items, header, notation: document.notation, notes: document.notes },
  };
}

const SHEETS: Readonly<Record<CarriedState, string>> = {
  open: "Open items",
  closed: "Closed items",
  configuration: "Configuration findings",
  documentation: "Documentation findings",
};
const STATES = Object.keys(SHEETS) as CarriedState[];

const HEADER_LABELS: Readonly<Record<HeaderField, string>> = {
  organization: "Organization",
  system: "System name",
  impactLevel: "Impact level",
  poamDate: "POA&M date",
  exportedOn: "Date exported",
  exportedBy: "Exported by",
  component: "Component",
  registrationNumber: "Registration number",
  systemType: "System type",
  ombProjectId: "OMB project id",
  pocName: "POC name",
  pocPhone: "POC phone",
  pocEmail: "POC e-mail",
  securityCosts: "Security costs",
};

function addHeader(draft: ValueSheet, header: ItemDocument["header"]): void {
  for (const [field, value] of header) {
    draft.add([
      [1, HEADER_LABELS[field]],
      [2, value],
    ]);
  }
  // A blank row parts the block from the headings.
  if (header.size > 0) draft.add([]);
}

interface Column {
  readonly column: number;
  readonly heading: string;
  readonly field: FieldName | undefined;
  /** Of columns with the same heading, which one, from 0. */
  readonly turn: number;
}

/** Columns for what the items hold, and for their ids in any case: a register without a column would be none. */
function columnsOf(items: readonly DocumentItem[]): readonly Column[] {
  const fields = new Set<FieldName>(["id"]);
  const others = new Map<string, number>();
  for (const item of items) {
    for (const field of item.fields.keys()) fields.add(field);
    for (const row of item.milestones) for (const field of row.keys()) fields.add(field);
    for (const [heading, values] of byHeading(item)) {
      if (values.length > (others.get(heading) ?? 0)) others.set(heading, values.length);
    }
  }
  const known = FIELD_NAMES.filter((field) => fields.has(field)).map((field) => {
    const { label } = FIELDS[field];
    return { heading: `${label[0]!.toUpperCase()}${label.slice(1)}`, field, turn: 0 };
  });
  const unknown = [...others].flatMap(([heading, most]) =>
    Array.from({ length: most }, (_, turn) => ({ heading, field: undefined, turn })),
  );
  return [...known, ...unknown].map((column, index) => ({ column: index + 1, ...column }));
}

function byHeading({ others }: DocumentItem): ReadonlyMap<string, readonly ItemValue[]> {
  const values = new Map<string, ItemValue[]>();
  for (const { heading, value } of others) {
    const same = values.get(heading);
    if (same) same.push(value);
    else values.set(heading, [value]);
  }
  return values;
}

/** The cells of an item's own row and of those for its second milestone and the following. */
function rowsOf(item: DocumentItem, columns: readonly Column[]): readonly (readonly [number, ItemValue])[][] {
  const others = byHeading(item);
  const [first, ...further] = item.milestones;
  const own = columns.flatMap(({ column, heading, field, turn }) => {
    const value = field ? (item.fields.get(field) ?? first?.get(field)) : others.get(heading)?.[turn];
    return value === undefined ? [] : [[column, value] as const];
  });
  const below = further.map((row) =>
    columns.flatMap(({ column, field }) => {
      const value = field && row.get(field);
      return value === undefined ? [] : [[column, value] as const];
    }),
  );
  return [own, ...below];
}
