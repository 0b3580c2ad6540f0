import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

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

let python;

/** A python3 that has openpyxl, or undefined. */
function findPython() {
  python ??= ["python3", "/usr/bin/python3", ""].find(
    (command) => command === "" || spawnSync(command, ["-c", "import openpyxl"]).status === 0,
  );
  return python || undefined;
}
