import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { applyPatches } from "../../../dist/workbook/patch.js";
import { edits, SHEET } from "../edits.js";

const [path, output, items] = process.argv.slice(2);
const patches = edits(Number(items)).map(({ row, column, text }) => ({
  at: { sheet: SHEET, row, column },
  was: "",
  value: text,
}));
const { bytes, cells, refused } = await applyPatches(readFileSync(path), patches, basename(path));
if (cells !== patches.length) throw new Error(`${cells} cells written: ${refused[0]?.why}`);
writeFileSync(output, bytes);
