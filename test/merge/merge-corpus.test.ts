import { describe, expect, it } from "vitest";
import { merge } from "../../src/merge.js";
import type { CellPatch } from "../../src/model/cell.js";
import type { Poam } from "../../src/model/poam.js";
import { UserError } from "../../src/model/user-error.js";
import { readPoam } from "../../src/template/read.js";
import { openWorkbook } from "../../src/workbook/open.js";
import { applyPatches } from "../../src/workbook/patch.js";
import { rawZip } from "../lossless/raw-zip.js";
import { corpus, fixtures } from "../lossless/workbooks.js";
import { TEMPLATES } from "../templates.js";

const FILE = "book.xlsx";
const read = async (bytes: Buffer): Promise<Poam> =>
  readPoam(await openWorkbook(bytes, FILE), TEMPLATES, { fileName: FILE });

/** A remark behind a text of each item, as one of two people makes it: the one of weaknesses, the other of what was recommended or said. */
function remarks(poam: Poam, fields: readonly ("weakness" | "description" | "comments" | "milestones")[]): CellPatch[] {
  return [...poam.items()].slice(0, 20).flatMap((item) => {
    const cell = fields.map((field) => item[field]).find((one) => one?.kind === "text" && !one.hasFormula);
    if (!cell) return [];
    const { sheet, row, column, text } = cell;
    return [{ at: { sheet, row, column }, was: text, value: `${text} (${fields[0]})` }];
  });
}

/** Filled workbooks that can be read and patched; of the others there is nothing to merge. */
async function filled() {
  const all = [];
  for (const { name, bytes } of [...fixtures("ok", "series"), ...corpus({ atMost: 300_000 })]) {
    try {
      const poam = await read(bytes);
      const [ours, theirs] = [remarks(poam, ["weakness"]), remarks(poam, ["description", "comments"])];
      if (ours.length + theirs.length === 0) continue;
      const made = await applyPatches(bytes, [...ours, ...theirs], FILE);
      const refused = new Set(made.refused.map(({ patch }) => patch));
      all.push({
        name,
        bytes,
        poam,
        ours: ours.filter((one) => !refused.has(one)),
        theirs: theirs.filter((one) => !refused.has(one)),
      });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
  return all;
}

describe("workbooks of all kinds", async () => {
  it.each(await filled())(
    "$name: both people's remarks, and not a byte beside them",
    async ({ bytes, poam, ours, theirs }) => {
      const side = async (patches: readonly CellPatch[]) => {
        const patched = await applyPatches(bytes, patches, FILE);
        return { bytes: patched.bytes, file: FILE, poam: await read(patched.bytes) };
      };
      const merged = await merge({ bytes, file: FILE, poam }, await side(ours), await side(theirs), read);
      expect(merged.merge.conflicts).toEqual([]);
      const both = await side([...ours, ...theirs]);
      const parts = (zip: Buffer) => rawZip(zip).entries.map(({ name, content }) => [name, content.toString("latin1")]);
      expect(parts(merged.bytes)).toEqual(parts(both.bytes));
    },
  );
});
