import type { ControlNotation } from "./control.js";
import type { FieldName } from "./field.js";
import type { ItemState } from "./item.js";

/** A form, as data: `templates/<id>/template.json`. */
export interface Template {
  readonly id: string;
  readonly title: string;
  /** Where the layout was read, in words. */
  readonly source: string;
  /** `tracker`: no framework's form but the CSV file of an issue tracker or a compliance platform. */
  readonly framework: "fedramp" | "emass" | "cmmc" | "nist-800-171" | "cms" | "tracker" | "generic";
  /** `csv`: what converts to it is a CSV file, for a tracker to import; absent: a workbook. */
  readonly medium?: "csv";
  /** The form's own version and its day of issue, where it has them. */
  readonly version?: string;
  readonly issued?: string;
  readonly packs: readonly string[];
  /**
   * `companion`: a document that travels with a POA&M and is refused by name where a POA&M is expected; `refusal` says
   * what it is: "is a FedRAMP Risk Exposure Table, not a POA&M".
   */
  readonly purpose?: "poam" | "companion";
  readonly refusal?: string;
  /** True where headings alone do not make this form: its header block, or another of its sheets, must be there too. */
  readonly needsMark?: boolean;
  /** Headings of which at least one must be there: the rest are anybody's. */
  readonly tellingHeadings?: readonly string[];
  readonly header?: readonly HeaderEntry[];
  readonly sheets: readonly SheetLayout[];
  /** Names of sheets of the form that hold no items: Instructions, Example, Record of Changes. */
  readonly otherSheets?: readonly string[];
  /** Fingerprints (model/fingerprint.ts) of the form's own guidance sentences, which are no data wherever they stand. */
  readonly guidance?: readonly string[];
  /** True where the form wants a blank for what others write as N/A or None. */
  readonly blankForNothing?: boolean;
  /** What a new workbook prints above its header block. */
  readonly banner?: string;
  /** Sheets without items that a new workbook gets; their texts are ours. */
  readonly newSheets?: readonly NewSheetName[];
  /** The hidden sheet of a new workbook for lists that no cell can hold; absent: `Lists`. */
  readonly listSheet?: string;
}

export const NEW_SHEETS = ["Instructions", "Record of Changes"] as const;
export type NewSheetName = (typeof NEW_SHEETS)[number];

/** One entry of the header block. */
export interface HeaderEntry {
  readonly label: string;
  readonly aliases?: readonly string[];
  readonly field: HeaderField;
  /** Where the value stands: in a row below the label, or to its right. */
  readonly value: "below" | "right";
  readonly required?: boolean;
  readonly list?: readonly string[];
  /** Texts of the blank form that are no value: `Text`, `Date`. */
  readonly placeholders?: readonly string[];
  /** The cells of label and value in a new workbook, `A2` and `D2`: next to each other, the label spans those between. */
  readonly cells?: { readonly label: string; readonly value: string };
}

export const HEADER_FIELDS = [
  "organization",
  "system",
  "impactLevel",
  "poamDate",
  "exportedOn",
  "exportedBy",
  "component",
  "registrationNumber",
  "systemType",
  "ombProjectId",
  "pocName",
  "pocPhone",
  "pocEmail",
  "securityCosts",
] as const;
export type HeaderField = (typeof HEADER_FIELDS)[number];

export interface SheetLayout {
  /** The tab's name; matched after trimming and folding case, and other names are accepted. */
  readonly name: string;
  readonly state: ItemState | "documentation" | "by-status";
  /** Whether the form is incomplete without this sheet. */
  readonly required?: boolean;
  /** Where the blank form has its headings and its first item: evidence, never assumed. */
  readonly headingRow: number;
  readonly firstRow: number;
  /** The column of its first heading, from 1; absent: 1. Forms with labels of rows, or a hidden id, begin in B. */
  readonly firstColumn?: number;
  /** Labels in the column before the first heading that mark rows of guidance, e.g. `Mandatory or Situational`. */
  readonly guidanceLabels?: readonly string[];
  /** Columns that the form hides: eMASS keeps ids of its own there. */
  readonly hiddenColumns?: readonly number[];
  readonly columns: readonly ColumnLayout[];
}

export interface ColumnLayout {
  readonly heading: string;
  readonly aliases?: readonly string[];
  /** What the column means; a column without a field is carried through untouched. */
  readonly field?: FieldName;
  /** Needed in every item, or only in items with one of these statuses. */
  readonly required?: boolean | { readonly status: readonly string[] };
  /** Not part of every copy of the form: neither its absence nor its presence is a difference. */
  readonly optional?: boolean;
  /** The only values that the form allows. */
  readonly list?: readonly string[];
  /** Several values, of the list or ids, may stand in a cell, with this between them. */
  readonly separator?: string;
  /** A status has the day of completion behind it, as the form has no column for that: `Completed 11/13/2025`. */
  readonly dayBehind?: boolean;
  /** What the form calls values by where neither its list nor a rating's other names tell: our text, the form's. */
  readonly values?: Readonly<Record<string, string>>;
  /** Short hints that the blank form prints under the heading (`Text`, `Yes, No`): no data where they stand in the guidance rows. */
  readonly hints?: readonly string[];
  readonly notation?: ControlNotation;
  /** What the form works out in rows without an item; `due-by-rating`: detection and 30, 90 or 180 days. */
  readonly formula?: "due-by-rating";
}
