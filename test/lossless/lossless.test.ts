import { describe, expect, it, test } from "vitest";
import { openWorkbook } from "../../src/workbook/open.js";
import { applyPatches } from "../../src/workbook/patch.js";
import { losses } from "./losses.js";
import { patchesOf, sampledChoices } from "./random-patches.js";
import { rawWorkbook } from "./raw-workbook.js";
import { reasonsToRefuse } from "./refusals.js";
import { corpus, fixtures } from "./workbooks.js";

/** The larger ones of the corpus take seconds each: `npm run test:interop` has them all. */
const AT_MOST = 100_000;
const PATCHES = 25;

const subjects = [...fixtures("features", "ok", "err", "blank"), ...corpus({ atMost: AT_MOST })];

describe("random patches change nothing but their cells", () => {
  test.each(subjects)("$name", async ({ name, bytes }) => {
    const raw = rawWorkbook(bytes);
    if (raw.isSigned) return;
    const patches = patchesOf(sampledChoices(bytes.length, PATCHES), raw, await openWorkbook(bytes, name));
    const patched = await applyPatches(bytes, patches, name);

    expect(losses(bytes, patches, patched)).toEqual([]);
    const reasons = reasonsToRefuse(raw);
    const refused = new Map(patched.refused.map(({ patch, why }) => [patch, why]));
    for (const patch of patches) {
      const why = refused.get(patch);
      const wanted = reasons(patch);
      expect({ patch, why, refused: why !== undefined }).toMatchObject({ refused: wanted.length > 0 });
      if (why)
        expect(
          wanted.some((reason) => reason.test(why)),
          `${why}: none of ${wanted}`,
        ).toBe(true);
    }
    const reread = await openWorkbook(patched.bytes, name);
    expect(reread.sheets.map((sheet) => sheet.name)).toEqual(raw.sheets.map((sheet) => sheet.name));
  });
});

describe("no patches", () => {
  it.each(subjects)("leave $name as it is, byte for byte", async ({ name, bytes }) => {
    if (rawWorkbook(bytes).isSigned) return;
    expect((await applyPatches(bytes, [], name)).bytes.equals(bytes)).toBe(true);
  });
});
