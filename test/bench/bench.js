// `npm run bench`: how long linting takes, and how much memory, beside what else reads such workbooks.
// Then status and the report in each of its forms, on a day when one item of a hundred is late and on one when all are.
// Then converting one workbook to each kind of target.
// Then how long writing a hundred cells takes, and what became of the other parts.
// Then many small workbooks, with one job, with two, and from the cache.
// Flags: --sizes 1000,10000  --runs 5  --fleet 2000  --skip exceljs,xlsx-populate,openpyxl,form,startup,lint,report,convert,edit,fleet
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { EDITS } from "./edits.js";
import { measureFleet } from "./fleet.js";
import { itemsFile, millionRowForm } from "./generate.js";
import { losses } from "./losses.js";
import { measure, startup } from "./measure.js";
import { printAims, printTable } from "./print.js";
import { converters, editors, reporters, subjects } from "./subjects.js";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000,50000,100000" },
    runs: { type: "string", default: "5" },
    fleet: { type: "string", default: "2000" },
    skip: { type: "string", default: "" },
  },
});
const sizes = values.sizes.split(",").map(Number);
const skip = values.skip.split(",");
const runs = Number(values.runs);
const fedramp = (name) => fileURLToPath(new URL(`../../../shared/corpus/fedramp/${name}`, import.meta.url));
const OFFICIAL = fedramp("FedRAMP-POAM-Template_2024-03-29.xlsx");
/** A real register of 4,876 items, and the blank form that it was written in. */
const FILLED = fedramp("filled-v3.0_2026-04-12.xlsx");
const BLANK = fedramp("FedRAMP-POAM-Template_2025-11-17_v3.0.xlsx");
/** What can read the million-row form at all within the limit. */
const STREAMING = ["floor", "poam"];

/** Libraries that load the whole workbook and print it again take long; in milliseconds. */
const EDITING_LIMIT = 180_000;

/** A day in the month of the items, and one after all of their due dates. */
const REPORTED = [
  ["reported", "2026-03-31"],
  ["all late", "2026-12-31"],
];

const isAsked = (name) => !skip.includes(name);

const results = [];
if (isAsked("lint")) {
  for (const items of sizes) {
    results.push(...(await measureAll(`${items.toLocaleString("en")} items`, await itemsFile(items), { items })));
  }
  if (isAsked("form")) {
    results.push(...(await measureAll("million-row form", await millionRowForm(), { only: STREAMING })));
  }
  if (existsSync(OFFICIAL)) results.push(...(await measureAll("official blank of 2024", OFFICIAL)));
}
const reported = [];
if (isAsked("report")) {
  for (const items of sizes) {
    for (const [when, asOf] of REPORTED) {
      const name = `${items.toLocaleString("en")} items, ${when}`;
      reported.push(...(await measureReporting(name, await itemsFile(items), asOf)));
    }
  }
}
const converted = isAsked("convert") && existsSync(FILLED) ? await measureConverting("real register, converted") : [];
const edited = [];
if (isAsked("edit")) {
  for (const items of sizes) {
    edited.push(
      ...(await measureEditing(`${items.toLocaleString("en")} items, edited`, await itemsFile(items), items)),
    );
  }
  if (existsSync(OFFICIAL)) edited.push(...(await measureEditing("official blank of 2024, edited", OFFICIAL, EDITS)));
}
const starts = isAsked("startup") ? await startup(Math.max(runs, 15)) : undefined;

const all = [...results, ...reported, ...converted, ...edited];
printTable(all);
printAims(all, starts);
if (isAsked("fleet")) await measureFleet(Number(values.fleet), runs);

async function measureReporting(name, path, asOf) {
  process.stderr.write(`${name} …\n`);
  const folder = mkdtempSync(join(tmpdir(), "poam-bench-report-"));
  const chosen = reporters(path, asOf, join(folder, "report.xlsx"));
  const measured = await measure(chosen, runs);
  rmSync(folder, { recursive: true, force: true });
  return measured.map((result, index) => ({ ...result, file: name, note: chosen[index].note }));
}

async function measureConverting(name) {
  process.stderr.write(`${name} …\n`);
  const folder = mkdtempSync(join(tmpdir(), "poam-bench-convert-"));
  const chosen = converters(FILLED, BLANK, folder);
  const measured = await measure(chosen, runs);
  rmSync(folder, { recursive: true, force: true });
  return measured.map((result, index) => ({ ...result, file: name, note: chosen[index].note }));
}

async function measureEditing(name, path, items) {
  process.stderr.write(`${name} …\n`);
  const folder = mkdtempSync(join(tmpdir(), "poam-bench-edit-"));
  const chosen = editors(path, items, (subject) => join(folder, `${subject}.xlsx`)).filter(({ name }) => isAsked(name));
  const measured = await measure(chosen, runs, EDITING_LIMIT);
  const saved = measured.map((result, index) => ({ ...result, file: name, note: losses(path, chosen[index].output) }));
  rmSync(folder, { recursive: true, force: true });
  return saved;
}

async function measureAll(name, path, { items, only } = {}) {
  process.stderr.write(`${name} …\n`);
  const chosen = subjects(path).filter((subject) => isAsked(subject.name) && (only?.includes(subject.name) ?? true));
  const measured = await measure(chosen, runs);
  return measured.map((result) => ({ ...result, file: name, items }));
}
