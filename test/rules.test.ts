import { describe, expect, it } from "vitest";
import { lint } from "../src/lint.js";
import type { Pack } from "../src/packs/pack.js";
import { RULES } from "../src/rules/index.js";
import { readPoam } from "../src/template/read.js";
import { exampleEvidence, exampleWorkbook } from "./example-workbook.js";
import { TEMPLATES, templateNamed } from "./templates.js";

describe.each(RULES.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const pack: Pack = { id: "alone", title: "", summary: "", rules: { [id]: { cites: [] } } };

  it.each(rule.examples.map((example, i) => [example.title ?? `example ${i + 1}`, example] as const))(
    "%s",
    (_, example) => {
      const poam = readPoam(exampleWorkbook(example), TEMPLATES, {
        fileName: "example.xlsx",
        template: templateNamed(example.template ?? "fedramp-rev5-v2.1"),
      });
      const settings = { [id]: { options: example.options ?? {} } };
      const findings = lint(poam, {
        packs: [pack],
        asOf: example.asOf ?? "2026-03-31",
        settings,
        evidence: exampleEvidence(example),
        system: example.system ?? {},
      });
      expect(findings.map(({ message }) => message)).toEqual(example.says ?? []);
      for (const finding of findings) expect(finding.rule).toBe(id);
    },
  );

  it("has an example that is silent and one that fires", () => {
    expect(rule.examples.some(({ says }) => !says)).toBe(true);
    expect(rule.examples.some(({ says }) => says)).toBe(true);
  });
});
