import type { FieldName } from "../../src/model/field.js";
import type { ItemState } from "../../src/model/item.js";
import type { Poam } from "../../src/model/poam.js";
import type { Template } from "../../src/model/template.js";
import type { Workbook } from "../../src/model/workbook.js";
import { readPoam } from "../../src/template/read.js";
import { dated, type MadeCell, memoryWorkbook } from "../memory-workbook.js";
import { TEMPLATES } from "../templates.js";

/** A workbook laid open: every cell by sheet, row and column, so that defects can be planted in it. */
export interface Grid {
  readonly sheets: Record<string, Record<number, MadeCell[]>>;
  readonly template: Template;
}

/** One item's place in a grid. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly state: ItemState;
}

export function openGrid(workbook: Workbook, template: Template): Grid {
  const sheets: Grid["sheets"] = {};
  for (const sheet of workbook.sheets) {
    const rows: Record<number, MadeCell[]> = {};
    for (let index = 0; index < sheet.rowCount; index++) {
      const cells: MadeCell[] = [];
      for (let cell = sheet.firstCell(index); cell < sheet.firstCell(index + 1); cell++) {
        const kind = sheet.kind(cell);
        const made: MadeCell =
          kind === "date"
            ? { date: sheet.date(cell)!, ...(sheet.formula(cell) !== undefined && { formula: sheet.formula(cell)! }) }
            : kind === "number"
              ? sheet.number(cell)!
              : kind === "unsaved-formula"
                ? { formula: sheet.formula(cell)! }
                : sheet.text(cell);
        cells[sheet.column(cell) - 1] = made;
      }
      rows[sheet.rowNumber(index)] = [...cells];
    }
    sheets[sheet.name] = rows;
  }
  return { sheets, template };
}

export function copyOf({ sheets, template }: Grid): Grid {
  return { sheets: structuredClone(sheets), template };
}

export function readGrid({ sheets, template }: Grid): Poam {
  return readPoam(memoryWorkbook(sheets), TEMPLATES, { fileName: "seeded.xlsx", template });
}

/** Writes an item's field as an example has it: a date becomes a real date unless `asText`; "" empties the cell. */
export function plantValue(
  grid: Grid,
  poam: Poam,
  { sheet, row }: Place,
  field: FieldName,
  text: string,
  asText = false,
): void {
  const column = columnOf(poam, sheet, field);
  if (column === undefined) throw new Error(`${sheet} has no column for ${field}`);
  const cells = (grid.sheets[sheet]![row] ??= []);
  const made = asText ? text : dated(text);
  const old = cells[column - 1];
  // Where a formula gave the date, an altered one gives the new date.
  const formula = typeof made === "object" && typeof old === "object" && "date" in old ? old.formula : undefined;
  if (text === "") cells[column - 1] = undefined;
  else if (text.startsWith("=")) cells[column - 1] = { formula: text.slice(1) };
  else cells[column - 1] = formula === undefined ? made : { ...(made as { date: string }), formula };
}

export function columnOf(poam: Poam, sheet: string, field: FieldName): number | undefined {
  return poam.registers.find((register) => register.sheet === sheet)?.columns.find((column) => column.field === field)
    ?.column;
}

/** The same numbers for the same seed. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
