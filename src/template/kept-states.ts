import { KEEPERS, keptState } from "../codecs/kept-state.js";
import type { CarriedState } from "../model/carried-item.js";
import type { RegisterColumn } from "../model/poam.js";
import type { Sheet } from "../model/workbook.js";
import type { ItemRows } from "./item-view.js";

/** The items of one sheet, and the deficiencies of documents that stand among them. */
export interface SortedItems {
  readonly items: readonly ItemRows[];
  readonly documents: readonly ItemRows[];
}

/** Items with the state that `poam convert` kept as labelled text, where their sheet had no place for it. */
export function withKeptStates(
  found: readonly ItemRows[],
  sheet: Sheet,
  columns: readonly RegisterColumn[],
): SortedItems {
  const keepers = columns.filter(({ field }) => KEEPERS.includes(field)).map(({ column }) => column);
  const stateOf = ({ index }: ItemRows): CarriedState | undefined => {
    for (const column of keepers) {
      const handle = sheet.cell(index, column);
      const state = handle < 0 ? undefined : keptState(sheet.text(handle));
      if (state !== undefined) return state;
    }
    return undefined;
  };
  const items: ItemRows[] = [];
  const documents: ItemRows[] = [];
  for (const rows of found) {
    const state = stateOf(rows);
    if (state === "documentation") documents.push(rows);
    else items.push(state === undefined ? rows : { ...rows, state });
  }
  return { items, documents };
}
