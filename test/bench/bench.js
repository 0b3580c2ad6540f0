// `npm run bench`: how long linting takes, and how much memory, beside what else reads such workbooks.
// Flags: --sizes 1000,10000  --runs 5  --skip exceljs,openpyxl,form,startup
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { itemsFile, millionRowForm } from "./generate.js";
import { measure, startup } from "./measure.js";
import { printAims, printTable } from "./print.js";
import { subjects } from "./subjects.js";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000,50000,100000" },
    runs: { type: "string", default: "5" },
    skip: { type: "string", default: "" },
  },
});
const sizes = values.sizes.split(",").map(Number);
const skip = values.skip.split(",");
const runs = Number(values.runs);
const OFFICIAL = fileURLToPath(
  new URL("../../../shared/corpus/fedramp/FedRAMP-POAM-Template_2024-03-29.xlsx", import.meta.url),
);
/** What can read the million-row form at all within the limit. */
const STREAMING = ["floor", "poam"];

const results = [];
for (const items of sizes) {
  results.push(...(await measureAll(`${items.toLocaleString("en")} items`, await itemsFile(items), { items })));
}
if (!skip.includes("form")) {
  results.push(...(await measureAll("million-row form", await millionRowForm(), { only: STREAMING })));
}
if (existsSync(OFFICIAL)) results.push(...(await measureAll("official blank of 2024", OFFICIAL)));
const starts = skip.includes("startup") ? undefined : await startup(Math.max(runs, 15));

printTable(results);
printAims(results, starts);

async function measureAll(name, path, { items, only } = {}) {
  process.stderr.write(`${name} …\n`);
  const chosen = subjects(path).filter(
    (subject) => !skip.includes(subject.name) && (only?.includes(subject.name) ?? true),
  );
  const measured = await measure(chosen, runs);
  return measured.map((result) => ({ ...result, file: name, items }));
}
