import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { partBytes } from "../../build/workbook/inflate.js";
import { readZip } from "../../build/workbook/zip.js";

/** How many cells the sheets of a workbook have. In a process of its own, as `losses` is, and for the same reason. */
export function countCells(path) {
  const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), path]);
  const cells = Number(`${stdout}`);
  if (cells > 0) return cells;
  throw new Error(`the cells of ${path} could not be counted: ${stderr}`);
}

function count(path) {
  const zip = readZip(readFileSync(path), path);
  const sheets = zip.entries.filter(({ name }) => name.startsWith("xl/worksheets/sheet"));
  return sheets.reduce((sum, entry) => sum + `${partBytes(zip, entry)}`.split("<c ").length - 1, 0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${count(process.argv[2])}`);
