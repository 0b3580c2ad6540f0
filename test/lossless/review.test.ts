import { describe, expect, test } from "vitest";
import { addReview } from "../../src/workbook/review/add-review.js";
import { reviewRow, reviewWith } from "../review-rows.js";
import { type RawWorkbook, rawWorkbook } from "./raw-workbook.js";
import { outOfOrder } from "./schema-order.js";
import { corpus, fixtures, type Subject } from "./workbooks.js";

const unsigned = (all: readonly Subject[]) => all.filter(({ bytes }) => !rawWorkbook(bytes).isSigned);
const features = unsigned(fixtures("features"));
const others = unsigned([...fixtures("ok"), ...corpus({ atMost: 200_000 })]);

/** Findings on cells that are there and such that are not, two on one. */
const PLACES = [
  [1, 1],
  [7, 12],
  [7, 12],
  [9, 3],
  [900, 40],
] as const;

describe.each([
  { kind: "a sheet", notes: false, subjects: features },
  { kind: "a sheet and notes", notes: true, subjects: [...features, ...others] },
])("a copy with $kind", ({ notes, subjects }) => {
  test.each(subjects)("of $name has lost nothing", async ({ name, bytes }) => {
    const before = rawWorkbook(bytes);
    const rows = before.sheets.flatMap(({ name: sheet }) =>
      PLACES.map(([row, column]) => reviewRow({ sheet, row, column })),
    );
    const after = rawWorkbook((await addReview(bytes, reviewWith(rows), { notes }, name)).bytes);
    const [then, now] = [before, after].map((book) => new Map(book.zip.entries.map((entry) => [entry.name, entry])));

    expect(after.zip.preamble).toEqual(before.zip.preamble);
    expect(after.zip.comment).toEqual(before.zip.comment);
    expect([...now!.keys()].slice(0, then!.size)).toEqual([...then!.keys()]);
    expect(after.zip.order.slice(0, then!.size)).toEqual(before.zip.order);
    const added = [...now!.keys()].slice(then!.size);
    expect(added.filter((part) => !NEW_PARTS.test(part))).toEqual([]);
    expect(added.filter((part) => part.includes("worksheets/poam"))).toHaveLength(1);
    if (!notes) expect(added).toHaveLength(1);

    const mayChange = new Set([
      "[Content_Types].xml",
      "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
    ]);
    if (notes) for (const { part } of before.sheets) for (const own of partsOf(before, part)) mayChange.add(own);
    for (const [part, entry] of then!) {
      const written = now!.get(part)!;
      if (entry.bytes.equals(written.bytes) && entry.record.equals(written.record)) continue;
      expect(entry.content.equals(written.content), `${part} was packed anew for nothing`).toBe(false);
      expect(mayChange.has(part), `${part} changed`).toBe(true);
      expect(written.kept).toBe(entry.kept);
      expect(withoutAdded(tokens(written.content), tokens(entry.content)), part).toEqual(tokens(entry.content));
      expect(rowsOf(written.content), part).toEqual(rowsOf(entry.content));
    }
    for (const part of [...mayChange, ...added]) {
      if (!after.has(part) || part.endsWith(".vml")) continue;
      const known = before.has(part) ? outOfOrder(before.xml(part)) : [];
      expect(
        outOfOrder(after.xml(part)).filter((one) => !known.includes(one)),
        part,
      ).toEqual([]);
    }
    expect(after.sheets.slice(0, -1)).toEqual(before.sheets);
  });
});

const NEW_PARTS =
  /^xl\/(worksheets\/poam1\.xml|comments\d+\.xml|drawings\/vmlDrawing\d+\.vml|worksheets\/_rels\/[^/]+\.rels)$/;

/** A sheet's part, its relationships, and what these lead to. */
function partsOf(book: RawWorkbook, sheet: string): string[] {
  const rels = sheet.replace(/([^/]+)$/, "_rels/$1.rels");
  if (!book.has(rels)) return [sheet];
  const targets = [...book.xml(rels).matchAll(/Target="(?:\.\.|\/xl)\/((?:comments|drawings)[^"]*\.(?:xml|vml))"/g)];
  return [sheet, rels, ...targets.map(([, target]) => `xl/${target}`)];
}

/** Tags and texts; counts are left out, as they grow. */
function tokens(content: Buffer): string[] {
  const text = content
    .toString("latin1")
    .replace(/<([\w:]+)([^<>]*?)\s*\/>/g, "<$1$2></$1>")
    .replace(/(?<=<(?:\w+:)?(?:fonts|fills|borders|cellXfs)\b[^>]*) count="\d+"/g, "");
  return text.match(/<[^>]*>|[^<]+/g) ?? [];
}

/** Of the new tokens those that are the old ones in their order: all of them, where something was only added. */
function withoutAdded(now: readonly string[], then: readonly string[]): string[] {
  let next = 0;
  return now.filter((token) => token === then[next] && ++next > 0);
}

function rowsOf(content: Buffer): string | undefined {
  return /<(?:\w+:)?sheetData\b[\s\S]*<\/(?:\w+:)?sheetData>/.exec(content.toString("latin1"))?.[0];
}

test("a part to which no note is added stays as it is packed", async () => {
  for (const name of ["threaded-comments", "comments"]) {
    const bytes = features.find((one) => one.name === `features/${name}.xlsx`)!.bytes;
    const before = rawWorkbook(bytes);
    const rows = [reviewRow({ sheet: before.sheets[0]!.name, row: 7, column: 12 })];
    const after = rawWorkbook((await addReview(bytes, reviewWith(rows), { notes: true }, name)).bytes);
    const packed = (book: RawWorkbook) => new Map(book.zip.entries.map((entry) => [entry.name, entry.bytes]));
    const now = packed(after);
    const changed = [...packed(before)].flatMap(([part, own]) => (own.equals(now.get(part)!) ? [] : part));
    const always = ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"];
    expect(changed).toEqual(name === "comments" ? [...always, "xl/comments1.xml"] : always);
  }
});
