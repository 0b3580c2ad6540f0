import type { ExampleRow, OptionValue, Rule, RuleExample } from "../rules/rule.js";
import { type ExamplePart, exampleParts, fixedParts, visible } from "./example.js";

/** What a rule is about as lines of Markdown: why, what to do, its options and examples. */
export function ruleHelp(rule: Rule): string[] {
  const options = Object.entries(rule.options ?? {}).map(
    ([name, option]) => `| \`${name}\` | ${show(option.default)} | ${option.summary} |`,
  );
  return [
    `**Why.** ${rule.why}`,
    "",
    `**What to do.** ${rule.help}`,
    ...(rule.fixable ? ["", `**Fixable.** ${rule.fixable === "safe" ? "safe" : "unsafe: only with `--unsafe`"}`] : []),
    ...(options.length > 0 ? ["", "| option | default | |", "|---|---|---|", ...options] : []),
    "",
    ...rule.examples.flatMap(exampleLines),
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
