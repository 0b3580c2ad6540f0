import { didYouMean } from "../../config/nearest.js";
import { FIELDS, type FieldName } from "../../model/field.js";
import { UserError } from "../../model/user-error.js";
import { cite, entriesOf, type Pack, type PackRule } from "../../packs/pack.js";
import type { Paint } from "../../reporters/paint.js";
import { wrapped } from "../../reporters/printable.js";
import type { ExampleRow, Rule, RuleExample } from "../../rules/rule.js";
import { paintFor } from "../color.js";
import { columns } from "../columns.js";
import type { Session } from "../program.js";

/** `poam explain`: one rule in full, or all rules by a line each. */
export async function explainCommand(
  { host, engine }: Session,
  id: string | undefined,
  { color }: { color?: boolean },
): Promise<number> {
  const rules = await engine.rules();
  const paint = await paintFor(host.stdout, host, color);
  if (id === undefined) {
    await host.stdout.write(`${columns(rules.map(({ id, summary }) => [id, summary])).join("\n")}\n`);
    return 0;
  }
  const rule = rules.find((rule) => rule.id === id);
  if (!rule) {
    const near =
      didYouMean(
        id,
        rules.map(({ id }) => id),
        3,
      ) || " poam explain lists all.";
    throw new UserError("unknown-rule", `there is no rule ${id}.${near}`);
  }
  const width = Math.min(host.stdout.columns ?? 100, 100);
  await host.stdout.write(`${explanation(rule, await engine.packs(), width, paint).join("\n")}\n`);
  return 0;
}

function explanation(rule: Rule, packs: readonly Pack[], width: number, paint: Paint): string[] {
  const fixable = rule.fixable ? `, with a ${rule.fixable} fix` : "";
  const paragraph = (text: string) => wrapped(text, width, "  ");
  const section = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? ["", paint.strong(title), ...lines] : [];
  return [
    `${paint.strong(rule.id)}: ${rule.summary}`,
    `${paint[rule.severity](rule.severity)} unless a pack says otherwise${fixable}`,
    ...section("Why", paragraph(rule.why)),
    ...section("What to do", paragraph(rule.help)),
    ...rule.examples.flatMap((example) => section(exampleTitle(example), exampleLines(example, width, paint))),
    ...section("Options", optionLines(rule, width)),
    ...section("Packs", packLines(rule, packs, width, paint)),
    ...section("To turn it off", [`  poam lint acme-poam.xlsx --rule ${rule.id}=off`]),
  ];
}

function exampleTitle({ title, says }: RuleExample): string {
  const kind = says ? "Example" : "No fault";
  return title ? `${kind}: ${title}` : kind;
}

function exampleLines(example: RuleExample, width: number, paint: Paint): string[] {
  const given = [
    ...[example.rows].flat().map((row) => rowLines(row)),
    ...(example.closed ?? []).map((row) => rowLines(row, "closed item")),
    example.header === false ? [["header block", "none"]] : pairs(example.header, "header block"),
    pairs(example.headings, "heading"),
    pairs(example.options, "option"),
    example.asOf ? [["as of", example.asOf]] : [],
    example.template ? [["form", example.template]] : [],
  ].filter((lines) => lines.length > 0);
  const label = Math.max(...given.flat().map(([name]) => name!.length));
  const lines = given.flatMap((rows, index) => [
    ...(index > 0 && given.length > 1 && rows.length > 1 ? [""] : []),
    ...rows.flatMap(([name, text]) => {
      const [first = "", ...rest] = wrapped(text!, width, " ".repeat(label + 4));
      return [`  ${name!.padEnd(label)}  ${first.trimStart()}`.trimEnd(), ...rest];
    }),
  ]);
  const says = (example.says ?? []).flatMap((message) => {
    const [first = "", ...rest] = wrapped(message, width, "    ");
    return [`  ${paint.mark("→")} ${first.trimStart()}`, ...rest];
  });
  return [...lines, ...says];
}

function rowLines(row: ExampleRow, kind?: string): string[][] {
  const lines = Object.entries(row).map(([field, text]) => [
    FIELDS[field as FieldName].label,
    text === "" ? '""' : text,
  ]);
  return kind ? [[kind, ""], ...lines] : lines;
}

function pairs(record: Readonly<Record<string, unknown>> | undefined, kind: string): string[][] {
  return Object.entries(record ?? {}).map(([name, value]) => [
    kind,
    `${name}: ${value === null ? "left out" : plain(value)}`,
  ]);
}

function plain(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function optionLines({ options = {} }: Rule, width: number): string[] {
  const indent = Math.max(...Object.keys(options).map((name) => name.length)) + 4;
  return Object.entries(options).flatMap(([name, { summary, default: standard }]) => {
    const [first = "", ...rest] = wrapped(`${summary} (default: ${plain(standard)})`, width, " ".repeat(indent));
    return [`  ${name}`.padEnd(indent) + first.trimStart(), ...rest];
  });
}

function packLines(rule: Rule, packs: readonly Pack[], width: number, paint: Paint): string[] {
  return packs.flatMap((pack) =>
    entriesOf(pack, rule.id).flatMap((entry) => entryLines(pack, entry, rule, width, paint)),
  );
}

function entryLines(pack: Pack, entry: PackRule, rule: Rule, width: number, paint: Paint): string[] {
  const severity = entry.severity ?? rule.severity;
  const shown = severity === "off" ? "off" : paint[severity](severity);
  const options = Object.entries(entry.options ?? {}).map(([name, value]) => `${name} ${plain(value)}`);
  const lines = [
    ...(options.length > 0 ? [`options: ${options.join(", ")}`] : []),
    ...(entry.templates ? [`only in: ${entry.templates.join(", ")}`] : []),
    ...(entry.from || entry.until ? [daysOf(entry)] : []),
    ...entry.cites.map((source) => {
      const from = source.from ? `, from ${source.from}` : "";
      return `cites ${cite(source)}${from}${source.until ? `, until ${source.until}` : ""}`;
    }),
  ];
  return [`  ${pack.id}  ${shown}`, ...lines.flatMap((line) => wrapped(line, width, "    "))];
}

function daysOf({ from, until }: PackRule): string {
  return [from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(" ");
}
