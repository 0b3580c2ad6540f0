import type { FieldName } from "../model/field.js";
import type { ExampleRow, RuleExample } from "../rules/rule.js";

/** One thing that an example sets: an item, with what kind of item it is ("" for an open one), or a remark. */
export type ExamplePart = { readonly kind: string; readonly row: ExampleRow } | { readonly remark: string };

/** All that an example sets, in reading order: what sets two examples apart must be seen. */
export function exampleParts(example: RuleExample): readonly ExamplePart[] {
  const { previous, riskExposure, header } = example;
  return [
    ...items("", [example.rows].flat()),
    ...items("closed", example.closed),
    ...items("configuration", example.configuration),
    ...items("documentation", example.documentation),
    ...remarks(
      ...texts("header ", header || undefined),
      header === false && "no header block",
      ...texts("heading ", example.headings),
      example.columns && `columns: ${example.columns.join(", ")}`,
      ...(example.extra ?? []).map((heading) => `one more column: "${visible(heading)}"`),
      ...texts("sheet ", example.sheets),
      ...(example.without ?? []).map((sheet) => `without sheet '${sheet}'`),
      example.tabs && `tabs: ${example.tabs.map(visible).join(", ")}`,
      example.banner !== undefined && `banner: "${visible(example.banner)}"`,
      example.headingRow && `headings in row ${example.headingRow}`,
      example.guidance === false && "without guidance rows",
      example.overwrite && "on the last guidance row",
      example.asText && "dates stored as text",
    ),
    ...items("last month", previous?.rows),
    ...items("last month, closed", previous?.closed),
    ...items("inventory", example.inventory),
    ...items("deviation request", example.deviations),
    ...items("risk exposure table", riskExposure?.rows),
    ...items("corrected during testing", riskExposure?.closed),
    ...remarks(
      ...(example.kev ?? []).map(
        ({ cve, addedOn, dueOn }) => `known exploited: ${cve}, added ${addedOn}, due ${dueOn}`,
      ),
      ...values("vulnerability facts of ", example.ver),
      ...values("system: ", example.system),
      ...values("option ", example.options),
      example.template && `form ${example.template}`,
      example.asOf && `as of ${example.asOf}`,
    ),
  ];
}

/** What the fixes make of it: of each item the cells that change ("" where one is emptied), and the items that move. */
export function fixedParts({ rows, fixed, moved = {} }: RuleExample): readonly ExamplePart[] {
  const before = [rows].flat();
  const changed = (fixed ? [fixed].flat() : []).map((row, index): ExampleRow => {
    const fields = Object.keys({ ...before[index], ...row }) as FieldName[];
    return Object.fromEntries(
      fields.filter((field) => row[field] !== before[index]![field]).map((field) => [field, row[field] ?? ""]),
    );
  });
  const moves = Object.entries(moved).map(([id, state]) => `${id} stands among the ${state} items`);
  return [...items("", changed), ...remarks(...moves)];
}

/** A cell's text on one line, with signs for what would not be seen: ⏎ line break, ⇥ tab, ␣ blank at an end or beside another. */
export function visible(text: string): string {
  return text
    .replace(/\r?\n|\r/g, "⏎")
    .replace(/\t/g, "⇥")
    .replace(/(?<= ) |^ | $/g, "␣")
    .replace(/[\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]/g, (sign) => {
      return `<U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>`;
    });
}

function items(kind: string, rows: readonly ExampleRow[] = []): ExamplePart[] {
  return rows.filter((row) => Object.keys(row).length > 0).map((row) => ({ kind, row }));
}

function remarks(...given: readonly (string | number | false | undefined)[]): ExamplePart[] {
  return given.flatMap((remark) => (typeof remark === "string" ? { remark } : []));
}

function texts(kind: string, record: Readonly<Record<string, string>> = {}): string[] {
  return Object.entries(record).map(([name, text]) => `${kind}${visible(name)}: "${visible(text)}"`);
}

function values(kind: string, record: object = {}): string[] {
  return Object.entries(record).map(([name, value]) => `${kind}${name} ${JSON.stringify(value)}`);
}
