import type { Style } from "exceljs";
import type { ReportCell, ReportColumn, ReportRow } from "../model/report-section.js";

export const SOFT = { argb: "FF566070" };
export const FONT = { name: "Calibri", size: 11 };

/**
 * How a cell of a report's table looks. Cells that look alike are given the same object: exceljs works out every object's
 * formats anew, and that took half of the time of writing a long list.
 */
export function styleOf(cell: ReportCell, { kind }: ReportColumn, as: ReportRow["as"]): Partial<Style> {
  const look = lookOf(cell);
  const key = `${kind} ${as} ${look}`;
  const known = STYLES.get(key);
  if (known) return known;
  const style = made(look, kind, as);
  STYLES.set(key, style);
  return style;
}

/** The same of a heading. */
export function headingStyle({ kind }: ReportColumn): Partial<Style> {
  return HEADING_STYLES[kind === "number" ? "right" : "left"];
}

const STYLES = new Map<string, Partial<Style>>();

type Look = "impossible" | "not-supplied" | "date" | "plain";

function lookOf(cell: ReportCell): Look {
  if ("is" in cell) return cell.is;
  return typeof cell.value === "object" && cell.value ? "date" : "plain";
}

const LINE = { style: "thin", color: { argb: "FFD5DAE1" } } as const;
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE };
const HEADING = fill("FFE9EDF2");
const GREYED = { type: "pattern", pattern: "lightUp", fgColor: { argb: "FFB5BCC6" } } as const;
const TRIPPED = fill("FFFDECEA");
const BOLD = { ...FONT, bold: true };

function made(look: Look, kind: ReportColumn["kind"], as: ReportRow["as"]): Partial<Style> {
  return {
    border: BORDER,
    font: FONT,
    alignment: {
      vertical: "top",
      wrapText: kind === "text",
      horizontal: kind === "number" ? "right" : "left",
      indent: 1,
    },
    ...(as === "total" && { font: BOLD, fill: HEADING }),
    ...(as === "tripped" && { fill: TRIPPED }),
    ...(look === "impossible" && { fill: GREYED }),
    ...(look === "not-supplied" && { font: { ...FONT, italic: true, color: SOFT } }),
    ...(look === "date" && { numFmt: "yyyy-mm-dd" }),
  };
}

function fill(argb: string) {
  return { type: "pattern", pattern: "solid", fgColor: { argb } } as const;
}

const HEADING_STYLES = { left: heading("left"), right: heading("right") };

function heading(horizontal: "left" | "right"): Partial<Style> {
  return {
    font: BOLD,
    fill: HEADING,
    border: BORDER,
    alignment: { horizontal, vertical: "bottom", wrapText: true, indent: 1 },
  };
}
