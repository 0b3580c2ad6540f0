import fc from "fast-check";
import type { CellPatch, CellValue } from "../../src/model/cell.js";
import type { Workbook } from "../../src/model/workbook.js";
import { type RawSheet, rawSheet } from "./raw-sheet.js";
import type { RawWorkbook } from "./raw-workbook.js";

/** A patch before it is known what the workbook holds: numbers choose among what there is. */
export interface Choice {
  readonly sheet: number;
  readonly place: "filled" | "blank" | "missing" | "below";
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

const text = fc.oneof(
  fc.constantFrom(
    "Closed on 2026-03-30.",
    "=1+1",
    "+1 (555) 010-0110",
    "-none-",
    "@owner",
    "two\nlines",
    " blanks on both sides ",
    "a\r\nb\tc",
    "<c r=\"A1\"> & 'quoted' ]]>",
    "_x0041_ is no A",
    "bell \u0007, and _x005F_",
    "日本 🛰 é",
    "42",
    "2026-03-31",
    "TRUE",
  ),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
  fc.string({ unit: "binary-ascii", minLength: 1, maxLength: 40 }),
);

/** 1905 to 2100: within both calendars. */
const date = fc.integer({ min: 0, max: 71_000 }).map((days) => ({
  date: new Date(Date.UTC(1905, 0, 1 + days)).toISOString().slice(0, 10),
}));

const value: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 2, arbitrary: date },
  fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
  fc.boolean(),
  fc.constant(null),
);

/** Choices of patches of every kind, for `patchesOf`. */
export const choices = (maxLength: number): fc.Arbitrary<Choice[]> =>
  fc.array(
    fc.record({
      sheet: fc.nat(),
      place: fc.constantFrom("filled", "filled", "blank", "missing", "below"),
      row: fc.nat(),
      column: fc.nat(),
      value,
    }) as fc.Arbitrary<Choice>,
    { minLength: 1, maxLength },
  );

/** As many choices as wanted, the same for the same seed. */
export function sampledChoices(seed: number, count: number): Choice[] {
  return fc.sample(choices(1), { seed, numRuns: count }).flat();
}

/** The choices as patches of that workbook, at most one a cell; the text a cell has is taken from the reader of the product. */
export function patchesOf(chosen: readonly Choice[], raw: RawWorkbook, read: Workbook): CellPatch[] {
  const sheets = raw.sheets.map(({ name, part }) => ({ name, ...rawSheet(raw.xml(part)) }));
  const patches = new Map<string, CellPatch>();
  for (const choice of chosen) {
    // The first sheet is the one with the items: half of the patches are its.
    const sheet = sheets[choice.sheet % 2 === 0 ? 0 : (choice.sheet >> 1) % sheets.length]!;
    const [row, column] = placeOf(choice, sheet);
    const at = { sheet: sheet.name, row, column };
    const patch = { at, was: textAt(read, sheet.name, row, column), value: choice.value };
    if (row <= LAST_ROW && column <= LAST_COLUMN) patches.set(`${sheet.name}!${row}!${column}`, patch);
  }
  return [...patches.values()];
}

/** Patches of the cells that hold the formula which others share, at most three a sheet. */
export function patchesOfMasters(raw: RawWorkbook, read: Workbook): CellPatch[] {
  return raw.sheets.flatMap(({ name, part }) =>
    rawSheet(raw.xml(part))
      .cells.filter(({ formula }) => formula?.type === "shared" && formula.ref !== undefined)
      .slice(0, 3)
      .map(({ row, column }) => ({ at: { sheet: name, row, column }, was: textAt(read, name, row, column), value: 7 })),
  );
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

function placeOf({ place, row, column }: Choice, { cells, rows, xml }: RawSheet): [row: number, column: number] {
  const last = rows.at(-1)?.row ?? 0;
  if (place === "below") return [last + 1 + (row % 3), 1 + (column % 30)];
  if (place === "missing") return [rows.length > 0 ? rows[row % rows.length]!.row : 1, 1 + (column % 60)];
  const holds = (start: number, end: number) => /<(\w+:)?(v|is|f)[\s>/]/.test(xml.slice(start, end));
  const wanted = cells.filter(({ start, end }) => holds(start, end) === (place === "filled"));
  const cell = wanted[(row * 31 + column) % Math.max(1, wanted.length)];
  return cell ? [cell.row, cell.column] : [last + 1, 1 + (column % 30)];
}

function textAt(read: Workbook, name: string, row: number, column: number): string {
  const sheet = read.sheets.find((candidate) => candidate.name === name)!;
  const index = sheet.rowIndex(row);
  const handle = index < 0 ? -1 : sheet.cell(index, column);
  return handle < 0 ? "" : sheet.text(handle);
}
