import type { Fixed, FixedCell, FixedMove } from "../fix.js";
import { type CellPatch, type CellRef, type CellValue, reference } from "../model/cell.js";
import type { Finding } from "../model/finding.js";
import type { HeaderCell, Poam } from "../model/poam.js";
import type { CellChange, FixResult, ItemMoved } from "../reporters/fix-report.js";

/** The result of a file with which nothing was done. */
export const NOTHING_FIXED: Omit<FixResult, "path"> = {
  template: null,
  error: null,
  cells: [],
  moves: [],
  patches: [],
  left: [],
  unsafe: 0,
  extent: null,
  written: null,
  backup: null,
  notes: [],
  redacted: false,
};

/** What fixing did, as the reporters show it. */
export function fixResult(path: string, fixed: Fixed, put: Pick<FixResult, "written" | "backup">): FixResult {
  const { poam, patched, moves, left } = fixed;
  const cells = changes(fixed.cells, poam);
  return {
    path,
    template: poam.template.id,
    error: null,
    cells: [...cells.values()],
    moves: moves.map(moved),
    patches: patches(fixed, cells),
    left: left.flatMap(({ finding: { at, rule, item }, why }) => (why === undefined ? [] : { at, rule, item, why })),
    unsafe: left.filter(({ why }) => why === undefined).length,
    extent: patched ? { cells: patched.cells, parts: patched.parts, changedParts: patched.changedParts.length } : null,
    notes: fixed.notes,
    redacted: false,
    ...put,
  };
}

/** By place: a cell that several passes have corrected counts once, from its first text to its last. */
function changes(cells: readonly FixedCell[], poam: Poam): ReadonlyMap<string, CellChange> {
  const changes = new Map<string, CellChange>();
  for (const { at, was, now, mends } of cells) {
    const place = reference(at);
    const before = changes.get(place);
    if (before) changes.set(place, { ...before, value: now });
    else changes.set(place, { at, was, value: now, heading: headingOf(at, poam), ...reason(mends[0]!) });
  }
  return changes;
}

/** All that is written, sheet by sheet, from top to bottom; of a moved item's cells the reason is that of its move. */
function patches({ patches, moves, poam }: Fixed, cells: ReadonlyMap<string, CellChange>): readonly CellChange[] {
  const order = new Map(poam.workbook.sheets.map(({ name }, index) => [name, index]));
  const rank = ({ at }: CellPatch) => order.get(at.sheet) ?? order.size;
  const ids = moves.length === 0 ? new Map<string, string>() : idsByRow(poam);
  return [...patches]
    .sort((a, b) => rank(a) - rank(b) || a.at.row - b.at.row || a.at.column - b.at.column)
    .map(({ at, was, value }) => {
      const own = cells.get(reference(at));
      // What was corrected in a row may have gone on with its item.
      if (own && (moves.length === 0 || isSame(own.value, value))) return { ...own, was, value };
      const heading = headingOf(at, poam);
      const move = moves.find((move) => stands(move, at));
      const id = ids.get(rowKey(at));
      if (move && (id === undefined || id === move.mends[0]!.item))
        return { at, was, value, heading, ...reason(move.mends[0]!) };
      const from = move ?? moves.find((one) => one.move.sheet === at.sheet) ?? moves[0]!;
      return { at, was, value, heading, ...reason(from.mends[0]!), item: id ?? null, closesUp: true };
    });
}

/** The ids of the items as they stand in the corrected workbook. */
function idsByRow(poam: Poam): Map<string, string> {
  return new Map([...poam.items()].map((item) => [rowKey(item), item.id?.text ?? ""]));
}

function rowKey({ sheet, row }: { readonly sheet: string; readonly row: number }): string {
  return `${row} ${sheet}`;
}

function isSame(a: CellValue, b: CellValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function stands({ move, to }: FixedMove, { sheet, row }: CellRef): boolean {
  return [move, to].some((place) => place?.sheet === sheet && place.row === row);
}

function moved({ move, to, mends }: FixedMove): ItemMoved {
  return { sheet: move.sheet, row: move.row, to: move.to, place: to, ...reason(mends[0]!) };
}

function reason({ rule, fix, item }: Finding): Pick<CellChange, "rule" | "title" | "safety" | "item"> {
  return { rule, title: fix!.title, safety: fix!.safety, item };
}

function headingOf({ sheet, row, column }: CellRef, { registers, header }: Poam): string | undefined {
  const register = registers.find((one) => one.sheet === sheet);
  if (register && row > register.headingRow) return register.columns.find((one) => one.column === column)?.heading;
  const isThere = ({ value }: HeaderCell) => value.sheet === sheet && value.row === row && value.column === column;
  return header.find(isThere)?.entry.label;
}
