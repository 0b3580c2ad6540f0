import type { FieldName } from "../model/field.js";
import type { ItemState } from "../model/item.js";
import type { OddRow, RegisterColumn } from "../model/poam.js";
import { stateOf } from "../model/status.js";
import type { SheetLayout, Template } from "../model/template.js";
import type { Sheet } from "../model/workbook.js";
import { fold } from "./fold.js";
import { GUIDANCE_ROWS, guidanceJudge } from "./guidance.js";
import type { HeadingRow } from "./heading-rows.js";
import type { ItemRows } from "./item-view.js";
import { looksLikeHints } from "./prose-hints.js";

export interface RegisterRows {
  readonly items: readonly ItemRows[];
  readonly oddRows: readonly OddRow[];
}

/** Which rows below the headings are items, which continue one, and which are neither (`template-ids`: what is not an item). */
export function findItems(
  heading: HeadingRow,
  template: Template,
  layout: SheetLayout | undefined,
  columns: readonly RegisterColumn[],
  state: ItemState | undefined,
): RegisterRows {
  const { sheet } = heading;
  const fields = new Map(columns.map(({ column, field }) => [column, field]));
  const columnOf = (field: FieldName) => columns.find((column) => column.field === field)?.column;
  const [idColumn, statusColumn] = [columnOf("id"), columnOf("status")];
  const headings = new Map(heading.cells.map(({ column, folded }) => [column, folded]));
  const judge = guidanceJudge(sheet, template, layout, columns);
  const items: ItemRows[] = [];
  const oddRows: OddRow[] = [];
  let continuations: number[] = [];
  let previous = -1;
  let guidance = 0;
  const odd = (kind: OddRow["kind"], index: number, text: string, leftovers: readonly number[] = []) => {
    const place = (column: number) => ({ sheet: sheet.name, row: sheet.rowNumber(index), column });
    oddRows.push({ kind, at: place(idColumn ?? columns[0]!.column), leftovers: leftovers.map(place), text });
  };

  for (let index = heading.index + 1; index < sheet.rowCount; index++) {
    const row = surveyRow(sheet, index, fields);
    if (row.filled === 0) continue;
    let leftovers: readonly number[] = [];
    if (sheet.rowNumber(index) - heading.row <= GUIDANCE_ROWS) {
      const judged = judge(index);
      if (judged.nature === "guidance") guidance++;
      if (judged.nature === "example") odd("example-left-in", index, textAt(sheet, index, idColumn));
      if (judged.nature === "guidance" || judged.nature === "example") continue;
      if (judged.nature === "guidance-overwritten") {
        leftovers = judged.leftovers;
        odd("guidance-overwritten", index, textAt(sheet, index, idColumn), leftovers);
      }
      if (items.length === 0 && !layout && looksLikeHints(sheet, index, columns)) continue;
    }
    if (isPlaceholderRow(sheet, index, fields) || repeatsHeadings(sheet, index, headings)) continue;
    if (previous >= 0 && continues(sheet, index, previous, row, columns)) {
      continuations.push(index);
      continue;
    }
    if (isTitleOrTotal(sheet, index, row)) continue;
    continuations = [];
    previous = index;
    const status = statusColumn === undefined ? "" : textAt(sheet, index, statusColumn);
    items.push({ index, state: state ?? stateOf(status), continuations, leftovers });
  }
  if (
    layout?.guidanceLabels &&
    guidance < layout.guidanceLabels.length &&
    !oddRows.some(({ kind }) => kind === "guidance-overwritten")
  ) {
    const at = { sheet: sheet.name, row: heading.row, column: heading.cells[0]?.column ?? 1 };
    oddRows.push({
      kind: "guidance-missing",
      at,
      leftovers: [],
      text: `${guidance} of ${layout.guidanceLabels.length}`,
    });
  }
  return { items, oddRows };
}

/** What a row holds in columns that mean something, formulas left out. */
interface Survey {
  readonly filled: number;
  /** Filled cells in columns that are no milestone's. */
  readonly itself: number;
  /** Whether something names or describes a weakness, or an identifying value. */
  readonly identifies: boolean;
  readonly first: number;
}

/** Rows with more cells than this are not looked at for cells of blanks alone: reading every text would take most of the time. */
const FEW = 3;

function surveyRow(sheet: Sheet, index: number, fields: ReadonlyMap<number, FieldName>): Survey {
  const few = sheet.firstCell(index + 1) - sheet.firstCell(index) <= FEW;
  let filled = 0;
  let itself = 0;
  let identifies = false;
  let first = -1;
  for (let cell = sheet.firstCell(index); cell < sheet.firstCell(index + 1); cell++) {
    const field = fields.get(sheet.column(cell));
    if (field === undefined || sheet.formula(cell) !== undefined) continue;
    const kind = sheet.kind(cell);
    if (kind === "empty" || kind === "unsaved-formula" || (few && sheet.text(cell).trim() === "")) continue;
    filled++;
    if (first < 0) first = cell;
    if (!MILESTONE_FIELDS.has(field)) itself++;
    if (IDENTIFYING.has(field)) identifies = true;
  }
  return { filled, itself, identifies, first };
}

const MILESTONE_FIELDS = new Set<FieldName>([
  "milestones",
  "milestoneChanges",
  "milestoneId",
  "milestoneDescription",
  "milestoneStatus",
  "milestoneComments",
  "milestoneDue",
  "milestoneCompletedOn",
]);

const IDENTIFYING = new Set<FieldName>([
  "id",
  "weakness",
  "description",
  "controls",
  "sourceIdentifier",
  "assets",
  "source",
]);

function textAt(sheet: Sheet, index: number, column: number | undefined): string {
  const handle = column === undefined ? -1 : sheet.cell(index, column);
  return handle < 0 ? "" : sheet.text(handle).trim();
}

/** Rows of `${table:vuln.desc}`: what a report generator would have filled in. */
function isPlaceholderRow(sheet: Sheet, index: number, fields: ReadonlyMap<number, FieldName>): boolean {
  for (let cell = sheet.firstCell(index); cell < sheet.firstCell(index + 1); cell++) {
    if (!fields.has(sheet.column(cell))) continue;
    const text = sheet.text(cell);
    if (!text.includes("${") || !/^\s*\$\{[^}]*\}\s*$/.test(text)) return false;
  }
  return true;
}

/** The headings again, as printed forms repeat them on each page: the first cells tell. */
function repeatsHeadings(sheet: Sheet, index: number, headings: ReadonlyMap<number, string>): boolean {
  let same = 0;
  for (let cell = sheet.firstCell(index); cell < sheet.firstCell(index + 1); cell++) {
    const heading = headings.get(sheet.column(cell));
    if (heading === undefined) continue;
    const text = sheet.text(cell);
    if (text.length > heading.length + 8 || fold(text) !== heading) return false;
    if (++same > 1) return true;
  }
  return false;
}

/**
 * Whether a row goes on with the item above: only milestone cells are filled (eMASS' own way), or the item is repeated
 * with another milestone (as some tools write it).
 */
function continues(
  sheet: Sheet,
  index: number,
  previous: number,
  row: Survey,
  columns: readonly RegisterColumn[],
): boolean {
  if (row.itself === 0) return true;
  let repeated = 0;
  let milestone = false;
  for (const { column, field } of columns) {
    const here = sheet.cell(index, column);
    const above = sheet.cell(previous, column);
    if (MILESTONE_FIELDS.has(field)) {
      milestone ||= here >= 0 && sheet.text(here) !== (above < 0 ? "" : sheet.text(above));
      continue;
    }
    if (here < 0 && above < 0) continue;
    if (here < 0 || above < 0 || sheet.text(here) !== sheet.text(above)) return false;
    repeated++;
  }
  return milestone && repeated > 1;
}

/** A lone text in a row, or a total: `HIGH FINDINGS`, `Total: 12`. An id alone is an item, if a poor one. */
function isTitleOrTotal(sheet: Sheet, index: number, { filled, identifies, first }: Survey): boolean {
  if (filled > 2) return false;
  const begin = sheet.firstCell(index);
  const text = sheet.text(begin).trim();
  if (/^(?:grand |sub-?)?totals?\b|^(?:count|sum|average)\b\s*(?:of\b|:|$)/i.test(text)) return true;
  if (filled > 1) return !identifies;
  const row = sheet.rowNumber(index);
  const column = sheet.column(first);
  const wide = sheet.merges.some(
    (merge) => merge.firstRow === row && merge.firstColumn === column && merge.lastColumn - merge.firstColumn > 1,
  );
  if (wide || !identifies) return true;
  const only = sheet.text(first).trim();
  return sheet.firstCell(index + 1) - begin === 1 && !/\d/.test(only);
}
