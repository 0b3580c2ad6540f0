import type { Poam, Register } from "../model/poam.js";
import type { Sheet } from "../model/workbook.js";
import type { Anchor, AnchorKind, Anchors } from "../workbook/anchors.js";
import { rangeName } from "../workbook/cell-range.js";
import { handlesOf, textAt } from "./cell-copy.js";

/** An item's own row and those that continue it; `others` are the first rows of all items of its sheet. */
export interface WholeItem {
  readonly register: Register;
  readonly sheet: Sheet;
  readonly rows: readonly number[];
  readonly others: ReadonlyMap<number, unknown>;
}

/** Why an item cannot leave its rows as a whole, to complete "the item stays where it is: "; undefined where it can. */
export function whyStuck(poam: Poam, item: WholeItem, anchors: Anchors): string | undefined {
  const { sheet, rows } = item;
  const half = poam.oddRows.find(
    ({ at, leftovers }) => leftovers.length > 0 && at.sheet === sheet.name && rows.includes(at.row),
  );
  if (half) return "its row still holds guidance of the form";
  return whyUnsure(item) ?? whyTied(item, anchors);
}

/** The id of the item in that row as shown, "" where it has none; undefined where the sheet has no column of ids. */
export function idIn(sheet: Sheet, { columns }: Register, row: number): string | undefined {
  const column = columns.find(({ field }) => field === "id")?.column;
  return column === undefined ? undefined : textAt(sheet, row, column).trim();
}

/** People go on with an item in rows without an id: these would come to stand below another. */
function whyUnsure({ register, sheet, rows, others }: WholeItem): string | undefined {
  const id = idIn(sheet, register, rows[0]!);
  if (id === undefined) return undefined;
  if (id === "") return `row ${rows[0]} has no id, so that it may belong to the item above`;
  const last = rows.at(-1)!;
  for (let index = sheet.rowIndex(last) + 1; index < sheet.rowCount; index++) {
    const row = sheet.rowNumber(index);
    if (!holdsText(sheet, row)) continue;
    if (idIn(sheet, register, row) !== "") return undefined;
    // Below a blank row a remark or a total speaks of no item, but what looks like one still may belong to this.
    if (row === last + 1 || others.has(row)) return `row ${row}, below it, has no id and may belong to it`;
  }
  return undefined;
}

function holdsText(sheet: Sheet, row: number): boolean {
  return handlesOf(sheet, row).some(
    (handle) => sheet.formula(handle) === undefined && sheet.text(handle).trim() !== "",
  );
}

function whyTied({ sheet, rows }: WholeItem, anchors: Anchors): string | undefined {
  for (const row of rows) {
    const here = anchors.within(sheet.name, row, row);
    const block = here.find(({ what }) => BLOCKS.has(what));
    if (block) return `${rangeName(block.range)} is ${block.what}`;
    const staying = here.find((anchor) => isOf(row, anchor));
    if (staying) return `${rangeName(staying.range)} has ${staying.what}, which would stay behind`;
  }
  return undefined;
}

const BLOCKS: ReadonlySet<AnchorKind> = new Set<AnchorKind>(["a merged cell", "an array formula", "a data table"]);

/** A drawing, be it a picture, a chart or a control, is of the row where it begins; it may reach over many. */
function isOf(row: number, { what, range }: Anchor): boolean {
  return what === "a hyperlink" || what === "a comment" || (what === "a drawing" && range.firstRow === row);
}
