import { type Fixed, fixWorkbook } from "../src/fix.js";
import { type CellPatch, reference } from "../src/model/cell.js";
import type { Finding } from "../src/model/finding.js";
import type { Poam } from "../src/model/poam.js";
import type { Sheet, Workbook } from "../src/model/workbook.js";
import type { Patched, Refusal } from "../src/workbook/patched.js";
import { type MadeCell, memoryWorkbook } from "./memory-workbook.js";

/** Fixes a workbook that lives in memory, unsafe fixes too. Items stay where they are: every move is refused, and left over. */
export async function fixInMemory(
  workbook: Workbook,
  read: (workbook: Workbook) => Poam,
  lint: (poam: Poam) => readonly Finding[],
  unsafe = true,
): Promise<Fixed> {
  const given = Buffer.alloc(0);
  const workbooks = new Map([[given, workbook]]);
  return fixWorkbook(
    given,
    {
      read: async (bytes) => read(workbooks.get(bytes)!),
      lint: async (poam) => lint(poam),
      apply: async (bytes, patches) => {
        const patched = withPatches(workbooks.get(bytes)!, patches);
        const made: Patched = { ...NOTHING, bytes: Buffer.alloc(0), cells: patches.length, refused: patched.refused };
        workbooks.set(made.bytes, patched.workbook);
        return made;
      },
      planMoves: async (_, moves) => ({
        patches: [],
        made: [],
        refused: moves.map((move) => ({ move, why: "nothing moves here" })),
        notes: [],
      }),
    },
    { unsafe },
  );
}

const NOTHING = { parts: 1, changedParts: [], notes: [] };

/** The workbook with the patches' values; refused are those whose `was` is not what stands there, and those of formulas. */
export function withPatches(
  workbook: Workbook,
  patches: readonly CellPatch[],
): { readonly workbook: Workbook; readonly refused: readonly Refusal[] } {
  const wanted = new Map(patches.map((patch) => [reference(patch.at), patch]));
  const refused: Refusal[] = [];
  const sheets = Object.fromEntries(
    workbook.sheets.map((sheet) => {
      const rows = cellsOf(sheet);
      for (const patch of wanted.values()) {
        if (patch.at.sheet !== sheet.name) continue;
        const cells = (rows[patch.at.row] ??= []);
        const { text, formula } = seen(sheet, patch);
        if (text !== patch.was) refused.push({ patch, why: `it holds ${JSON.stringify(text)}` });
        else if (formula !== undefined) refused.push({ patch, why: "it holds a formula" });
        else cells[patch.at.column - 1] = made(patch);
      }
      return [sheet.name, rows];
    }),
  );
  return { workbook: memoryWorkbook(sheets, workbook.format), refused };
}

function seen(sheet: Sheet, { at }: CellPatch): { readonly text: string; readonly formula: string | undefined } {
  const row = sheet.rowIndex(at.row);
  const handle = row < 0 ? -1 : sheet.cell(row, at.column);
  return handle < 0 ? { text: "", formula: undefined } : { text: sheet.text(handle), formula: sheet.formula(handle) };
}

function made({ value }: CellPatch): MadeCell {
  return value === null ? undefined : typeof value === "boolean" ? String(value).toUpperCase() : value;
}

function cellsOf(sheet: Sheet): Record<number, MadeCell[]> {
  const rows: Record<number, MadeCell[]> = {};
  for (let index = 0; index < sheet.rowCount; index++) {
    const cells: MadeCell[] = (rows[sheet.rowNumber(index)] = []);
    for (let handle = sheet.firstCell(index); handle < sheet.firstCell(index + 1); handle++) {
      cells[sheet.column(handle) - 1] = cellOf(sheet, handle);
    }
  }
  return rows;
}

function cellOf(sheet: Sheet, handle: number): MadeCell {
  const [kind, formula, date] = [sheet.kind(handle), sheet.formula(handle), sheet.date(handle)];
  if (date !== undefined) return { date, ...(formula !== undefined && { formula }) };
  if (formula !== undefined) return { formula };
  return kind === "number" ? sheet.number(handle)! : sheet.text(handle);
}
