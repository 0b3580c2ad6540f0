/** The cells of a sheet in typed arrays: 13 bytes a cell, 17 where the sheet has formulas. Cells of one row lie together, left to right. */
export interface CellStore {
  count: number;
  columns: Uint16Array;
  kinds: Uint8Array;
  styles: Uint16Array;
  /** A number, or the index of a text: what it is depends on the kind. */
  values: Float64Array;
  /** One more than the index of the formula, 0 for none; undefined while no cell has one. */
  formulas: Uint32Array | undefined;
  rowCount: number;
  rowNumbers: Uint32Array;
  rowHidden: Uint8Array;
  /** The first cell of each row, and after the last row the count of all. */
  rowStarts: Uint32Array;
  /** Whether rows and cells came in ascending order so far. */
  ordered: boolean;
}

/** A sheet that holds more is no POA&M, and would not fit into memory. */
export const MAX_CELLS = 20_000_000;

/**
 * A store with room for `cells` and `rows`. Memory that is never written to is never taken from the system, so a generous
 * guess costs nothing, while growing holds two copies at once.
 */
export function newCellStore(cells: number, rows: number): CellStore {
  return {
    count: 0,
    columns: new Uint16Array(cells),
    kinds: new Uint8Array(cells),
    styles: new Uint16Array(cells),
    values: new Float64Array(cells),
    formulas: undefined,
    rowCount: 0,
    rowNumbers: new Uint32Array(rows),
    rowHidden: new Uint8Array(rows),
    rowStarts: new Uint32Array(rows + 1),
    ordered: true,
  };
}

/** Appends a cell; returns its handle, good until `sortCells`. */
export function addCell(
  store: CellStore,
  row: number,
  hidden: boolean,
  column: number,
  kind: number,
  style: number,
  value: number,
): number {
  const handle = store.count;
  if (handle === store.columns.length) growCells(store);
  const last = store.rowCount - 1;
  if (last < 0 || store.rowNumbers[last] !== row) beginRow(store, row, hidden);
  else if (store.columns[handle - 1]! >= column) store.ordered = false;
  store.columns[handle] = column;
  store.kinds[handle] = kind;
  store.styles[handle] = style;
  store.values[handle] = value;
  store.count = handle + 1;
  store.rowStarts[store.rowCount] = store.count;
  return handle;
}

export function setFormula(store: CellStore, handle: number, formula: number): void {
  store.formulas ??= new Uint32Array(store.columns.length);
  store.formulas[handle] = formula + 1;
}

/** The store in ascending order; of two cells in one place the later one counts, as in other readers. */
export function sortCells(store: CellStore): CellStore {
  if (store.ordered) return store;
  const segments = Array.from({ length: store.rowCount }, (_, index) => index);
  segments.sort((a, b) => store.rowNumbers[a]! - store.rowNumbers[b]! || a - b);
  const sorted = newCellStore(store.count, store.rowCount);
  for (let first = 0; first < segments.length; ) {
    const row = store.rowNumbers[segments[first]!]!;
    const handles: number[] = [];
    let next = first;
    let hidden = false;
    for (; next < segments.length && store.rowNumbers[segments[next]!] === row; next++) {
      const segment = segments[next]!;
      hidden ||= store.rowHidden[segment] === 1;
      for (let handle = store.rowStarts[segment]!; handle < store.rowStarts[segment + 1]!; handle++)
        handles.push(handle);
    }
    handles.sort((a, b) => store.columns[a]! - store.columns[b]! || a - b);
    for (const [index, handle] of handles.entries()) {
      const after = handles[index + 1];
      if (after !== undefined && store.columns[after] === store.columns[handle]) continue;
      copyCell(store, handle, sorted, row, hidden);
    }
    first = next;
  }
  return sorted;
}

/** The store with only those cells that are wanted, in the same order; rows left without any go, too. */
export function someCells(store: CellStore, wanted: (handle: number) => boolean): CellStore {
  const some = newCellStore(store.count, store.rowCount);
  for (let index = 0; index < store.rowCount; index++) {
    const hidden = store.rowHidden[index] === 1;
    for (let handle = store.rowStarts[index]!; handle < store.rowStarts[index + 1]!; handle++) {
      if (wanted(handle)) copyCell(store, handle, some, store.rowNumbers[index]!, hidden);
    }
  }
  return some;
}

/** The number of the row that the cell is in. */
export function rowOf(store: CellStore, handle: number): number {
  let index = 0;
  while (store.rowStarts[index + 1]! <= handle) index++;
  return store.rowNumbers[index]!;
}

function copyCell(from: CellStore, handle: number, to: CellStore, row: number, hidden: boolean): void {
  const { columns, kinds, styles, values, formulas } = from;
  const copy = addCell(to, row, hidden, columns[handle]!, kinds[handle]!, styles[handle]!, values[handle]!);
  if (formulas?.[handle]) setFormula(to, copy, formulas[handle] - 1);
}

function beginRow(store: CellStore, row: number, hidden: boolean): void {
  const index = store.rowCount;
  if (index === store.rowNumbers.length) growRows(store);
  if (index > 0 && store.rowNumbers[index - 1]! > row) store.ordered = false;
  store.rowNumbers[index] = row;
  store.rowHidden[index] = hidden ? 1 : 0;
  store.rowStarts[index] = store.count;
  store.rowCount = index + 1;
}

function growCells(store: CellStore): void {
  const length = Math.max(64, store.columns.length * 2);
  store.columns = grown(store.columns, new Uint16Array(length));
  store.kinds = grown(store.kinds, new Uint8Array(length));
  store.styles = grown(store.styles, new Uint16Array(length));
  store.values = grown(store.values, new Float64Array(length));
  if (store.formulas) store.formulas = grown(store.formulas, new Uint32Array(length));
}

function growRows(store: CellStore): void {
  const length = Math.max(64, store.rowNumbers.length * 2);
  store.rowNumbers = grown(store.rowNumbers, new Uint32Array(length));
  store.rowHidden = grown(store.rowHidden, new Uint8Array(length));
  store.rowStarts = grown(store.rowStarts, new Uint32Array(length + 1));
}

function grown<A extends { set(from: A): void }>(array: A, longer: A): A {
  longer.set(array);
  return longer;
}
