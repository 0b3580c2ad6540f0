import { describe, expect, it } from "vitest";
import type { Fixed } from "../src/fix.js";
import { lint } from "../src/lint.js";
import type { Cell } from "../src/model/cell.js";
import { isIsoDate } from "../src/model/date.js";
import { FIELDS, type FieldName } from "../src/model/field.js";
import type { Finding } from "../src/model/finding.js";
import type { Poam } from "../src/model/poam.js";
import type { Workbook } from "../src/model/workbook.js";
import type { Pack } from "../src/packs/pack.js";
import { RULES } from "../src/rules/index.js";
import type { Rule, RuleExample } from "../src/rules/rule.js";
import { readPoam } from "../src/template/read.js";
import { exampleEvidence, exampleWorkbook } from "./example-workbook.js";
import { fixInMemory } from "./fix-in-memory.js";
import { TEMPLATES, templateNamed } from "./templates.js";

function read(workbook: Workbook, example: RuleExample): Poam {
  const template = templateNamed(example.template ?? "fedramp-rev5-v2.1");
  return readPoam(workbook, TEMPLATES, { fileName: "example.xlsx", template });
}

/** What the rule alone says. */
function check(poam: Poam, { id }: Rule, example: RuleExample): Finding[] {
  const pack: Pack = { id: "alone", title: "", summary: "", rules: { [id]: { cites: [] } } };
  return lint(poam, {
    packs: [pack],
    asOf: example.asOf ?? "2026-03-31",
    settings: { [id]: { options: example.options ?? {} } },
    evidence: exampleEvidence(example),
    system: example.system ?? {},
  });
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  it.each(rule.examples.map((example, i) => [example.title ?? `example ${i + 1}`, example] as const))(
    "%s",
    async (_, example) => {
      const workbook = exampleWorkbook(example);
      const findings = check(read(workbook, example), rule, example);
      expect(findings.map(({ message }) => message)).toEqual(example.says ?? []);
      for (const finding of findings) expect(finding.rule).toBe(id);
      if (findings.every(({ fix }) => !fix)) {
        expect([example.fixed, example.moved]).toEqual([undefined, undefined]);
        return;
      }
      const fixed = await fixInMemory(
        workbook,
        (one) => read(one, example),
        (poam) => check(poam, rule, example),
      );
      expect(movesIn(fixed)).toEqual(example.moved ?? {});
      expect(rowsOf(fixed.poam)).toEqual([example.fixed ?? example.rows].flat());
      expect(textDates(fixed.poam, fixed)).toEqual([]);
      const written = new Set(fixed.cells.map(({ at }) => `${at.row} ${at.column} ${at.sheet}`));
      expect(fixed.findings.filter(({ at }) => written.has(`${at.row} ${at.column} ${at.sheet}`))).toEqual([]);
    },
  );

  it("has an example that is silent and one that fires", () => {
    expect(rule.examples.some(({ says }) => !says)).toBe(true);
    expect(rule.examples.some(({ says }) => says)).toBe(true);
  });

  it("says how safe its fixes are", () => {
    const fixes = rule.examples.flatMap((example) =>
      check(read(exampleWorkbook(example), example), rule, example).flatMap(({ fix }) => fix?.safety ?? []),
    );
    expect(fixes.includes("safe") ? "safe" : fixes[0]).toBe(rule.fixable);
  });
});

/** The items of the main sheet as texts, by field. */
function rowsOf(poam: Poam): Partial<Record<FieldName, string>>[] {
  const { sheet, columns } = poam.registers.find(({ state }) => state === "open" || state === "by-status")!;
  return [...poam.items()]
    .filter((item) => item.sheet === sheet)
    .map((item) =>
      Object.fromEntries(
        columns.flatMap(({ field }) => {
          const text = (item[field] as Cell<unknown>).text;
          return text === "" ? [] : [[field, text]];
        }),
      ),
    );
}

/** Dates that were corrected and are still texts. */
function textDates(poam: Poam, { cells }: Fixed): string[] {
  const corrected = new Set(cells.map(({ at }) => `${at.row} ${at.column} ${at.sheet}`));
  return [...poam.items()].flatMap((item) =>
    poam.registers
      .find(({ sheet }) => sheet === item.sheet)!
      .columns.flatMap(({ field, column }) => {
        const { text, kind } = item[field] as Cell<unknown>;
        const isMeant = FIELDS[field].kind === "date" && corrected.has(`${item.row} ${column} ${item.sheet}`);
        return isMeant && isIsoDate(text) && kind !== "date" ? [text] : [];
      }),
  );
}

function movesIn({ left }: Fixed): Record<string, string> {
  return Object.fromEntries(
    left.flatMap(({ finding }) => (finding.fix?.move ? [[finding.item, finding.fix.move.to]] : [])),
  );
}
