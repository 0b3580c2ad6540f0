import { FIELDS, type FieldName } from "../../model/field.js";
import { didYouMean } from "../../model/nearest.js";
import { SUPPRESSION_FAULTS } from "../../model/suppression.js";
import { UserError } from "../../model/user-error.js";
import { cite, entriesOf, type Pack, type PackRule } from "../../packs/pack.js";
import { type ExamplePart, exampleParts, fixedParts, visible } from "../../reporters/example.js";
import type { Paint } from "../../reporters/paint.js";
import { wrapped } from "../../reporters/printable.js";
import type { OptionValue, Rule, RuleExample } from "../../rules/rule.js";
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
    const lines = columns(
      rules.map(({ id, summary }) => [id, summary]),
      "",
      host.stdout.columns,
    );
    await host.stdout.write(`${lines.join("\n")}\n`);
    return 0;
  }
  const fault = SUPPRESSION_FAULTS.find((fault) => fault.id === id);
  if (fault) {
    const { severity, summary, help } = fault;
    const todo = [paint.strong("What to do"), ...wrapped(help, host.stdout.columns ?? 100, "  ")];
    await host.stdout.write(
      `${[`${paint.strong(id)}: ${summary}`, paint[severity](severity), "", ...todo].join("\n")}\n`,
    );
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
  const fixable = rule.fixable ? `, with ${FIXES[rule.fixable]}` : "";
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

const FIXES = { safe: "a safe fix", unsafe: "an unsafe fix" } as const;

function exampleTitle({ title, says }: RuleExample): string {
  const kind = says ? "Example" : "No fault";
  return title ? `${kind}: ${title}` : kind;
}

/** Items by a line for each field, then remarks on the workbook and the run; each kind of item under its name. */
function exampleLines(example: RuleExample, width: number, paint: Paint): string[] {
  const lines = partLines(exampleParts(example), width);
  const says = (example.says ?? []).flatMap((message) => {
    const [first = "", ...rest] = wrapped(message, width, "    ");
    return [`  ${paint.mark("→")} ${first.trimStart()}`, ...rest];
  });
  const fixed = partLines(fixedParts(example), width);
  return [
    ...(lines.length > 0 ? lines : ["  the form as it is"]),
    ...says,
    ...(fixed.length > 0 ? ["", "  fixed:", ...fixed] : []),
  ];
}

function partLines(parts: readonly ExamplePart[], width: number): string[] {
  const label = Math.max(
    0,
    ...parts.flatMap((part) => ("row" in part ? Object.keys(part.row).map(labelOf) : [])).map((name) => name.length),
  );
  return parts.flatMap((part, index) => {
    if ("remark" in part) return wrapped(part.remark, width, "  ");
    const fields = Object.entries(part.row).flatMap(([field, text]) => {
      const [first = "", ...rest] = wrapped(text === "" ? '""' : visible(text), width, " ".repeat(label + 4));
      return [`  ${labelOf(field).padEnd(label)}  ${first.trimStart()}`, ...rest];
    });
    return [...(index > 0 ? [""] : []), ...(part.kind ? [`  ${part.kind}:`] : []), ...fields];
  });
}

function labelOf(field: string): string {
  return FIELDS[field as FieldName].label;
}

/** A value in words: nothing is `none`. */
function plain(value: OptionValue): string {
  if (typeof value === "string") return value || "none";
  return typeof value === "object" && Object.keys(value).length === 0 ? "none" : JSON.stringify(value);
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
