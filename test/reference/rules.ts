import { cite, entriesOf, type Pack } from "../../src/packs/pack.js";
import { type ExamplePart, exampleParts, fixedParts, visible } from "../../src/reporters/example.js";
import type { ExampleRow, OptionValue, Rule, RuleExample } from "../../src/rules/rule.js";

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
  const options = Object.entries(rule.options ?? {}).map(
    ([name, option]) => `| \`${name}\` | ${show(option.default)} | ${option.summary} |`,
  );
  return [
    `## ${rule.id}`,
    "",
    `${rule.summary}.`,
    "",
    `**Why.** ${rule.why}`,
    "",
    `**What to do.** ${rule.help}`,
    ...(rule.fixable ? ["", `**Fixable.** ${rule.fixable === "safe" ? "safe" : "unsafe: only with `--unsafe`"}`] : []),
    ...(options.length > 0 ? ["", "| option | default | |", "|---|---|---|", ...options] : []),
    "",
    ...rule.examples.flatMap(exampleLines),
    ...(uses.length > 0 ? ["", "| pack | severity | source |", "|---|---|---|", ...uses] : []),
  ];
}

function exampleLines(example: RuleExample): string[] {
  const seen = exampleParts(example).map(partText);
  const title = example.title ? `${example.title}: ` : "";
  const shown = seen.length > 0 ? quoted(seen) : "the form as it is";
  const says = example.says?.map((message) => `  - says: ${message}`) ?? ["  - silent"];
  const fixed = fixedParts(example).map(partText);
  return [`- ${title}${shown}`, ...says, ...(fixed.length > 0 ? [`  - fixed: ${quoted(fixed)}`] : [])];
}

function partText(part: ExamplePart): string {
  if ("remark" in part) return part.remark;
  return part.kind ? `${part.kind}: ${rowText(part.row)}` : rowText(part.row);
}

function quoted(texts: readonly string[]): string {
  return texts.map((text) => `\`${text}\``).join(" · ");
}

function rowText(row: ExampleRow): string {
  return Object.entries(row)
    .map(([field, text]) => `${field} ${text === "" ? '""' : visible(text)}`)
    .join(", ");
}

function show(value: OptionValue): string {
  return typeof value === "object" && Object.keys(value).length === 0 ? "none" : `\`${JSON.stringify(value)}\``;
}
