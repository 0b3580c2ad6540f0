const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The parts of a workbook, as names and generators of text; `sheet(index)` yields rows, `strings` the shared strings. */
export function* parts({ sheets, sheet, strings }) {
  yield ["[Content_Types].xml", [contentTypes(sheets)]];
  yield ["_rels/.rels", [relations([["officeDocument", "xl/workbook.xml"]])]];
  yield ["xl/workbook.xml", [workbook(sheets)]];
  const targets = sheets.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`]);
  yield [
    "xl/_rels/workbook.xml.rels",
    [relations([...targets, ["styles", "styles.xml"], ["sharedStrings", "sharedStrings.xml"]])],
  ];
  for (const index of sheets.keys()) yield [`xl/worksheets/sheet${index + 1}.xml`, worksheet(sheet(index))];
  yield ["xl/styles.xml", [STYLES]];
  yield ["xl/sharedStrings.xml", sharedStrings(strings)];
}

export function letters(column) {
  return column > 26 ? `A${String.fromCharCode(38 + column)}` : String.fromCharCode(64 + column);
}

/** A cell with its text in place. */
export function textCell(column, row, text) {
  return `<c r="${letters(column)}${row}" s="3" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

export function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function* worksheet(rows) {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`;
  yield* rows;
  yield "</sheetData></worksheet>";
}

function* sharedStrings(strings) {
  yield `${HEAD}<sst xmlns="${MAIN}">`;
  for (const text of strings) yield `<si><t xml:space="preserve">${escaped(text)}</t></si>`;
  yield "</sst>";
}

function workbook(sheets) {
  const entries = sheets.map(
    (name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${entries.join("")}</sheets></workbook>`;
}

function contentTypes(sheets) {
  const base = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const type = (part, kind) => `<Override PartName="/xl/${part}.xml" ContentType="${base}.${kind}+xml"/>`;
  return [
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    type("workbook", "sheet.main"),
    ...sheets.map((_, index) => type(`worksheets/sheet${index + 1}`, "worksheet")),
    type("styles", "styles"),
    type("sharedStrings", "sharedStrings"),
    "</Types>",
  ].join("");
}

function relations(entries) {
  const items = entries.map(
    ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join("")}</Relationships>`;
}

/** Formats 0 plain, 1 bordered, 2 a date, 3 wrapped text. */
const STYLES = [
  `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="10"/><name val="Arial"/></font></fonts>`,
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders>',
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf xfId="0" borderId="1" applyBorder="1"/>',
  '<xf xfId="0" numFmtId="14" borderId="1" applyNumberFormat="1"/>',
  '<xf xfId="0" borderId="1" applyAlignment="1"><alignment wrapText="1"/></xf></cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join("");
