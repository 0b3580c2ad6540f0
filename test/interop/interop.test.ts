import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type CellPatch, columnLetters, reference } from "../../src/model/cell.js";
import { openWorkbook } from "../../src/workbook/open.js";
import { applyPatches } from "../../src/workbook/patch.js";
import { losses } from "../lossless/losses.js";
import { patchesOf, patchesOfMasters, sampledChoices } from "../lossless/random-patches.js";
import { rawWorkbook } from "../lossless/raw-workbook.js";
import { corpus, fixtures } from "../lossless/workbooks.js";
import { type Seen, seenByLibreOffice, seenByOpenpyxl } from "./readers.js";
import { isDate, seenAs, wanted } from "./seen-values.js";

/** The largest one alone would take the readers longer than all others. */
const AT_MOST = 1_000_000;
const PATCHES = 30;

/** Values that every reader gives back alike: what they do with control characters is their own affair. */
const VALUES: readonly CellPatch["value"][] = [
  "Closed on 2026-03-30.",
  "=1+1",
  "-none-",
  "@owner",
  "two\nlines",
  " blanks ",
  "<b> & 'quoted' \"text\"",
  "日本 🛰 é",
  "42",
  "2026-03-31",
  "TRUE",
  42,
  1234.5,
  { date: "2026-03-31" },
  { date: "1999-12-31" },
  { date: "2026-09-12" },
  true,
  false,
  null,
];

const scratch = mkdtempSync(join(tmpdir(), "poam-interop-"));
const folder = join(scratch, "books");
mkdirSync(folder);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const subjects = [...fixtures("features", "ok", "err", "blank"), ...corpus({ atMost: AT_MOST })].filter(
  ({ bytes }) => !rawWorkbook(bytes).isSigned,
);
const books = await Promise.all(
  subjects.map(async ({ name, bytes }, index) => {
    const choices = sampledChoices(index + 1, PATCHES).map((choice, i) => ({
      ...choice,
      value: VALUES[i % VALUES.length]!,
    }));
    const raw = rawWorkbook(bytes);
    const read = await openWorkbook(bytes, name);
    // openpyxl tells what the others of a shared formula have when the one that holds it is overwritten.
    const masters = patchesOfMasters(raw, read);
    const isMaster = new Set(masters.map(({ at }) => reference(at)));
    const patches = [...masters, ...patchesOf(choices, raw, read).filter(({ at }) => !isMaster.has(reference(at)))];
    const patched = await applyPatches(bytes, patches, name);
    const file = `${index}.${name.split(".").at(-1)}`;
    writeFileSync(join(folder, `before-${file}`), bytes);
    writeFileSync(join(folder, `after-${file}`), patched.bytes);
    const refused = new Set(patched.refused.map(({ patch }) => patch));
    return {
      name,
      bytes,
      date1904: raw.date1904,
      file,
      patches,
      patched,
      done: patches.filter((patch) => !refused.has(patch)),
    };
  }),
);

test.each(books)("$name lost nothing", ({ bytes, patches, patched }) => {
  expect(losses(bytes, patches, patched)).toEqual([]);
});

const [openpyxl, libreOffice] = await Promise.all([seenByOpenpyxl(folder), seenByLibreOffice(folder, scratch)]);

describe.each([
  ["openpyxl", openpyxl],
  ["LibreOffice", libreOffice],
])("%s", (reader, seen) => {
  const opened = (name: string) => {
    const book = seen.get(name);
    return book !== undefined && book.error === undefined && Object.keys(book.sheets!).length > 0;
  };
  const [readable, unreadable] = [true, false].map((wanted) =>
    books.filter(({ file }) => opened(`before-${file}`) === wanted),
  ) as [typeof books, typeof books];
  for (const { name, file } of unreadable) {
    console.warn(
      `${reader} cannot open ${name} even before it is patched: ${seen.get(`before-${file}`)?.error ?? "no sheets"}`,
    );
  }

  test("opens most workbooks", () => expect(readable.length).toBeGreaterThan(books.length * 0.9));

  test.each(readable)("sees the patches of $name, and all else as before", ({ file, done, date1904 }) => {
    const [before, after] = [seen.get(`before-${file}`)!, seen.get(`after-${file}`)];
    expect(after?.error).toBe(undefined);
    const cells = (book: Seen) =>
      Object.fromEntries(Object.entries(book.sheets!).map(([name, sheet]) => [name, { ...sheet.cells }]));
    const [then, now] = [cells(before), cells(after!)];
    for (const { at, value } of done.filter(({ at }) => then[at.sheet])) {
      const reference = `${columnLetters(at.column)}${at.row}`;
      const [is, was] = [now[at.sheet]![reference], then[at.sheet]![reference]];
      expect({ at, seen: seenAs(value, is) }).toEqual({ at, seen: wanted(value, date1904) });
      if (is && was && !isDate(value)) expect({ at, format: is[2] }).toEqual({ at, format: was[2] });
      delete now[at.sheet]![reference];
      delete then[at.sheet]![reference];
    }
    expect(now).toEqual(then);
    const rest = (book: Seen) => ({
      names: book.names,
      sheets: Object.entries(book.sheets!).map(([name, { cells: _, ...sheet }]) => [name, sheet]),
    });
    expect(rest(after!)).toEqual(rest(before));
  });
});
