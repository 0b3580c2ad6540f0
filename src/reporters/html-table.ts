import type { ReportCell, ReportColumn, ReportRow, ReportTable } from "../model/report-section.js";
import { escaped, lines } from "./html-text.js";
import { amount } from "./last-line.js";
import { listed } from "./report-cells.js";

/** A table that scrolls by itself where the page is narrower, and where it is long; `id` is the page's own. */
export function htmlTable({ caption, columns, rows }: ReportTable, id: string): string {
  const headings = columns.map(({ heading, kind }) => `<th scope="col" class="${kind}">${escaped(heading)}</th>`);
  return `<div class="table${rows.length > LONG ? " long" : ""}" role="region" aria-labelledby="${id}" tabindex="0">
<table style="--columns:${columns.length}">
<caption id="${id}">${escaped(caption)}</caption>
<thead><tr>${headings.join("")}</tr></thead>
<tbody>
${rows.map((row) => tableRow(row, columns)).join("\n")}
</tbody>
</table>
</div>`;
}

/** Rows beyond which nobody scrolls past a table to what follows. */
const LONG = 100;

/** The first cell names the row. */
function tableRow({ cells, as }: ReportRow, columns: readonly ReportColumn[]): string {
  const [first, ...rest] = cells.map((cell, index) => tableCell(cell, columns[index]!, index === 0));
  return `<tr${as ? ` class="${as}"` : ""}>${first}${rest.join("")}</tr>`;
}

function tableCell(cell: ReportCell, { kind }: ReportColumn, first: boolean): string {
  if ("is" in cell) {
    return cell.is === "impossible"
      ? `<td class="impossible"><span class="unseen">not possible</span></td>`
      : `<td class="${kind} missing">not supplied</td>`;
  }
  const text = cellText(cell.value);
  const items = listed(cell.items ?? []);
  const title = items === undefined ? "" : ` title="${escaped(items)}"`;
  if (first && text !== "") return `<th scope="row" class="${kind}"${title}>${text}</th>`;
  return `<td class="${kind}${cell.value === 0 ? " none" : ""}"${title}>${text}</td>`;
}

function cellText(value: string | number | { readonly date: string } | null): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isInteger(value) ? signed(value) : escaped(String(value));
  return typeof value === "string" ? lines(value) : `<time datetime="${value.date}">${value.date}</time>`;
}

function signed(value: number): string {
  return value < 0 ? `−${amount(-value)}` : amount(value);
}
