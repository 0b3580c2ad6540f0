import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openFile } from "../../build/open-file.js";
import { applyPatches } from "../../build/workbook/patch.js";
import { POAM } from "./subjects.js";

const FORMS = ["fedramp-v3.0", "fedramp-v2.1", "emass-navy-2026", "cmmc", "generic"];

/** The first is what the others are measured by; `aim` is how many times faster they are to be. */
const WAYS = [
  { name: "one job", processes: [[]] },
  { name: "two jobs", processes: [["--jobs", "2"]], aim: 1.7 },
  { name: "cached", processes: [["--cache"]], aim: 20 },
  {
    name: "two shards, two processes",
    processes: [
      ["--shard", "1/2"],
      ["--shard", "2/2"],
    ],
  },
];

/**
 * Lints so many small workbooks with one job, with two, from the cache, and as two shards in two processes at once, in turn, so
 * many times; prints the median wall time of each and how many times faster the others are. What shards gain is as much as two
 * jobs can on the machine: they share nothing, and wait for nobody.
 */
export async function measureFleet(count, runs) {
  const folder = mkdtempSync(join(tmpdir(), "poam-bench-fleet-"));
  try {
    await writeWorkbooks(join(folder, "systems"), count);
    const ways = WAYS.map((way) => ({ ...way, taken: [] }));
    await lint(folder, ["--cache"]);
    for (let run = 0; run < runs; run++) {
      for (const { processes, taken } of ways) taken.push(await together(folder, processes));
    }
    printFleet(
      count,
      runs,
      ways.map(({ taken, ...way }) => ({ ...way, wall: median(taken) })),
    );
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

/** Milliseconds until the last of the processes, all started at once, has ended. */
async function together(cwd, processes) {
  const start = process.hrtime.bigint();
  await Promise.all(processes.map((flags) => lint(cwd, flags)));
  return Number(process.hrtime.bigint() - start) / 1e6;
}

async function lint(cwd, flags) {
  const args = [POAM, "lint", "systems", "--as-of", "2026-03-31", "-f", "json", ...flags];
  const [status] = await once(spawn(process.execPath, args, { cwd, stdio: ["ignore", "ignore", "inherit"] }), "close");
  if (status !== 0 && status !== 1) throw new Error(`exit ${status}: poam ${args.slice(1).join(" ")}`);
}

function printFleet(count, runs, [one, ...others]) {
  const seconds = ({ wall }) => `${(wall / 1000).toFixed(2)} s`;
  console.log(`\nfleet of ${count.toLocaleString("en")} small workbooks, medians of ${runs}`);
  console.log(`        ${one.name}: ${seconds(one)}`);
  for (const { aim, ...other } of others) {
    const ratio = one.wall / other.wall;
    const met = aim === undefined ? "      " : ratio >= aim ? "met   " : "MISSED";
    const least = aim === undefined ? "" : ` (at least ${aim})`;
    console.log(`${met}  ${other.name}: ${seconds(other)}, ${ratio.toFixed(2)} × as fast${least}`);
  }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
