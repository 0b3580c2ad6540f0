import populate from "xlsx-populate";
import { edits, SHEET } from "../edits.js";

const [path, output, items] = process.argv.slice(2);
const workbook = await populate.fromFileAsync(path);
const sheet = workbook.sheet(SHEET);
for (const { row, column, text } of edits(Number(items))) sheet.cell(row, column).value(text);
await workbook.toFileAsync(output);
