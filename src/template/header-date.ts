import type { DateCell } from "../model/item.js";
import type { HeaderCell } from "../model/poam.js";
import type { Workbook } from "../model/workbook.js";
import type { DateOrder } from "./date-order.js";
import { READERS } from "./read-cell.js";

/** The header block's date, read as dates of items are. */
export function headerDate(
  workbook: Workbook,
  header: HeaderCell | undefined,
  dateOrder: () => DateOrder | undefined,
): DateCell | undefined {
  if (!header) return undefined;
  const sheet = workbook.sheets.find(({ name }) => name === header.value.sheet)!;
  const handle = sheet.cell(sheet.rowIndex(header.value.row), header.value.column);
  return handle < 0 ? undefined : READERS.date(sheet, handle, header.value, { notation: "any", dateOrder });
}
