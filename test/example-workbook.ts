import type { Evidence } from "../src/model/evidence.js";
import type { FieldName } from "../src/model/field.js";
import type { Poam } from "../src/model/poam.js";
import type { HeaderEntry, SheetLayout } from "../src/model/template.js";
import type { Workbook } from "../src/model/workbook.js";
import type { ExampleRow, RuleExample } from "../src/rules/rule.js";
import { readPoam } from "../src/template/read.js";
import { dated, type MadeCell, memoryWorkbook } from "./memory-workbook.js";
import { TEMPLATES, templateNamed } from "./templates.js";

/** The workbook that a rule's example describes: the form's sheets, header block and guidance, with the example's items. */
export function exampleWorkbook(example: RuleExample): Workbook {
  const template = templateNamed(example.template ?? "fedramp-rev5-v2.1");
  const rows = Array.isArray(example.rows) ? example.rows : [example.rows];
  const sheets: Record<string, Record<number, MadeCell[]>> = {};
  for (const layout of template.sheets) {
    if (example.without?.includes(layout.name)) continue;
    const items =
      { closed: example.closed ?? [], configuration: example.configuration ?? [] }[layout.state as string] ?? rows;
    const main = layout.state === "open" || layout.state === "by-status";
    const header = main && example.header !== false ? (template.header ?? []) : [];
    const shape = main && example.headingRow ? lowered(layout, example.headingRow) : layout;
    if (layout.state === "documentation") {
      if (example.documentation)
        sheets[example.sheets?.[layout.name] ?? layout.name] = sheetOf(
          layout,
          example.documentation,
          [],
          example,
          false,
        );
      continue;
    }
    sheets[example.sheets?.[layout.name] ?? layout.name] = sheetOf(shape, items, header, example, main);
  }
  const tabs = example.tabs?.map((name) => [name, sheets[name] ?? { 1: [name] }] as const);
  return memoryWorkbook(tabs ? Object.fromEntries(tabs) : sheets);
}

/** What the example gives besides the workbook. */
export function exampleEvidence(example: RuleExample): Evidence {
  const { previous, inventory, deviations, riskExposure, kev, ver } = example;
  const read = (id: string, rows: readonly ExampleRow[], closed: readonly ExampleRow[] = []): Poam => {
    const template = templateNamed(id);
    const workbook = exampleWorkbook({ template: id, rows, closed });
    return readPoam(workbook, TEMPLATES, { fileName: `${id}.xlsx`, template });
  };
  return {
    ...(previous && { previous: read(example.template ?? "fedramp-rev5-v2.1", previous.rows, previous.closed) }),
    ...(inventory && { inventory: read("fedramp-inventory", inventory) }),
    ...(deviations && { deviations: read("fedramp-deviation-request", deviations) }),
    ...(riskExposure && { riskExposure: read("fedramp-ret", riskExposure.rows, riskExposure.closed) }),
    ...(kev && { kev: new Map(kev.map((entry) => [entry.cve, entry])) }),
    ...(ver && { ver: { items: new Map(Object.entries(ver)) } }),
  };
}

function sheetOf(
  layout: SheetLayout,
  items: readonly ExampleRow[],
  header: readonly HeaderEntry[],
  example: RuleExample,
  main: boolean,
): Record<number, MadeCell[]> {
  // v3.0 labels its rows in column A, before the first heading.
  const offset = layout.guidanceLabels ? 1 : 0;
  const place = (cells: MadeCell[]) => [...Array<MadeCell>(offset), ...cells];
  const columns = example.columns && main ? pick(layout, example.columns) : layout.columns;
  const heading = (text: string) => (main ? (example.headings?.[text] ?? text) : text);
  const rows: Record<number, MadeCell[]> = {
    [layout.headingRow]: place([
      ...columns.map((column) => heading(column.heading)),
      ...(main ? (example.extra ?? []) : []),
    ]),
  };
  if (main && example.banner) rows[1] = [example.banner];
  header.forEach((entry, i) => {
    const below = entry.value === "below";
    const text = (example.header || undefined)?.[entry.field] ?? FILLED[entry.field] ?? "";
    const row = below ? 2 : 2 + (i % 5);
    const column = below ? offset + i : 4 * Math.floor(i / 5);
    (rows[row] ??= [])[column] = entry.label;
    if (below) (rows[row + 1] ??= [])[column] = dated(text);
    else rows[row]![column + 1] = dated(text);
  });
  let next = layout.firstRow;
  const labels = example.guidance === false ? [] : (layout.guidanceLabels ?? []);
  labels.forEach((label, i) => {
    rows[layout.headingRow + 1 + i] = [label, ...columns.map(({ hints }) => hints?.at(-1))];
  });
  if (example.overwrite && main) next = layout.headingRow + labels.length;
  for (const item of items) {
    const cells = columns.map(({ field }) => cellOf(item, field, example));
    rows[next] = (rows[next] ?? []).slice(0, offset).concat(
      (offset > (rows[next]?.length ?? 0) ? place([]) : []).slice(rows[next]?.length ?? 0),
      cells.map((cell, i) => cell ?? rows[next]?.[offset + i]),
    );
    next++;
  }
  return rows;
}

/** The layout with its headings in another row, and its items as far below them. */
function lowered(layout: SheetLayout, headingRow: number): SheetLayout {
  return { ...layout, headingRow, firstRow: layout.firstRow + headingRow - layout.headingRow };
}

function pick(layout: SheetLayout, fields: readonly FieldName[]) {
  return fields.map((field) => layout.columns.find((column) => column.field === field)!);
}

function cellOf(item: ExampleRow, field: FieldName | undefined, { asText }: RuleExample): MadeCell {
  const text = field && item[field];
  if (text === undefined || text === "") return undefined;
  if (text.startsWith("=")) return { formula: text.slice(1) };
  return asText ? text : dated(text);
}

const FILLED: Readonly<Record<string, string>> = {
  organization: "Example Cloud",
  system: "Example System",
  impactLevel: "Moderate",
  poamDate: "2026-03-31",
};
