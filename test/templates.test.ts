import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FIELDS } from "../src/model/field.js";
import type { SheetLayout, Template } from "../src/model/template.js";
import { UserError } from "../src/model/user-error.js";
import { fold } from "../src/template/fold.js";
import { parseTemplate, templateJsonSchema } from "../src/template/schema.js";

const folder = new URL("../templates/", import.meta.url);
const facts = new URL("../../shared/facts/", import.meta.url);
const json = (url: URL) => JSON.parse(readFileSync(url, "utf8"));
const ids = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const templates = new Map<string, Template>(
  ids.map((id) => [id, parseTemplate(json(new URL(`${id}/template.json`, folder)), id)]),
);
const template = (id: string) => templates.get(id)!;
const headings = ({ columns }: SheetLayout) => columns.map(({ heading }) => heading);

/** Aliases that stand in two columns on purpose: the first column takes one heading, the second what is left. */
const SHARED_ALIASES = ["completion date", "severity"];

const PACKS: Record<Template["framework"], string[]> = {
  fedramp: ["fedramp-rev5", "best-practice"],
  emass: ["rmf-emass", "best-practice"],
  cms: ["rmf-emass", "best-practice"],
  cmmc: ["cmmc-l2", "nist-800-171", "best-practice"],
  "nist-800-171": ["nist-800-171", "best-practice"],
  tracker: ["best-practice"],
  generic: ["best-practice"],
};

/** Ids and the facts' names of the same layouts. */
const FEDRAMP: Record<string, string> = {
  "fedramp-2018": "POAM_2018-01-29_983461f3.xlsm",
  "fedramp-2021": "POAM_2021-11-23_9ee7b8e9.xlsm",
  "fedramp-2022": "POAM_2022-06-23_f9ff9556.xlsm",
  "fedramp-rev5-v2.0": "POAM_2023-08-30b_1a2eed89.xlsm",
  "fedramp-rev5-v2.1": "POAM_2024-03-29_b2677ec8.xlsx",
  "fedramp-rev5-v3.0": "brianchaplow_FedRAMP-POAM-Template-Rev5.xlsx",
};

/** As above, in the facts of the eMASS family. */
const EMASS: Record<string, string> = {
  "emass-2020": "emass-rmf-2020-classic",
  "emass-navy-2023": "emass-navy-2023-no-milestone-id",
  "emass-navy-2024": "emass-navy-2024-milestone-id",
  "emass-navy-2026": "emass-navy-2026",
  "emass-army-2026": "emass-army-2026",
  "emass-marine-2026": "emass-marine-2026",
  "stigman-emass": "stigman-emass",
  "stigman-mccast": "stigman-mccast",
  "nist-cui": "nist-cui-plan-of-action",
  "cset-cmmc": "cset-cmmc-poam",
  "cms-caat": "cms-caat",
};

describe("templates", () => {
  it.each(ids)("%s is valid, and named as its folder", (id) => {
    expect(template(id).id).toBe(id);
  });

  it.each(ids)("%s names each heading once", (id) => {
    for (const { columns } of template(id).sheets) {
      const names = columns
        .filter(({ field }) => field)
        .flatMap(({ heading, aliases }) => [heading, ...(aliases ?? [])])
        .map(fold);
      const twice = names.filter((name, index) => names.indexOf(name) !== index);
      expect(twice.filter((name) => !SHARED_ALIASES.includes(name))).toEqual([]);
    }
  });

  it.each(ids)("%s has lists only where a text is one of several", (id) => {
    for (const { columns } of template(id).sheets) {
      for (const { field, list, notation } of columns) {
        const kind = field && FIELDS[field].kind;
        if (list && kind) expect(["text", "choice", "rating", "answer"]).toContain(kind);
        if (kind === "controls") expect(notation).toBeDefined();
        else expect(notation).toBeUndefined();
      }
    }
  });

  it.each(ids)("%s bears the packs of its framework, or a refusal", (id) => {
    const { framework, packs, purpose, refusal } = template(id);
    if (purpose === "companion") expect(refusal).toMatch(/^is an? .+, not a POA&M$/);
    else expect(packs).toEqual(PACKS[framework]);
  });

  it("asks statuses of their own lists only", () => {
    for (const { sheets } of templates.values()) {
      for (const { columns } of sheets) {
        const list = columns.find(({ field }) => field === "status")?.list;
        for (const { required } of columns) {
          if (list && typeof required === "object") expect(list).toEqual(expect.arrayContaining([...required.status]));
        }
      }
    }
  });

  it("has a heading for every field in generic, as converting to CSV needs", () => {
    const fields = template("generic").sheets[0]!.columns.flatMap(({ field }) => field ?? []);
    expect(fields.sort()).toEqual(Object.keys(FIELDS).sort());
  });

  it("is described by a JSON schema", () => {
    expect(templateJsonSchema()).toMatchObject({ type: "object", required: expect.arrayContaining(["id", "sheets"]) });
  });
});

describe("a user's own template", () => {
  const valid = {
    id: "mine",
    title: "Mine",
    source: "our own register",
    framework: "generic",
    packs: ["best-practice"],
    sheets: [
      { name: "POAM", state: "by-status", headingRow: 1, firstRow: 2, columns: [{ heading: "Key", field: "id" }] },
    ],
  };
  const withColumns = (...columns: object[]) => ({ ...valid, sheets: [{ ...valid.sheets[0], columns }] });

  it.each<[string, object, string]>([
    ["no sheets", { ...valid, sheets: undefined }, "sheets is missing"],
    ["a misspelt key", { ...valid, framwork: "x" }, "there is no key framwork (did you mean framework?)."],
    [
      "an unknown field",
      withColumns({ heading: "Due", field: "completion" }),
      "there is no field completion (did you mean ",
    ],
    [
      "a misspelt key of a column",
      withColumns({ heading: "Key", feild: "id" }),
      "sheets[0].columns[0]: there is no key feild (did you mean field?).",
    ],
    ["a text for a list", { ...valid, packs: "best-practice" }, "packs: must be a list [ … ]."],
    [
      "an unknown framework",
      { ...valid, framework: "fedrmp" },
      'framework: "fedrmp" is not possible (did you mean fedramp?).',
    ],
    [
      "a field claimed twice",
      withColumns({ heading: "Key", field: "id" }, { heading: "No", field: "id" }),
      'sheets[0].columns[1].field: another column of the sheet is "id" already',
    ],
    [
      "items above their headings",
      { ...valid, sheets: [{ ...valid.sheets[0], headingRow: 3 }] },
      "sheets[0].firstRow: must lie below headingRow",
    ],
    [
      "a wrong requirement",
      withColumns({ heading: "Key", field: "id", required: "yes" }),
      'sheets[0].columns[0].required: must be true, false or { "status": [ … ] }',
    ],
    [
      "a companion without refusal",
      { ...valid, purpose: "companion" },
      "refusal: a companion document needs a refusal",
    ],
  ])("says what is wrong: %s", (_, value, message) => {
    expect(() => parseTemplate(value, "my.json")).toThrow(UserError);
    expect(() => parseTemplate(value, "my.json")).toThrow(message);
    expect(() => parseTemplate(value, "my.json")).toThrow("my.json is no valid template: ");
  });

  it("is taken as it is where it is right", () => {
    expect(parseTemplate(valid, "my.json")).toEqual(valid);
  });
});

describe("headings as the facts have them (skipped where ../shared/facts is absent)", () => {
  const there = existsSync(facts);

  it.skipIf(!there).each(Object.entries(FEDRAMP))("%s", (id, workbook) => {
    const sheets = json(new URL("fedramp-templates.json", facts))[workbook];
    for (const layout of template(id).sheets) {
      expect(layout.headingRow).toBe(sheets[layout.name].headingRow);
      expect(headings(layout)).toEqual(Object.values(sheets[layout.name].headings));
    }
  });

  it.skipIf(!there).each(Object.entries(EMASS))("%s", (id, key) => {
    const layout = json(new URL("emass-templates.json", facts))[key];
    const sheet = template(id).sheets[0]!;
    if (layout.heading_row) expect(sheet.headingRow).toBe(layout.heading_row);
    if (layout.first_data_row) expect(sheet.firstRow).toBe(layout.first_data_row);
    expect(headings(sheet)).toEqual(layout.columns.map(rawHeading));
    if (layout.header_block?.length) {
      const labels = layout.header_block
        .map(({ text }: { text: string }) => text)
        .filter((text: string) => text.endsWith(":"));
      expect(
        template(id)
          .header?.map(({ label }) => label)
          .sort(),
      ).toEqual(labels.sort());
    }
  });

  it.skipIf(!there)("generic knows each heading of the variants", () => {
    const page = readFileSync(new URL("heading-variants.md", facts), "utf8").split("## FedRAMP column sets")[0]!;
    const counted = [...page.matchAll(/^- "?(.+?)"? \(\d+\)(?:;|$)/gm)].map((match) =>
      fold(match[1]!.replaceAll("⏎", " ")),
    );
    const known = new Set(
      template("generic").sheets[0]!.columns.flatMap(({ heading, aliases }) => [heading, ...(aliases ?? [])].map(fold)),
    );
    expect(counted.length).toBeGreaterThan(250);
    expect(counted.filter((heading) => !known.has(heading))).toEqual([]);
  });
});

/** The facts write a column as [letter, heading] or as an object. */
function rawHeading(column: [string, string] | { heading_raw?: string; heading_norm: string }): string {
  return Array.isArray(column) ? column[1] : (column.heading_raw ?? column.heading_norm);
}
