import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { SCHEMAS } from "../../src/cli/commands/schema-flags.js";
import { main } from "../../src/cli/main.js";
import { memoryHost } from "./memory-host.js";

async function printed(of: string): Promise<string> {
  const host = memoryHost();
  expect({ code: await main(["schema", of], host), err: host.err() }).toEqual({ code: 0, err: "" });
  return host.out();
}

/** What the README shows of the report section, and of overrides. */
const README = readFileSync("README.md", "utf8");
const REPORT = JSON.parse(/```json\n(\{\n {2}"report": [\s\S]*?)```/.exec(README)![1]!);
const OVERRIDES = JSON.parse(/```json\n(\{\n {2}"extends": [\s\S]*?)```/.exec(README)![1]!);
const VER = JSON.parse(readFileSync("fixtures/err/fedramp-vdr-late.xlsx.poam.ver.json", "utf8"));
const FORM = JSON.parse(readFileSync("templates/cmmc/template.json", "utf8"));

describe("poam schema", () => {
  it.each([
    ["config", "schemas/poam.config.schema.json"],
    ["suppressions", "schemas/poam.suppressions.schema.json"],
    ["report", "schemas/poam.report.schema.json"],
    ["template", "templates/template.schema.json"],
    ["items", "schemas/poam-items.schema.json"],
    ["ver", "schemas/poam.ver.schema.json"],
  ])("%s prints what the package holds as %s", async (of, path) => {
    expect(SCHEMAS).toContain(of);
    expect(await printed(of)).toBe(readFileSync(path, "utf8"));
  });

  it.each<[of: string, good: object, bad: object, fault: string]>([
    ["config", REPORT, { rules: { overdue: "fatal" } }, "/rules/overdue must be equal to one of the allowed values"],
    ["config", { packs: ["cmmc-l2"] }, { pack: "cmmc-l2" }, " must NOT have additional properties"],
    [
      "config",
      OVERRIDES,
      { overrides: [{ files: ["legacy/*"], rules: { overdue: "fatal" } }] },
      "/overrides/0/rules/overdue must be equal to one of the allowed values",
    ],
    [
      "config",
      { extends: ["base.json"], overrides: [] },
      { overrides: [{ files: ["legacy/*"], extends: "base.json" }] },
      "/overrides/0 must NOT have additional properties",
    ],
    ["report", REPORT.report, { baseline: -1 }, "/baseline must be >= 0"],
    ["template", FORM, { ...FORM, id: undefined }, " must have required property 'id'"],
    ["ver", VER, { items: { "V-1": { rating: 6 } } }, "/items/V-1/rating must be equal to constant"],
  ])("%s takes what poam takes and refuses what it refuses", async (of, good, bad, fault) => {
    const validate = new Ajv2020({ strict: false, allErrors: true, validateFormats: false }).compile(
      JSON.parse(await printed(of)),
    );
    expect(validate(good), JSON.stringify(validate.errors)).toBe(true);
    expect(validate(JSON.parse(JSON.stringify(bad)))).toBe(false);
    expect(validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`)).toContain(fault);
  });

  it("says which schemas there are", async () => {
    const host = memoryHost();
    expect(await main(["schema", "cofig"], host)).toBe(2);
    expect(host.err()).toBe("poam: the schema cannot be cofig. Did you mean config?\n");
  });
});
