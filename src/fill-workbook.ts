import { type FillPlan, fillBlank } from "./fill.js";
import { type CellPatch, reference } from "./model/cell.js";
import type { Placed } from "./model/placed.js";
import type { Poam } from "./model/poam.js";
import { UserError } from "./model/user-error.js";
import { NO_ANCHORS, readAnchors } from "./workbook/anchors.js";
import type { Patched } from "./workbook/patched.js";

/** A form's file before it is filled; `file` is its base name, for messages. */
export interface BlankFile {
  readonly bytes: Buffer;
  readonly file: string;
  readonly poam: Poam;
}

/** A filled form. */
export interface Filled {
  readonly patched: Patched;
  /** What the user should know, one sentence each, of the form and of the file. */
  readonly notes: readonly string[];
}

/** How patches are made in the blank's kind of file. */
export type ApplyPatches = (bytes: Buffer, patches: readonly CellPatch[], file: string) => Promise<Patched>;

/**
 * Fills a publisher's blank form by patches; every byte that need not change stays. It is all or nothing: throws a UserError
 * where anything would be lost, and for a workbook that is not blank.
 */
export async function fillWorkbook(blank: BlankFile, placed: Placed, apply: ApplyPatches): Promise<Filled> {
  const { bytes, file, poam } = blank;
  const anchors = poam.workbook.format === "csv" ? NO_ANCHORS : await readAnchors(bytes, file);
  const plan = fillBlank(poam, placed, anchors, file);
  refuse(plan.refused, file);
  const patched = await apply(bytes, plan.patches, file);
  refuse(
    patched.refused.map(({ patch, why }) => ({ what: reference(patch.at), why })),
    file,
  );
  return { patched, notes: [...plan.notes, ...patched.notes] };
}

function refuse(refused: FillPlan["refused"], file: string): void {
  const [first, ...others] = refused;
  if (!first) return;
  const more = others.length === 0 ? "" : ` (and ${others.length.toLocaleString("en")} more)`;
  throw new UserError(
    "cannot-fill",
    `${file} cannot take everything, and so nothing was written: ${first.what}${more}: ${first.why}.`,
  );
}
