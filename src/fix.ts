import { chooseFixes, type FixChoice, type FixedCell, type FixedMove, isAskedFor } from "./fix/choose-fixes.js";
import { type CellPatch, reference } from "./model/cell.js";
import type { Finding, ItemMove, MovedTo } from "./model/finding.js";
import type { Poam } from "./model/poam.js";
import type { Patched } from "./workbook/patched.js";

export type { FixChoice, FixedCell, FixedMove } from "./fix/choose-fixes.js";

/** What fixing stands on; whoever calls it binds the file's name, form, packs, settings, evidence and day. */
export interface FixSteps {
  readonly read: (bytes: Buffer) => Promise<Poam>;
  readonly lint: (poam: Poam) => Promise<readonly Finding[]>;
  readonly apply: (bytes: Buffer, patches: readonly CellPatch[]) => Promise<Patched>;
  /** Where moved items go; `bytes` are those that `poam` was read from. */
  readonly planMoves: (poam: Poam, moves: readonly ItemMove[], bytes: Buffer) => Promise<PlannedMoves>;
}

/** The patches that carry out all moves together, and the moves that cannot be made, each with its reason. */
export interface PlannedMoves {
  readonly patches: readonly CellPatch[];
  readonly made: readonly MovedTo[];
  readonly refused: readonly { readonly move: ItemMove; readonly why: string }[];
  readonly notes: readonly string[];
}

export interface Fixed {
  /** The corrected workbook; the very bytes that were given where nothing was fixed. */
  readonly bytes: Buffer;
  /** Corrected cells, sheet by sheet, from top to bottom; those of a later pass after those of an earlier. */
  readonly cells: readonly FixedCell[];
  readonly moves: readonly FixedMove[];
  /** All that was written, moved items' cells among it: applied to the bytes that were given, they make `bytes`. */
  readonly patches: readonly CellPatch[];
  /** What writing took; undefined where nothing was fixed. */
  readonly patched: Patched | undefined;
  /** What the user should know of moves and writing, each once. */
  readonly notes: readonly string[];
  /** The corrected workbook, and all that is found in it. */
  readonly poam: Poam;
  readonly findings: readonly Finding[];
  /** Those of them that have a fix of a wanted rule which was not carried out. */
  readonly left: readonly LeftFinding[];
}

/** `why` completes "'Sheet'!L14 was left as it is: "; undefined where the fix is unsafe and such were not asked for. */
export interface LeftFinding {
  readonly finding: Finding;
  readonly why: string | undefined;
}

/** More passes than any chain of fixes has links. */
const MOST_PASSES = 10;

/**
 * Corrects a workbook by its findings' fixes, pass by pass, until none is left: cells first, then items that move. What is
 * written is always all patches so far, onto the bytes that were given. A fix of which a patch is refused is left out
 * whole, with its reason. Fixing the result changes nothing.
 */
export async function fixWorkbook(bytes: Buffer, steps: FixSteps, choice: FixChoice): Promise<Fixed> {
  const refused = new Map<string, string>();
  for (;;) {
    const known = refused.size;
    const fixed = await attempt(bytes, steps, choice, refused);
    if (fixed) return fixed;
    if (refused.size === known) throw new Error("a patch was refused that belongs to no finding");
  }
}

/** One way from the given bytes to the end; undefined where a patch was refused: its findings are in `refused` then. */
async function attempt(
  bytes: Buffer,
  steps: FixSteps,
  choice: FixChoice,
  refused: Map<string, string>,
): Promise<Fixed | undefined> {
  const written: Written = new Map();
  const cells = new Map<string, FixedCell>();
  const moves: FixedMove[] = [];
  const notes = new Set<string>();
  let patched: Patched | undefined;
  for (let pass = 0; pass <= MOST_PASSES; pass++) {
    const now = patched?.bytes ?? bytes;
    const poam = await steps.read(now);
    const findings = await steps.lint(poam);
    const chosen = chooseFixes(findings, choice, refused);
    for (const cell of chosen.cells) {
      // What stands in a row after a move is another item's.
      const place = `${moves.length} ${reference(cell.at)}`;
      const before = cells.get(place);
      cells.set(place, before ? { ...before, now: cell.now, mends: [...before.mends, ...cell.mends] } : cell);
      write(written, { at: cell.at, was: cell.was, value: cell.now }, cell.mends);
    }
    // Items move once their cells are right: no correction is due in a row that is another's by then.
    if (chosen.cells.length === 0 && chosen.moves.length > 0) {
      const plan = await planned(chosen.moves, poam, now, steps, refused);
      moves.push(...plan.made);
      for (const patch of plan.patches)
        write(
          written,
          patch,
          plan.made.flatMap(({ mends }) => mends),
        );
      for (const note of plan.notes) notes.add(note);
    }
    if (chosen.cells.length + chosen.moves.length === 0) {
      for (const note of patched?.notes ?? []) notes.add(note);
      const patches = [...written.values()].map(({ patch }) => patch);
      const left = findings.flatMap((finding) => leftOver(finding, choice, refused));
      return {
        bytes: now,
        cells: [...cells.values()],
        moves,
        patches,
        patched,
        notes: [...notes],
        poam,
        findings,
        left,
      };
    }
    if (written.size === 0) continue;
    patched = await steps.apply(
      bytes,
      [...written.values()].map(({ patch }) => patch),
    );
    for (const { patch, why } of patched.refused) {
      for (const { fingerprint } of written.get(reference(patch.at))?.mends ?? []) refused.set(fingerprint, why);
    }
    if (patched.refused.length > 0) return undefined;
  }
  const rules = new Set([...cells.values()].flatMap(({ mends }) => mends.map(({ rule }) => rule)));
  throw new Error(`fixes do not come to an end; rules: ${[...rules].join(", ")}`);
}

/** By place: what is to be written there, and the findings that ask for it. */
type Written = Map<string, { readonly patch: CellPatch; readonly mends: readonly Finding[] }>;

/** Of a cell that is written again, the text that was read in the given bytes stays what it was. */
function write(written: Written, patch: CellPatch, mends: readonly Finding[]): void {
  const place = reference(patch.at);
  const before = written.get(place);
  if (!before) written.set(place, { patch, mends });
  else written.set(place, { patch: { ...before.patch, value: patch.value }, mends: [...before.mends, ...mends] });
}

/** The plan of those moves that can be made; the findings of the others are noted in `refused`. */
async function planned(
  moves: readonly FixedMove[],
  poam: Poam,
  bytes: Buffer,
  steps: FixSteps,
  refused: Map<string, string>,
): Promise<Pick<PlannedMoves, "patches" | "notes"> & { readonly made: readonly FixedMove[] }> {
  const plan = await steps.planMoves(
    poam,
    moves.map(({ move }) => move),
    bytes,
  );
  const whys = new Map(plan.refused.map(({ move, why }) => [keyOf(move), why]));
  const places = new Map(plan.made.map(({ move, to }) => [keyOf(move), to]));
  const made = moves.flatMap(({ move, mends }): FixedMove | readonly never[] => {
    const why = whys.get(keyOf(move));
    if (why === undefined) return { move, to: places.get(keyOf(move)), mends };
    for (const { fingerprint } of mends) refused.set(fingerprint, why);
    return [];
  });
  return { patches: plan.patches, notes: plan.notes, made };
}

function keyOf({ sheet, row }: ItemMove): string {
  return `${row} ${sheet}`;
}

function leftOver(
  finding: Finding,
  choice: FixChoice,
  refused: ReadonlyMap<string, string>,
): LeftFinding | readonly never[] {
  if (!finding.fix || !isAskedFor(finding, choice)) return [];
  return { finding, why: refused.get(finding.fingerprint) };
}
