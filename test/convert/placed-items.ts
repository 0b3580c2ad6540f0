import type { CellValue } from "../../src/model/cell.js";
import { addDays } from "../../src/model/date.js";
import { FIELDS, type FieldName } from "../../src/model/field.js";
import { MILESTONE_FIELDS } from "../../src/model/milestone-fields.js";
import type { ItemSheet, Placed, PlacedItem, PlacedRow, SheetColumn } from "../../src/model/placed.js";

type Value = Exclude<CellValue, null>;

/** Texts that every reader gives back as they are. */
export const PLAIN_TEXTS: readonly string[] = [
  "Upgrade the web tier and scan again with Nessus.",
  "=1+1",
  "@owner",
  "-none-",
  "two\nlines",
  "<b> & 'quoted' \"text\"",
  "日本 🛰 é שלום",
  "2026-03-31",
  "42",
  "TRUE",
];

/** Texts that a careless writer loses, cuts off or runs. */
export const HOSTILE_TEXTS: readonly string[] = [
  ...PLAIN_TEXTS,
  " blanks before and behind ",
  "bell \u0007, escape \u001b[31m, null \u0000",
  "_x000D_ as it is written, and _x0041",
  "carriage\r\nreturns\rtoo\ttabs",
  "half a pair \ud83d, the other half \ude80",
  "\u202eright to left\u202c",
  '+cmd|"/c calc"!A1',
  "]]><!--",
  "'an apostrophe first",
  "\ufffe\uffff",
];

/** So many items, spread over the sheets; always the same ones for the same sheets. One text is as long as a cell can hold. */
export function placedItems(sheets: readonly ItemSheet[], count: number, texts: readonly string[]): Placed {
  const random = seeded(count);
  return {
    header: new Map(),
    sheets: sheets.map((sheet, index) => {
      const share = Math.floor(count / sheets.length) + (index < count % sheets.length ? 1 : 0);
      const items = Array.from({ length: share }, (_, i) => placedItem(sheet, i, texts, random));
      const long = sheet.columns.find(({ field }) => field === "description");
      const [first] = items[0] ?? [];
      if (long && first) (first as Map<number, Value>).set(long.column, `${"x".repeat(32_763)} end`);
      return { sheet, items };
    }),
  };
}

type Random = (below: number) => number;

function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
}

/** In forms with a row a milestone, every third item has two more. Every seventh has no scheduled completion date. */
function placedItem(sheet: ItemSheet, index: number, texts: readonly string[], random: Random): PlacedItem {
  const ofMilestone = sheet.columns.filter(({ field }) => field && MILESTONE_FIELDS.has(field));
  const isRowEach = ofMilestone.some(({ field }) => field === "milestoneDescription");
  const own = sheet.columns.filter(({ field }) => field !== "scheduledCompletion" || index % 7 !== 3);
  const rows = [placedRow(own, index, texts, random)];
  if (isRowEach && index % 3 === 1) rows.push(placedRow(ofMilestone, index + 1, texts, random));
  if (isRowEach && index % 3 === 1) rows.push(placedRow(ofMilestone, index + 2, texts, random));
  return rows;
}

function placedRow(
  columns: readonly SheetColumn[],
  index: number,
  texts: readonly string[],
  random: Random,
): PlacedRow {
  const row = new Map<number, Value>();
  for (const column of columns) {
    const value = cellValue(column, index, texts, random);
    if (value !== undefined) row.set(column.column, value);
  }
  return row;
}

/** What tells an item from guidance, headings and notes is always there. */
const ALWAYS: ReadonlySet<FieldName | undefined> = new Set(["id", "weakness", "description", "status", "milestoneDue"]);

function cellValue({ field, list, column }: SheetColumn, index: number, texts: readonly string[], random: Random) {
  if (!ALWAYS.has(field) && random(5) === 0) return undefined;
  if (field === "id") return `V-${1001 + index}`;
  if (list) return list[random(list.length)];
  if (field === "milestoneId") return 1000 * column + index;
  const kind = field && FIELDS[field].kind;
  if (kind === "date") return { date: addDays("2026-01-15", random(300)) };
  if (kind === "text" || kind === undefined) return `${texts[(index + random(3)) % texts.length]}`;
  return `${field} ${index}`;
}
