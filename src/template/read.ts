import type { ItemState, PoamItem } from "../model/item.js";
import type { Difference, HeaderCell, OddRow, Poam, Register } from "../model/poam.js";
import type { Template } from "../model/template.js";
import type { Workbook } from "../model/workbook.js";
import { chooseForm, type FormChoice, unlike } from "./choose.js";
import { dateOrderOf } from "./date-order.js";
import { findHeader } from "./header-block.js";
import { headerDate } from "./header-date.js";
import { type ItemRows, itemViews } from "./item-view.js";
import { withKeptStates } from "./kept-states.js";
import { readItems } from "./read-items.js";
import { assignSheets, type SheetMatch } from "./registers.js";
import { findItems } from "./rows.js";

export type { FormChoice } from "./choose.js";

/**
 * Reads a workbook by its form: the one chosen, or the one that its headings show; one laid out from items needs none. Throws a UserError where there is no
 * POA&M in it, saying what it is instead or which form comes closest.
 */
export function readPoam(workbook: Workbook, templates: readonly Template[], choice: FormChoice): Poam {
  if (workbook.made) return readItems(workbook, workbook.made, templates);
  const form = chooseForm(workbook, templates, choice);
  const { template } = form;
  const { matches, differences } = assignSheets(workbook, form);
  if (matches.length === 0) throw unlike(choice, template);
  const registers: Register[] = matches.map(({ register }) => register);
  const [documents, itemSheets] = partition(matches, ({ register }) => register.state === "documentation");
  const dateOrder = dateOrderOf(workbook, () => registers);
  const oddRows: OddRow[] = [];
  const readSheet = (match: SheetMatch): SheetItems => {
    const { columns } = match.register;
    const found = findItems(match.heading, template, match.layout, columns, stateOfSheet(match));
    oddRows.push(...found.oddRows);
    return { items: found.items, view: itemViews(match.heading.sheet, columns, dateOrder) };
  };
  const among: SheetItems[] = [];
  const parts = itemSheets.map((match): SheetItems => {
    const { items: found, view } = readSheet(match);
    const sorted = withKeptStates(found, match.heading.sheet, match.register.columns);
    if (sorted.documents.length > 0) among.push({ items: sorted.documents, view });
    return { items: sorted.items, view };
  });
  const documentParts = [...documents.map(readSheet), ...among];
  const header = readHeader(matches, template);
  const blockMissing = header.length === 0 && template.header?.some(({ required }) => required);
  return {
    workbook,
    template,
    registers,
    header,
    differences: blockMissing ? [missingHeader(matches, template), ...differences] : differences,
    oddRows,
    counts: count(parts.map(({ items }) => items)),
    submittedOn: headerDate(
      workbook,
      header.find(({ field, filled }) => field === "poamDate" && filled),
      dateOrder,
    ),
    items: () => allItems(parts),
    documentation: () => allItems(documentParts),
  };
}

interface SheetItems {
  readonly items: readonly ItemRows[];
  readonly view: (rows: ItemRows) => PoamItem;
}

function partition<T>(all: readonly T[], belongs: (one: T) => boolean): [T[], T[]] {
  return [all.filter(belongs), all.filter((one) => !belongs(one))];
}

/** Where the sheet does not tell, the status column does. */
function stateOfSheet({ register }: SheetMatch): ItemState | undefined {
  return register.state === "by-status" || register.state === "documentation" ? undefined : register.state;
}

/** The block of the sheet of open items: the other sheets of the form repeat it and are hardly ever filled. */
function readHeader(matches: readonly SheetMatch[], template: Template): readonly HeaderCell[] {
  for (const { heading, register } of matches) {
    if (register.state !== "open" && register.state !== "by-status") continue;
    const header = findHeader(heading, template);
    if (header.found > 0) return header.cells;
  }
  return [];
}

function missingHeader(matches: readonly SheetMatch[], template: Template): Difference {
  const labels = template.header!.filter(({ required }) => required).map(({ label }) => label);
  const at = { sheet: matches[0]!.heading.sheet.name, row: 1, column: 1 };
  return { kind: "header-missing", at, expected: labels.join(", "), found: undefined };
}

function count(sheets: readonly (readonly ItemRows[])[]): Poam["counts"] {
  const counts = { total: 0, open: 0, closed: 0, configuration: 0 };
  for (const items of sheets) {
    counts.total += items.length;
    for (const { state } of items) counts[state]++;
  }
  return counts;
}

function* allItems(parts: readonly SheetItems[]): Iterable<PoamItem> {
  for (const { items, view } of parts) for (const rows of items) yield view(rows);
}
