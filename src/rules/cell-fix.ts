import type { Cell, CellValue } from "../model/cell.js";
import type { Fix } from "../model/finding.js";

/** The fix that writes a value into the cell that an issue is about; none where a formula stands there, or no value is known. */
export function cellFix(
  cell: Cell<unknown>,
  value: CellValue | undefined,
  title: string,
  safety: Fix["safety"] = "safe",
): { readonly fix?: Fix } {
  if (value === undefined || cell.hasFormula) return {};
  const at = { sheet: cell.sheet, row: cell.row, column: cell.column };
  return { fix: { title, safety, patches: [{ at, was: cell.text, value }] } };
}
