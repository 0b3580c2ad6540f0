import type { CellPatch } from "../model/cell.js";

/** A workbook with its patches in place, and what that took. */
export interface Patched {
  readonly bytes: Buffer;
  /** How many parts the package has. */
  readonly parts: number;
  /** The parts that are not byte for byte those of before, in the package's order. */
  readonly changedParts: readonly string[];
  /** Cells written. */
  readonly cells: number;
  /** Patches that were not applied, each with its reason; all others were. */
  readonly refused: readonly Refusal[];
  /** What the user should know: `a hidden row was changed`, `Excel will recalculate on opening`. */
  readonly notes: readonly string[];
}

/** `why` completes "'Sheet'!L14 was left as it is: ". */
export interface Refusal {
  readonly patch: CellPatch;
  readonly why: string;
}

/** Bytes of an unpacked part, from `start` to before `end`, that give way to others. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
