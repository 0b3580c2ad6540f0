import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lint } from "../src/lint.js";
import type { Finding } from "../src/model/finding.js";
import type { Poam } from "../src/model/poam.js";
import { UserError } from "../src/model/user-error.js";
import { PACKS } from "../src/packs/index.js";
import { readPoam } from "../src/template/read.js";
import { openWorkbook } from "../src/workbook/open.js";
import { TEMPLATES } from "./templates.js";

/** Workbooks of other people, which are not part of the project: without them these tests are skipped. */
const CORPUS = "../shared/corpus";
const present = existsSync(CORPUS);
if (!present) console.warn(`${CORPUS} is absent: the tests on other people's workbooks are skipped`);

async function read(path: string): Promise<{ poam: Poam; findings: readonly Finding[] }> {
  const fileName = path.split("/").at(-1)!;
  const poam = readPoam(await openWorkbook(readFileSync(`${CORPUS}/${path}`), fileName), TEMPLATES, { fileName });
  const packs = PACKS.filter(({ id }) => poam.template.packs.includes(id));
  return { poam, findings: lint(poam, { packs, asOf: "2026-04-30", settings: {} }) };
}

const rowsOf = (poam: Poam) => [...poam.items()].map(({ sheet, row }) => `${sheet}!${row}`);

describe.skipIf(!present)("blank official forms hold no items", () => {
  it.each([
    ["fedramp/FedRAMP-POAM-Template_2018-01-21.xlsm", "fedramp-2018"],
    ["fedramp/FedRAMP-POAM-Template_2018-01-29.xlsm", "fedramp-2018"],
    ["fedramp/FedRAMP-POAM-Template_2021-11-23.xlsm", "fedramp-2021"],
    ["fedramp/FedRAMP-POAM-Template_2022-06-23_REV4.xlsm", "fedramp-2022"],
    ["fedramp/FedRAMP-POAM-Template_2023-08-30a.xlsm", "fedramp-rev5-v2.0"],
    ["fedramp/FedRAMP-POAM-Template_2023-08-30b.xlsm", "fedramp-rev5-v2.0"],
    ["fedramp/FedRAMP-POAM-Template_2024-03-29.xlsx", "fedramp-rev5-v2.1"],
    ["fedramp/FedRAMP-POAM-Template_2025-11-17_v3.0.xlsx", "fedramp-rev5-v3.0"],
    ["emass/poam-template_2020-09-08.xlsx", "stigman-emass"],
    ["emass/poam-template_2025-10-09.xlsx", "stigman-emass"],
    ["emass/poam-template-mccast_2024-08-28.xlsx", "stigman-mccast"],
    ["emass/emass-2020_template.xlsm", "emass-2020"],
    ["emass/heimdall_POAM_2021.xlsx", "emass-2020"],
  ])("%s is %s", async (path, template) => {
    const { poam, findings } = await read(path);
    expect(poam.template.id).toBe(template);
    expect(poam.counts.total).toBe(0);
    expect(poam.differences).toEqual([]);
    expect(findings.filter(({ item }) => item !== null)).toEqual([]);
  });
});

describe.skipIf(!present)("filled workbooks give the items that a reader counts", () => {
  it.each([
    ["emass/emass-2020_converted-by-saf.xlsm", "emass-2020", ["POA&M!8", "POA&M!13"]],
    ["other/home-made_wdemarcus8.xlsx", "generic", range("POAM", 5, 16)],
    ["other/trestle_test-poam-template.xlsx", "generic", range("Open POA&M Items", 6, 7)],
    ["other/trestle_test-poam-data.csv", "generic", range("trestle_test-poam-data", 2, 3)],
    ["other/scubagear_ActionPlan.csv", "generic", range("scubagear_ActionPlan", 2, 15)],
    ["other/nist-800-171_begin-solutions.xlsx", "generic", []],
  ])("%s as %s", async (path, template, rows) => {
    const { poam } = await read(path);
    expect(poam.template.id).toBe(template);
    expect(rowsOf(poam)).toEqual(rows);
  });
});

/** The figures were counted with openpyxl: 4,876 ids in rows 8 to 4883 of the open sheet, 20 ratings of "Critical". */
describe.skipIf(!present)("a filled FedRAMP 3.0 workbook of 4,876 items", async () => {
  const { poam, findings } = present
    ? await read("fedramp/filled-v3.0_2026-04-12.xlsx")
    : ({} as Awaited<ReturnType<typeof read>>);
  const at = (rule: string) => findings.filter((finding) => finding.rule === rule).map(({ at: place }) => place);

  it("has its items, each at its row", () => {
    expect(rowsOf(poam)).toEqual(range("Open POA&M Items", 8, 4883));
  });
  it("has text dates in L and M of every item", () => {
    expect(at("date-mistyped").map(({ row, column }) => `${column}:${row}`)).toEqual(
      Array.from({ length: 4876 }, (_, i) => [`12:${i + 8}`, `13:${i + 8}`]).flat(),
    );
  });
  it("has 20 ratings outside the form's list, all in R", () => {
    expect(at("critical-not-in-form").map(({ column }) => column)).toEqual(Array(20).fill(18));
  });
  it("has assets, plan and status date blank in every item", () => {
    const columns = at("required-missing").map(({ column }) => column);
    expect(columns).toEqual(Array(4876).fill([8, 11, 14]).flat());
  });
  it("has its third guidance row overwritten, with 14 of the form's words left in it", () => {
    const [finding] = findings.filter(({ rule }) => rule === "guidance-overwritten");
    expect(finding!.at).toEqual({ sheet: "Open POA&M Items", row: 8, column: 2 });
    expect(poam.oddRows[0]!.leftovers.map(({ column }) => column)).toEqual([
      8, 10, 11, 14, 16, 17, 19, 22, 23, 24, 25, 26, 27, 28,
    ]);
  });
});

describe.skipIf(!present)("documents that are no POA&M are refused in one sentence", () => {
  const paths = present ? ["fedramp", "emass", "other", "scans", "oscal"].flatMap((folder) => list(folder)) : [];
  it("names a Test Result Import", async () => {
    await expect(read("emass/heimdall_emass_2021.xlsx")).rejects.toThrow(
      "heimdall_emass_2021.xlsx is an eMASS Test Result Import, not a POA&M.",
    );
  });
  it.each(paths)("%s is read or refused", async (path) => {
    try {
      await read(path);
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
      expect((error as UserError).message).not.toMatch(/\n/);
    }
  });
});

function list(folder: string): string[] {
  return readdirSync(`${CORPUS}/${folder}`).map((name) => `${folder}/${name}`);
}

function range(sheet: string, first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => `${sheet}!${first + i}`);
}
