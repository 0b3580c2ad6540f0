import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { setFlagsFromString } from "node:v8";
import { edits, SHEET } from "../edits.js";

// The same engine as in bin/poam.js.
setFlagsFromString("--max-inlined-bytecode-size-cumulative=200");
const { applyPatches } = await import("../../../build/workbook/patch.js");

const [path, output, items] = process.argv.slice(2);
const patches = edits(Number(items)).map(({ row, column, text }) => ({
  at: { sheet: SHEET, row, column },
  was: "",
  value: text,
}));
const { bytes, cells, refused } = await applyPatches(readFileSync(path), patches, basename(path));
if (cells !== patches.length) throw new Error(`${cells} cells written: ${refused[0]?.why}`);
writeFileSync(output, bytes);
