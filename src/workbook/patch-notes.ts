import { type CellRef, reference } from "../model/cell.js";

/** Changed cells of which the user should know something. */
export interface NotedCells {
  /** In a hidden row or column. */
  readonly hidden: CellRef[];
  /** With a hyperlink, which still leads where it did. */
  readonly linked: CellRef[];
  /** Runs of whose text had a look of their own. */
  readonly flattened: CellRef[];
  /** That held a picture or a data type. */
  readonly richData: CellRef[];
}

export function newNotedCells(): NotedCells {
  return { hidden: [], linked: [], flattened: [], richData: [] };
}

export const RECALCULATION = "Excel will recalculate the formulas when it opens the workbook";

/** One sentence for each thing to know. */
export function notesOf({ hidden, linked, flattened, richData }: NotedCells): string[] {
  const notes: string[] = [];
  if (hidden.length > 0) notes.push(`cells change in hidden rows or columns: ${listed(hidden)}`);
  if (linked.length > 0) notes.push(`the text changes, while the hyperlink leads where it does now: ${listed(linked)}`);
  if (flattened.length > 0)
    notes.push(`one font takes the place of those that parts of the text have: ${listed(flattened)}`);
  if (richData.length > 0) notes.push(`the new value takes the place of a picture or data type: ${listed(richData)}`);
  return notes;
}

const MOST = 5;

function listed(cells: readonly CellRef[]): string {
  const named = cells.slice(0, MOST).map(reference).join(", ");
  return cells.length > MOST ? `${named} and ${(cells.length - MOST).toLocaleString("en")} more` : named;
}
