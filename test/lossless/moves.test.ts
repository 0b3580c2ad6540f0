import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planMoves } from "../../src/move.js";
import { readPoam } from "../../src/template/read.js";
import { readAnchors } from "../../src/workbook/anchors.js";
import { openWorkbook } from "../../src/workbook/open.js";
import { applyPatches } from "../../src/workbook/patch.js";
import { TEMPLATES } from "../templates.js";
import { losses } from "./losses.js";
import { fixtures } from "./workbooks.js";

describe("whatever is moved, nothing else changes", () => {
  const subjects = fixtures("ok", "err").filter(({ name }) => name.includes("fedramp") || name.includes("overdue"));
  it.each(subjects)("$name", async ({ name, bytes }) => {
    const fileName = name.split("/")[1]!;
    const poam = readPoam(await openWorkbook(bytes, fileName), TEMPLATES, { fileName });
    const open = [...poam.items()].filter(({ state }) => state === "open");
    const anchors = await readAnchors(bytes, fileName);
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(open, { minLength: 1, maxLength: Math.min(8, open.length) }),
        async (items) => {
          const moves = items.map(({ sheet, row }) => ({ sheet, row, to: "closed" as const }));
          const plan = planMoves(poam, moves, anchors);
          const patched = await applyPatches(bytes, plan.patches, fileName);
          expect(patched.refused).toEqual([]);
          expect(losses(bytes, plan.patches, patched)).toEqual([]);
          moved += moves.length - plan.refused.length;
        },
      ),
      { numRuns: 4 },
    );
    expect(moved).toBeGreaterThan(0);
  });
});
