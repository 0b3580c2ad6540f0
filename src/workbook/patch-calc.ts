import { columnLetters } from "../model/cell.js";
import { damagedPart } from "./damage.js";
import { partBytes } from "./inflate.js";
import { readRelationships } from "./package.js";
import type { Splice } from "./patched.js";
import { attributeOf, isSet, type Piece, readElements, type XmlElement } from "./xml-elements.js";
import { findEntry, type Zip, type ZipEntry } from "./zip.js";

/** A cell whose formula was written over. */
export interface ReplacedFormula {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** What becomes of parts for the sake of calculation. */
export interface CalculationEdits {
  readonly splices: ReadonlyMap<ZipEntry, readonly Splice[]>;
  /** The list of formulas, where none is left to be listed. */
  readonly dropped: ZipEntry | undefined;
}

/** The children of `<workbook>` that stand behind `<calcPr>` (ECMA-376, 18.2.27). */
const BEHIND_CALC_PR = new Set([
  "oleSize",
  "customWorkbookViews",
  "pivotCaches",
  "smartTagPr",
  "smartTagTypes",
  "webPublishing",
  "fileRecoveryPr",
  "webPublishObjects",
  "extLst",
]);

/** Asks Excel to calculate all formulas anew when it opens the workbook; no splice where it is asked to already. */
export function recalculationOnLoad(zip: Zip, workbook: ZipEntry): Splice[] {
  const elements = elementsOf(zip, workbook);
  const root = elements[0]!;
  const settings = elements.find(({ name, parent }) => name === "calcPr" && parent === root);
  if (!settings) {
    const next = elements.find(({ name, parent }) => BEHIND_CALC_PR.has(name) && parent === root);
    const place = next?.start ?? root.closeStart;
    return [{ start: place, end: place, text: `<${root.prefix}calcPr fullCalcOnLoad="1"/>` }];
  }
  if (isSet(settings, "fullCalcOnLoad")) return [];
  const there = attributeOf(settings, "fullCalcOnLoad");
  if (there) return [{ start: there.valueStart, end: there.valueEnd, text: "1" }];
  const nameEnd = settings.start + 1 + settings.prefix.length + settings.name.length;
  return [{ start: nameEnd, end: nameEnd, text: ' fullCalcOnLoad="1"' }];
}

/**
 * Takes cells out of calcChain, the list of all cells with formulas: Excel calls a workbook damaged in which it names one
 * that has none. If nothing is left in it, the part goes, with its relationship and content type.
 */
export async function withoutInChain(
  zip: Zip,
  workbook: ZipEntry,
  replaced: readonly ReplacedFormula[],
): Promise<CalculationEdits> {
  const splices = new Map<ZipEntry, readonly Splice[]>();
  const relationship = (await readRelationships(zip, workbook.name)).find(({ type }) => type === "calcChain");
  const chain = relationship && findEntry(zip, relationship.target);
  if (!relationship || !chain || replaced.length === 0) return { splices, dropped: undefined };
  const ids = sheetIds(elementsOf(zip, workbook));
  const gone = new Set(replaced.map(({ sheet, row, column }) => `${ids.get(sheet)}!${columnLetters(column)}${row}`));
  const listed = elementsOf(zip, chain).filter(({ name }) => name === "c");
  const removed = removals(listed, gone);
  if (removed.count < listed.length) {
    if (removed.count > 0) splices.set(chain, removed.splices);
    return { splices, dropped: undefined };
  }
  const types = findEntry(zip, "[Content_Types].xml")!;
  const relations = findEntry(zip, relationshipsOf(workbook.name))!;
  splices.set(
    types,
    removal(zip, types, "PartName", (name) => name.toLowerCase() === `/${chain.name.toLowerCase()}`),
  );
  splices.set(
    relations,
    removal(zip, relations, "Id", (id) => id === relationship.id),
  );
  return { splices, dropped: chain };
}

/** An entry names its sheet only where that differs from the one before: what is taken out leaves the name to the next. */
function removals(listed: readonly XmlElement[], gone: ReadonlySet<string>): { splices: Splice[]; count: number } {
  const splices: Splice[] = [];
  let count = 0;
  let sheet = "";
  let written = "";
  for (const element of listed) {
    const own = attributeOf(element, "i")?.value;
    sheet = own ?? sheet;
    if (gone.has(`${sheet}!${attributeOf(element, "r")?.value}`)) {
      splices.push({ start: element.start, end: element.end, text: "" });
      count++;
      continue;
    }
    if (own === undefined && written !== sheet) {
      const nameEnd = element.start + 1 + element.prefix.length + element.name.length;
      splices.push({ start: nameEnd, end: nameEnd, text: ` i="${sheet}"` });
    }
    written = sheet;
  }
  return { splices, count };
}

function sheetIds(workbook: readonly XmlElement[]): Map<string, string> {
  const sheets = workbook.filter(({ name, parent }) => name === "sheet" && parent?.name === "sheets");
  return new Map(
    sheets.map((sheet) => [attributeOf(sheet, "name")?.value ?? "", attributeOf(sheet, "sheetId")?.value ?? ""]),
  );
}

function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function removal(zip: Zip, entry: ZipEntry, name: string, matches: (value: string) => boolean): Splice[] {
  const found = elementsOf(zip, entry).filter((element) => matches(attributeOf(element, name)?.value ?? ""));
  return found.map(({ start, end }) => ({ start, end, text: "" }));
}

function elementsOf(zip: Zip, entry: ZipEntry): XmlElement[] {
  const piece: Piece = { bytes: partBytes(zip, entry), start: 0 };
  const elements = readElements(piece);
  if (!elements || elements.length === 0) throw damagedPart(zip.file, entry.name, "is not well-formed XML");
  return elements;
}
