import { expect } from "vitest";
import { openWorkbook } from "../../src/workbook/open.js";
import { applyPatches } from "../../src/workbook/patch.js";
import { losses } from "./losses.js";
import { type Choice, patchesOf } from "./random-patches.js";
import { rawWorkbook } from "./raw-workbook.js";
import { reasonsToRefuse } from "./refusals.js";

/** Patches a workbook as chosen; nothing else may have changed, and what was refused had to be. Gives the bytes. */
export async function expectLossless(bytes: Buffer, choices: readonly Choice[], name: string): Promise<Buffer> {
  const raw = rawWorkbook(bytes);
  const patches = patchesOf(choices, raw, await openWorkbook(bytes, name));
  const patched = await applyPatches(bytes, patches, name);

  expect(losses(bytes, patches, patched)).toEqual([]);
  const reasons = reasonsToRefuse(raw);
  const refused = new Map(patched.refused.map(({ patch, why }) => [patch, why]));
  const said = patches.map((patch) => {
    const [why, wanted] = [refused.get(patch), reasons(patch)];
    const isRight = why === undefined ? wanted.length === 0 : wanted.some((reason) => reason.test(why));
    return isRight ? undefined : { patch, why, wanted };
  });
  expect(said.filter(Boolean)).toEqual([]);
  const reread = await openWorkbook(patched.bytes, name);
  expect(reread.sheets.map((sheet) => sheet.name)).toEqual(raw.sheets.map((sheet) => sheet.name));
  return patched.bytes;
}
