import type { MergedRange } from "../model/workbook.js";
import { byteFinder } from "./byte-finder.js";
import { readRange, type ScannedCell } from "./cell-scan.js";
import { ATTRIBUTE, GREATER, LESS, newAttribute, readAttribute, SLASH, SPACE } from "./xml-bytes.js";
import { decodeXml } from "./xml-text.js";

/** A formula written out in one cell, its master; in other cells `<f>` is but a reference to it. */
export interface SharedFormula {
  readonly row: number;
  readonly column: number;
  /** Without its `=`. */
  readonly text: string;
  readonly children: SharedChild[];
}

export interface SharedChild {
  readonly row: number;
  readonly column: number;
  /** The child's `<f>` element and where it stands in the part. */
  readonly element: string;
  readonly start: number;
  readonly end: number;
}

/** A range that one formula fills; no cell of it can be changed alone. */
export interface FormulaBlock {
  readonly kind: "array formula" | "data table";
  readonly range: MergedRange;
}

/** What the formulas of a sheet tell that bears on the wanted cells. */
export interface FormulaSurvey {
  readonly hasFormula: boolean;
  /** Those whose master is wanted. */
  readonly shared: readonly SharedFormula[];
  readonly blocks: readonly FormulaBlock[];
  /** Takes a cell with a formula; they come in the order of the part. */
  add(cell: ScannedCell): void;
  /** Whether nothing that matters stands in these bytes of a row, none of whose cells is wanted. */
  passOver(bytes: Buffer, base: number, from: number, to: number): boolean;
}

export function newFormulaSurvey(isWanted: (row: number, column: number) => boolean): FormulaSurvey {
  const shared: SharedFormula[] = [];
  const blocks: FormulaBlock[] = [];
  /** By its index: an index is used anew where another master names it. */
  const current = new Map<string, SharedFormula>();
  let hasFormula = false;
  const formula = byteFinder("<f");
  const range = byteFinder("ref=");
  return {
    shared,
    blocks,
    get hasFormula() {
      return hasFormula;
    },
    add(cell) {
      hasFormula = true;
      const { bytes, formulaStart, formulaEnd, row, column } = cell;
      const open = bytes.lastIndexOf(LESS, formulaStart - 1);
      const { type, index, range: covered } = readFormulaTag(bytes, open);
      if (type === "array" || type === "dataTable") {
        const itself = { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column };
        blocks.push({ kind: type === "array" ? "array formula" : "data table", range: covered ?? itself });
      } else if (type === "shared" && covered) {
        const master = { row, column, text: decodeXml(bytes, formulaStart, formulaEnd), children: [] };
        current.delete(index);
        if (!isWanted(row, column)) return;
        current.set(index, master);
        shared.push(master);
      } else if (type === "shared") {
        const isEmptyTag = bytes[formulaStart - 2] === SLASH;
        const end = isEmptyTag ? formulaStart : bytes.indexOf(GREATER, formulaEnd) + 1;
        const start = cell.formulaAt;
        const element = bytes.toString("utf8", open, end);
        current.get(index)?.children.push({ row, column, element, start, end: start + end - open });
      }
    },
    passOver(bytes, base, from, to) {
      // The first formula, the children of wanted masters, and blocks and masters, which alone have a range.
      if (current.size > 0 || range(bytes, base, from) < base + to) return false;
      return hasFormula || formula(bytes, base, from) >= base + to;
    },
  };
}

/** The attributes of the `<f>` at `open` that tell what kind of formula it is. */
function readFormulaTag(bytes: Buffer, open: number): { type: string; index: string; range: MergedRange | undefined } {
  const attribute = newAttribute();
  let type = "";
  let index = "";
  let range: MergedRange | undefined;
  let at = open;
  while (bytes[at]! > SPACE && bytes[at] !== GREATER && bytes[at] !== SLASH) at++;
  for (;;) {
    at = readAttribute(bytes, at, attribute);
    if (at < 0 || attribute.found !== ATTRIBUTE) return { type, index, range };
    const name = bytes.toString("latin1", attribute.nameStart, attribute.nameEnd);
    if (name === "t") type = bytes.toString("latin1", attribute.start, attribute.end);
    else if (name === "si") index = bytes.toString("latin1", attribute.start, attribute.end);
    else if (name === "ref") range = readRange(bytes, attribute.start, attribute.end);
  }
}
