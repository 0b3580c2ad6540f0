import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
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
    node("status", POAM, "status", path, "-f", "pretty", "--as-of", "2026-03-31"),
    node("exceljs", here("subjects/exceljs.js"), path),
    node("sheetjs", here("subjects/sheetjs.js"), path),
    ...(python ? [{ name: "openpyxl", command: python, args: [here("subjects/load_openpyxl.py"), path] }] : []),
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
