// `npm run bench`: how long linting takes, and how much memory, beside what else reads such workbooks.
// Then how long writing a hundred cells takes, and what became of the other parts.
// Flags: --sizes 1000,10000  --runs 5  --skip exceljs,xlsx-populate,openpyxl,form,startup,lint,edit
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { EDITS } from "./edits.js";
import { itemsFile, millionRowForm } from "./generate.js";
import { losses } from "./losses.js";
import { measure, startup } from "./measure.js";
import { printAims, printTable } from "./print.js";
import { editors, subjects } from "./subjects.js";

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

/** Libraries that load the whole workbook and print it again take long; in milliseconds. */
const EDITING_LIMIT = 180_000;

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

printTable([...results, ...edited]);
printAims([...results, ...edited], starts);

async function measureEditing(name, path, items) {
  process.stderr.write(`${name} …\n`);
  const folder = mkdtempSync(join(tmpdir(), "poam-bench-edit-"));
  const chosen = editors(path, items, (subject) => join(folder, `${subject}.xlsx`)).filter(({ name }) => isAsked(name));
  const measured = await measure(chosen, runs, EDITING_LIMIT);
  const saved = measured.map((result, index) => ({ ...result, file: name, parts: losses(path, chosen[index].output) }));
  rmSync(folder, { recursive: true, force: true });
  return saved;
}

async function measureAll(name, path, { items, only } = {}) {
  process.stderr.write(`${name} …\n`);
  const chosen = subjects(path).filter((subject) => isAsked(subject.name) && (only?.includes(subject.name) ?? true));
  const measured = await measure(chosen, runs);
  return measured.map((result) => ({ ...result, file: name, items }));
}
