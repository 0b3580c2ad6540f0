import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { anonymized, file } from "../anonymize/anonymizing.js";
import { type Seen, seenByLibreOffice, seenByOpenpyxl } from "./readers.js";

const scratch = mkdtempSync(join(tmpdir(), "poam-anonymize-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const BOOKS = [
  ...["ok/fedramp-v3.0", "err/duplicate-ids", "features/comments", "features/threaded-comments", "features/image"],
  ...["features/chart", "features/pivot-table", "features/table", "features/defined-names", "features/external-link"],
  ...["features/validations", "features/hyperlinks", "features/custom-xml", "features/print", "features/rich-text"],
].map((name) => `fixtures/${name}.xlsx`);

/** Cells and the types of what they hold, sheet by sheet; names of sheets are reworded. */
const shape = ({ error, sheets = {} }: Seen) => ({
  error,
  sheets: Object.values(sheets).map(({ cells }) => Object.entries(cells).map(([at, [type]]) => `${at} ${type}`)),
});

const FEATURES = readdirSync("fixtures/features").map((name) => `fixtures/features/${name}`);
/** Other people's, which are not part of the project. */
const CORPUS = ["fedramp", "emass", "other"].flatMap((folder) => {
  const path = `../shared/corpus/${folder}`;
  return existsSync(path) ? readdirSync(path).map((name) => `${path}/${name}`) : [];
});
const SMALL = 1 << 20;

test("openpyxl opens every copy whose original it opens, and sees cells of the same types in the same places", async () => {
  const [before, after] = [join(scratch, "all-before"), join(scratch, "all-after")];
  for (const folder of [before, after]) mkdirSync(folder);
  for (const path of [...FEATURES, ...CORPUS]) {
    const [bytes, name] = file(path);
    if (!/\.xls[xm]$/.test(name) || bytes.length > SMALL || name === "ole-object.xlsx") continue;
    writeFileSync(join(before, name), bytes);
    writeFileSync(join(after, name), (await anonymized(bytes, name)).bytes);
  }
  const [original, copies] = [await seenByOpenpyxl(before), await seenByOpenpyxl(after)];
  expect(copies.size).toBeGreaterThanOrEqual(FEATURES.length - 1);
  for (const [name, copy] of copies) expect([name, shape(copy)]).toEqual([name, shape(original.get(name)!)]);
}, 240_000);

test("openpyxl and LibreOffice open the copies and see cells of the same types in the same places", async () => {
  const [before, after] = [join(scratch, "before"), join(scratch, "after")];
  for (const folder of [before, after]) mkdirSync(folder);
  for (const path of BOOKS) {
    const [bytes, name] = file(path);
    writeFileSync(join(before, name), bytes);
    writeFileSync(join(after, name), (await anonymized(bytes, name)).bytes);
  }
  const readers = [
    (folder: string) => seenByOpenpyxl(folder),
    (folder: string) => {
      mkdirSync(join(scratch, `by-${folder.split("/").at(-1)}`));
      return seenByLibreOffice(folder, join(scratch, `by-${folder.split("/").at(-1)}`));
    },
  ];
  for (const read of readers) {
    const [original, copies] = [await read(before), await read(after)];
    expect(copies.size).toBe(BOOKS.length);
    for (const [name, copy] of copies) expect([name, shape(copy)]).toEqual([name, shape(original.get(name)!)]);
  }
}, 120_000);
