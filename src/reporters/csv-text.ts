import { disarmed } from "../model/disarm.js";

/**
 * One row of CSV by RFC 4180, with its line end. A text that a spreadsheet would take for a formula gets an apostrophe before
 * it; what a terminal obeys is left out, line breaks are not; numbers are left as they are.
 */
export function csvRow(values: readonly (string | number | boolean | null)[]): string {
  return `${values.map((value) => (typeof value === "string" ? quoted(disarmed(visible(value))) : String(value ?? ""))).join(",")}\r\n`;
}

/** Without control characters (ESC, C1); tabs and line breaks stay. */
function visible(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, "");
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
