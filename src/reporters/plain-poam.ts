import type { CellRef } from "../model/cell.js";
import type { Finding } from "../model/finding.js";
import type { FileResult } from "./report.js";
import type { ShownPoam } from "./shown-poam.js";

/** What lint says of one file as plain data alone, to be handed to another thread or kept in a file. */
export interface PlainResult extends Omit<FileResult, "poam"> {
  readonly poam: PlainPoam | undefined;
}

export interface PlainPoam extends Omit<ShownPoam, "textAt"> {
  readonly texts: readonly SheetTexts[];
}

/** What stands in some rows and columns of a sheet. */
interface SheetTexts {
  readonly sheet: string;
  readonly columns: readonly number[];
  /** Each with its texts in the order of the columns. */
  readonly rows: readonly { readonly row: number; readonly texts: readonly string[] }[];
}

/** The result as plain data; `cells`: with the texts that formats may show, which are those of `shownTexts`. */
export function plainResult(result: FileResult, cells: boolean): PlainResult {
  const { poam, findings } = result;
  if (poam === undefined) return { ...result, poam };
  const { textAt, ...plain } = poam;
  return { ...result, poam: { ...plain, texts: cells ? shownTexts(poam, findings) : [] } };
}

/** The result as formats take it. */
export function resultOf(plain: PlainResult): FileResult {
  if (plain.poam === undefined) return { ...plain, poam: undefined };
  const { texts, ...poam } = plain.poam;
  return { ...plain, poam: { ...poam, textAt: textFinder(texts) } };
}

/**
 * The rows that findings speak of and those of the headings: of each the columns that mean something, and all of its sheet
 * that a finding speaks of. Findings about suppressions, which come later, stand at the first cell.
 */
function shownTexts(poam: ShownPoam, findings: readonly Finding[]): readonly SheetTexts[] {
  const places = new Map<string, CellRef[]>(poam.sheets.map((sheet) => [sheet, []]));
  places.get(poam.sheets[0] ?? "")?.push({ sheet: poam.sheets[0]!, row: 1, column: 1 });
  for (const { at, related } of findings) {
    places.get(at.sheet)?.push(at);
    for (const { at } of related) places.get(at.sheet)?.push(at);
  }
  return [...places].flatMap(([sheet, spokenOf]) => {
    if (spokenOf.length === 0) return [];
    const registers = poam.registers.filter((register) => register.sheet === sheet);
    const meant = registers.flatMap((register) => register.columns.map(({ column }) => column));
    const columns = ascending([...meant, ...spokenOf.map(({ column }) => column)]);
    const rows = ascending([...registers.map(({ headingRow }) => headingRow), ...spokenOf.map(({ row }) => row)]);
    const textsOf = (row: number) => columns.map((column) => poam.textAt({ sheet, row, column }));
    return { sheet, columns, rows: rows.map((row) => ({ row, texts: textsOf(row) })) };
  });
}

function textFinder(texts: readonly SheetTexts[]): ShownPoam["textAt"] {
  const sheets = new Map(
    texts.map(({ sheet, columns, rows }) => [
      sheet,
      {
        indexes: new Map(columns.map((column, index) => [column, index])),
        rows: new Map(rows.map(({ row, texts }) => [row, texts])),
      },
    ]),
  );
  return ({ sheet, row, column }) => {
    const known = sheets.get(sheet);
    return known?.rows.get(row)?.[known.indexes.get(column) ?? -1] ?? "";
  };
}

function ascending(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
