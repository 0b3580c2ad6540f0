import { existsSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rawZip } from "../lossless/raw-zip.js";
import { anonymized, file } from "./anonymizing.js";

/**
 * The attributes in which copies may differ from their originals, each looked up in the standard: all of them take any text
 * (or any name, way, number or hash of that shape). Any other takes what the standard lists, and another word there damages
 * the file, which poam's own reader would not notice.
 */
const ANY_TEXT = new Set(
  `
  absPath@url cNvPr@descr cNvPr@name cacheField@name connection@name dataValidation@error dataValidation@errorTitle
  dataValidation@prompt dbPr@command dbPr@connection definedName@name externalReference@r:id fileSharing@userName
  fileVersion@codeName font@typeface fontScheme@name hyperlink@display name@val person@displayName person@userId
  pivotCache@r:id pivotCacheDefinition@refreshedBy pivotTableDefinition@name protectedRange@hashValue
  protectedRange@saltValue rFont@val revisionPtr@documentId sheet@name sheetProtection@hashValue sheetProtection@saltValue
  slicer@cache slicerCache@r:id slicerCacheDefinition@name tableColumn@name tableStyle@name tableStyleInfo@name theme@name
  themeFamily@name workbookProtection@workbookHashValue workbookProtection@workbookSaltValue
  `
    .trim()
    .split(/\s+/),
);

const OWN = ["fixtures/ok", "fixtures/features"].flatMap(filesIn);
const CORPUS = ["fedramp", "emass", "other"].flatMap((folder) => filesIn(`../shared/corpus/${folder}`));

describe("copies differ in attributes that take any text alone", () => {
  it.each([...OWN, ...CORPUS].filter((path) => !path.includes("ole-object")))(
    "%s",
    async (path) => {
      const [bytes, name] = file(path);
      const copy = new Map(tagsOf((await anonymized(bytes, name)).bytes));
      const changed = tagsOf(bytes).flatMap(([part, tags]) => {
        const others = copy.get(part);
        return others ? changesIn(tags, others) : [];
      });
      expect([...new Set(changed)].filter((place) => !ANY_TEXT.has(place))).toEqual([]);
    },
    60_000,
  );
});

interface Tag {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

/** The tags of every XML part that has the same name in the copy, read without poam. */
function tagsOf(bytes: Buffer): [string, Tag[]][] {
  return rawZip(bytes).entries.flatMap(({ name, content }): [string, Tag[]][] => {
    // What lists parts is shorter in the copy, and lists the rest under other names.
    if (!/\.(?:xml|vml)$/.test(name) || name === "[Content_Types].xml") return [];
    const xml = content.toString("utf8").replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, "");
    const tags = [...xml.matchAll(/<(?:[\w.-]+:)?([\w.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g)];
    return [[name, tags.map(([, tag = "", attributes = ""]) => ({ name: tag, attributes: attributesIn(attributes) }))]];
  });
}

function attributesIn(tag: string): [string, string][] {
  return [...tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, double, single]) => [
    name!,
    double ?? single!,
  ]);
}

/** Elements that speak of parts which were taken out are gone from the copy. */
function changesIn(tags: readonly Tag[], others: readonly Tag[]): string[] {
  const changed: string[] = [];
  let at = 0;
  for (const tag of tags) {
    const other = others[at];
    if (!other || other.name !== tag.name) continue;
    at++;
    changed.push(...changedIn(tag, other));
  }
  expect(at).toBe(others.length);
  return changed;
}

function changedIn({ name, attributes }: Tag, other: Tag): string[] {
  const values = new Map(other.attributes);
  return attributes.flatMap(([attribute, value]) =>
    values.has(attribute) && values.get(attribute) !== value ? [`${name}@${attribute}`] : [],
  );
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.xls[xm]$/.test(name))
    .map((name) => `${folder}/${name}`);
}
