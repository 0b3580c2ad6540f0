import { type CellRef, columnLetters, reference } from "../model/cell.js";
import type { Finding } from "../model/finding.js";
import type { Paint } from "./paint.js";
import { cut, pad, printable, textWidth } from "./printable.js";
import type { ShownPoam } from "./shown-poam.js";

/** Headings are cut to this where there is no room for all; what stands in the cells gets all the room there is. */
const HEADING_WIDTH = 24;
/** No column is squeezed below this, however narrow the terminal. */
const LEAST_WIDTH = 8;
/** More related places than this are left to the machine-readable formats. */
const RELATED = 5;

interface Place {
  readonly at: CellRef;
  /** Undefined for the finding's own place. */
  readonly label: string | undefined;
}

/** The cells that a finding speaks of, as the sheet shows them: letters, heading, row, and what is meant underlined. */
export function excerpt(finding: Finding, poam: ShownPoam, width: number, paint: Paint): string[] {
  const own: Place = { at: finding.at, label: undefined };
  const related = finding.related.slice(0, RELATED).map(({ at, label }) => ({ at, label: printable(label) }));
  const all = [own, ...related];
  const lines: string[] = [];
  for (const name of new Set(all.map(({ at }) => at.sheet))) {
    const places = all.filter(({ at }) => at.sheet === name);
    if (!poam.sheets.includes(name)) continue;
    if (places[0] !== own) lines.push(`  ${paint.mark(":::")} ${printable(reference(places[0]!.at))}`);
    lines.push(...sheetExcerpt(finding, poam, name, places, width, paint));
  }
  return lines;
}

function sheetExcerpt(
  finding: Finding,
  poam: ShownPoam,
  sheet: string,
  places: readonly Place[],
  width: number,
  paint: Paint,
): string[] {
  const register = poam.registers.find((register) => register.sheet === sheet);
  const headingRow = register?.headingRow ?? Number.POSITIVE_INFINITY;
  const named = places.some(({ at }) => at.row > headingRow);
  const rows = ascending([...places.map(({ at }) => at.row), ...(named ? [headingRow] : [])]);
  const id = finding.item !== null && named && register?.columns.find(({ field }) => field === "id");
  const numbers = ascending([...places.map(({ at }) => at.column), ...(id ? [id.column] : [])]);
  const margin = Math.max(5, String(rows.at(-1)).length);
  const columns = layOut(textOf(poam, sheet), numbers, rows, headingRow, places, width - margin - 3);
  const line = (number: string, text: string) => `${paint.mark(`${number.padStart(margin)} |`)} ${text}`.trimEnd();
  const lines = [line("", columns.map(({ letters, width }) => pad(letters, width)).join("  "))];
  for (const [index, row] of rows.entries()) {
    lines.push(line(String(row), columns.map(({ texts, width }) => pad(cut(texts[index]!, width), width)).join("  ")));
    const marked = places.filter(({ at }) => at.row === row);
    if (marked.length > 0) lines.push(...marks(marked, columns, index, finding, paint).map((text) => line("", text)));
  }
  return lines;
}

interface Column {
  readonly number: number;
  readonly letters: string;
  /** What stands in each row shown. */
  readonly texts: readonly string[];
  readonly offset: number;
  readonly width: number;
}

/** Gives every column the width of its cells and heading; where the lines are too long, headings give way, then the widest. */
function layOut(
  textAt: (row: number, column: number) => string,
  numbers: readonly number[],
  rows: readonly number[],
  headingRow: number,
  places: readonly Place[],
  room: number,
): Column[] {
  const texts = numbers.map((number) => rows.map((row) => textAt(row, number)));
  const isMeant = (row: number, column: number) => places.some(({ at }) => at.row === row && at.column === column);
  const widthsFor = (heading: number) =>
    numbers.map((number, index) =>
      Math.max(
        columnLetters(number).length,
        ...rows.map((row, at) => {
          const wanted = Math.min(room, textWidth(texts[index]![at]!));
          return row === headingRow && !isMeant(row, number) ? Math.min(wanted, heading) : wanted;
        }),
      ),
    );
  const available = room - 2 * (numbers.length - 1);
  const whole = widthsFor(room);
  const widths = sum(whole) > available ? widthsFor(HEADING_WIDTH) : whole;
  while (sum(widths) > available) {
    const widest = widths.indexOf(Math.max(...widths));
    if (widths[widest]! <= LEAST_WIDTH) break;
    const others = widths.filter((_, index) => index !== widest);
    widths[widest] = Math.max(
      LEAST_WIDTH,
      available - sum(others),
      Math.min(Math.max(0, ...others), widths[widest]! - 1),
    );
  }
  return numbers.map((number, index) => ({
    number,
    letters: columnLetters(number),
    texts: texts[index]!,
    offset: sum(widths.slice(0, index)) + 2 * index,
    width: widths[index]!,
  }));
}

/** The underlines below a row, and the labels below those, each in the first line where it has room. */
function marks(
  places: readonly Place[],
  columns: readonly Column[],
  index: number,
  finding: Finding,
  paint: Paint,
): string[] {
  const underlines: Piece[] = [];
  const labels: Piece[][] = [];
  for (const { number, offset, texts, width } of columns) {
    const here = places.filter(({ at }) => at.column === number);
    if (here.length === 0) continue;
    const own = here.some(({ label }) => label === undefined);
    const length = textWidth(cut(texts[index]!, width)) || width;
    underlines.push({
      offset,
      text: (own ? "^" : "-").repeat(length),
      paint: own ? paint[finding.severity] : paint.mark,
    });
    for (const { label } of here) {
      if (!label) continue;
      const piece = { offset, text: label, paint: paint.mark };
      const free = labels.find((line) => line.every((other) => other.offset + textWidth(other.text) < offset));
      if (free) free.push(piece);
      else labels.push([piece]);
    }
  }
  return [underlines, ...labels].map(assemble);
}

interface Piece {
  readonly offset: number;
  readonly text: string;
  readonly paint: (text: string) => string;
}

function assemble(pieces: readonly Piece[]): string {
  let line = "";
  let end = 0;
  for (const { offset, text, paint } of pieces) {
    line += " ".repeat(offset - end) + paint(text);
    end = offset + textWidth(text);
  }
  return line;
}

function textOf(poam: ShownPoam, sheet: string) {
  return (row: number, column: number) => printable(poam.textAt({ sheet, row, column })).trim();
}

function ascending(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
