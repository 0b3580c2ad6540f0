import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { carry } from "../../src/convert/carry.js";
import type { Carried } from "../../src/model/carried-item.js";
import type { Poam } from "../../src/model/poam.js";
import { UserError } from "../../src/model/user-error.js";
import { readPoam } from "../../src/template/read.js";
import { openWorkbook } from "../../src/workbook/open.js";
import { TEMPLATES } from "../templates.js";
import { fatesOf, filledCells, statesOf } from "./filled-cells.js";
import { through } from "./placed-workbook.js";

/** Workbooks of other people, which are not part of the project: without them these tests are skipped. */
const CORPUS = "../shared/corpus";
const present = existsSync(CORPUS);
if (!present) console.warn(`${CORPUS} is absent: the tests on other people's workbooks are skipped`);

const FORMS = TEMPLATES.filter(({ purpose }) => purpose !== "companion");

/** POA&Ms with items; the others are blank forms, or none. */
async function registers(): Promise<(readonly [string, Poam, Carried])[]> {
  const found: (readonly [string, Poam, Carried])[] = [];
  for (const folder of ["fedramp", "emass", "other"]) {
    for (const fileName of readdirSync(`${CORPUS}/${folder}`)) {
      const bytes = readFileSync(`${CORPUS}/${folder}/${fileName}`);
      const poam = await openWorkbook(bytes, fileName)
        .then((workbook) => readPoam(workbook, TEMPLATES, { fileName }))
        .catch((error: unknown) => {
          if (error instanceof UserError) return undefined;
          throw error;
        });
      const carried = poam && carry(poam);
      if (poam && carried!.items.length > 0) found.push([fileName, poam, carried!]);
    }
  }
  return found;
}

describe.skipIf(!present)("registers of other people, converted to every form", async () => {
  const all = present ? await registers() : [];

  it("are there", () => {
    expect(all.length).toBeGreaterThan(3);
  });
  it.each(all)("%s: each filled cell is carried, kept or dropped, and no item is lost", (_, poam, carried) => {
    const filled = filledCells(poam);
    for (const form of carried.items.length > 1000 ? FORMS.filter(({ id }) => BUSY.has(id)) : FORMS) {
      const { carried: there, losses } = through(carried, form);
      expect(fatesOf(losses), form.id).toBe(filled);
      expect(statesOf(there), form.id).toEqual(statesOf(carried));
    }
  });
});

/** For a register of thousands of items. */
const BUSY = new Set(["fedramp-rev5-v2.1", "emass-navy-2026", "nist-cui"]);
