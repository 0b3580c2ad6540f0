import { type ArchiveOptions, type Entry, type EntryOptions, zip } from "./zip-writer.js";

/** What a made workbook holds; parts are given as the XML that stands in them. */
export interface Made {
  /** Whole worksheet parts, or only what stands in `<sheetData>`. */
  readonly sheets?: readonly (string | { name: string; state?: string; xml: string })[];
  readonly sharedStrings?: string;
  /** What stands in `<styleSheet>`. */
  readonly styles?: string;
  /** Attributes of `<workbookPr>`. */
  readonly workbookPr?: string;
  readonly strict?: boolean;
  /** Replaces (string) or leaves out (null) a part by name. */
  readonly parts?: Readonly<Record<string, string | Buffer | null>>;
  readonly entry?: EntryOptions;
  readonly archive?: ArchiveOptions;
}

const TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
export const MAIN_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

/** A workbook with these sheets, as small as Excel would still open. */
export function makeWorkbook(made: Made): Buffer {
  return zip(workbookEntries(made), made.archive);
}

/** The same as entries, for tests that damage them. */
export function workbookEntries(made: Made): Entry[] {
  const main = made.strict ? STRICT : TRANSITIONAL;
  const relations = made.strict
    ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
    : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const sheets = (made.sheets ?? [""]).map((sheet, index) =>
    typeof sheet === "string" ? { name: `Sheet${index + 1}`, xml: sheet } : sheet,
  );
  const parts: Record<string, string | Buffer | null> = {
    "[Content_Types].xml": `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${MAIN_TYPE}"/></Types>`,
    "_rels/.rels": relationships([["rId1", `${relations}/officeDocument`, "xl/workbook.xml"]]),
    "xl/workbook.xml": `${xml}<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr ${made.workbookPr ?? ""}/><sheets>${sheets
      .map((sheet, i) => {
        const state = "state" in sheet && sheet.state ? ` state="${sheet.state}"` : "";
        return `<sheet name="${sheet.name}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`;
      })
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships([
      ...sheets.map((_, i): Relation => [`rId${i + 1}`, `${relations}/worksheet`, `worksheets/sheet${i + 1}.xml`]),
      ...(made.sharedStrings === undefined
        ? []
        : [["rIdS", `${relations}/sharedStrings`, "sharedStrings.xml"] as Relation]),
      ...(made.styles === undefined ? [] : [["rIdT", `${relations}/styles`, "/xl/styles.xml"] as Relation]),
    ]),
  };
  for (const [index, sheet] of sheets.entries()) {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheet.xml.includes("worksheet")
      ? sheet.xml
      : `${xml}<worksheet xmlns="${main}"><sheetData>${sheet.xml}</sheetData></worksheet>`;
  }
  if (made.sharedStrings !== undefined) {
    parts["xl/sharedStrings.xml"] = `${xml}<sst xmlns="${main}">${made.sharedStrings}</sst>`;
  }
  if (made.styles !== undefined)
    parts["xl/styles.xml"] = `${xml}<styleSheet xmlns="${main}">${made.styles}</styleSheet>`;
  return Object.entries({ ...parts, ...made.parts }).flatMap(([name, content]): Entry[] =>
    content === null ? [] : [[name, content, made.entry ?? {}]],
  );
}

/** Styles whose cell style 0 is General and the following have these formats: a built-in number or a code. */
export function stylesWith(...formats: readonly (number | string)[]): string {
  const custom = formats.map((format, i) =>
    typeof format === "string" ? `<numFmt numFmtId="${164 + i}" formatCode="${escaped(format)}"/>` : "",
  );
  const xfs = formats.map((format, i) => `<xf numFmtId="${typeof format === "string" ? 164 + i : format}"/>`);
  return `<numFmts>${custom.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs.join("")}</cellXfs>`;
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

type Relation = [id: string, type: string, target: string];

function relationships(relations: readonly Relation[]): string {
  const listed = relations.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${listed.join("")}</Relationships>`;
}
