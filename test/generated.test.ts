import { describe, expect, it } from "vitest";
import { reportJsonSchema } from "../src/config/report-schema.js";
import { configJsonSchema } from "../src/config/schema.js";
import { suppressionsJsonSchema } from "../src/config/suppressions.js";
import { verJsonSchema } from "../src/config/ver.js";
import { PACKS } from "../src/packs/index.js";
import { RULES } from "../src/rules/index.js";
import { templateJsonSchema } from "../src/template/schema.js";
import { itemsJsonSchema } from "../src/workbook/items-json-schema.js";
import { ruleWordsFile } from "./reference/rule-words.js";
import { rulesReference } from "./reference/rules.js";
import { rulesIndex } from "./reference/rules-index.js";
// from "./reference/rules.js";
import { templatesReference } from "./reference/templates.js";
import { TEMPLATES } from "./templates.js";

// `npm run generate` writes these files; without it a file that is not current fails here.
describe("generated files are current", () => {
  it("the index of the rules", () => expect(rulesIndex()).toMatchFileSnapshot("../src/rules/index.ts"));
  it("the words that rules look for", () =>
    expect(ruleWordsFile()).toMatchFileSnapshot("../src/anonymize/rule-words.ts"));
  it("the reference of the rules", () =>
    expect(rulesReference(RULES, PACKS)).toMatchFileSnapshot("../src/rules/README.md"));
  it("the list of templates", () =>
    expect(templatesReference(TEMPLATES)).toMatchFileSnapshot("../templates/README.md"));
  it("the schema of templates", () =>
    expect(`${JSON.stringify(templateJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
      "../templates/template.schema.json",
    ));
  it("the schema of poam's own JSON of items", () =>
    expect(`${JSON.stringify(itemsJsonSchema(), null, 2)}\n`).toMatchFileSnapshot("../schemas/poam-items.schema.json"));
  it("the schema of the config's report section", () =>
    expect(`${JSON.stringify(reportJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
      "../schemas/poam.report.schema.json",
    ));
  it("the schema of poam.ver.json", () =>
    expect(`${JSON.stringify(verJsonSchema(), null, 2)}\n`).toMatchFileSnapshot("../schemas/poam.ver.schema.json"));
  it("the schema of the config", () =>
    expect(`${JSON.stringify(configJsonSchema({ rules: RULES, packs: PACKS }), null, 2)}\n`).toMatchFileSnapshot(
      "../schemas/poam.config.schema.json",
    ));
  it("the schema of suppressions", () =>
    expect(`${JSON.stringify(suppressionsJsonSchema(RULES.map(({ id }) => id)), null, 2)}\n`).toMatchFileSnapshot(
      "../schemas/poam.suppressions.schema.json",
    ));
});
