import { openWorkbook } from "../../src/workbook/open.js";

/** What the tables of a printed report say, as rows of texts; a cell that nothing can be in is blank. */
export function rowsOfMarkdown(text: string): string[][] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replace(/^\*\*(.*)\*\*$/, "$1"))
        .map((cell) => (cell === "–" ? "" : cell.replace(/\\(?=[^\w\s])/g, "").replaceAll("&amp;", "&"))),
    );
}

export function rowsOfHtml(html: string): string[][] {
  return [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row]) =>
    [...row!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => {
      const text = cell!.replace(/<br>/g, " ").replace(/<[^>]*>/g, "");
      return text === "not possible" ? "" : decoded(text);
    }),
  );
}

function decoded(text: string): string {
  const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  return text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
}

export async function rowsOfXlsx(bytes: Buffer): Promise<string[][]> {
  const { sheets } = await openWorkbook(bytes, "report.xlsx");
  return sheets.flatMap((sheet) =>
    Array.from({ length: sheet.rowCount }, (_, index) => {
      const cells: string[] = [];
      for (let handle = sheet.firstCell(index); handle < sheet.firstCell(index + 1); handle++) {
        cells[sheet.column(handle) - 1] = sheet.text(handle);
      }
      return Array.from(cells, (cell) => cell ?? "");
    }),
  );
}

/** Rows as one text each; a row's blank end counts for nothing. */
export function asSet(rows: readonly (readonly string[])[]): ReadonlySet<string> {
  return new Set(rows.flatMap((cells) => [cells.join("\t"), ...padded(cells)]));
}

function padded(cells: readonly string[]): readonly string[] {
  return [1, 2, 3].map((more) => [...cells, ...Array(more).fill("")].join("\t"));
}
