import type { CellPatch } from "../../src/model/cell.js";
import { report } from "./losses.js";
import { childrenOf, type RawCell } from "./raw-sheet.js";
import { elements, type RawWorkbook } from "./raw-workbook.js";

/** What a styles part lost: it may have more number formats and cell formats, behind those that it had. */
export function styleLosses(was: string, is: string): string[] {
  const [before, after] = [children(was), children(is)];
  const found = report(
    "styles",
    Object.keys(after).filter((name) => name !== "numFmts"),
    Object.keys(before).filter((name) => name !== "numFmts"),
  );
  for (const [name, xml] of Object.entries(before)) {
    if (name !== "numFmts" && name !== "cellXfs") found.push(...report(`styles' ${name}`, after[name], xml));
  }
  for (const [name, item] of [
    ["numFmts", "numFmt"],
    ["cellXfs", "xf"],
  ] as const) {
    const [then, now] = [items(before[name], item), items(after[name], item)];
    found.push(...report(`the first of styles' ${name}`, now.slice(0, then.length), then));
    const count = /^<[^>]*\scount=["'](\d+)/.exec(after[name] ?? "")?.[1];
    if (count !== undefined) found.push(...report(`the count of styles' ${name}`, Number(count), now.length));
  }
  const ids = items(after.numFmts, "numFmt").map((xml) => /numFmtId=["'](\d+)/.exec(xml)![1]);
  if (new Set(ids).size < ids.length) found.push("two number formats have one id");
  return found;
}

interface Scope {
  readonly before: RawWorkbook;
  readonly after: RawWorkbook;
  readonly was: RawCell | undefined;
  readonly is: RawCell | undefined;
  readonly patch: CellPatch;
}

/** What a patched cell's look lost: it differs in its number format or its apostrophe only, and only where it must. */
export function formatLosses({ before, after, was, is, patch: { value } }: Scope): string[] {
  const isDate = typeof value === "object" && value !== null;
  const needsQuote = typeof value === "string" && /^[=+\-@\t\r]/.test(value);
  const [then, now] = [formatOf(before, was?.style ?? 0), formatOf(after, is?.style ?? 0)];
  const found: string[] = [];
  if (was && is) found.push(...report("format", bare(now.xf), bare(then.xf)));
  if (was && is && !isDate) found.push(...report("number format", now.xf.numFmtId ?? "0", then.xf.numFmtId ?? "0"));
  if (was && is && isDate && then.isDate && !then.xf.quotePrefix) found.push(...report("style", is.style, was.style));
  if (was && !is && was.style !== 0) found.push(`lost its style ${was.style}`);
  if (isDate && !now.isDate) found.push(`is a date under the format ${now.xf.numFmtId}`);
  if (needsQuote && now.xf.quotePrefix !== "1") found.push("begins as a formula does, without an apostrophe");
  return found;
}

function bare({ numFmtId, applyNumberFormat, quotePrefix, ...xf }: Record<string, string>) {
  return Object.fromEntries(Object.entries(xf).sort());
}

function formatOf(book: RawWorkbook, style: number): { xf: Record<string, string>; isDate: boolean } {
  if (!book.has("xl/styles.xml")) return { xf: {}, isDate: false };
  const { cellXfs, numFmts } = children(book.xml("xl/styles.xml"));
  const xml = items(cellXfs, "xf")[style] ?? "<xf/>";
  const xf = { ...attributesOf(xml), children: xml.replace(/^<[^>]*>/, "") };
  const id = Number(attributesOf(xml).numFmtId ?? 0);
  const own = items(numFmts, "numFmt")
    .map(attributesOf)
    .find(({ numFmtId }) => Number(numFmtId) === id);
  const code = own?.formatCode?.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
  return { xf, isDate: code === undefined ? (id >= 14 && id <= 17) || id === 22 : /[yd]/i.test(code) };
}

const attributesOf = (xml: string): Record<string, string> => {
  const [name] = /^<[^\s/>]+/.exec(xml)!;
  const tag = /^<[^>]*?\/?>/.exec(xml)![0];
  return elements(`${tag.replace(name, "<one").replace(/\/?>$/, "/>")}`, "one")[0]!;
};

/** The root's children by local name, as they stand in the text. */
function children(xml: string): Record<string, string> {
  return Object.fromEntries(childrenOf(xml).map(({ name, xml }) => [name, xml]));
}

function items(xml: string | undefined, wanted: string): string[] {
  return childrenOf(xml ?? "").flatMap(({ name, xml }) => (name === wanted ? [xml] : []));
}
