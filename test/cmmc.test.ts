import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { requirementsOf } from "../src/catalogs/cmmc.js";
import { lint } from "../src/lint.js";
import type { SystemFacts } from "../src/model/evidence.js";
import { PACKS } from "../src/packs/index.js";
import type { ExampleRow, RuleExample } from "../src/rules/rule.js";
import { readPoam } from "../src/template/read.js";
import { openWorkbook } from "../src/workbook/open.js";
import { exampleWorkbook } from "./example-workbook.js";
import { TEMPLATES, templateNamed } from "./templates.js";

interface Asked {
  readonly template?: string;
  readonly packs?: readonly string[];
  readonly system?: SystemFacts;
  readonly columns?: RuleExample["columns"];
}

/** Rule and message of each finding of the packs that is not about a blank cell. */
function said(
  rows: readonly ExampleRow[],
  { template = "cmmc", packs = ["cmmc-l2"], system = {}, columns }: Asked = {},
) {
  const workbook = exampleWorkbook({ template, rows, ...(columns && { columns }) });
  const poam = readPoam(workbook, TEMPLATES, { fileName: "cmmc.xlsx", template: templateNamed(template) });
  const used = packs.map((id) => PACKS.find((pack) => pack.id === id)!);
  return lint(poam, { packs: used, asOf: "2026-03-31", settings: {}, system })
    .filter(({ rule }) => rule !== "required-missing" && rule !== "heading-missing")
    .map(({ rule, message }) => `${rule}: ${message}`);
}

const ruleOf = (finding: string) => finding.replace(/:.*/s, "");

describe("which requirements may stand on the POA&M", () => {
  it.each(requirementsOf(2).map((one) => [one.id, one] as const))("Level 2: %s", (id, { eligible, points }) => {
    const barred = said([
      { id: "P-1", controls: id, requirementPoints: points === 5 && eligible !== "never" ? "3" : "" },
    ]);
    expect(barred.map(ruleOf)).toEqual(eligible === "never" ? ["requirement-ineligible"] : []);
  });

  it.each(requirementsOf(3).map(({ id, eligible }) => [id, eligible] as const))("Level 3: %s", (id, eligible) => {
    const expected = eligible === "never" ? ["requirement-ineligible"] : [];
    expect(said([{ id: "P-1", controls: id }], { packs: ["cmmc-l3"] }).map(ruleOf)).toEqual(expected);
    // The id as SP 800-172 has it.
    expect(said([{ id: "P-1", controls: id.slice(6) }], { packs: ["cmmc-l3"] }).map(ruleOf)).toEqual(expected);
  });

  it.each(requirementsOf(1).map(({ id }) => id))("Level 1: %s", (id) => {
    for (const packs of [["cmmc-l2"], ["cmmc-l3"]]) {
      expect(said([{ id: "P-1", controls: id }], { packs }).map(ruleOf)).toEqual(["requirement-ineligible"]);
    }
  });

  it.each(["IA-L2-3.5.1", "AC.L2- 3.1.19"])("reads the regulation's own misprint %s", (controls) => {
    expect(said([{ id: "P-1", controls }]).map(ruleOf)).toEqual(["requirement-ineligible"]);
  });

  it("lets the operational plan of action hold anything, and have no end", () => {
    const rows = ["AC.L2-3.1.1", "AC.L2-3.1.2", "AT.L2-3.2.1", "AT.L2-3.2.2", "CA.L2-3.12.4", "AC.L2-3.1.1"].map(
      (controls, i) => ({
        id: `P-${i}`,
        controls,
        scheduledCompletion: "2028-01-31",
        conditionalStatusDate: "2025-01-10",
      }),
    );
    expect(said(rows, { system: { kind: "operational", sprsCompletionDate: "2026-06-30" } })).toEqual([]);
    expect(said(rows).length).toBeGreaterThan(6);
  });
});

describe("whether encryption is employed, by the words of the row", () => {
  it.each([
    ["Encryption is employed but not FIPS-validated", true],
    ["CUI at rest is encrypted by BitLocker whose module has no FIPS 140-2 certificate", true],
    ["The file gateway uses AES-256 in a module that is not validated by CMVP", true],
    ["TLS without FIPS-validated modules", true],
    ["Laptops are encrypted by an unvalidated module", true],
    ["CUI on backup disks is not encrypted; a FIPS-validated module is needed", false],
    ["FIPS-validated cryptography is not employed to protect CUI", false],
    ["FIPS-validated encryption is not used", false],
    ["No FIPS-validated encryption is employed", false],
    ["CUI travels in clear text; FIPS 140 modules are to be bought for the VPN", false],
    ["Cryptography has gaps", false],
    ["", false],
  ])("%s", (description, clear) => {
    const found = said([{ id: "P-1", controls: "SC.L2-3.13.11", description }]).map(ruleOf);
    expect(found).toEqual(clear ? [] : ["eligibility-unclear"]);
  });
});

describe("ids of SP 800-171", () => {
  const nist = { packs: ["nist-800-171"] };

  it("are looked up in their own revision", () => {
    const rows = ["3.11.2", "3.5.99", "CA.L2-3.12.2"].map((controls, i) => ({ id: `P-${i}`, controls }));
    expect(said(rows, nist)).toEqual(["control-unknown: 3.5.99 is not in NIST SP 800-171 r2"]);
  });

  it("are told when they are withdrawn or unknown in revision 3", () => {
    const rows = ["03.01.01", "03.01.13", "03.05.99"].map((controls, i) => ({ id: `P-${i}`, controls }));
    expect(said(rows, nist)).toEqual([
      "control-withdrawn: 03.01.13 is withdrawn from NIST SP 800-171 r3: see 03.13.08",
      "control-unknown: 03.05.99 is not in NIST SP 800-171 r3",
    ]);
    expect(said([{ id: "P-1", controls: "03.01.13", weakness: "x" }], { ...nist, template: "generic" })).toEqual([
      "control-withdrawn: 03.01.13 is withdrawn from NIST SP 800-171 r3: see 03.13.08",
    ]);
  });

  it("are of revision 2 in CMMC", () => {
    expect(said([{ id: "P-1", controls: "03.01.08" }]).map(ruleOf)).toEqual(["revisions-mixed"]);
  });
});

describe("NIST's CUI template", () => {
  it("has statuses of its own, and says how and when", async () => {
    const poam = readPoam(
      exampleWorkbook({
        template: "nist-cui",
        rows: [
          { weakness: "No test of the plan", status: "Open", scheduledCompletion: "TBD" },
          { weakness: "No plan", status: "Ongoing" },
        ],
      }),
      TEMPLATES,
      { fileName: "plan.xlsx", template: templateNamed("nist-cui") },
    );
    const packs = PACKS.filter(({ id }) => id === "nist-800-171");
    const findings = lint(poam, { packs, asOf: "2026-03-31", settings: {} });
    const shown = findings.map(({ rule, severity, at, message }) => `${at.row} ${severity} ${rule}: ${message}`);
    expect(shown).toContain('2 warning value-not-in-list: "Open" is not one of Ongoing, Complete');
    expect(shown).toContain("3 error required-missing: Scheduled Completion Date is blank");
    expect(shown).toContain("3 error required-missing: Milestones with Interim Completion Dates is blank");
    expect(shown.some((one) => one.startsWith("2 error date-unreadable"))).toBe(true);
  });
});

it("finds nothing in a POA&M without fault", async () => {
  const fileName = "cmmc.xlsx";
  const poam = readPoam(await openWorkbook(readFileSync(`fixtures/ok/${fileName}`), fileName), TEMPLATES, { fileName });
  const packs = PACKS.filter(({ id }) => ["cmmc-l2", "nist-800-171"].includes(id));
  expect(lint(poam, { packs, asOf: "2026-03-31", settings: {} })).toEqual([]);
});
