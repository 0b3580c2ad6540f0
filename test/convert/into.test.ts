import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fillBlank } from "../../src/rows/fill.js";
import { sheetsOf } from "../../src/rows/item-sheets.js";
import { readAnchors } from "../../src/workbook/anchors.js";
import { losses } from "../lossless/losses.js";
import { rawWorkbook } from "../lossless/raw-workbook.js";
import { templateNamed } from "../templates.js";
import { blankFile, fill, textsPlaced, textsRead } from "./filled-form.js";
import { OFFICIAL_FORMS } from "./official-forms.js";
import { HOSTILE_TEXTS, placedItems } from "./placed-items.js";

const BLANKS = readdirSync("fixtures/blank")
  .filter((name) => name.endsWith(".xlsx"))
  .map((name) => name.replace(/\.xlsx$/, ""))
  .filter((id) => templateNamed(id).purpose !== "companion");

const blank = (id: string) => blankFile(readFileSync(`fixtures/blank/${id}.xlsx`), `${id}.xlsx`);

describe("a blank form that is filled with items of hostile text", () => {
  it.each(BLANKS)("%s reads back as they were, and lost nothing", async (id) => {
    const form = await blank(id);
    const placed = placedItems(sheetsOf(form.poam), 60, HOSTILE_TEXTS);
    const { patched, poam } = await fill(form, placed);
    expect(textsRead(poam)).toEqual(textsPlaced(placed));
    const plan = fillBlank(form.poam, placed, await readAnchors(form.bytes, form.file), form.file);
    expect(losses(form.bytes, plan.patches, patched)).toEqual([]);
  });
});

/** Byte by byte, and by openpyxl and LibreOffice, they are looked at in `test/interop`. */
describe.skipIf(OFFICIAL_FORMS.length === 0)("a publisher's own form, filled with 500 items", () => {
  it.each(OFFICIAL_FORMS)(
    "$name reads back as they were, its macros and other parts untouched",
    async ({ name, bytes }) => {
      const form = await blankFile(bytes, name);
      const placed = placedItems(sheetsOf(form.poam), 500, HOSTILE_TEXTS);
      const { patched, poam } = await fill(form, placed);
      const read = textsRead(poam);
      expect(read).toEqual(textsPlaced(placed));
      expect(Object.values(read).flat()).toHaveLength(500);
      const [before, after] = [bytes, patched.bytes].map((file) => rawWorkbook(file).zip.entries);
      const mayChange = /^xl\/(?:worksheets\/sheet\d+|styles|workbook|calcChain)\.xml$/;
      const fixed = (entries: typeof before) =>
        entries!.filter((entry) => !mayChange.test(entry.name)).map((entry) => entry.bytes);
      expect(fixed(after)).toEqual(fixed(before));
      const code = after!.filter((entry) => entry.name.endsWith("vbaProject.bin"));
      expect(code).toHaveLength(name.endsWith(".xlsm") ? 1 : 0);
    },
  );
});
