import { reference } from "./model/cell.js";
import type { Placed } from "./model/placed.js";
import type { Poam } from "./model/poam.js";
import { UserError } from "./model/user-error.js";
import { type FillPlan, fillBlank } from "./rows/fill.js";
import { readAnchors } from "./workbook/anchors.js";
import { applyPatches } from "./workbook/patch.js";
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

/**
 * Fills a publisher's blank form by patches; every byte that need not change stays. It is all or nothing: throws a UserError
 * where anything would be lost, and for a file that is no blank workbook.
 */
export async function fillWorkbook({ bytes, file, poam }: BlankFile, placed: Placed): Promise<Filled> {
  if (poam.workbook.format !== "xlsx") {
    throw new UserError("not-a-package", `${file} is no Excel workbook (.xlsx or .xlsm), and only these are filled.`);
  }
  const plan = fillBlank(poam, placed, await readAnchors(bytes, file), file);
  refuse(plan.refused, file);
  const patched = await applyPatches(bytes, plan.patches, file);
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
