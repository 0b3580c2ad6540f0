import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { carry } from "../../src/convert/carry.js";
import { lint } from "../../src/lint.js";
import type { Carried } from "../../src/model/carried-item.js";
import type { FieldFate } from "../../src/model/losses.js";
import type { Poam } from "../../src/model/poam.js";
import { PACKS } from "../../src/packs/index.js";
import { readPoam } from "../../src/template/read.js";
import { openWorkbook } from "../../src/workbook/open.js";
import { TEMPLATES, templateNamed } from "../templates.js";
import { fatesOf, filledCells, statesOf } from "./filled-cells.js";
import { through } from "./placed-workbook.js";

async function read(fileName: string): Promise<Poam> {
  return readPoam(await openWorkbook(readFileSync(`fixtures/ok/${fileName}`), fileName), TEMPLATES, { fileName });
}

/** Counted with openpyxl below the headings of row 5, in rows whose id begins with `V-`, the form's example left out. */
describe("FedRAMP 2.1 → 3.0", async () => {
  const poam = await read("fedramp-v2.1.xlsx");
  const { losses, carried, poam: three } = through(carry(poam), templateNamed("fedramp-rev5-v3.0"));
  const fate = (of: FieldFate["fate"]) => losses.fields.filter((one) => one.fate === of);
  const count = (fates: readonly FieldFate[]) => fates.reduce((sum, one) => sum + one.count, 0);

  it("has a fate for each of the 1,135 cells of 46 items", () => {
    expect(filledCells(poam)).toBe(805 + 261 + 69);
    expect(fatesOf(losses)).toBe(805 + 261 + 69);
    expect(statesOf(carried)).toEqual({ open: 33, closed: 10, configuration: 3 });
  });
  it("folds milestones into the plan, and keeps Service Name and Auto-Approve in Comments", () => {
    const kept = fate("kept").map(({ from, label, to, count: of }) => `${of} × ${from} in ${to} as ${label}`);
    // The plan is called otherwise on the sheets of 10 closed and 3 configuration items.
    expect(kept.sort()).toEqual([
      "10 × Milestone Changes in Overall Remediation Plan as Milestone changes",
      "13 × Planned Milestones in Overall Remediation Plan as Planned milestones",
      "33 × Planned Milestones in Remediation Plan as Planned milestones",
      "46 × Auto-Approve in Comments as Auto-approve",
      "46 × Service Name in Comments as Service name",
    ]);
    expect(fate("dropped")).toEqual([]);
    expect(count(fate("carried"))).toBe(1135 - 2 * 46 - 46 - 10 + poam.header.length);
  });
  it("blanks N/A and keeps every recorded date", () => {
    const texts = [...three.items()].map(({ adjustedRating }) => adjustedRating?.text);
    expect(texts).not.toContain("N/A");
    const dates = (of: Poam) =>
      [...of.items()].map((item) => [
        item.id!.text,
        item.detectedOn!.text,
        item.scheduledCompletion!.text,
        item.statusDate!.text,
      ]);
    expect(dates(three)).toEqual(dates(poam));
  });
  it("goes home again with every value but those that 3.0 wants blank, which the report names", () => {
    const blanked = new Set<string>(losses.changes.map(({ field }) => field));
    expect([...blanked].sort()).toEqual(["adjustedRating", "kevTracking", "sourceIdentifier"]);
    const values = ({ items }: Carried) =>
      items.map(({ state, fields, milestones }) => [
        state,
        ...[...fields, ...milestones.flatMap((row) => [...row])]
          .filter(([field]) => !blanked.has(field))
          .map(([field, { value }]) => JSON.stringify([field, value]))
          .sort(),
      ]);
    expect(values(through(carried, templateNamed("fedramp-rev5-v2.1")).carried)).toEqual(values(carry(poam)));
  });
});

/** What follows from the form itself, by rule. */
const OF_THE_FORM: Readonly<Record<string, string>> = {
  "template-outdated": "an older form is what was asked for",
  "deviation-exposure-unsaid": "only 3.0 wants it said whether a component faces the internet",
  "required-missing": "an older form wants milestones and adjusted ratings that 3.0 leaves out or blank",
  "deviation-type-unnamed": "an older form wants the type of the deviation before its rationale",
  "source-identifier-missing": "an older form wants None where 3.0 wants a blank",
  "service-name-missing": "2.1 wants the name of the service, for which 3.0 has no column",
  "completion-undated": "eMASS' older forms want the day behind the status, which conversion keeps in Comments",
};

describe("converting a clean register to a form of its framework makes no findings", () => {
  it.each([
    ["fedramp-v2.1.xlsx", "2025-10-31"],
    ["fedramp-v3.0.xlsx", "2026-03-31"],
    ["emass-navy-2026.xlsx", "2026-03-31"],
    ["cmmc.xlsx", "2026-03-31"],
    ["generic.xlsx", "2026-03-31"],
  ])("%s", async (file, asOf) => {
    const poam = await read(file);
    const { framework } = poam.template;
    const rulesOf = (of: Poam) => {
      const packs = PACKS.filter(({ id }) => of.template.packs.includes(id));
      return lint(of, { packs, asOf, settings: {} }).map(({ rule, message }) => [rule, message] as const);
    };
    const before = new Set(rulesOf(poam).map(([rule]) => rule));
    for (const form of TEMPLATES.filter((one) => one.framework === framework && one.purpose !== "companion")) {
      const found = rulesOf(through(carry(poam), form).poam);
      const fresh = found.filter(
        ([rule]) => !before.has(rule) && !(rule in OF_THE_FORM && form.id !== poam.template.id),
      );
      expect(fresh, form.id).toEqual([]);
    }
  });
});
