import { type CellPatch, type CellRef, type CellValue, reference } from "../model/cell.js";
import type { Finding, Fix, ItemMove, RowPlace } from "../model/finding.js";

/** Which fixes are wanted: those that need a person's judgement too or not, and of which rules (absent: of all). */
export interface FixChoice {
  readonly unsafe: boolean;
  readonly rules?: readonly string[];
}

/** A corrected cell and the findings that this mends; titles and safety are those of their fixes. */
export interface FixedCell {
  readonly at: CellRef;
  readonly was: string;
  readonly now: CellValue;
  readonly mends: readonly Finding[];
}

export interface FixedMove {
  readonly move: ItemMove;
  /** Its new row, once that is known. */
  readonly to?: RowPlace | undefined;
  readonly mends: readonly Finding[];
}

/** What is to be done at once: one value for each cell, one place for each item. */
export interface ChosenFixes {
  readonly cells: readonly FixedCell[];
  readonly moves: readonly FixedMove[];
}

/**
 * The fixes of one pass. Of two that want different things of one cell or item the first is chosen, the other waits for the
 * next pass; findings in `refused` (by fingerprint) are passed over.
 */
export function chooseFixes(
  findings: readonly Finding[],
  choice: FixChoice,
  refused: ReadonlyMap<string, string>,
): ChosenFixes {
  const cells = new Map<string, { readonly patch: CellPatch; readonly mends: Finding[] }>();
  const moves = new Map<string, { readonly move: ItemMove; readonly mends: Finding[] }>();
  for (const finding of findings) {
    const { fix } = finding;
    if (!fix || !isWanted(finding, fix, choice) || refused.has(finding.fingerprint)) continue;
    const { patches, move } = fix;
    const place = move && `${move.row} ${move.sheet}`;
    const other = place === undefined ? undefined : moves.get(place);
    if (other && other.move.to !== move!.to) continue;
    const keys = patches.map(({ at }) => reference(at));
    if (patches.some((patch, i) => differs(patch, cells.get(keys[i]!)?.patch))) continue;
    for (const [i, patch] of patches.entries()) {
      const cell = cells.get(keys[i]!);
      if (cell) cell.mends.push(finding);
      else cells.set(keys[i]!, { patch, mends: [finding] });
    }
    if (other) other.mends.push(finding);
    else if (place !== undefined) moves.set(place, { move: move!, mends: [finding] });
  }
  return {
    cells: [...cells.values()].map(({ patch: { at, was, value }, mends }) => ({ at, was, now: value, mends })),
    moves: [...moves.values()],
  };
}

/** Whether the choice speaks of the finding's rule. */
export function isAskedFor({ rule }: Finding, { rules }: FixChoice): boolean {
  return rules === undefined || rules.includes(rule);
}

function isWanted(finding: Finding, { safety }: Fix, choice: FixChoice): boolean {
  return (safety === "safe" || choice.unsafe) && isAskedFor(finding, choice);
}

function differs(patch: CellPatch, chosen: CellPatch | undefined): boolean {
  return chosen !== undefined && JSON.stringify(patch.value) !== JSON.stringify(chosen.value);
}
