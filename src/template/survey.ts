import type { FieldName } from "../model/field.js";
import { MILESTONE_FIELDS } from "../model/milestone-fields.js";
import type { RegisterColumn } from "../model/poam.js";
import type { Sheet } from "../model/workbook.js";

/** What a row holds in columns that mean something, formulas left out. */
export interface Survey {
  readonly filled: number;
  /** Filled cells in columns that are no milestone's. */
  readonly itself: number;
  /** Whether something names or describes a weakness, or an identifying value. */
  readonly identifies: boolean;
  /** Whether the weakness is named or described. */
  readonly describes: boolean;
  /** The first filled cell, or -1. */
  readonly first: number;
}

/** Rows with more cells than this are not looked at for cells of blanks alone: reading every text would take most of the time. */
const FEW = 3;

/** Looks over rows of a register; made once for it, as its columns are asked for with every cell. */
export function surveyor(sheet: Sheet, columns: readonly RegisterColumn[]): (index: number) => Survey {
  const meanings = meaningsOf(columns);
  return (index) => {
    const end = sheet.firstCell(index + 1);
    const few = end - sheet.firstCell(index) <= FEW;
    let filled = 0;
    let itself = 0;
    let identifies = false;
    let describes = false;
    let first = -1;
    for (let cell = sheet.firstCell(index); cell < end; cell++) {
      const meaning = meanings[sheet.column(cell)] ?? NO_MEANING;
      if (meaning === NO_MEANING || sheet.formula(cell) !== undefined) continue;
      const kind = sheet.kind(cell);
      if (kind === "empty" || kind === "unsaved-formula" || (few && sheet.text(cell).trim() === "")) continue;
      filled++;
      if (first < 0) first = cell;
      if (meaning !== OF_MILESTONE) itself++;
      if (meaning === OF_IDENTITY || meaning === OF_WEAKNESS) identifies = true;
      if (meaning === OF_WEAKNESS) describes = true;
    }
    return { filled, itself, identifies, describes, first };
  };
}

const IDENTIFYING: ReadonlySet<FieldName> = new Set<FieldName>([
  "id",
  "controls",
  "sourceIdentifier",
  "assets",
  "source",
]);
const DESCRIBING: ReadonlySet<FieldName> = new Set<FieldName>(["weakness", "description"]);

/** Numbers in an array, as they are looked up for every cell of the register. */
const NO_MEANING = 0;
const OF_MILESTONE = 1;
const OF_IDENTITY = 2;
const OF_WEAKNESS = 3;
const OTHER_MEANING = 4;

function meaningsOf(columns: readonly RegisterColumn[]): Uint8Array {
  const meanings = new Uint8Array(1 + Math.max(0, ...columns.map(({ column }) => column)));
  for (const { column, field } of columns) {
    meanings[column] = MILESTONE_FIELDS.has(field)
      ? OF_MILESTONE
      : DESCRIBING.has(field)
        ? OF_WEAKNESS
        : IDENTIFYING.has(field)
          ? OF_IDENTITY
          : OTHER_MEANING;
  }
  return meanings;
}
