import { SaxesParser } from "saxes";
import { referenceStrings } from "../workbook/reference-reader.js";
import { type RawZip, rawZip } from "./raw-zip.js";

/** A workbook as a plain reader sees it: its archive, and where the sheets are. */
export interface RawWorkbook {
  readonly zip: RawZip;
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly date1904: boolean;
  readonly isSigned: boolean;
  /** The text of a part. */
  xml(part: string): string;
  has(part: string): boolean;
  /** Whether a cell format leaves its cells unlocked under protection. */
  unlocked(style: number): boolean;
  /** The texts of the shared strings, read when first asked for. */
  strings(): readonly string[];
}

export function rawWorkbook(bytes: Buffer): RawWorkbook {
  const zip = rawZip(bytes);
  const contents = new Map(zip.entries.map(({ name, content }) => [name.toLowerCase(), content]));
  const xml = (part: string) => contents.get(part.toLowerCase())!.toString("utf8");
  const targets = new Map(
    elements(xml("xl/_rels/workbook.xml.rels"), "Relationship").map(({ Id, Target }) => [
      Id,
      Target!.startsWith("/") ? Target!.slice(1) : `xl/${Target}`,
    ]),
  );
  const book = xml("xl/workbook.xml");
  let strings: readonly string[] | undefined;
  let unlocked: ReadonlySet<number> | undefined;
  return {
    zip,
    sheets: elements(book, "sheet")
      .map((sheet) => ({ name: sheet.name!, part: targets.get(sheet.id!)! }))
      .filter(({ part }) => part.includes("/worksheets/")),
    date1904: /^(1|true)$/.test(elements(book, "workbookPr")[0]?.date1904 ?? ""),
    isSigned: zip.entries.some(({ name }) => name.startsWith("_xmlsignatures/")),
    xml,
    has: (part) => contents.has(part.toLowerCase()),
    unlocked: (style) =>
      (unlocked ??= unlockedFormats(contents.has("xl/styles.xml") ? xml("xl/styles.xml") : "<none/>")).has(style),
    strings: () => {
      const part = [...contents.keys()].find((name) => /^xl\/sharedstrings\.xml$/.test(name));
      return (strings ??= part ? referenceStrings(withoutMark(xml(part))) : []);
    },
  };
}

/** The attributes, by local name, of all elements of that local name. */
export function elements(xml: string, wanted: string): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", ({ local, attributes }) => {
    if (local === wanted) {
      found.push(Object.fromEntries(Object.values(attributes).map((attribute) => [attribute.local, attribute.value])));
    }
  });
  parser.write(withoutMark(xml)).close();
  return found;
}

function unlockedFormats(styles: string): ReadonlySet<number> {
  const found = new Set<number>();
  let inFormats = false;
  let index = -1;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", ({ local, attributes }) => {
    if (local === "cellXfs") inFormats = true;
    if (inFormats && local === "xf") index++;
    if (inFormats && local === "protection" && /^(0|false)$/.test(attributes.locked?.value ?? "")) found.add(index);
  });
  parser.on("closetag", ({ local }) => {
    if (local === "cellXfs") inFormats = false;
  });
  parser.write(withoutMark(styles)).close();
  return found;
}

/** A part's text without its byte order mark, which is no part of the XML. */
export function withoutMark(xml: string): string {
  return xml.replace(/^\uFEFF/, "");
}
