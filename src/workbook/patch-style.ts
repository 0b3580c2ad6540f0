import { damagedPart } from "./damage.js";
import { partBytes } from "./inflate.js";
import type { NumberFormat } from "./number-format.js";
import type { Splice } from "./patched.js";
import { readStyles } from "./styles.js";
import { attributeOf, innerMarkup, isSet, openTag, type Piece, readElements, type XmlElement } from "./xml-elements.js";
import type { Zip, ZipEntry } from "./zip.js";

/** The workbook's cell styles. Patches may append to them; none that is there is ever changed. */
export interface CellStyles {
  readonly formats: readonly NumberFormat[];
  /** Whether there are styles to copy from; without them, no date can be shown. */
  readonly canAppend: boolean;
  /** Cells are, unless their style says otherwise. */
  isLocked(style: number): boolean;
  /** This style, or a copy of it that shows dates: in the format that `like` has, else in Excel's short one. */
  showingDates(style: number, like: number | undefined): number;
  /** This style, or a copy of it that keeps Excel from taking the text for a formula once a user edits it. */
  quoted(style: number): number;
  /** What is to be appended to the styles part. */
  splices(): Splice[];
}

/** Excel's short date, in the order of day and month that the user's own system has. */
const SHORT_DATE = "14";
/** Excel takes some more, but no patch should bring a workbook there. */
const MOST_STYLES = 64_000;

/** Reads the styles part; a workbook may be without one. */
export async function readCellStyles(zip: Zip, entry: ZipEntry | undefined): Promise<CellStyles> {
  if (!entry) return cellStyles([], { bytes: Buffer.alloc(0), start: 0 }, []);
  const piece = { bytes: partBytes(zip, entry), start: 0 };
  const elements = readElements(piece);
  if (!elements) throw damagedPart(zip.file, entry.name, "is not well-formed XML");
  return cellStyles(await readStyles(zip, entry), piece, elements);
}

function cellStyles(formats: readonly NumberFormat[], piece: Piece, elements: readonly XmlElement[]): CellStyles {
  const list = elements.find(({ name, parent }) => name === "cellXfs" && parent?.name === "styleSheet");
  const styles = elements.filter(({ name, parent }) => name === "xf" && parent !== undefined && parent === list);
  const unlocked = new Set(elements.filter(isUnlocking).map(({ parent }) => parent));
  const appended: string[] = [];
  const known = new Map<string, number>();
  const dated = new Map<string, number>();
  for (const [index, element] of styles.entries()) {
    const look = lookOf(piece, element, {});
    if (!known.has(look)) known.set(look, index);
  }
  return {
    formats,
    canAppend: styles.length > 0 && styles.length < MOST_STYLES,
    isLocked: (style) => !unlocked.has(styles[style] ?? styles[0]),
    showingDates(style, like) {
      if (formats[style]?.shows === "date") return style;
      const key = `${style} ${like}`;
      const model = like === undefined ? undefined : styles[like];
      const numFmtId = (model && attributeOf(model, "numFmtId")?.value) ?? SHORT_DATE;
      const index = dated.get(key) ?? copy(style, { numFmtId, applyNumberFormat: "1", quotePrefix: undefined });
      dated.set(key, index);
      return index;
    },
    quoted(style) {
      const element = styles[style] ?? styles[0];
      return !element || isSet(element, "quotePrefix") ? style : copy(style, { quotePrefix: "1" });
    },
    splices() {
      if (!list || appended.length === 0) return [];
      const count = attributeOf(list, "count");
      const total = String(styles.length + appended.length);
      const counted = count ? [{ start: count.valueStart, end: count.valueEnd, text: total }] : [];
      return [...counted, { start: list.closeStart, end: list.closeStart, text: appended.join("") }];
    },
  };

  /** The index of a style that is this one but for some attributes: one that is there, or a new one. */
  function copy(style: number, changes: Readonly<Record<string, string | undefined>>): number {
    const original = styles[style] ?? styles[0]!;
    const look = lookOf(piece, original, changes);
    const there = known.get(look);
    if (there !== undefined) return there;
    const inner = innerMarkup(piece, original);
    appended.push(openTag(piece, original, changes) + (inner === "" ? "/>" : `>${inner}</${original.prefix}xf>`));
    const index = styles.length + appended.length - 1;
    known.set(look, index);
    return index;
  }
}

function isUnlocking(element: XmlElement): boolean {
  return element.name === "protection" && /^(0|false)$/.test(attributeOf(element, "locked")?.value ?? "");
}

/** Equal for styles that look alike, however their attributes are ordered. */
function lookOf(piece: Piece, style: XmlElement, changes: Readonly<Record<string, string | undefined>>): string {
  const attributes = new Map<string, string | undefined>(style.attributes.map(({ name, value }) => [name, value]));
  for (const [name, value] of Object.entries(changes)) attributes.set(name, value);
  const listed = [...attributes].filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([listed, innerMarkup(piece, style)]);
}
