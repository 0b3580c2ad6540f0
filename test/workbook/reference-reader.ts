import { SaxesParser } from "saxes";
import { columnNumber } from "../../src/model/cell.js";

/** A cell as the slow, obvious reader sees it; blank values are left out by both readers. */
export interface ReferenceCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  /** Undefined where there is neither `<v>` nor `<is>`. */
  readonly value: string | undefined;
  readonly formula: string | undefined;
}

/** All cells of a worksheet part that hold a value or a formula, read with a full XML parser. */
export function referenceCells(xml: string): ReferenceCell[] {
  const cells: ReferenceCell[] = [];
  const path: string[] = [];
  let row = 0;
  let column = 0;
  let cell = { row: 0, column: 0, type: "n", style: 0 };
  let value: string | undefined;
  let inline: string | undefined;
  let formula: string | undefined;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", ({ local, attributes }) => {
    path.push(local);
    const attribute = (name: string) => attributes[name]?.value;
    const at = path.join("/");
    if (at === "worksheet/sheetData/row") {
      row = Number(attribute("r") ?? row + 1);
      column = 0;
    } else if (at === CELL) {
      const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(attribute("r") ?? "") ?? [];
      column = letters ? columnNumber(letters) : column + 1;
      cell = {
        row: digits ? Number(digits) : row,
        column,
        type: attribute("t") ?? "n",
        style: Number(attribute("s") ?? 0),
      };
      value = inline = formula = undefined;
    } else if (at === `${CELL}/v`) value = "";
    else if (at === `${CELL}/is`) inline = "";
    else if (at === `${CELL}/f`) formula = "";
  });
  const text = (data: string) => {
    const at = path.join("/");
    if (at === `${CELL}/v`) value += data;
    else if (at === `${CELL}/f`) formula += data;
    else if (at === `${CELL}/is/t` || at === `${CELL}/is/r/t`) inline += data;
  };
  parser.on("text", text);
  parser.on("cdata", text);
  parser.on("closetag", () => {
    if (path.join("/") === CELL) {
      const shown = inline !== undefined && (cell.type === "inlineStr" || value === undefined) ? inline : value;
      if (shown !== undefined || formula !== undefined) {
        cells.push({ ...cell, value: shown === undefined ? undefined : unescaped(shown), formula });
      }
    }
    path.pop();
  });
  parser.write(xml).close();
  return cells;
}

/** The texts of a shared strings part. */
export function referenceStrings(xml: string): string[] {
  const strings: string[] = [];
  const path: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  const text = (data: string) => {
    if (/^sst\/si\/(r\/)?t$/.test(path.join("/"))) strings[strings.length - 1] += data;
  };
  parser.on("opentag", ({ local }) => {
    path.push(local);
    if (path.join("/") === "sst/si") strings.push("");
  });
  parser.on("text", text);
  parser.on("cdata", text);
  parser.on("closetag", () => path.pop());
  parser.write(xml).close();
  return strings.map(unescaped);
}

const CELL = "worksheet/sheetData/row/c";

function unescaped(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
