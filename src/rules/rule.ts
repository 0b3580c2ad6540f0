import type { CellRef } from "../model/cell.js";
import type { IsoDate } from "../model/date.js";
import type { Evidence, KevEntry, SystemFacts, VerFacts } from "../model/evidence.js";
import type { FieldName } from "../model/field.js";
import type { Issue, Severity } from "../model/finding.js";
import type { ItemState, PoamItem } from "../model/item.js";
import type { Poam } from "../model/poam.js";

/** A fact about POA&Ms that can be checked; what a framework makes of it (severity, options, source) is the pack's to say. */
export interface Rule {
  /** Named for the fault, so that "allow overdue" reads well. */
  readonly id: string;
  readonly summary: string;
  readonly why: string;
  /** What to do about it, for `explain` and for findings whose issue brings no help of its own. */
  readonly help: string;
  readonly severity: Severity;
  readonly options?: Readonly<Record<string, RuleOption>>;
  readonly fixable?: "safe" | "unsafe";
  readonly examples: readonly RuleExample[];
  readonly check: Check;
}

export interface RuleOption {
  readonly summary: string;
  readonly default: OptionValue;
}

export type OptionValue = number | string | boolean | readonly string[] | Readonly<Record<string, number>>;

/** A small register and what the rule says of it; without `says` the rule must be silent. Run as a test. */
export interface RuleExample {
  readonly title?: string;
  /** The form of the register; its headings are used. Default: `fedramp-rev5-v2.1`. */
  readonly template?: string;
  /** Items as their cells' text; dates written `yyyy-mm-dd` become real dates unless `asText`. */
  readonly rows: ExampleRow | readonly ExampleRow[];
  readonly closed?: readonly ExampleRow[];
  readonly configuration?: readonly ExampleRow[];
  /** Findings about documents, on the form's sheet for them. */
  readonly documentation?: readonly ExampleRow[];
  readonly asText?: boolean;
  /** Values of the header block; false: without the block. */
  readonly header?: Readonly<Record<string, string>> | false;
  /** Default: 2026-03-31. */
  readonly asOf?: IsoDate;
  readonly options?: Readonly<Record<string, OptionValue>>;
  /** The register's columns, in this order; default: all of the form. */
  readonly columns?: readonly FieldName[];
  /** Headings that the register has instead of the form's. */
  readonly headings?: Readonly<Record<string, string>>;
  /** Headings that the register has besides the form's, to the right of them. */
  readonly extra?: readonly string[];
  /** Sheets of the form under other names. */
  readonly sheets?: Readonly<Record<string, string>>;
  /** Sheets of the form that the workbook lacks. */
  readonly without?: readonly string[];
  /** The workbook's tabs in their order, blank where they are none of the form's; default: the form's item sheets. */
  readonly tabs?: readonly string[];
  /** What stands in the first cell of the main sheet; default: nothing. */
  readonly banner?: string;
  /** The row of the main sheet's headings, where it is not the form's. */
  readonly headingRow?: number;
  /** False: without the form's guidance rows. */
  readonly guidance?: boolean;
  /** True: the first item stands on the last guidance row. */
  readonly overwrite?: boolean;
  /** Last month's register, as `rows` and `closed` are given. */
  readonly previous?: { readonly rows: readonly ExampleRow[]; readonly closed?: readonly ExampleRow[] };
  /** Rows of the companion documents, by the fields of their templates. */
  readonly inventory?: readonly ExampleRow[];
  readonly deviations?: readonly ExampleRow[];
  readonly riskExposure?: { readonly rows: readonly ExampleRow[]; readonly closed?: readonly ExampleRow[] };
  readonly kev?: readonly KevEntry[];
  readonly ver?: Readonly<Record<string, VerFacts>>;
  readonly system?: SystemFacts;
  readonly says?: readonly string[];
  /** What `rows` read once every fix is carried out, unsafe ones too; without it there is no fix for any cell. */
  readonly fixed?: ExampleRow | readonly ExampleRow[];
  /** The items, by id, that a fix moves, and among which they then stand. */
  readonly moved?: Readonly<Record<string, ItemState>>;
}

export type ExampleRow = Readonly<Partial<Record<FieldName, string>>>;

/** What a check knows besides the item. */
export interface Context {
  readonly poam: Poam;
  readonly asOf: IsoDate;
  readonly evidence: Evidence;
  readonly system: SystemFacts;
  readonly option: (name: string) => OptionValue;
}

export type Reported = Issue | readonly Issue[] | undefined;

/**
 * An item check is begun once for a POA&M, and what `begin` gives is asked about every item, in one pass for all rules
 * together; undefined if there is nothing to check. Findings are returned rather than yielded: a generator for each rule and
 * item costs more than the rules.
 */
export type Check =
  | { readonly per: "item"; readonly begin: (context: Context) => ItemCheck | undefined }
  | { readonly per: "all-items"; readonly begin: (context: Context) => Tally | undefined }
  | { readonly per: "poam"; readonly run: (poam: Poam, context: Context) => Reported };

/** Sees every item in that same pass, and says at its end what they show together. */
export interface Tally {
  readonly see: (item: PoamItem) => void;
  readonly said: () => Reported;
}

export type ItemCheck = (item: PoamItem) => Reported;

export function rule(definition: Rule): Rule {
  return definition;
}

/** For rules that look at one item at a time; `fields` are those without which the form leaves nothing to check. */
export function eachItem(
  run: (item: PoamItem, context: Context) => Reported,
  fields: readonly FieldName[] = [],
): Check {
  return eachItemOf((context) =>
    fields.every((field) => hasField(context.poam, field)) ? (item) => run(item, context) : undefined,
  );
}

/** For rules that prepare something for the whole POA&M, or remember what they saw. */
export function eachItemOf(begin: (context: Context) => ItemCheck | undefined): Check {
  return { per: "item", begin };
}

/** For rules that judge all items together. */
export function allItems(begin: (context: Context) => Tally | undefined): Check {
  return { per: "all-items", begin };
}

/** For rules that look at what is no item, or at a few items only. */
export function wholePoam(run: (poam: Poam, context: Context) => Reported): Check {
  return { per: "poam", run };
}

/** Whether any sheet of items has a column for it. */
export function hasField(poam: Poam, field: FieldName): boolean {
  return poam.registers.some(({ columns }) => columns.some((column) => column.field === field));
}

/** An item's own place: its id cell, or its first column where the form has no id. */
export function placeOf(item: PoamItem): CellRef {
  return item.id ?? { sheet: item.sheet, row: item.row, column: 1 };
}
