import type { CellRef, CellValue } from "../model/cell.js";
import type { Fix, RowPlace } from "../model/finding.js";
import type { ItemState } from "../model/item.js";
import type { Paint } from "./paint.js";

/** What fixing has changed in one file, or would change. `error` is the sentence why nothing could be done. */
export interface FixResult {
  readonly path: string;
  readonly template: string | null;
  readonly error: string | null;
  /** Corrected cells, sheet by sheet, from top to bottom. */
  readonly cells: readonly CellChange[];
  readonly moves: readonly ItemMoved[];
  /** All cells that are written, those of moved items among them. */
  readonly patches: readonly CellChange[];
  readonly left: readonly LeftAlone[];
  /** How many findings have a fix that was not asked for, as it needs a person's judgement. */
  readonly unsafe: number;
  /** What writing takes; null where nothing is written. */
  readonly extent: Extent | null;
  /** The file that was written; null where it only would be. */
  readonly written: string | null;
  /** The file that holds what was there before. */
  readonly backup: string | null;
  /** What the user should know besides: Excel will recalculate, a hidden row was changed. */
  readonly notes: readonly string[];
  readonly redacted: boolean;
}

/** What for: the fix's rule and title, and the item's id as shown. */
interface Reason {
  readonly rule: string;
  readonly title: string;
  readonly safety: Fix["safety"];
  readonly item: string | null;
}

/** A cell before and after. */
export interface CellChange extends Reason {
  readonly at: CellRef;
  readonly was: string;
  readonly value: CellValue;
  /** What stands over its column; undefined outside the tables of items. */
  readonly heading: string | undefined;
  /** Whether the cell is written because the rows below a moved item close up; `item` is the one that stands there then. */
  readonly closesUp?: true;
}

/** An item that goes to the items of another state; `place` is its new row. */
export interface ItemMoved extends Reason {
  readonly sheet: string;
  readonly row: number;
  readonly to: ItemState;
  readonly place: RowPlace | undefined;
}

/** A finding whose fix could not be carried out; `why` completes "was left as it is: ". */
export interface LeftAlone {
  readonly at: CellRef;
  readonly rule: string;
  readonly item: string | null;
  readonly why: string;
}

export interface Extent {
  readonly cells: number;
  readonly parts: number;
  readonly changedParts: number;
}

export interface FixRun {
  readonly version: string;
  readonly asOf: string;
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
  /** Whether a terminal shows it: only there the closing line is broken. */
  readonly terminal: boolean;
  /** Whether files are written, or only what would be written is shown. */
  readonly write: boolean;
  /** A rule's summary by its id. */
  readonly summaryOf: (rule: string) => string;
}

/** A format of `poam fix`: text before the files, text for each in pieces, text after the last. */
export interface FixReporter {
  readonly begin: (run: FixRun) => string;
  /** `index` counts the files from 0. */
  readonly file: (result: FixResult, run: FixRun, index: number) => Iterable<string>;
  readonly end: (summary: FixSummary, run: FixRun) => string;
}

export interface FixSummary {
  readonly files: number;
  /** Files that are changed, or would be. */
  readonly changed: number;
  readonly unreadable: number;
  readonly cells: number;
  readonly moves: number;
  readonly left: number;
  readonly unsafe: number;
}

/** The same without texts from cells: places, rules and what kind of change it is. */
export function redactedFix(result: FixResult, run: FixRun): FixResult {
  const bare = <T extends Reason>(one: T): T => ({ ...one, title: run.summaryOf(one.rule), item: null });
  const change = (one: CellChange): CellChange => ({ ...bare(one), was: "", value: "", heading: undefined });
  return {
    ...result,
    cells: result.cells.map(change),
    moves: result.moves.map(bare),
    patches: result.patches.map(change),
    left: result.left.map((one) => ({ ...one, item: null, why: "(redacted)" })),
    redacted: true,
  };
}
