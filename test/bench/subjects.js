import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { countCells } from "./cells.js";
import { edits, SHEET } from "./edits.js";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export const POAM = here("../../bin/poam.js");
const HOOK = ["--import", new URL("./usage-hook.js", import.meta.url).href];
const node = (name, ...args) => ({ name, command: process.execPath, args: [...HOOK, ...args] });

/** The processes that read a workbook, each whole, from its start to its end. */
export function subjects(path) {
  const python = findPython();
  return [
    node("floor", here("subjects/floor.js"), path),
    node("poam", POAM, "lint", path, "-f", "json", "--as-of", "2026-03-31"),
    node("exceljs", here("subjects/exceljs.js"), path),
    node("sheetjs", here("subjects/sheetjs.js"), path),
    ...(python ? [{ name: "openpyxl", command: python, args: [here("subjects/load_openpyxl.py"), path] }] : []),
  ];
}

/**
 * Lint, and the processes that say where the items stand on a day; last, exceljs writing as many cells as the report has
 * for a spreadsheet. `output` is the file of that report.
 */
export function reporters(path, asOf, output) {
  const poam = (name, command, ...flags) => node(name, POAM, command, path, "--as-of", asOf, ...flags);
  const xlsx = poam("report xlsx", "report", "-o", output);
  spawnSync(xlsx.command, xlsx.args, { env: { ...process.env, BENCH_USAGE: `${output}.usage` } });
  const cells = countCells(output);
  return [
    poam("poam", "lint", "-f", "json"),
    poam("status", "status", "-f", "pretty"),
    poam("report markdown", "report", "-f", "markdown"),
    poam("report html", "report", "-f", "html"),
    poam("report json", "report", "-f", "json"),
    xlsx,
    {
      ...node("exceljs", here("subjects/write-exceljs.js"), `${output}.bare.xlsx`, `${cells}`),
      note: `${cells.toLocaleString("en")} cells`,
    },
  ];
}

/**
 * Lint, and the processes that write a workbook's items in another form: files of text, a publisher's blank form filled, a
 * new workbook; last, exceljs writing as many cells as that has. `folder` takes what they write.
 */
export function converters(path, blank, folder) {
  const output = (name) => join(folder, name);
  const poam = (name, ...flags) => node(name, POAM, "convert", path, "--as-of", "2026-03-31", "-q", ...flags);
  const to = (target, file) => poam(`convert to ${target}`, "--to", target, "-o", output(file), "--force");
  const workbook = to("fedramp-rev5-v3.0", "new.xlsx");
  spawnSync(workbook.command, workbook.args, { env: { ...process.env, BENCH_USAGE: output("usage") } });
  const cells = countCells(output("new.xlsx"));
  return [
    node("poam", POAM, "lint", path, "-f", "json", "--as-of", "2026-03-31"),
    to("csv", "items.csv"),
    to("json", "items.json"),
    to("oscal", "oscal.json"),
    to("ver", "ver"),
    poam("convert --into", "--into", blank, "-o", output("filled.xlsx"), "--force"),
    { ...workbook, name: "convert to xlsx" },
    {
      ...node("exceljs", here("subjects/write-exceljs.js"), output("bare.xlsx"), `${cells}`),
      note: `${cells.toLocaleString("en")} cells`,
    },
  ];
}

/** The processes that write a hundred cells into a workbook of so many items and save it as `output`. */
export function editors(path, items, output) {
  const python = findPython();
  const editor = (name, subject) => ({
    ...node(name, here(subject), path, output(name), `${items}`),
    output: output(name),
  });
  const cells = JSON.stringify({ sheet: SHEET, cells: edits(items) });
  const openpyxl = {
    name: "openpyxl",
    command: python,
    args: [here("subjects/edit_openpyxl.py"), path, output("openpyxl"), cells],
    output: output("openpyxl"),
  };
  return [
    editor("poam", "subjects/patch.js"),
    editor("exceljs", "subjects/edit-exceljs.js"),
    editor("xlsx-populate", "subjects/edit-xlsx-populate.js"),
    ...(python ? [openpyxl] : []),
  ];
}

let python;

/** A python3 that has openpyxl, or undefined. */
function findPython() {
  python ??= ["python3", "/usr/bin/python3", ""].find(
    (command) => command === "" || spawnSync(command, ["-c", "import openpyxl"]).status === 0,
  );
  return python || undefined;
}
