import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXAMPLES, GUIDANCE, HEADER_GUIDANCE } from "../../fixtures/make/guidance.mjs";
import { itemCells, itemTexts, SHARED } from "./items.js";
import { letters, parts, textCell } from "./sheet.js";
import { writeZip } from "./zip-stream.js";

/** Raised when the generated workbooks change: files of an earlier run are kept in the temporary folder. */
const VERSION = 2;
const LAST_ROW = 1_048_576;
const FIRST_ROW = 9;

const form = JSON.parse(
  readFileSync(new URL("../../templates/fedramp-rev5-v3.0/template.json", import.meta.url), "utf8"),
);
const [open, ...others] = form.sheets;
const EXTRA = ["Ticket", "Team", "Remarks of the team"];

/** A workbook of form 3.0 with so many items in 30 columns, six of them of some 200 characters that no other item has. */
export function itemsFile(count) {
  return once(`items-${count}.xlsx`, (path) =>
    writeZip(
      path,
      parts({
        sheets: names(),
        sheet: (index) => (index === 0 ? openSheet(count) : otherSheet(index)),
        strings: strings(count),
      }),
    ),
  );
}

/** Form 3.0 without items, its cells styled down to the last row that Excel has: some 750 MB of XML. */
export function millionRowForm() {
  return once("million-row-form.xlsx", (path) =>
    writeZip(
      path,
      parts({
        sheets: names(),
        sheet: (index) => (index === 0 ? styledSheet() : otherSheet(index)),
        strings: strings(0),
      }),
    ),
  );
}

async function once(name, write) {
  const folder = join(tmpdir(), `poam-bench-${VERSION}`);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  if (existsSync(path)) return path;
  process.stderr.write(`writing ${name} …\n`);
  await write(`${path}.part`);
  renameSync(`${path}.part`, path);
  return path;
}

function names() {
  return form.sheets.map(({ name }) => name);
}

function* openSheet(count) {
  yield head();
  for (let item = 0; item < count; item++) yield itemCells(item, FIRST_ROW + item);
}

function* styledSheet() {
  yield head();
  const columns = Array.from({ length: 28 }, (_, index) => letters(index + 1));
  for (let row = FIRST_ROW; row <= LAST_ROW; row++) {
    let xml = `<row r="${row}" ht="12.75" customHeight="1">`;
    for (const column of columns) xml += `<c r="${column}${row}" s="1"/>`;
    yield `${xml}</row>`;
  }
}

function* otherSheet(index) {
  const { headingRow, guidanceLabels, columns } = others[index - 1];
  const first = guidanceLabels ? 2 : 1;
  const cells = columns.map(({ heading }, offset) => textCell(first + offset, headingRow, heading));
  yield `<row r="${headingRow}">${cells.join("")}</row>`;
  for (const [offset, label] of (guidanceLabels ?? []).entries()) {
    const row = headingRow + 1 + offset;
    yield `<row r="${row}">${textCell(1, row, label)}${textCell(2, row, "Mandatory")}</row>`;
  }
}

/** Rows 1 to 8: title, header block with its values, headings, guidance in our own words. */
function head() {
  const values = ["Example Cloud", "Example Cloud Platform", "Moderate", 46112];
  const headings = [...open.columns.map(({ heading }) => heading), ...EXTRA];
  const duty = open.columns.map(({ required }) => (required ? "Mandatory" : "Situational"));
  const rows = [
    ["Plan of Action and Milestones (POA&M)"],
    [undefined, ...form.header.map(({ label }) => label)],
    ["Guidance", ...form.header.map(({ field }) => HEADER_GUIDANCE[field])],
    [undefined, ...values],
    [undefined, ...headings],
    ["Guidance", ...open.columns.map(({ field }) => GUIDANCE[field])],
    ["Examples", ...open.columns.map(({ field, hints }) => EXAMPLES[field] ?? hints?.[0])],
    ["Mandatory or Situational", ...duty],
  ];
  return rows
    .map((cells, index) => {
      const xml = cells.map((value, column) => {
        if (value === undefined) return "";
        if (typeof value === "number") return `<c r="${letters(column + 1)}${index + 1}" s="2"><v>${value}</v></c>`;
        return textCell(column + 1, index + 1, value);
      });
      return `<row r="${index + 1}">${xml.join("")}</row>`;
    })
    .join("");
}

function* strings(count) {
  for (const text of SHARED) yield text;
  for (let item = 0; item < count; item++) yield* itemTexts(item);
}
