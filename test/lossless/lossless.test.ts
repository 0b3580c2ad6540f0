import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { applyPatches } from "../../src/workbook/patch.js";
import { expectLossless } from "./patched-check.js";
import { choices, sampledChoices } from "./random-patches.js";
import { rawWorkbook } from "./raw-workbook.js";
import { corpus, fixtures } from "./workbooks.js";

/** The larger ones of the corpus take seconds each: `npm run test:interop` patches them. */
const AT_MOST = 67_000;
const PATCHES = 25;

const all = [...fixtures("features", "ok", "err", "blank"), ...corpus({ atMost: AT_MOST })];
const subjects = all.filter(({ bytes }) => !rawWorkbook(bytes).isSigned);

describe("random patches change nothing but their cells", () => {
  test.each(subjects)("$name", async ({ name, bytes }) => {
    await expectLossless(bytes, sampledChoices(bytes.length, PATCHES), name);
  });
});

describe("no patches", () => {
  it.each(subjects)("leave $name as it is, byte for byte", async ({ name, bytes }) => {
    const patched = await applyPatches(bytes, [], name);
    expect({ ...patched, bytes: patched.bytes.equals(bytes) }).toEqual({
      bytes: true,
      parts: rawWorkbook(bytes).zip.entries.filter((entry) => !entry.name.endsWith("/")).length,
      changedParts: [],
      cells: 0,
      refused: [],
      notes: [],
    });
  });
});

it("leaves a signed workbook alone", async () => {
  const { name, bytes } = all.find((subject) => subject.name === "features/signature.xlsx")!;
  await expect(applyPatches(bytes, [], name)).rejects.toMatchObject({ code: "signed" });
});

it("refuses a patch whose cell has changed since", async () => {
  const { name, bytes } = all.find((subject) => subject.name === "features/rich-text.xlsx")!;
  const patch = { at: { sheet: "Open POA&M Items", row: 6, column: 12 }, was: "Only", value: "Done" };
  const { refused, bytes: after } = await applyPatches(bytes, [patch], name);
  expect(refused).toEqual([{ patch, why: expect.stringContaining("Only two hosts are left.") }]);
  expect(after.equals(bytes)).toBe(true);
});

describe("whatever is patched, nothing else changes, not when the patched one is patched again either", () => {
  const intricate = [
    "1904-dates",
    "array-formula",
    "calc-chain",
    "data-descriptors",
    "implicit-references",
    "iso-dates",
    "merged-cells",
    "odd-xml",
    "prefixed",
    "protected-ranges",
    "rich-text",
    "shared-formulas",
    "strict",
    "table-with-totals",
  ].map((feature) => `features/${feature}.xlsx`);
  it.each(subjects.filter(({ name }) => intricate.includes(name)))("$name", async ({ name, bytes }) => {
    await fc.assert(
      fc.asyncProperty(choices(12), choices(12), async (first, second) => {
        await expectLossless(await expectLossless(bytes, first, name), second, name);
      }),
      { numRuns: 10 },
    );
  });
});
