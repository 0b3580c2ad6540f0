import { listedRanges, type PlacedRange } from "./cell-range.js";
import type { PartElements } from "./part-elements.js";
import { attributeOf, type XmlElement } from "./xml-elements.js";

/** What a sheet says of a list of ranges: `sqref="A9:A1059 B7:N7"`. */
export interface RangeList {
  readonly of: RangeSubject;
  readonly text: string;
  readonly ranges: readonly PlacedRange[];
  /** Where the text begins in the part. */
  readonly at: number;
}

const SUBJECTS = ["dataValidation", "conditionalFormatting", "protectedRange", "ignoredError"] as const;
export type RangeSubject = (typeof SUBJECTS)[number];

/** All such lists of a worksheet part: `sqref` attributes, and the `xm:sqref` of what Excel 2010 added. */
export function rangeLists(part: PartElements): RangeList[] {
  return part.elements.flatMap((element) => {
    const of = subjectOf(element.name === "sqref" ? element.parent : element);
    const list = of && placedText(part, element);
    return list ? { ...list, of, ranges: listedRanges(list.text) } : [];
  });
}

/** Sparklines have an `xm:sqref`, too, which is their own place. */
function subjectOf(element: XmlElement | undefined): RangeSubject | undefined {
  return SUBJECTS.find((subject) => subject === element?.name);
}

/** Undefined for texts of other letters than ASCII, which no range has: places in them are not those in the part. */
function placedText(part: PartElements, element: XmlElement): { text: string; at: number } | undefined {
  if (element.name === "sqref") {
    const text = part.text(element);
    return text.length === element.closeStart - element.tagEnd ? { text, at: element.tagEnd } : undefined;
  }
  const list = attributeOf(element, "sqref");
  if (!list || list.value.length !== list.valueEnd - list.valueStart) return undefined;
  return { text: list.value, at: list.valueStart };
}
