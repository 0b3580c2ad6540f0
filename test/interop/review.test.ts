import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { addReview } from "../../src/workbook/review/add-review.js";
import { rawWorkbook } from "../lossless/raw-workbook.js";
import { corpus, fixtures } from "../lossless/workbooks.js";
import { reviewRow, reviewWith } from "../review-rows.js";
import { type Seen, type SeenSheet, seenByLibreOffice, seenByOpenpyxl } from "./readers.js";

const scratch = mkdtempSync(join(tmpdir(), "poam-review-"));
const folder = join(scratch, "books");
mkdirSync(folder);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const NOTED = "L7";
const subjects = [...fixtures("features"), ...corpus({ atMost: 200_000 })].filter(
  ({ bytes }) => !rawWorkbook(bytes).isSigned,
);
const books = await Promise.all(
  subjects.map(async ({ name, bytes }, index) => {
    const [sheet] = rawWorkbook(bytes).sheets;
    const rows = [reviewRow({ sheet: sheet!.name, row: 7, column: 12 })];
    const copy = await addReview(bytes, reviewWith(rows), { notes: true }, name);
    const file = `${index}.${name.split(".").at(-1)}`;
    writeFileSync(join(folder, `before-${file}`), bytes);
    writeFileSync(join(folder, `after-${file}`), copy.bytes);
    return { name, file, sheet: sheet!.name, added: copy.sheet, isThreaded: copy.remarks.length > 0 };
  }),
);

const [openpyxl, libreOffice] = await Promise.all([seenByOpenpyxl(folder), seenByLibreOffice(folder, scratch)]);

/** What the dump tells besides. */
interface SeenMore extends SeenSheet {
  readonly comments: Readonly<Record<string, string>>;
  readonly links: Readonly<Record<string, readonly [target: string | null, location: string | null]>>;
  readonly filter: string | null;
}

describe.each([
  ["openpyxl", openpyxl],
  ["LibreOffice", libreOffice],
])("%s", (_, seen) => {
  const opened = (name: string) => {
    const book = seen.get(name);
    return book !== undefined && book.error === undefined && Object.keys(book.sheets!).length > 0;
  };
  const readable = books.filter(({ file }) => opened(`before-${file}`));

  test("opens most workbooks", () => expect(readable.length).toBeGreaterThan(books.length * 0.9));

  test.each(readable)("sees the review of $name, and all else as before", ({ file, sheet, added, isThreaded }) => {
    const [before, after] = [seen.get(`before-${file}`), seen.get(`after-${file}`)] as [Seen, Seen | undefined];
    expect(after?.error).toBe(undefined);
    const { [added]: review, ...sheets } = after!.sheets as Record<string, SeenMore>;
    const texts = Object.entries(review!.cells).map(([cell, [, value]]) => [cell, value]);
    const [top, row] = isThreaded ? [4, 5] : [3, 4];
    expect(Object.fromEntries(texts)).toMatchObject({
      [`A${top}`]: "Severity",
      [`H${top}`]: "Source",
      [`A${row}`]: "warning",
      [`B${row}`]: "V-1",
    });
    expect(review!.filter).toBe(`A${top}:H${row}`);
    const link = review!.links[`C${row}`]!.find((place) => place);
    expect(link?.replaceAll("'", "").replace(/^#/, "")).toBe(`${sheet}!L7`);

    const comments = (book: Readonly<Record<string, SeenMore>>) => ({ ...book[sheet]?.comments });
    const [then, now] = [comments(before.sheets as Record<string, SeenMore>), comments(sheets)];
    const own = "poam, as of 2026-03-31\nwarning stale: the status is old\nWhat to do: Look at it.";
    if (!isThreaded) {
      expect(now[NOTED]).toBe(then[NOTED] === undefined ? own : `${then[NOTED]}\n\n${own}`);
      delete then[NOTED];
      delete now[NOTED];
    }
    expect(now).toEqual(then);
    const rest = (book: Readonly<Record<string, SeenSheet>>) =>
      Object.entries(book).map(([name, one]) => [name, { ...one, comments: undefined }]);
    expect(rest(sheets)).toEqual(rest(before.sheets!));
  });
});
