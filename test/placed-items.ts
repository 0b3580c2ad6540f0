import type { CellValue } from "../src/model/cell.js";
import { FIELDS, type FieldName } from "../src/model/field.js";
import type { Placed, PlacedSheet, SheetColumn } from "../src/model/placed.js";
import type { Template } from "../src/model/template.js";
import { blankOf } from "../src/template/blank.js";

/** Texts that writers and readers of workbooks are known to change. */
export const HOSTILE_TEXTS = [
  "=1+1",
  '=HYPERLINK("https://example.com")',
  "+1-555-0100",
  "-none-",
  "@owner",
  "\ttab first",
  " blanks around ",
  "two\nlines",
  "Windows\r\nlines",
  "a lone\rreturn",
  "bell \u0007, null \u0000, escape \u001b, DEL \u007f",
  "half \ud83d of a pair, and \ude00 the other",
  "_x0041_ and _x000D_ as they stand, _x005F_ too",
  "_x0041\u0007 looks like one",
  "noncharacters \ufffe \uffff",
  "<b> & 'quoted' \"text\" ]]>",
  "00123",
  "2026-03-31",
  "1E5",
  "TRUE",
  "日本 🛰 é e\u0301",
  "\u202eright to left\u202c עברית العربية",
  "x".repeat(32_767),
  "🛰".repeat(16_383),
] as const;

/** An item a hostile text on each sheet: days in date columns, the list's first value where there is a list, texts elsewhere. */
export function hostileItems(template: Template): Placed {
  const blank = blankOf(template);
  const sheets = blank.sheets.map(({ sheet }): PlacedSheet => {
    const items = HOSTILE_TEXTS.map((text, index) => [
      new Map(sheet.columns.map((column) => [column.column, valueFor(column, text, index)])),
    ]);
    return { sheet, items };
  });
  return { header: headerOf(template), sheets };
}

/** A value for each label of the header block: its first allowed one, a day, or its field's name. */
export function headerOf({ header = [] }: Template): Placed["header"] {
  return new Map(
    header.map(({ field, list }) => {
      const isDay = field === "poamDate" || field === "exportedOn";
      return [field, isDay ? { date: "2026-03-28" } : (list?.[0] ?? `the ${field}`)];
    }),
  );
}

function valueFor({ field, list }: SheetColumn, text: string, index: number): Exclude<CellValue, null> {
  if (field === "id") return `V-2026-${index + 1}`;
  if (list) return list[0]!;
  return isDate(field) ? { date: DAYS[index % DAYS.length]! } : text;
}

export function isDate(field: FieldName | undefined): boolean {
  return field !== undefined && FIELDS[field].kind === "date";
}

const DAYS = ["2026-03-31", "1999-12-31", "2024-02-29", "1900-01-01", "1900-02-28", "1900-03-01", "9999-12-31"];
