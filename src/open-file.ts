import { readJson } from "./config/read-json.js";
import { UserError } from "./model/user-error.js";
import type { Workbook } from "./model/workbook.js";
import { openWorkbook } from "./workbook/open.js";
import { decodeFile } from "./workbook/text-encoding.js";

/**
 * Reads a file of items: a workbook (.xlsx, .xlsm), a CSV file, poam's own JSON or an OSCAL POA&M in JSON. What it is, its
 * first bytes decide, not its name. `name` is the file's base name, for messages. Throws `UserError` for what cannot be read.
 */
export async function openFile(bytes: Buffer, name: string): Promise<Workbook> {
  if (!isJson(bytes)) return openWorkbook(bytes, name);
  if (bytes.length > MAX_TEXT) throw new UserError("too-large", `${name} is too large for a text file (over 256 MB).`);
  const value = readJson(decodeFile(bytes), name, "json") as Readonly<Record<string, unknown>>;
  const { itemWorkbook } = await import("./workbook/item-sheets.js");
  if ("plan-of-action-and-milestones" in value) {
    return itemWorkbook((await import("./oscal/read.js")).readOscal(value, name));
  }
  if ("version" in value && "items" in value) {
    return itemWorkbook((await import("./workbook/items-json-read.js")).readItemsJson(value, name));
  }
  return (await import("./workbook/foreign-json.js")).refuseForeignJson(value, name);
}

/** Whether the file begins as a JSON object does; a table whose first heading begins with a brace does not. */
export function isJson(bytes: Buffer): boolean {
  return /^\ufeff?\s*\{\s*(?:["}]|$)/.test(decodeFile(bytes.subarray(0, HEAD)));
}

const HEAD = 256;
/** A string of JavaScript holds twice as much. */
const MAX_TEXT = 256 << 20;
