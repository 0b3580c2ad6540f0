import { type CellPatch, type CellValue, columnLetters } from "../../src/model/cell.js";
import { type ReferenceCell, referenceCells } from "../workbook/reference-reader.js";
import { groupedBy, report } from "./losses.js";
import { covers, type RawCell, type RawSheet, rawSheet } from "./raw-sheet.js";
import { type RawWorkbook, withoutMark } from "./raw-workbook.js";
import { formatLosses } from "./style-losses.js";

interface Scope {
  readonly before: RawWorkbook;
  readonly after: RawWorkbook;
  readonly part: string;
  readonly patches: readonly CellPatch[];
}

/** What a patched sheet part lost beyond its patches, and patches that cannot be read back. */
export function sheetLosses({ before, after, part, patches }: Scope): string[] {
  const [was, is] = [rawSheet(before.xml(part)), rawSheet(after.xml(part))];
  const patched = new Map(patches.map(({ at, value }) => [keyOf(at), value]));
  const outside = patches.some(({ like }) => like) ? withoutReach : (text: string) => text;
  const heirs = heirsOf(was, is, patched);
  const left = (cells: readonly ReferenceCell[]) =>
    new Map(cells.filter((cell) => !patched.has(keyOf(cell))).map((cell) => [keyOf(cell), cell]));
  const [wasCells, isCells] = [was, is].map(({ xml }) => referenceCells(withoutMark(xml))) as [
    ReferenceCell[],
    ReferenceCell[],
  ];
  const written = new Map(isCells.map((cell) => [keyOf(cell), cell]));
  return [
    ...report(
      "the text outside the cells",
      outside(remainder(is, was, patched, heirs)),
      outside(remainder(was, was, patched, heirs)),
    ),
    ...report("other cells", ...both(left(isCells), left(wasCells), heirs)),
    ...orderLosses(is),
    ...dimensionLosses(was, is, patched),
    ...patches.flatMap((patch) => {
      const place = `${columnLetters(patch.at.column)}${patch.at.row}`;
      const cell = written.get(keyOf(patch.at));
      return [
        ...readBack(cell, patch.value, after.date1904, after).map((loss) => `${place} ${loss}`),
        ...formatLosses({ before, after, was: rawAt(was, patch), is: rawAt(is, patch), patch }).map(
          (loss) => `${place} ${loss}`,
        ),
      ];
    }),
  ];
}

const keyOf = ({ row, column }: { row: number; column: number }) => `${row}:${column}`;
const rawAt = ({ cells }: RawSheet, { at }: CellPatch) =>
  cells.find(({ row, column }) => row === at.row && column === at.column);

type PatchedCells = ReadonlyMap<string, CellValue>;

/** The cells that got the formula of a patched master: the only ones that may change unpatched, one for each master. */
function heirsOf(was: RawSheet, is: RawSheet, patched: PatchedCells): ReadonlySet<string> {
  const heirs = new Set<string>();
  for (const master of was.cells) {
    if (master.formula?.ref === undefined || master.formula.type !== "shared" || !patched.has(keyOf(master))) continue;
    const heir = was.cells.find(
      (cell) => cell.formula?.si === master.formula!.si && cell !== master && !patched.has(keyOf(cell)),
    );
    if (heir) heirs.add(keyOf(heir));
  }
  // Whoever shares a formula finds it with one that has it.
  const given = new Set(
    is.cells.filter(({ formula }) => formula?.type === "shared" && formula.ref).map(({ formula }) => formula!.si),
  );
  const lost = is.cells.find(({ formula }) => formula?.type === "shared" && !given.has(formula.si));
  if (lost) heirs.add(`the formula of ${keyOf(lost)} is nowhere`);
  return heirs;
}

/** A sheet's text without the patched cells, their new rows, and the hints that grow with them. */
function remainder(sheet: RawSheet, was: RawSheet, patched: PatchedCells, heirs: ReadonlySet<string>): string {
  const [hadRow, hadCell] = [new Set(was.rows.map(({ row }) => row)), new Set(was.cells.map(keyOf))];
  const grown = new Set([...patched.keys()].filter((key) => !hadCell.has(key)).map((key) => Number(key.split(":")[0])));
  const cuts: { start: number; end: number; text: string }[] = [];
  const goes = (cell: RawCell) => patched.has(keyOf(cell)) || heirs.has(keyOf(cell));
  const byRow = groupedBy(sheet.cells, ({ row }) => row);
  for (const { row, start, open, end } of sheet.rows) {
    const cells = byRow.get(row) ?? [];
    if (!hadRow.has(row) && cells.every(goes)) {
      cuts.push({ start, end, text: "" });
      continue;
    }
    if (grown.has(row)) {
      const isAlone = open === end;
      const tag = sheet.xml
        .slice(start, open)
        .replace(/\s+spans\s*=\s*("[^"]*"|'[^']*')/, "")
        .replace(/\s*\/?>$/, ">");
      cuts.push({ start, end: open, text: isAlone ? `${tag}</row>` : tag });
    }
    for (const cell of cells) if (goes(cell)) cuts.push({ start: cell.start, end: cell.end, text: "" });
  }
  let text = "";
  let at = 0;
  for (const cut of cuts) {
    text += sheet.xml.slice(at, cut.start) + cut.text;
    at = cut.end;
  }
  return (text + sheet.xml.slice(at))
    .replace(/<(\w+:)?dimension\b[^>]*>/, "")
    .replace(/<(\w+:)?sheetData\s*\/>/, "<$1sheetData></$1sheetData>")
    .replaceAll(/<\/\w+:row>/g, "</row>");
}

/** Without the rows to which ranges reach: they follow rows that are appended, how far, the tests of growth say. */
export function withoutReach(xml: string): string {
  return xml
    .replaceAll(
      /(\s(?:sq)?ref=")([^"]*)"/g,
      (_, start, ranges) => `${start}${ranges.replaceAll(/:([A-Z]+)\d+/g, ":$1")}"`,
    )
    .replaceAll(
      /(<(?:\w+:)?definedName\b[^>]*>)([^<]*)/g,
      (_, start, text) => start + text.replaceAll(/:\$([A-Z]+)\$\d+/g, ":$1"),
    );
}

/** The first cells that differ, heirs but for their formula. */
function both(
  is: ReadonlyMap<string, ReferenceCell>,
  was: ReadonlyMap<string, ReferenceCell>,
  heirs: ReadonlySet<string>,
): [unknown, unknown] {
  for (const key of new Set([...was.keys(), ...is.keys(), ...heirs])) {
    const [now, then] = [is, was].map((cells) => {
      const cell = cells.get(key);
      return JSON.stringify(cell && heirs.has(key) ? { ...cell, formula: cell.formula !== undefined } : (cell ?? key));
    });
    if (now !== then) return [now, then];
    if (key.startsWith("the")) return [key, ""];
  }
  return ["", ""];
}

function orderLosses({ cells, rows }: RawSheet): string[] {
  const row = rows.find((one, index) => index > 0 && one.row <= rows[index - 1]!.row);
  const cell = cells.find(
    (one, index) => index > 0 && one.row === cells[index - 1]!.row && one.column <= cells[index - 1]!.column,
  );
  return [
    ...(row ? [`row ${row.row} stands behind a later one`] : []),
    ...(cell ? [`column ${cell.column} of row ${cell.row} stands behind a later one`] : []),
  ];
}

/** Where there is a dimension or a row's spans, it covers the new cells. */
function dimensionLosses(was: RawSheet, is: RawSheet, patched: PatchedCells): string[] {
  const had = new Set(was.cells.map(keyOf));
  const added = is.cells.filter((cell) => patched.has(keyOf(cell)) && !had.has(keyOf(cell)));
  const dimension = /<(?:\w+:)?dimension\b[^>]*\bref=["']([^"']+)/.exec(is.xml)?.[1];
  return added.flatMap(({ row, column }) => {
    const { start, open } = is.rows.find((one) => one.row === row)!;
    const [, first, last] = /\sspans=["'](\d+):(\d+)["']/.exec(is.xml.slice(start, open)) ?? [];
    return [
      ...(dimension && !covers(dimension, row, column) ? [`the dimension ${dimension} lacks ${row}:${column}`] : []),
      ...(first && (column < Number(first) || column > Number(last))
        ? [`the spans of row ${row} lack column ${column}`]
        : []),
    ];
  });
}

function readBack(cell: ReferenceCell | undefined, value: CellValue, date1904: boolean, after: RawWorkbook): string[] {
  if (cell?.formula !== undefined) return ["has a formula"];
  if (value === null) return cell?.value === undefined ? [] : [`holds ${cell.value}, and should be empty`];
  const type = cell?.type ?? "none";
  const held = type === "s" ? after.strings()[Number(cell!.value)] : cell?.value;
  if (typeof value === "string")
    return [...report("type", type === "inlineStr" || type === "s", true), ...report("value", held ?? "", value)];
  if (typeof value === "boolean") return [...report("type", type, "b"), ...report("value", held, value ? "1" : "0")];
  const number = typeof value === "number" ? value : serial(value.date, date1904);
  return [...report("type", type, "n"), ...report("value", Number(held) === number ? number : held, number)];
}

/** The serial of a day after February 1900. */
export function serial(date: string, date1904: boolean): number {
  return (Date.parse(date) - Date.parse(date1904 ? "1904-01-01" : "1899-12-30")) / 86_400_000;
}
