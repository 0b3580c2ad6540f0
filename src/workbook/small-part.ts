import { createRequire } from "node:module";
import { UserError } from "../model/user-error.js";
import { damagedPart } from "./damage.js";
import { partBytes } from "./inflate.js";
import type { Zip, ZipEntry } from "./zip.js";

/** `import()` of a CommonJS package first searches its source for names to export: three times as long as loading it. */
const require = createRequire(import.meta.url);

/** One open tag of a small part, names without their prefixes. */
export interface SmallElement {
  readonly name: string;
  /** The element around it, "" for the root. */
  readonly parent: string;
  attribute(name: string): string | undefined;
}

/** Reads a small part (relationships, styles …) with a full XML parser. Throws `UserError` if the part is damaged. */
export async function readSmallPart(zip: Zip, entry: ZipEntry, visit: (element: SmallElement) => void): Promise<void> {
  const bytes = partBytes(zip, entry);
  checkEncoding(bytes, zip.file, entry.name);
  const { SaxesParser } = require("saxes") as typeof import("saxes");
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: string[] = [];
  parser.on("doctype", () => {
    throw doctype(zip.file, entry.name);
  });
  parser.on("opentag", ({ local, attributes }) => {
    visit({
      name: local,
      parent: open.at(-1) ?? "",
      attribute: (name) => Object.values(attributes).find((attribute) => attribute.local === name)?.value,
    });
    open.push(local);
  });
  parser.on("closetag", () => open.pop());
  try {
    parser.write(bytes.toString("utf8")).close();
  } catch (error) {
    throw error instanceof UserError ? error : damagedPart(zip.file, entry.name, "is not well-formed XML");
  }
}

/** Refuses what no part may begin with: another encoding than UTF-8, or a DOCTYPE. */
export function checkEncoding(bytes: Buffer, file: string, part: string): void {
  const [first = 0, second = 0] = bytes;
  const isUtf16 =
    (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe) || (first === 0) !== (second === 0);
  const head = bytes.toString("latin1", 0, 1024);
  const encoding = /^(?:ï»¿)?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(head)?.[1];
  if (isUtf16 || (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding))) {
    throw new UserError(
      "encoding",
      `${file} holds a part that is not written in UTF-8 (${part}). Open it in Excel and save a copy.`,
    );
  }
  if (/^[^<]*(?:<\?[\s\S]*?\?>\s*|<!--[\s\S]*?-->\s*)*<!DOCTYPE/.test(head)) throw doctype(file, part);
}

function doctype(file: string, part: string): UserError {
  return new UserError("doctype", `${file} holds a DOCTYPE (${part}), which no workbook has; it was not opened.`);
}
