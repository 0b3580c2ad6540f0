import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { gather, layOutItems } from "../../src/convert.js";
import { lint } from "../../src/lint.js";
import type { Poam } from "../../src/model/poam.js";
import { PACKS } from "../../src/packs/index.js";
import { sheetsOf } from "../../src/rows/item-sheets.js";
import { blankFile, fill } from "./filled-form.js";

const CORPUS = "../shared/corpus";

/** A register, the publisher's blank of its form or of the one before, and a day on which both are judged. */
const FILLED: readonly (readonly [register: string, blank: string, asOf: string])[] = [
  ["fixtures/ok/fedramp-v3.0.xlsx", "fedramp/FedRAMP-POAM-Template_2025-11-17_v3.0.xlsx", "2026-03-31"],
  ["fixtures/ok/fedramp-v2.1.xlsx", "fedramp/FedRAMP-POAM-Template_2024-03-29.xlsx", "2025-10-31"],
  ["fixtures/ok/fedramp-v2.1.xlsx", "fedramp/FedRAMP-POAM-Template_2022-06-23_REV4.xlsm", "2025-10-31"],
  [`${CORPUS}/emass/emass-2020_converted-by-saf.xlsm`, "emass/emass-2020_template.xlsm", "2026-03-31"],
];

/** What a form is found fault with whatever stands in it. */
const OF_THE_FORM: ReadonlySet<string> = new Set(["template-outdated", "form-superseded"]);

describe.skipIf(!existsSync(CORPUS))("a publisher's blank filled from a register", () => {
  it.each(FILLED)("%s into %s: lint finds nothing that the register did not have", async (path, name, asOf) => {
    const { poam: register } = await blankFile(readFileSync(path), path);
    const form = await blankFile(readFileSync(`${CORPUS}/${name}`), name);
    const target = { template: form.poam.template, sheets: sheetsOf(form.poam), cell: 32_767 };
    const { placed } = layOutItems(gather([{ path, poam: register }]), target);
    const { poam } = await fill(form, placed);
    expect(poam.counts.total).toBe(register.counts.total);
    const known = new Set(findings(register, asOf));
    expect(findings(poam, asOf).filter((one) => !known.has(one))).toEqual([]);
  });
});

/** Each finding as its rule, item, field and message: places differ. */
function findings(poam: Poam, asOf: string): string[] {
  const packs = PACKS.filter(({ id }) => poam.template.packs.includes(id));
  return lint(poam, { packs, asOf, settings: {} })
    .filter(({ rule }) => !OF_THE_FORM.has(rule))
    .map(({ rule, item, field, message }) => JSON.stringify([rule, item, field, message]));
}
