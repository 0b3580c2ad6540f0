import type { Difference, Register, RegisterColumn } from "../model/poam.js";
import type { SheetLayout, Template } from "../model/template.js";
import type { Sheet, Workbook } from "../model/workbook.js";
import type { ChosenForm } from "./choose.js";
import { CLOSE, holdsNoItems, LEAST_MATCHED } from "./detect.js";
import { fold } from "./fold.js";
import type { HeadingRow } from "./heading-rows.js";
import { headingDifferences, type LayoutMatch, matchLayout } from "./match.js";

/** A sheet that is read, by which layout, and where its headings are. */
export interface SheetMatch {
  readonly heading: HeadingRow;
  readonly layout: SheetLayout | undefined;
  readonly register: Register;
}

export interface AssignedSheets {
  readonly matches: readonly SheetMatch[];
  readonly differences: readonly Difference[];
}

/** Below this share of common headings a sheet with another name is not taken for one of the form's. */
const RESEMBLES = 0.6;

/** Gives each layout of the form its sheet: by name first, then by headings, so that renamed and copied sheets are read too. */
export function assignSheets(workbook: Workbook, form: ChosenForm): AssignedSheets {
  const { template } = form;
  if (form.generic.length > 0) {
    const twice = form.generic.flatMap(headingDifferences).filter(({ kind }) => kind === "heading-duplicated");
    return { matches: form.generic.map((match) => sheetMatch(match, undefined)), differences: twice };
  }
  const assigned = new Map<Sheet, LayoutMatch>();
  for (const layout of template.sheets) {
    for (const sheet of workbook.sheets) {
      if (assigned.has(sheet) || bareName(sheet.name) !== bareName(layout.name)) continue;
      const match = bestMatch(form, sheet, [layout]);
      if (match) assigned.set(sheet, match);
    }
  }
  for (const sheet of workbook.sheets) {
    if (assigned.has(sheet) || holdsNoItems(template, sheet.name)) continue;
    const match = bestMatch(form, sheet, likelyLayouts(template, sheet.name, assigned));
    if (match && match.score >= RESEMBLES) assigned.set(sheet, match);
  }
  const closest = assigned.size === 0 ? closestMatch(workbook, form) : undefined;
  if (closest) assigned.set(closest.row.sheet, closest);
  const inOrder = workbook.sheets.flatMap((sheet) => assigned.get(sheet) ?? []);
  return {
    matches: inOrder.map((match) => sheetMatch(match, match.layout)),
    differences: [
      ...inOrder.flatMap(headingDifferences),
      ...inOrder.flatMap(renamedSheet),
      // A CSV is one sheet by nature.
      ...(workbook.format === "csv" ? [] : missingSheets(workbook, template, inOrder)),
    ],
  };
}

function bestMatch(form: ChosenForm, sheet: Sheet, layouts: readonly SheetLayout[]): LayoutMatch | undefined {
  return (form.rows.get(sheet) ?? [])
    .flatMap((row) => layouts.map((layout) => matchLayout(row, layout, form.synonyms)))
    .filter(({ columns }) => columns.length > 1)
    .sort((a, b) => b.score - a.score || a.row.row - b.row.row)[0];
}

/** Where no sheet is like the form and somebody insists on it: the one that comes closest, if it can be read by it at all. */
function closestMatch(workbook: Workbook, form: ChosenForm): LayoutMatch | undefined {
  return workbook.sheets
    .filter(({ name }) => !holdsNoItems(form.template, name))
    .flatMap((sheet) => bestMatch(form, sheet, likelyLayouts(form.template, sheet.name, new Map())) ?? [])
    .filter(({ columns, score }) => columns.length >= LEAST_MATCHED && score >= CLOSE)
    .sort((a, b) => b.score - a.score)[0];
}

/** For a sheet with a name of its own: the layout whose kind the name tells, else one not yet taken, else the first. */
function likelyLayouts(
  template: Template,
  name: string,
  assigned: ReadonlyMap<Sheet, LayoutMatch>,
): readonly SheetLayout[] {
  const word = /clos|complet|resolved|done/i.test(name) ? "closed" : /config/i.test(name) ? "configuration" : undefined;
  const told = template.sheets.filter(({ state }) => state === word);
  if (told.length > 0) return told;
  const taken = new Set([...assigned.values()].map(({ layout }) => layout));
  const items = template.sheets.filter(({ state }) => state === "open" || state === "by-status");
  const free = items.filter((layout) => !taken.has(layout));
  return free.length > 0 ? free : items;
}

/** `Open POA&M Items (2)`, `Open POAM Items ` and `Open POA&M Items` are one name. */
function bareName(name: string): string {
  return fold(name)
    .replace(/\s*\(\d+\)$/, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

function sheetMatch(match: LayoutMatch, layout: SheetLayout | undefined): SheetMatch {
  const { sheet, row } = match.row;
  const state = layout?.state ?? (/clos|complet|resolved/i.test(sheet.name) ? "closed" : "by-status");
  const register: Register = {
    sheet: sheet.name,
    state,
    headingRow: row,
    layout,
    columns: match.columns.flatMap(({ layout: column, cell }): RegisterColumn | [] =>
      column.field
        ? {
            column: cell.column,
            heading: cell.text.replace(/\s+/g, " ").trim(),
            field: column.field,
            required: column.required ?? false,
            list: column.list,
            separator: column.separator,
            notation: column.notation ?? "any",
          }
        : [],
    ),
  };
  return { heading: match.row, layout, register };
}

/** A sheet of the form under another name; copies of one that is there are not meant. */
function renamedSheet({ row, layout }: LayoutMatch, _: number, all: readonly LayoutMatch[]): Difference[] {
  const isOwn = (match: LayoutMatch) => bareName(match.row.sheet.name) === bareName(layout.name);
  if (!layout.required || all.some((match) => match.layout === layout && isOwn(match))) return [];
  const at = { sheet: row.sheet.name, row: 1, column: 1 };
  return [{ kind: "sheet-renamed", at, expected: layout.name, found: row.sheet.name }];
}

function missingSheets(workbook: Workbook, template: Template, found: readonly LayoutMatch[]): Difference[] {
  const first = workbook.sheets[0]!.name;
  const missing = template.sheets.filter(
    (layout) => layout.required && !found.some((match) => match.layout === layout),
  );
  return missing.map((layout) => {
    const headless = workbook.sheets.find(({ name }) => bareName(name) === bareName(layout.name));
    return {
      kind: "sheet-missing",
      at: { sheet: headless?.name ?? first, row: 1, column: 1 },
      expected: layout.name,
      found: headless && "a sheet of this name without its headings",
    };
  });
}
