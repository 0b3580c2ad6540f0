import type { Row, Style } from "exceljs";
import type { FieldKind, FieldName } from "../model/field.js";
import { FIELDS } from "../model/field.js";

/** How a cell of a new workbook looks. */
export type Look = "title" | "label" | "value" | "value-date" | "heading" | "guidance" | "text" | "date";

const FONT = { name: "Calibri", size: 11 };
const SMALL = { ...FONT, size: 9, italic: true, color: { argb: "FF566070" } };
const EDGE = { style: "thin", color: { argb: "FFBFC6D0" } } as const;
const BORDER = { top: EDGE, left: EDGE, bottom: EDGE, right: EDGE };
const TOP = { vertical: "top", wrapText: true } as const;
const LEFT = { ...TOP, horizontal: "left" } as const;
/** Excel shows it as it stands here, whatever the language. */
const DAY = "yyyy-mm-dd";

/** How many letters fit, measured by the usual ones: bold ones are wider, and headings have a button beside them. */
export const FITS: Readonly<Partial<Record<Look, number>>> = { heading: 0.75, label: 0.85, guidance: 1.2 };

/** One object a look: exceljs works out the formats of each object anew. */
export const STYLES: Readonly<Record<Look, Partial<Style>>> = {
  title: { font: { ...FONT, size: 14, bold: true }, alignment: { vertical: "middle" } },
  label: { font: { ...FONT, bold: true }, fill: fill("FFE9EDF2"), border: BORDER, alignment: TOP },
  value: { font: FONT, border: BORDER, alignment: LEFT },
  "value-date": { font: FONT, border: BORDER, alignment: LEFT, numFmt: DAY },
  heading: {
    font: { ...FONT, bold: true, color: { argb: "FFFFFFFF" } },
    fill: fill("FF1F3A5F"),
    border: BORDER,
    alignment: { vertical: "middle", horizontal: "center", wrapText: true },
  },
  guidance: { font: SMALL, fill: fill("FFF4F6F9"), border: BORDER, alignment: TOP },
  text: { font: FONT, border: BORDER, alignment: LEFT },
  date: { font: FONT, border: BORDER, alignment: LEFT, numFmt: DAY },
};

/** A text that must stay one, even when it is edited. */
export const KEPT_AS_TEXT: Partial<Style> = { ...STYLES.text, numFmt: "@" };

/** A filled cell that breaks the form's own grammar. */
export const FLAGGED = { fill: { type: "pattern", pattern: "solid", bgColor: { argb: "FFFFD9B3" } } } as const;

/** The width of a column in characters, by what stands in it. */
export function widthOf(field: FieldName | undefined): number {
  return field === undefined ? 20 : (WIDTHS[field] ?? KIND_WIDTHS[FIELDS[field].kind]);
}

/** Points of a line of text, and of one of guidance. */
export const [LINE, SMALL_LINE] = [15, 12];

/** Makes a row as tall as its texts, `points` a line; one line is left to the program that shows it. */
export function setHeight(
  row: Row,
  texts: readonly (string | undefined)[],
  widths: readonly number[],
  points: number,
): void {
  const height = heightOf(texts, widths, points);
  if (height !== undefined) row.height = height;
}

/**
 * The height in points of a row of wrapped texts, `points` a line; undefined for a single line. Not every program finds it by
 * itself. It is an estimate: letters differ in width, and lines break between words.
 */
function heightOf(
  texts: readonly (string | undefined)[],
  widths: readonly number[],
  points: number,
): number | undefined {
  let most = 1;
  for (const [index, text] of texts.entries()) {
    if (text === undefined || (text.length <= widths[index]! && !text.includes("\n"))) continue;
    most = Math.max(most, linesOf(text, widths[index]!));
    if (most >= MOST_LINES) break;
  }
  return most === 1 ? undefined : Math.min(most * points + 4, TALLEST);
}

/** In points: Excel allows no taller row. */
const TALLEST = 409;
/** As many do not go into such a row. */
const MOST_LINES = 40;

function linesOf(text: string, width: number): number {
  let lines = 0;
  for (let start = 0; start <= text.length && lines < MOST_LINES; ) {
    const end = text.indexOf("\n", start);
    const length = (end < 0 ? text.length : end) - start;
    lines += Math.max(1, Math.ceil((length * 1.1) / width));
    start += length + 1;
  }
  return lines;
}

const KIND_WIDTHS: Readonly<Record<FieldKind, number>> = {
  text: 28,
  date: 14,
  rating: 14,
  answer: 14,
  choice: 16,
  controls: 18,
  assets: 30,
  cves: 18,
  milestones: 44,
  "milestone-changes": 44,
};

const WIDTHS: Readonly<Partial<Record<FieldName, number>>> = {
  id: 16,
  weakness: 32,
  description: 48,
  sourceIdentifier: 20,
  remediationPlan: 44,
  mitigations: 44,
  comments: 44,
  deviationRationale: 36,
  impactDescription: 36,
  recommendations: 36,
  milestoneId: 12,
  percentComplete: 12,
  requirementPoints: 10,
  poamEligible: 10,
};

function fill(argb: string) {
  return { type: "pattern", pattern: "solid", fgColor: { argb } } as const;
}
