import type { Severity } from "../../model/finding.js";
import { damagedPart } from "../damage.js";
import { partBytes } from "../inflate.js";
import type { Splice } from "../patched.js";
import { atEnd, attributeOf, readElements, type XmlElement } from "../xml-elements.js";
import type { Zip, ZipEntry } from "../zip.js";

/** The cell styles of a review's sheet, by the index that cells name, and what is to be appended to the styles part for them. */
export interface ReviewStyles extends Readonly<Record<Look, number>> {
  readonly splices: readonly Splice[];
}

type Look = "title" | "soft" | "heading" | "text" | "link" | Severity;

/** Excel takes some more, but a review should not bring a workbook there. */
const MOST_STYLES = 64_000;

/**
 * Appends the looks of a review to the workbook's; none that is there is changed or numbered anew. Undefined where the part
 * lacks one of its lists, as no workbook of Excel's does: the sheet then is plain.
 */
export function reviewStyles(zip: Zip, entry: ZipEntry | undefined): ReviewStyles | undefined {
  if (!entry) return undefined;
  const elements = readElements({ bytes: partBytes(zip, entry), start: 0 });
  if (!elements) throw damagedPart(zip.file, entry.name, "is not well-formed XML");
  const list = (name: string): StyleList | undefined => {
    const element = elements.find((one) => one.name === name && one.parent?.name === "styleSheet");
    if (!element) return undefined;
    const count = elements.filter(({ parent }) => parent === element).length;
    return count > 0 ? { element, count } : undefined;
  };
  const [fonts, fills, borders, cells] = ["fonts", "fills", "borders", "cellXfs"].map(list);
  if (!fonts || !fills || !borders || !cells || cells.count >= MOST_STYLES) return undefined;
  const parent = list("cellStyleXfs") ? ' xfId="0"' : "";
  const styles = Object.entries(LOOKS).map(([, look]) => {
    const font = fonts.count + FONTS.indexOf(look.font);
    const fill = look.fill === undefined ? 0 : fills.count + FILLS.indexOf(look.fill);
    const border = look.boxed ? borders.count : 0;
    // Whoever edits a text that begins like a formula is to get a text again.
    const applied = 'quotePrefix="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
    const alignment = `<alignment vertical="top"${look.boxed ? ' wrapText="1"' : ""}/>`;
    return `<xf numFmtId="0" fontId="${font}" fillId="${fill}" borderId="${border}"${parent} ${applied}>${alignment}</xf>`;
  });
  const places = Object.keys(LOOKS).map((look, index) => [look, cells.count + index]);
  return {
    ...(Object.fromEntries(places) as Record<Look, number>),
    splices: [
      ...appended(fonts, FONTS.map(fontMarkup)),
      ...appended(fills, FILLS.map(fillMarkup)),
      ...appended(borders, [BORDER]),
      ...appended(cells, styles),
    ],
  };
}

interface StyleList {
  readonly element: XmlElement;
  readonly count: number;
}

/** Markup at the end of a list, with the list's prefix. */
function appended({ element, count }: StyleList, markup: readonly string[]): Splice[] {
  const text = markup.join("").replace(/<(\/?)(?=\w)/g, `<$1${element.prefix}`);
  const told = attributeOf(element, "count");
  const counted = told ? [{ start: told.valueStart, end: told.valueEnd, text: String(count + markup.length) }] : [];
  return [...counted, atEnd(element, text)];
}

interface Font {
  readonly size: number;
  readonly color: string;
  readonly bold?: true;
  readonly underlined?: true;
}

const PLAIN: Font = { size: 11, color: "FF000000" };
const TITLE: Font = { size: 14, color: "FF000000", bold: true };
const SOFT: Font = { size: 11, color: "FF566070" };
const BOLD: Font = { size: 11, color: "FF000000", bold: true };
const LINK: Font = { size: 11, color: "FF0563C1", underlined: true };
const DARK_RED: Font = { size: 11, color: "FF9C0006", bold: true };
const BROWN: Font = { size: 11, color: "FF7F4F00", bold: true };
const DARK_BLUE: Font = { size: 11, color: "FF1F4E78", bold: true };
const FONTS: readonly Font[] = [PLAIN, TITLE, SOFT, BOLD, LINK, DARK_RED, BROWN, DARK_BLUE];

const GREY = "FFE9EDF2";
const RED = "FFFFC7CE";
const YELLOW = "FFFFEB9C";
const BLUE = "FFDDEBF7";
const FILLS: readonly string[] = [GREY, RED, YELLOW, BLUE];

const LOOKS: Readonly<Record<Look, { readonly font: Font; readonly fill?: string; readonly boxed?: true }>> = {
  title: { font: TITLE },
  soft: { font: SOFT },
  heading: { font: BOLD, fill: GREY, boxed: true },
  text: { font: PLAIN, boxed: true },
  link: { font: LINK, boxed: true },
  error: { font: DARK_RED, fill: RED, boxed: true },
  warning: { font: BROWN, fill: YELLOW, boxed: true },
  info: { font: DARK_BLUE, fill: BLUE, boxed: true },
};

const SIDES = ["left", "right", "top", "bottom"].map(
  (side) => `<${side} style="thin"><color rgb="FFD5DAE1"/></${side}>`,
);
const BORDER = `<border>${SIDES.join("")}<diagonal/></border>`;

function fontMarkup({ size, color, bold, underlined }: Font): string {
  const looks = `${bold ? "<b/>" : ""}${underlined ? "<u/>" : ""}`;
  return `<font>${looks}<sz val="${size}"/><color rgb="${color}"/><name val="Calibri"/><family val="2"/></font>`;
}

function fillMarkup(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;
}
