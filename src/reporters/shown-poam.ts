import type { CellRef } from "../model/cell.js";
import type { ItemCounts, Poam, RegisterColumn } from "../model/poam.js";

/** Of a POA&M, what formats show. All but `textAt` is plain data, so that it can be passed on and kept. */
export interface ShownPoam {
  /** The form's id. */
  readonly template: string;
  readonly counts: ItemCounts;
  /** The sheets whose cells may be shown, in order; none with `--redact`. */
  readonly sheets: readonly string[];
  readonly registers: readonly ShownRegister[];
  /** The text of a cell of one of the sheets as Excel shows it; "" where there is none. */
  readonly textAt: (at: CellRef) => string;
}

/** A sheet of items: where its headings are and what its columns mean. */
export interface ShownRegister {
  readonly sheet: string;
  readonly headingRow: number;
  readonly columns: readonly RegisterColumn[];
}

export function shownPoam({ workbook, template, counts, registers }: Poam): ShownPoam {
  const byName = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  return {
    template: template.id,
    counts,
    sheets: [...byName.keys()],
    registers: registers.map(({ sheet, headingRow, columns }) => ({ sheet, headingRow, columns })),
    textAt({ sheet: name, row, column }) {
      const sheet = byName.get(name);
      const index = sheet?.rowIndex(row) ?? -1;
      const cell = index < 0 ? -1 : sheet!.cell(index, column);
      return cell < 0 ? "" : sheet!.text(cell);
    },
  };
}
