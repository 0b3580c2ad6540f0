import { readDate } from "../codecs/date.js";
import type { FieldName } from "../model/field.js";
import type { ItemState } from "../model/item.js";
import { MILESTONE_FIELDS } from "../model/milestone-fields.js";
import type { OddRow, RegisterColumn } from "../model/poam.js";
import { stateOf } from "../model/status.js";
import type { SheetLayout, Template } from "../model/template.js";
import type { Sheet } from "../model/workbook.js";
import { GUIDANCE_ROWS, guidanceJudge } from "./guidance.js";
import type { HeadingRow } from "./heading-rows.js";
import type { ItemRows } from "./item-view.js";
import { beginsClosedItems, isPlaceholderRow, isTitleOrTotal, repeatsHeadings } from "./no-item.js";
import { looksLikeHints } from "./prose-hints.js";
import { type Survey, surveyor } from "./survey.js";

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
  // Where no column has a status, and the planned day has one of its own, a day of completion says that an item is closed.
  const isTold = state !== undefined || statusColumn !== undefined || columnOf("scheduledCompletion") === undefined;
  const completionColumn = isTold ? undefined : columnOf("completedOn");
  const survey = surveyor(sheet, columns);
  const mergedInto = rowsMergedInto(sheet, idColumn);
  const headings = new Map(heading.cells.map(({ column, folded }) => [column, folded]));
  const judge = guidanceJudge(sheet, template, layout, columns);
  const items: ItemRows[] = [];
  const oddRows: OddRow[] = [];
  let continuations: number[] = [];
  let previous = -1;
  let guidance = 0;
  let inClosedPart = false;
  const odd = (kind: OddRow["kind"], index: number, text: string, leftovers: readonly number[] = []) => {
    const place = (column: number) => ({ sheet: sheet.name, row: sheet.rowNumber(index), column });
    oddRows.push({ kind, at: place(idColumn ?? columns[0]!.column), leftovers: leftovers.map(place), text });
  };

  for (let index = heading.index + 1; index < sheet.rowCount; index++) {
    const row = survey(index);
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
    if (previous >= 0 && (mergedInto.has(sheet.rowNumber(index)) || continues(sheet, index, previous, row, columns))) {
      continuations.push(index);
      continue;
    }
    if (isTitleOrTotal(sheet, index, row, idColumn)) {
      inClosedPart = beginsClosedItems(sheet.text(row.first));
      continue;
    }
    continuations = [];
    previous = index;
    const status = statusColumn === undefined ? "" : textAt(sheet, index, statusColumn);
    const isClosed = inClosedPart && status === "";
    const isCompleted = readDate(textAt(sheet, index, completionColumn), "mdy").value !== undefined;
    items.push({
      index,
      state: isClosed || isCompleted ? "closed" : (state ?? stateOf(status)),
      continuations,
      leftovers,
    });
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

/** Rows below the first of a cell merged downwards in the id column: they are one item with it. */
function rowsMergedInto(sheet: Sheet, idColumn: number | undefined): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const { firstRow, lastRow, firstColumn, lastColumn } of sheet.merges) {
    if (idColumn === undefined || firstColumn > idColumn || lastColumn < idColumn) continue;
    // No item is a hundred rows tall; a merge may claim to be a million.
    for (let row = firstRow + 1; row <= Math.min(lastRow, firstRow + TALLEST_ITEM); row++) rows.add(row);
  }
  return rows;
}

const TALLEST_ITEM = 100;

function textAt(sheet: Sheet, index: number, column: number | undefined): string {
  const handle = column === undefined ? -1 : sheet.cell(index, column);
  return handle < 0 ? "" : sheet.text(handle).trim();
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
