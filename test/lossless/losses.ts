import type { CellPatch } from "../../src/model/cell.js";
import type { Patched } from "../../src/workbook/patched.js";
import { elements, type RawWorkbook, rawWorkbook } from "./raw-workbook.js";
import type { RawEntry } from "./raw-zip.js";
import { outOfOrder } from "./schema-order.js";
import { sheetLosses, withoutReach } from "./sheet-losses.js";
import { styleLosses } from "./style-losses.js";

/** All that a patched workbook lost, gained or changed beyond its patches, in words; empty if nothing. */
export function losses(bytes: Buffer, patches: readonly CellPatch[], patched: Patched): string[] {
  const before = rawWorkbook(bytes);
  const after = rawWorkbook(patched.bytes);
  const refused = new Set(patched.refused.map(({ patch }) => patch));
  const done = patches.filter((patch) => !refused.has(patch));
  const partOf = new Map(before.sheets.map(({ name, part }) => [name, part]));
  const byPart = groupedBy(done, ({ at }) => partOf.get(at.sheet)!);
  const changed = changedParts(before, after);
  const grows = done.some(({ like }) => like);
  const tables = grows ? changed.filter((part) => part.startsWith("xl/tables/")) : [];
  return [
    ...archiveLosses(before, after),
    ...changed
      .filter((part) => !byPart.has(part) && !MAY_CHANGE.has(part) && !tables.includes(part))
      .map((part) => `${part} changed`),
    ...report("parts", patched.parts, before.zip.entries.filter(({ name }) => !name.endsWith("/")).length),
    ...report("changedParts", [...patched.changedParts].sort(), [...changed].sort()),
    ...report("cells", patched.cells, done.length),
    ...[...byPart].flatMap(([part, ofPart]) =>
      sheetLosses({ before, after, part, patches: ofPart }).map((loss) => `${part}: ${loss}`),
    ),
    ...tables.flatMap((part) => report(part, withoutReach(after.xml(part)), withoutReach(before.xml(part)))),
    ...bookLosses(before, after, grows),
    ...(changed.includes("xl/styles.xml") ? styleLosses(before.xml("xl/styles.xml"), after.xml("xl/styles.xml")) : []),
    ...changed.filter((part) => after.has(part)).flatMap((part) => newlyOutOfOrder(before, after, part)),
  ];
}

/** The parts besides the sheets that a patch may touch; what may change in them is held below. */
const MAY_CHANGE = new Set([
  "xl/styles.xml",
  "xl/workbook.xml",
  "xl/calcChain.xml",
  "xl/_rels/workbook.xml.rels",
  "[Content_Types].xml",
]);

function changedParts(before: RawWorkbook, after: RawWorkbook): string[] {
  const now = new Map(after.zip.entries.map((entry) => [entry.name, entry]));
  return before.zip.entries.flatMap((entry) => (isSame(entry, now.get(entry.name)) ? [] : [entry.name]));
}

function isSame(entry: RawEntry, now: RawEntry | undefined): boolean {
  return now !== undefined && entry.bytes.equals(now.bytes) && entry.record.equals(now.record);
}

function archiveLosses(before: RawWorkbook, after: RawWorkbook): string[] {
  const stays = (name: string) => name !== "xl/calcChain.xml" || after.has(name);
  const names = (book: RawWorkbook) => book.zip.entries.map(({ name }) => name).filter(stays);
  const now = new Map(after.zip.entries.map((entry) => [entry.name, entry]));
  return [
    ...report("the bytes before the archive", after.zip.preamble.toString("hex"), before.zip.preamble.toString("hex")),
    ...report("the archive's comment", after.zip.comment.toString("hex"), before.zip.comment.toString("hex")),
    ...report("the parts", names(after), names(before)),
    ...report("the parts' order in the file", after.zip.order, before.zip.order.filter(stays)),
    ...before.zip.entries.flatMap(({ name, kept }) =>
      now.has(name) ? report(`${name}: dates and attributes`, now.get(name)!.kept, kept) : [],
    ),
  ];
}

/** The workbook part may be told to recalculate; calcChain may go, with its relationship and its content type. */
function bookLosses(before: RawWorkbook, after: RawWorkbook, grows: boolean): string[] {
  const reach = grows ? withoutReach : (text: string) => text;
  const without = (pattern: RegExp) => (book: RawWorkbook, part: string) => book.xml(part).replace(pattern, "");
  const withoutCalculation = without(/<(\w+:)?calcPr\b[^>]*?(\/>|>[\s\S]*?<\/(\w+:)?calcPr>)/);
  const withoutChain = without(/<(Override|Relationship)\b[^>]*calcChain[^>]*\/>/);
  const found = [
    ...report(
      "xl/workbook.xml",
      reach(withoutCalculation(after, "xl/workbook.xml")),
      reach(withoutCalculation(before, "xl/workbook.xml")),
    ),
    ...["xl/_rels/workbook.xml.rels", "[Content_Types].xml"].flatMap((part) =>
      report(part, withoutChain(after, part), withoutChain(before, part)),
    ),
    ...calculationLosses(before, after),
  ];
  const chained = [
    after.has("xl/calcChain.xml"),
    ...["xl/_rels/workbook.xml.rels", "[Content_Types].xml"].map((part) => after.xml(part).includes("calcChain")),
  ];
  if (new Set(chained).size > 1 && before.has("xl/calcChain.xml")) found.push("calcChain is half gone");
  return found;
}

/** calcPr keeps what it said; all that is new is `fullCalcOnLoad`. */
function calculationLosses(before: RawWorkbook, after: RawWorkbook): string[] {
  const [was = {}] = elements(before.xml("xl/workbook.xml"), "calcPr");
  const [{ fullCalcOnLoad, ...is } = {}] = elements(after.xml("xl/workbook.xml"), "calcPr");
  const { fullCalcOnLoad: _, ...kept } = was;
  const found = report("calcPr", is, kept);
  if (fullCalcOnLoad !== was.fullCalcOnLoad && fullCalcOnLoad !== "1")
    found.push(`fullCalcOnLoad is ${fullCalcOnLoad}`);
  return found;
}

function newlyOutOfOrder(before: RawWorkbook, after: RawWorkbook, part: string): string[] {
  const known = new Set(outOfOrder(before.xml(part)));
  return outOfOrder(after.xml(part)).filter((complaint) => !known.has(complaint));
}

export function groupedBy<T, K>(values: readonly T[], keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** One line where two values differ, with the place of the first difference in a long text. */
export function report(what: string, is: unknown, was: unknown): string[] {
  const [now, then] = [is, was].map((value) => (typeof value === "string" ? value : String(JSON.stringify(value)))) as [
    string,
    string,
  ];
  if (now === then) return [];
  let at = 0;
  while (now[at] === then[at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - 40), at + 80);
  return [`${what} is …${around(now)}…, was …${around(then)}…`];
}
