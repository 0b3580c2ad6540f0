// `npm run bench`: how long linting takes, and how much memory, beside what else reads such workbooks.
// Flags: --sizes 1000,10000  --runs 5  --skip exceljs,openpyxl,form,startup
import { existsSync } from "node:fs";
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
const OFFICIAL = new URL("../../../shared/corpus/fedramp/FedRAMP-POAM-Template_2024-03-29.xlsx", import.meta.url);

const results = [];
for (const size of sizes) {
  const name = `${size.toLocaleString("en")} items`;
  results.push(...(await measureAll(name, await itemsFile(size), size)));
}
if (!skip.includes("form")) results.push(...(await measureAll("million-row form", await millionRowForm(), 0)));
if (existsSync(OFFICIAL)) results.push(...(await measureAll("official blank of 2024", OFFICIAL.pathname, 0)));
const starts = skip.includes("startup") ? undefined : await startup(Math.max(runs, 15));

printTable(results);
printAims(results, starts);

async function measureAll(name, path, items) {
  process.stderr.write(`${name} …\n`);
  const chosen = subjects(path, { isForm: items === 0 }).filter((subject) => !skip.includes(subject.name));
  const measured = await measure(chosen, runs);
  return measured.map((result) => ({ ...result, file: name, items }));
}
