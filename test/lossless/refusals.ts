import type { CellPatch } from "../../src/model/cell.js";
import { covers, type RawSheet, rawSheet } from "./raw-sheet.js";
import { elements, type RawWorkbook } from "./raw-workbook.js";

/** Why a patch must be refused, as a word that the refusal has to say; none where it must be done. */
export function reasonsToRefuse(book: RawWorkbook): (patch: CellPatch) => RegExp[] {
  const known = new Map(book.sheets.map(({ name, part }) => [name, factsOf(book, part)]));
  return ({ at: { sheet, row, column }, value }) => {
    const facts = known.get(sheet)!;
    const cell = facts.raw.cells.find((one) => one.row === row && one.column === column);
    const isCovered = facts.merges.some(
      (range) => covers(range, row, column) && !covers(range.split(":")[0]!, row, column),
    );
    const inRange = (type: string) =>
      facts.raw.cells.some(({ formula }) => formula?.type === type && covers(formula.ref!, row, column));
    const style = cell?.style ?? facts.raw.rows.find((one) => one.row === row)?.style ?? columnStyle(facts, column);
    const inTable = facts.fixedTableRows.some((range) => covers(range, row, column));
    const hasNoDates = !book.has("xl/styles.xml") && typeof value === "object" && value !== null;
    return [
      ...(isCovered ? [/merge/i] : []),
      ...(inRange("array") ? [/array/i] : []),
      ...(inRange("dataTable") ? [/data table/i] : []),
      ...(facts.isProtected && !book.unlocked(style) ? [/protect|locked/i] : []),
      ...(inTable ? [/(heading|totals row) of the table/] : []),
      ...(hasNoDates ? [/no styles/] : []),
      ...(typeof value === "string" && value.length > 32_767 ? [/32,?767/] : []),
    ];
  };
}

interface Facts {
  readonly raw: RawSheet;
  readonly merges: readonly string[];
  readonly isProtected: boolean;
  /** Heading and totals rows, which a table's own part repeats. */
  readonly fixedTableRows: readonly string[];
  readonly columns: readonly Record<string, string>[];
}

function factsOf(book: RawWorkbook, part: string): Facts {
  const xml = book.xml(part);
  const rels = part.replace(/([^/]+)$/, "_rels/$1.rels");
  const tables = book.has(rels)
    ? elements(book.xml(rels), "Relationship").filter(({ Type }) => Type!.endsWith("/table"))
    : [];
  return {
    raw: rawSheet(xml),
    merges: elements(xml, "mergeCell").map(({ ref }) => ref!),
    isProtected: elements(xml, "sheetProtection").some(({ sheet }) => /^(1|true)$/.test(sheet ?? "")),
    columns: elements(xml, "col"),
    fixedTableRows: tables.flatMap(({ Target }) => {
      const part = Target!.startsWith("/") ? Target!.slice(1) : Target!.replace("..", "xl");
      const [table] = elements(book.xml(part), "table");
      const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(table!.ref!)!;
      const totals = Number(table!.totalsRowCount ?? 0);
      return [
        ...(table!.headerRowCount === "0" ? [] : [`${left}${top}:${right}${top}`]),
        ...(totals === 0 ? [] : [`${left}${Number(bottom) - totals + 1}:${right}${bottom}`]),
      ];
    }),
  };
}

function columnStyle({ columns }: Facts, column: number): number {
  const found = columns.find(({ min, max }) => column >= Number(min) && column <= Number(max));
  return Number(found?.style ?? 0);
}
