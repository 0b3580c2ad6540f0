import exceljs from "exceljs";
import { edits, SHEET } from "../edits.js";

const [path, output, items] = process.argv.slice(2);
const workbook = new exceljs.Workbook();
await workbook.xlsx.readFile(path);
const sheet = workbook.getWorksheet(SHEET);
for (const { row, column, text } of edits(Number(items))) sheet.getCell(row, column).value = text;
await workbook.xlsx.writeFile(output);
