import { columnNumber } from "../../src/model/cell.js";

/** A `<c>` element, by its place in the part's text. */
export interface RawCell {
  readonly row: number;
  readonly column: number;
  readonly start: number;
  end: number;
  readonly style: number;
  readonly formula: RawFormula | undefined;
}

export interface RawFormula {
  readonly type: string;
  readonly ref: string | undefined;
  readonly si: string | undefined;
}

/** A `<row>` element: its start tag from `start` to `open`, its end. */
export interface RawRow {
  readonly row: number;
  readonly start: number;
  readonly open: number;
  end: number;
  readonly style: number | undefined;
}

export interface RawSheet {
  readonly xml: string;
  readonly cells: readonly RawCell[];
  readonly rows: readonly RawRow[];
}

/** Rows and cells of a worksheet part by their places in its text, found by tokens alone. */
export function rawSheet(xml: string): RawSheet {
  const cells: RawCell[] = [];
  const rows: RawRow[] = [];
  let inData = false;
  let cell: (RawCell & { formula: RawFormula | undefined }) | undefined;
  let column = 0;
  for (const { 0: token, index } of xml.matchAll(TOKEN)) {
    if (token.startsWith("<!") || token.startsWith("<?")) continue;
    const [, slash, name] = /^<(\/?)(?:[^\s/>:]+:)?([^\s/>]+)/.exec(token)!;
    const attribute = (wanted: string) =>
      new RegExp(`\\s${wanted}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(token)?.slice(1).join("");
    const end = index + token.length;
    const isAlone = token.endsWith("/>");
    if (name === "sheetData") inData = !slash && !isAlone;
    if (!inData) continue;
    if (name === "row") {
      if (slash) rows.at(-1)!.end = end;
      else {
        const row = Number(attribute("r") ?? (rows.at(-1)?.row ?? 0) + 1);
        const style = attribute("s");
        rows.push({ row, start: index, open: end, end, style: style === undefined ? undefined : Number(style) });
        column = 0;
      }
    } else if (name === "c") {
      if (slash) cell!.end = end;
      else {
        column = columnNumber(/^[A-Z]+/.exec(attribute("r") ?? "")?.[0] ?? "") || column + 1;
        cell = {
          row: rows.at(-1)!.row,
          column,
          start: index,
          end,
          style: Number(attribute("s") ?? 0),
          formula: undefined,
        };
        cells.push(cell);
      }
    } else if (name === "f" && !slash) {
      cell!.formula = { type: attribute("t") ?? "normal", ref: attribute("ref"), si: attribute("si") };
    }
  }
  return { xml, cells, rows };
}

/** Whether a row and column lie in a range such as `A1:B2`. */
export function covers(range: string, row: number, column: number): boolean {
  const [from, to = from] = range.split(":").map((corner) => {
    const [, letters, digits] = /^\$?([A-Z]+)\$?(\d+)$/.exec(corner)!;
    return { row: Number(digits), column: columnNumber(letters!) };
  });
  return row >= from!.row && row <= to!.row && column >= from!.column && column <= to!.column;
}

/** The children of a part's root, by local name, as they stand in the text. */
export function childrenOf(xml: string): { readonly name: string; readonly xml: string }[] {
  const children: { name: string; xml: string }[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of xml.matchAll(TOKEN)) {
    if (token.startsWith("<!") || token.startsWith("<?")) continue;
    const isEnd = token.startsWith("</");
    if (!isEnd && depth === 1) start = index;
    if (isEnd) depth--;
    else if (!token.endsWith("/>")) depth++;
    if (depth === 1 && (isEnd || token.endsWith("/>"))) {
      const [, name] = /^<(?:[^\s/>:]+:)?([^\s/>]+)/.exec(xml.slice(start))!;
      children.push({ name: name!, xml: xml.slice(start, index + token.length) });
    }
  }
  return children;
}

/** Comments, CDATA, processing instructions and tags; what is between them is text. */
const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(?:[^<>"']|"[^"]*"|'[^']*')*>/g;
