/**
 * One row of CSV by RFC 4180, with its line end. A text that a spreadsheet would take for a formula gets an apostrophe before
 * it; numbers are left as they are.
 */
export function csvRow(values: readonly (string | number | boolean | null)[]): string {
  return `${values.map((value) => (typeof value === "string" ? quoted(disarmed(value)) : String(value ?? ""))).join(",")}\r\n`;
}

/** Also behind blanks and quotes, and in their full-width forms, which some spreadsheets read alike. */
function disarmed(text: string): string {
  return /^[\t\r\n]|^[\s"']*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
