import { columnNumber } from "../model/cell.js";
import { type CellLook, differentialLooks, readCellLooks } from "./cell-looks.js";
import { elementText, withDescendants } from "./element-text.js";
import { largePartBytes } from "./inflate.js";
import { openPackage } from "./open.js";
import { readRelationships } from "./package.js";
import { elementsOutsideRows, type PartElements, smallPartElements } from "./part-elements.js";
import { readWorkbookPart, type SheetPart } from "./xlsx.js";
import { attributeOf, type XmlElement } from "./xml-elements.js";
import type { Zip, ZipEntry } from "./zip.js";

/** What a workbook says besides what stands in its cells, to be compared with another workbook. */
export interface PackageFacts {
  /** By a key that means the same in every workbook. */
  readonly facts: ReadonlyMap<string, PackageFact>;
  /** How a cell looks, be it blank; undefined where the row has none in that column. */
  readonly lookAt: (sheet: string, row: number, column: number) => CellLook | undefined;
  /** How a cell looks that has no style. */
  readonly plain: CellLook;
  /** The columns in which a row has cells, be they blank. */
  readonly columnsIn: (sheet: string, row: number) => readonly number[];
  /** Whether a row is hidden. */
  readonly isHidden: (sheet: string, row: number) => boolean;
  /** The texts of cells that have a look of their own within the cell. */
  readonly richTexts: ReadonlySet<string>;
}

/** `what` completes "theirs has changed " or, of a sheet, that and the sheet's name; `text` is equal where two workbooks say the same. */
export interface PackageFact {
  readonly what: string;
  readonly sheet: string | undefined;
  readonly text: string;
}

/** Reads an Excel workbook for what is no cell's value. `file` is its base name, for messages. */
export async function readPackageFacts(bytes: Buffer, file: string): Promise<PackageFacts> {
  const { zip, entry } = await openPackage(bytes, file);
  const { sheets, styles, sharedStrings } = await readWorkbookPart(zip, entry);
  const facts = new Map<string, PackageFact>();
  const looks = styles ? readCellLooks(zip, styles) : [];
  const stylesOf = new Map<string, SheetStyles>();
  const hidden = new Set<string>();
  for (const [key, fact] of workbookFacts(smallPartElements(zip, entry))) facts.set(key, fact);
  if (styles) {
    const text = differentialLooks(zip, styles);
    facts.set("dxfs", { what: "how conditional formats look", sheet: undefined, text });
  }
  for (const sheet of sheets) {
    const rows: SheetStyles = new Map();
    stylesOf.set(sheet.name, rows);
    for (const [key, fact] of await sheetFacts(zip, sheet, rows, hidden)) facts.set(key, fact);
  }
  const told = new Set([entry, styles, sharedStrings, ...sheets.map((sheet) => sheet.entry)]);
  for (const part of zip.entries) {
    if (told.has(part) || PASSING.test(part.name)) continue;
    facts.set(`part ${part.name.toLowerCase()}`, {
      what: kindOf(part.name),
      sheet: undefined,
      text: partText(zip, part),
    });
  }
  return {
    facts,
    lookAt: (sheet, row, column) => looks[(stylesOf.get(sheet)?.get(row)?.[column] ?? 0) - 1],
    plain: looks[0] ?? { look: "", format: "" },
    columnsIn: (sheet, row) =>
      [...(stylesOf.get(sheet)?.get(row) ?? [])].flatMap((style, column) => (style > 0 ? [column] : [])),
    isHidden: (sheet, row) => hidden.has(`${row} ${sheet}`),
    richTexts: sharedStrings ? richTexts(await largePartBytes(zip, sharedStrings)) : new Set(),
  };
}

/** By row and column, the style of each cell and 1; a hundred thousand rows are no objects for their cells. */
type SheetStyles = Map<number, Uint16Array>;

/** Who saved when, what can be worked out anew, what relationships say (those that count are told elsewhere), printers. */
const PASSING = /\/$|^docProps\/|^\[Content_Types\]\.xml$|\.rels$|calcChain\.xml$|printerSettings/i;

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/comments/i, "comments"],
  [/drawings|media|charts|diagrams/i, "pictures, charts or the shapes of comments"],
  [/tables\//i, "tables"],
  [/vbaProject|macrosheets/i, "macros"],
  [/theme/i, "colours and fonts of the theme"],
  [/externalLinks/i, "links to other workbooks"],
  [/pivot/i, "pivot tables"],
  [/persons/i, "names of commenters"],
];

function kindOf(part: string): string {
  const kind = KINDS.find(([pattern]) => pattern.test(part))?.[1];
  return kind === undefined ? `the part ${part}` : `${kind} (${part})`;
}

/** XML by what it says; anything else by its checksum. */
function partText(zip: Zip, entry: ZipEntry): string {
  if (/\.(xml|vml)$/i.test(entry.name) && entry.size < LARGE) {
    try {
      const part = smallPartElements(zip, entry);
      return elementText(part, part.elements);
    } catch {
      // Shapes of comments are not always XML.
    }
  }
  return `${entry.crc} ${entry.size}`;
}

const LARGE = 32 << 20;

function workbookFacts(part: PartElements): [string, PackageFact][] {
  const { elements } = part;
  const among = (...names: string[]) => elements.filter(({ name }) => names.includes(name));
  const sheets = among("sheet").map((one) => [
    attributeOf(one, "name")?.value,
    attributeOf(one, "state")?.value ?? "visible",
  ]);
  const names = among("definedName")
    .filter((one) => !/_FilterDatabase$/.test(attributeOf(one, "name")?.value ?? ""))
    .map((one) => elementText(part, [one]).replace(/(:\$?[A-Z]+\$?)\d+/g, "$1"))
    .sort();
  const protection = among("workbookProtection").filter(({ attributes }) => attributes.length > 0);
  const fact = (what: string, text: string): PackageFact => ({ what, sheet: undefined, text });
  return [
    ["sheets", fact("the sheets, their order or which are hidden", JSON.stringify(sheets))],
    ["names", fact("defined names or print areas", names.join("\n"))],
    ["protection", fact("the protection of the workbook", elementText(part, protection))],
  ];
}

/** What of a sheet stands beside its rows, by element; where the user looked last does not count. */
const SHEET_FACTS: Readonly<Record<string, string>> = {
  pane: "the frozen panes",
  cols: "the widths of columns",
  mergeCells: "merged cells",
  dataValidations: "data validations",
  conditionalFormatting: "conditional formats",
  hyperlinks: "hyperlinks",
  sheetProtection: "the protection",
  protectedRanges: "protected ranges",
  autoFilter: "the filter",
  extLst: "conditional formats, data validations or other extensions",
  sheetPr: "the colour of the tab or other properties",
  pageMargins: "the margins",
  pageSetup: "how it is printed",
  printOptions: "how it is printed",
  headerFooter: "headers and footers",
  rowBreaks: "page breaks",
  colBreaks: "page breaks",
};

async function sheetFacts(
  zip: Zip,
  { name: sheet, entry }: SheetPart,
  rows: SheetStyles,
  hidden: Set<string>,
): Promise<[string, PackageFact][]> {
  const part = await elementsOutsideRows(zip, entry, {
    row(row, _, isHidden) {
      if (isHidden) hidden.add(`${row} ${sheet}`);
    },
    cells: (row, bytes) => rows.set(row, stylesIn(bytes.toString("latin1"))),
  });
  const links = new Map((await readRelationships(zip, entry.name)).map(({ id, target }) => [id, target]));
  const found = new Map<string, string[]>();
  for (const what of Object.values(SHEET_FACTS)) found.set(what, []);
  for (const element of part.elements) {
    const isOfSheet = element.parent?.name === "worksheet" || element.name === "pane";
    const what = isOfSheet ? SHEET_FACTS[element.name] : undefined;
    if (what !== undefined) found.get(what)!.push(textOf(part, element, links));
  }
  return [...found].map(([what, texts]) => [`${what} ${sheet}`, { what, sheet, text: texts.sort().join("\n\n") }]);
}

/** Of cells that do not say where they stand, nothing is known. */
function stylesIn(cells: string): Uint16Array {
  const found = [...cells.matchAll(CELL)].map(([, tag]): [number, number] => {
    const letters = /\br="([A-Z]+)/.exec(tag!)?.[1];
    return [letters ? columnNumber(letters) : 0, Number(/\bs="(\d+)"/.exec(tag!)?.[1] ?? 0) + 1];
  });
  const styles = new Uint16Array(1 + Math.max(0, ...found.map(([column]) => column)));
  for (const [column, style] of found) if (column > 0) styles[column] = style;
  return styles;
}

const CELL = /<(?:\w+:)?c\s([^>]*)>/g;

/** Hyperlinks by where they lead; columns without the style of their blank cells. */
function textOf(part: PartElements, element: XmlElement, links: ReadonlyMap<string, string>): string {
  const inside = withDescendants(part.elements, element);
  if (element.name === "cols") return inside.slice(1).map(widthOf).join("\n");
  if (element.name === "pageSetup") return elementText(part, inside).replace(/ ?id="[^"]*"/, "");
  // Not where somebody has scrolled to, nor where the cursor was.
  if (element.name === "pane")
    return ["xSplit", "ySplit", "state"].map((key) => attributeOf(element, key)?.value).join(" ");
  if (element.name !== "hyperlinks") return elementText(part, inside);
  return inside
    .map((one) => elementText(part, [one]).replace(/\bid="([^"]*)"/, (_, id: string) => links.get(id) ?? id))
    .sort()
    .join("\n");
}

/** Programs differ in the digits of a width, and in what they say of columns that have none. */
function widthOf(column: XmlElement): string {
  const value = (name: string) => attributeOf(column, name)?.value ?? "";
  const isHidden = /^(1|true)$/.test(value("hidden"));
  return `${value("min")}-${value("max")} ${Number(value("width")).toFixed(1)}${isHidden ? " hidden" : ""}`;
}

/** String items that have runs. */
function richTexts(bytes: Buffer): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = bytes.indexOf("<si>"); at >= 0; at = bytes.indexOf("<si>", at + 1)) {
    const end = bytes.indexOf("</si>", at);
    const item = bytes.subarray(at, end < 0 ? bytes.length : end);
    if (item.includes("<r>")) found.add(item.toString("utf8"));
  }
  return found;
}
