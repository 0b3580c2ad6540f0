import { cite, entriesOf, type Pack } from "../../src/packs/pack.js";
import { ruleHelp } from "../../src/reporters/rule-help.js";
import type { Rule } from "../../src/rules/rule.js";

/** The reference of all rules, as Markdown: made from the rules themselves. */
export function rulesReference(rules: readonly Rule[], packs: readonly Pack[]): string {
  const index = rules.map(({ id, severity, summary }) => `| [${id}](#${id}) | ${severity} | ${summary} |`);
  return [
    "# Rules",
    "",
    "Made from the rules themselves by `npm run generate`; edit those. The same text: `poam explain <rule>`.",
    "",
    "| rule | severity | what it finds |",
    "|---|---|---|",
    ...index,
    ...rules.flatMap((rule) => ["", ...section(rule, packs)]),
    "",
  ].join("\n");
}

function section(rule: Rule, packs: readonly Pack[]): string[] {
  const uses = packs.flatMap((pack) =>
    entriesOf(pack, rule.id).map((entry) => {
      const days = [entry.from && `from ${entry.from}`, entry.until && `until ${entry.until}`].filter(Boolean);
      const only = [...(entry.templates ?? []), ...days].join(", ");
      const where = only ? `${pack.id} (${only})` : pack.id;
      return `| ${where} | ${entry.severity ?? rule.severity} | ${entry.cites.map(cite).join("; ")} |`;
    }),
  );
  return [
    `## ${rule.id}`,
    "",
    `${rule.summary}.`,
    "",
    ...ruleHelp(rule),
    ...(uses.length > 0 ? ["", "| pack | severity | source |", "|---|---|---|", ...uses] : []),
  ];
}
