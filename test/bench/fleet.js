import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openFile } from "../../build/open-file.js";
import { applyPatches } from "../../build/workbook/patch.js";
import { POAM } from "./subjects.js";

const FORMS = ["fedramp-v3.0", "fedramp-v2.1", "emass-navy-2026", "cmmc", "generic"];

/**
 * Lints so many small workbooks with one job, with two, and from the cache, in turn, so many times; gives the median wall time
 * of each in milliseconds, and prints how many times faster the others are.
 */
export async function measureFleet(count, runs) {
  const folder = mkdtempSync(join(tmpdir(), "poam-bench-fleet-"));
  try {
    await writeWorkbooks(join(folder, "systems"), count);
    const ways = [
      ["one job", []],
      ["two jobs", ["--jobs", "2"]],
      ["cached", ["--cache"]],
    ].map(([name, flags]) => ({ name, flags, taken: [] }));
    lint(folder, ["--cache"]);
    for (let run = 0; run < runs; run++) {
      for (const way of ways) way.taken.push(lint(folder, way.flags));
    }
    const medians = ways.map(({ name, taken }) => ({ name, wall: median(taken) }));
    printFleet(count, runs, medians);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Fixtures in turn, in each another text: no two are the same bytes. */
async function writeWorkbooks(folder, count) {
  process.stderr.write(`writing ${count.toLocaleString("en")} workbooks …\n`);
  mkdirSync(folder);
  const books = await Promise.all(FORMS.map(readForm));
  for (let index = 0; index < count; index++) {
    const { name, bytes, at, was } = books[index % books.length];
    const patched = await applyPatches(bytes, [{ at, was, value: `${was} (${index})` }], name);
    if (patched.cells !== 1) throw new Error(`${name}: ${patched.refused[0]?.why}`);
    writeFileSync(join(folder, `${String(index).padStart(5, "0")}-${name}`), patched.bytes);
  }
}

/** A workbook and the first text of its first sheet that is long enough to be prose. */
async function readForm(form) {
  const name = `${form}.xlsx`;
  const bytes = readFileSync(fileURLToPath(new URL(`../../fixtures/ok/${name}`, import.meta.url)));
  const [sheet] = (await openFile(bytes, name)).sheets;
  for (let index = sheet.rowCount - 1; index > 0; index--) {
    for (let cell = sheet.firstCell(index); cell < sheet.firstCell(index + 1); cell++) {
      const was = sheet.text(cell);
      if (sheet.kind(cell) !== "text" || was.length <= 30) continue;
      return { name, bytes, was, at: { sheet: sheet.name, row: sheet.rowNumber(index), column: sheet.column(cell) } };
    }
  }
  throw new Error(`${name} has no prose`);
}

function lint(cwd, flags) {
  const start = process.hrtime.bigint();
  const args = [POAM, "lint", "systems", "--as-of", "2026-03-31", "-f", "json", ...flags];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });
  if (status !== 0 && status !== 1) throw new Error(`exit ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function printFleet(count, runs, [one, ...others]) {
  const seconds = ({ wall }) => `${(wall / 1000).toFixed(2)} s`;
  console.log(`\nfleet of ${count.toLocaleString("en")} small workbooks, medians of ${runs}`);
  console.log(`        one job: ${seconds(one)}`);
  const aims = [1.7, 20];
  for (const [index, other] of others.entries()) {
    const ratio = one.wall / other.wall;
    const met = ratio >= aims[index] ? "met   " : "MISSED";
    console.log(`${met}  ${other.name}: ${seconds(other)}, ${ratio.toFixed(2)} × as fast (at least ${aims[index]})`);
  }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
