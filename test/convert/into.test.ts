import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fillBlank } from "../../src/fill.js";
import { sheetsOf } from "../../src/item-sheets.js";
import { readAnchors } from "../../src/workbook/anchors.js";
import { losses } from "../lossless/losses.js";
import { templateNamed } from "../templates.js";
import { blankFile, fill, textsPlaced, textsRead } from "./filled-form.js";
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
