import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CellPatch, CellValue } from "../src/model/cell.js";
import { FIELD_NAMES } from "../src/model/field.js";
import type { ItemMove } from "../src/model/finding.js";
import type { Poam } from "../src/model/poam.js";
import type { Template } from "../src/model/template.js";
import { planMoves } from "../src/move.js";
import { readPoam } from "../src/template/read.js";
import { readAnchors } from "../src/workbook/anchors.js";
import { openWorkbook } from "../src/workbook/open.js";
import { applyPatches } from "../src/workbook/patch.js";
import { type FileRow, type FileSheet, formFile, readForm } from "./form-file.js";
import { TEMPLATES, templateNamed } from "./templates.js";
import { partText } from "./workbook/patching.js";

const OPEN = "Open POA&M Items";
const CLOSED = "Closed POA&M Items";

/** 46,100 is 2026-03-19. */
const item = (id: string, more: FileRow = {}): FileRow => ({
  id,
  weakness: `Weakness of ${id}`,
  detectedOn: { date: 46_100 },
  ...more,
});
/** B, D, L in the sheet of open items, A, C, K in that of closed ones. */
const opened: FileSheet = { rows: { 9: item("V-1"), 10: item("V-2"), 11: item("V-3") }, styled: [9, 20] };
const closed: FileSheet = { rows: { 3: item("V-90") }, styled: [3, 20] };

interface Case {
  readonly open?: Partial<FileSheet>;
  readonly closed?: Partial<FileSheet>;
  readonly parts?: Readonly<Record<string, string>>;
  readonly rows?: readonly number[];
  readonly form?: Template;
}

async function planned({ open, closed: there, parts, rows = [10], form }: Case) {
  const file = formFile({ ...opened, ...open }, { ...closed, ...there }, parts, form);
  const moves = rows.map((row): ItemMove => ({ sheet: OPEN, row, to: "closed" }));
  const plan = planMoves(await readForm(file, form), moves, await readAnchors(file, "form.xlsx"));
  return {
    ...plan,
    written: written(plan.patches),
    refused: plan.refused.map(({ move, why }) => `${move.row}: ${why}`),
  };
}

const short = (sheet: string) => sheet.split(" ")[0];
const letters = (column: number) =>
  column > 26 ? `A${String.fromCharCode(38 + column)}` : String.fromCharCode(64 + column);

function written(patches: readonly CellPatch[]): Record<string, CellValue> {
  return Object.fromEntries(
    patches.map(({ at, value }) => [`${short(at.sheet)} ${letters(at.column)}${at.row}`, value]),
  );
}

const V2 = (row: number) => ({
  [`Closed A${row}`]: "V-2",
  [`Closed C${row}`]: "Weakness of V-2",
  [`Closed K${row}`]: { date: "2026-03-19" },
});
const CLOSED_UP = {
  "Open B10": "V-3",
  "Open D10": "Weakness of V-3",
  "Open B11": null,
  "Open D11": null,
  "Open L11": null,
};
const LEFT_EMPTY = { "Open B10": null, "Open D10": null, "Open L10": null };

describe("an item that moves", () => {
  it("goes one column to the left, to the next row that the form has styled; the rows below close up", async () => {
    const plan = await planned({});
    // L10 holds the same day as L11 did.
    expect(plan.written).toEqual({ ...V2(4), ...CLOSED_UP });
    expect(plan.patches.every(({ like }) => like === undefined)).toBe(true);
    expect([plan.notes, plan.refused]).toEqual([[], []]);
  });

  it("leaves nothing to close up where it is the last", async () => {
    const plan = await planned({ rows: [11] });
    expect(plan.written).toMatchObject({ "Closed A4": "V-3", "Open B11": null, "Open D11": null, "Open L11": null });
    expect(plan.patches).toHaveLength(6);
    expect(plan.notes).toEqual([]);
  });

  it("goes with others to rows that follow one another, from the top", async () => {
    const plan = await planned({ rows: [11, 9, 9] });
    expect(plan.written).toMatchObject({
      "Closed A4": "V-1",
      "Closed A5": "V-3",
      "Open B9": "V-2",
      "Open B10": null,
      "Open B11": null,
    });
    expect(plan.written).not.toHaveProperty("Closed A6");
    expect(plan.made.map(({ move, to }) => [move.row, to])).toEqual([
      [9, { sheet: CLOSED, row: 4 }],
      [11, { sheet: CLOSED, row: 5 }],
    ]);
  });

  it("gets a new row in the style of the last where the form's end, with all its cells", async () => {
    const plan = await planned({ closed: { styled: [3, 4] }, rows: [9, 10] });
    expect(plan.written).toMatchObject({
      "Closed A4": "V-1",
      "Closed A5": "V-2",
      "Closed B5": null,
      "Closed AA5": null,
    });
    const like = (row: number) => [
      ...new Set(
        plan.patches.filter(({ at }) => at.sheet === CLOSED && at.row === row).map((patch) => patch.like?.row),
      ),
    ];
    expect([like(4), like(5)]).toEqual([[undefined], [4]]);
    const place = plan.patches.find(({ at }) => at.sheet === CLOSED && at.row === 5 && at.column === 3);
    expect(place?.like).toEqual({ sheet: CLOSED, row: 4, column: 3 });
  });

  it("finds the first row of a sheet without items", async () => {
    expect((await planned({ closed: { rows: {} } })).written).toMatchObject(V2(3));
  });

  it("does not take its look from the headings", async () => {
    const plan = await planned({ closed: { rows: {}, styled: [0, -1] } });
    expect(plan.written).toEqual({ ...V2(3), ...CLOSED_UP });
    expect(plan.patches.every(({ like }) => like === undefined)).toBe(true);
  });

  it("makes a table grow that ends at the last item, though the form goes on", async () => {
    const plan = await planned({
      closed: { tail: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' },
      parts: tableParts('ref="A2:AA3"'),
    });
    expect(plan.written).toEqual({ ...V2(4), ...CLOSED_UP });
    expect(plan.patches[0]!.like).toEqual({ sheet: CLOSED, row: 3, column: 1 });
  });

  it("passes over a row that still has the comment of an item gone", async () => {
    const plan = await planned({ closed: { tail: '<hyperlinks><hyperlink ref="A4" location="B1"/></hyperlinks>' } });
    expect(plan.written).toMatchObject(V2(5));
  });

  it("keeps its types: numbers, truth values, times of day, texts that look like formulas", async () => {
    const plan = await planned({
      open: {
        rows: {
          ...opened.rows,
          10: {
            id: "V-2",
            weakness: { xml: ' t="str"><v>=1+1</v>' },
            sourceIdentifier: 19_506,
            kevTracking: { xml: ' t="b"><v>1</v>' },
            statusDate: { xml: ' s="2"><v>46100.75</v>' },
            detectedOn: { xml: ' t="d"><v>2026-03-19</v>' },
            scheduledCompletion: { xml: ' s="1"><v>60</v>' },
            comments: `${"x".repeat(32_767)}`,
          },
        },
      },
    });
    expect(plan.written).toMatchObject({
      "Closed C4": "=1+1",
      "Closed F4": 19_506,
      "Closed K4": { date: "2026-03-19" },
      "Closed L4": 60,
      "Closed M4": 46_100.75,
    });
    expect(Object.values(plan.written)).toContain(true);
    expect(plan.notes).toHaveLength(2);
    expect(plan.notes[1]).toBe(`the number in '${OPEN}'!N10, a time of day or no day of the calendar, moves as it is`);
  });

  it("takes the value of the form's due date along and leaves the formula where it is, and the row empty", async () => {
    const due = (row: number, value: string) => ({
      xml: `${value === "" ? ' t="str"' : ' s="1"'}><f>L${row}+30</f><v>${value}</v>`,
    });
    const rows = {
      9: item("V-1", { M: due(9, "46130") }),
      10: item("V-2", { M: due(10, "46130") }),
      11: { M: due(11, "") },
      12: item("V-3"),
    };
    const plan = await planned({ open: { rows } });
    expect(plan.written).toEqual({ ...V2(4), "Closed L4": { date: "2026-04-18" }, ...LEFT_EMPTY });
    expect(plan.notes).toEqual([
      `row 10 of '${OPEN}' stays blank: a formula at '${OPEN}'!M10 would otherwise stand beside another item`,
    ]);
  });

  it("takes the value of a formula that no other row has, and empties its cell", async () => {
    const rows = { ...opened.rows, 10: item("V-2", { comments: { xml: ' t="str"><f>UPPER("a")</f><v>A</v>' } }) };
    const plan = await planned({ open: { rows } });
    expect(Object.values(plan.written)).toContain("A");
    expect(plan.written).toMatchObject(LEFT_EMPTY);
    expect(plan.notes[0]).toMatch(/^of the formula in 'Open POA&M Items'!\w+10 only the value moves$/);
    expect(plan.patches.filter(({ at, value }) => at.sheet === OPEN && value === null)).toHaveLength(4);
  });

  it("goes by heading where a column has no meaning to us", async () => {
    const rows = { ...opened.rows, 10: item("V-2", { AD: "Team Blue" }) };
    const plan = await planned({
      open: { rows, headings: { AD: "Owning Team" } },
      closed: { headings: { AF: " Owning  team" } },
    });
    expect(plan.written).toMatchObject({ ...V2(4), "Closed AF4": "Team Blue", "Open AD10": null });
  });

  it("takes the rows along that continue it", async () => {
    const rows = { 9: item("V-1"), 10: item("V-2"), 11: { milestones: "(2) 2026-05-01: Scan again" }, 12: item("V-3") };
    // Form 2.1 has the milestones in column M, and its closed items from row 6 on; both sheets begin in column A.
    const plan = await planned({
      open: { rows },
      closed: { rows: { 6: item("V-90") } },
      form: templateNamed("fedramp-rev5-v2.1"),
    });
    expect(plan.written).toEqual({
      "Closed A7": "V-2",
      "Closed C7": "Weakness of V-2",
      "Closed K7": { date: "2026-03-19" },
      "Closed M8": "(2) 2026-05-01: Scan again",
      "Open A10": "V-3",
      "Open C10": "Weakness of V-3",
      "Open M11": null,
      "Open A12": null,
      "Open C12": null,
      "Open K12": null,
    });
  });
});

describe("the hole is left, and the note says why", () => {
  it.each<[string, Case, string]>([
    [
      "a comment",
      { parts: comments("D11") },
      "a comment at 'Open POA&M Items'!D11 would otherwise stand beside another item",
    ],
    [
      "a hyperlink",
      { open: { tail: '<hyperlinks><hyperlink ref="H11:H12" location="B1"/></hyperlinks>' } },
      "a hyperlink at 'Open POA&M Items'!H11 would otherwise stand beside another item",
    ],
    [
      "a merged cell",
      { open: { tail: '<mergeCells><mergeCell ref="D11:E11"/></mergeCells>' } },
      "a merged cell at 'Open POA&M Items'!D11 would otherwise stand beside another item",
    ],
    [
      "a validation of one item",
      { open: { tail: '<dataValidations><dataValidation sqref="S11"/></dataValidations>' } },
      "a data validation at 'Open POA&M Items'!S11 would otherwise stand beside another item",
    ],
    [
      "a format that ends among the items",
      { open: { tail: '<conditionalFormatting sqref="B9:AB10"/>' } },
      "a conditional format at 'Open POA&M Items'!B10 would otherwise stand beside another item",
    ],
    [
      "a formula of another sheet that reads an item",
      { closed: { rows: { ...closed.rows, 1: { A: { xml: "><f>'Open POA&amp;M Items'!D11</f><v>0</v>" } } } } },
      "a formula elsewhere reads 'Open POA&M Items'!D11 and does not follow an item",
    ],
    ["a hidden row", { open: { hidden: [11] } }, "row 11 is hidden"],
    [
      "a remark beside the items",
      { open: { rows: { ...opened.rows, 11: item("V-3", { AG: "see me" }) } } },
      "'Open POA&M Items'!AG11 holds what belongs to no item",
    ],
    [
      "a title among the items",
      { open: { rows: { ...opened.rows, 12: { weakness: "High findings" }, 13: item("V-4") } } },
      "'Open POA&M Items'!D12 holds what belongs to no item",
    ],
    [
      "an item without an id, further below",
      {
        open: {
          rows: { ...opened.rows, 12: { weakness: "OpenSSH", assets: "web-77", remediationPlan: "step 2 of V-3" } },
        },
      },
      "row 12 has no id and may belong to the item above",
    ],
    [
      "a number where a date was",
      { open: { rows: { ...opened.rows, 11: { ...item("V-3"), detectedOn: 46_100 } } } },
      "'Open POA&M Items'!L11 has another number format than the cell where it would go",
    ],
    [
      "an error",
      { open: { rows: { ...opened.rows, 11: item("V-3", { comments: { xml: ' t="e"><v>#REF!</v>' } }) } } },
      "holds the error #REF!",
    ],
  ])("for %s", async (_, example, why) => {
    const plan = await planned(example);
    expect(plan.written).toEqual({ ...V2(4), ...LEFT_EMPTY });
    expect(plan.notes).toHaveLength(1);
    expect(plan.notes[0]).toContain("row 10 of 'Open POA&M Items' stays blank: ");
    expect(plan.notes[0]).toContain(why);
  });

  it.each<[string, string]>([
    [
      "covers all rows from the hole on",
      '<conditionalFormatting sqref="B9:AB4021"/><dataValidations><dataValidation sqref="S10:S11 T1:T4021"/></dataValidations>',
    ],
    [
      "lies above",
      '<mergeCells><mergeCell ref="A1:E1"/></mergeCells><hyperlinks><hyperlink ref="D9" location="B1"/></hyperlinks>',
    ],
  ])("but not for what %s", async (_, tail) => {
    const plan = await planned({ open: { tail } });
    expect(plan.written).toEqual({ ...V2(4), ...CLOSED_UP });
    expect(plan.notes).toEqual([]);
  });

  it("and what reaches over the row that the item leaves is said, too", async () => {
    const plan = await planned({ parts: picture(9, 10), open: { hidden: [10] } });
    expect(plan.written).toEqual({ ...V2(4), ...LEFT_EMPTY });
    expect(plan.notes).toEqual([
      "row 10 of 'Open POA&M Items' is hidden; its item moves all the same",
      "a drawing that reaches over 'Open POA&M Items'!D10 does not follow the item",
      "row 10 of 'Open POA&M Items' stays blank: a drawing at 'Open POA&M Items'!D10 would otherwise stand beside another item",
    ]);
  });

  it("for several items at once", async () => {
    const plan = await planned({ rows: [9, 10], open: { hidden: [11] } });
    expect(plan.notes).toEqual(["2 rows of 'Open POA&M Items' (9, 10) stay blank: row 11 is hidden"]);
  });
});

describe("an item stays where it is", () => {
  const cell = (more: FileRow): Case => ({ open: { rows: { ...opened.rows, 10: item("V-2", more) } } });
  it.each<[string, Case, string]>([
    ["where there is none", { rows: [15] }, "15: there is no item in row 15 of 'Open POA&M Items'"],
    [
      "with a column that the other sheet lacks",
      { open: { rows: { ...opened.rows, 10: item("V-2", { AD: "Team Blue" }) }, headings: { AD: "Owning Team" } } },
      `10: 'Closed POA&M Items' has no column for "Owning Team" (AD10)`,
    ],
    ["with a remark beside it", cell({ AG: "see me" }), "10: 'Closed POA&M Items' has no column for AG10"],
    ["with an error", cell({ weakness: { xml: ' t="e"><v>#N/A</v>' } }), "10: D10 holds the error #N/A"],
    [
      "with a formula without a result",
      cell({ scheduledCompletion: { xml: "><f>L10+30</f>" } }),
      "10: M10 has a formula without a saved result (open the workbook in Excel and save it)",
    ],
    [
      "with a merged cell",
      { open: { tail: '<mergeCells><mergeCell ref="D10:E10"/></mergeCells>' } },
      "10: D10:E10 is a merged cell",
    ],
    [
      "under an array formula",
      cell({ AA: { xml: '><f t="array" ref="AA9:AA12">A1:A4</f><v>0</v>' } }),
      "10: AA9:AA12 is an array formula",
    ],
    [
      "with a hyperlink",
      { open: { tail: '<hyperlinks><hyperlink ref="X10" location="B1"/></hyperlinks>' } },
      "10: X10 has a hyperlink, which would stay behind",
    ],
    [
      "with a hyperlink that it shares",
      { open: { tail: '<hyperlinks><hyperlink ref="H9:H11" location="B1"/></hyperlinks>' } },
      "10: H9:H11 has a hyperlink, which would stay behind",
    ],
    ["with a comment", { parts: comments("D10") }, "10: D10 has a comment, which would stay behind"],
    ["with a picture", { parts: picture(10, 14) }, "10: D10:E14 has a drawing, which would stay behind"],
    [
      "where the row below has no id",
      {
        open: {
          rows: {
            ...opened.rows,
            11: { weakness: "OpenSSH", assets: "web-77", remediationPlan: "step 2 of V-2" },
            12: item("V-3"),
          },
        },
      },
      "10: row 11, below it, has no id and may belong to it",
    ],
    [
      "where the row below holds but a few words",
      { open: { rows: { ...opened.rows, 11: { assets: "web-77", remediationPlan: "step 2" } } } },
      "10: row 11, below it, has no id and may belong to it",
    ],
    [
      "where an item without an id follows a blank row",
      {
        open: {
          rows: {
            9: item("V-1"),
            10: item("V-2"),
            12: { weakness: "OpenSSH", assets: "web-77", remediationPlan: "step 2 of V-2" },
          },
        },
      },
      "10: row 12, below it, has no id and may belong to it",
    ],
    [
      "where it has no id itself",
      { open: { rows: { 9: item("V-1"), 10: { ...item("V-2"), id: " " } } } },
      "10: row 10 has no id, so that it may belong to the item above",
    ],
    [
      "where its id is among the others already",
      { closed: { rows: { 3: item("V-90"), 4: item("v-2 ") } } },
      "10: row 4 of 'Closed POA&M Items', where it would go, is an item V-2 already",
    ],
    [
      "where the other sheet is hidden",
      { closed: { visibility: "hidden" } },
      "10: the sheet 'Closed POA&M Items', where it would go, is hidden",
    ],
    [
      "where the other sheet is very hidden",
      { closed: { visibility: "veryHidden" } },
      "10: the sheet 'Closed POA&M Items', where it would go, is hidden",
    ],
    [
      "where a total stands below the closed ones",
      { closed: { rows: { 3: item("V-90"), 4: { A: "Total: 1" } } } },
      "10: row 4 of 'Closed POA&M Items', where it would go, is not empty",
    ],
    [
      "where the row it would take is merged",
      { closed: { tail: '<mergeCells><mergeCell ref="A4:C4"/></mergeCells>' } },
      "10: row 4 of 'Closed POA&M Items', where it would go, has a merged cell",
    ],
    [
      "where the table cannot grow",
      { closed: {}, parts: tableParts('ref="A2:AA3"', "<calculatedColumnFormula>1</calculatedColumnFormula>") },
      `10: the table of 'Closed POA&M Items' cannot be given a row: Excel computes its column "POAM ID"`,
    ],
  ])("%s", async (_, example, why) => {
    const plan = await planned(example);
    expect(plan.refused).toEqual([why]);
    expect([plan.patches, plan.notes]).toEqual([[], []]);
  });

  it("where another of its id goes the same way; and a remark below a blank row keeps none", async () => {
    const rows = { 9: item("V-1"), 10: item("V-2"), 11: item("V-2"), 13: { weakness: "Prepared in March" } };
    const plan = await planned({ open: { rows }, rows: [10, 11] });
    expect(plan.refused).toEqual(["11: row 4 of 'Closed POA&M Items', where it would go, is an item V-2 already"]);
    // The second V-2 moves up one row: there its cells read as those before them.
    expect(plan.written).toEqual({ ...V2(4), "Open B11": null, "Open D11": null, "Open L11": null });
  });

  it.each<[ItemMove, string]>([
    [{ sheet: CLOSED, row: 3, to: "closed" }, "'Closed POA&M Items' is the sheet of closed items already"],
    [{ sheet: OPEN, row: 9, to: "configuration" }, "the workbook has no sheet of configuration items"],
    [{ sheet: "Elsewhere", row: 9, to: "closed" }, "there is no item in row 9 of 'Elsewhere'"],
  ])("%o", async (move, why) => {
    const file = formFile(opened, closed);
    const plan = planMoves(await readForm(file), [move], await readAnchors(file, "form.xlsx"));
    expect(plan).toEqual({ patches: [], made: [], notes: [], refused: [{ move, why }] });
  });
});

describe("in the file", () => {
  it.each<[string, readonly number[]]>([
    ["fedramp-v3.0.xlsx", [10, 12, 41]],
    ["fedramp-v2.1.xlsx", [9, 14]],
  ])("%s: the items are closed, with all that they held, and all others are as they were", async (name, rows) => {
    const file = readFileSync(`fixtures/ok/${name}`);
    const read = async (bytes: Buffer) => readPoam(await openWorkbook(bytes, name), TEMPLATES, { fileName: name });
    const before = await read(file);
    const moves = rows.map((row): ItemMove => ({ sheet: OPEN, row, to: "closed" }));
    const ids = [...before.items()]
      .filter(({ sheet, row }) => sheet === OPEN && rows.includes(row))
      .map(({ id }) => id!.text);
    expect(ids).toHaveLength(rows.length);
    const plan = planMoves(before, moves, await readAnchors(file, name));
    const patched = await applyPatches(file, plan.patches, name);
    expect([plan.refused, patched.refused]).toEqual([[], []]);
    const holding = (poam: Poam) =>
      new Map(
        [...poam.items()].map((item) => [
          item.id!.text,
          [item.state, ...FIELD_NAMES.map((field) => item[field]?.text)],
        ]),
      );
    const expected = holding(before);
    for (const id of ids) expected.get(id)![0] = "closed";
    const after = await read(patched.bytes);
    expect(holding(after)).toEqual(expected);
    expect(after.counts).toMatchObject({
      open: before.counts.open - rows.length,
      closed: before.counts.closed + rows.length,
    });
    expect(
      [...after.items()]
        .filter(({ state }) => state === "closed")
        .slice(-rows.length)
        .map(({ id }) => id!.text),
    ).toEqual(ids);
  });

  it("a table, its filter, the validations and the names grow over the new rows", async () => {
    const file = formFile(
      opened,
      {
        rows: closed.rows,
        tail: '<conditionalFormatting sqref="A3:AA3"/><dataValidations count="2"><dataValidation sqref="Q3"/><dataValidation sqref="R3:R1000"/></dataValidations><tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
      },
      tableParts('ref="A2:AA3"'),
    );
    const moves = [9, 11].map((row): ItemMove => ({ sheet: OPEN, row, to: "closed" }));
    const plan = planMoves(await readForm(file), moves, await readAnchors(file, "form.xlsx"));
    const { bytes, refused } = await applyPatches(file, plan.patches, "form.xlsx");
    expect(refused).toEqual([]);
    expect(partText(bytes, "xl/tables/table1.xml")).toContain('ref="A2:AA5"');
    expect(partText(bytes, "xl/worksheets/sheet2.xml")).toContain(
      '<conditionalFormatting sqref="A3:AA5"/><dataValidations count="2"><dataValidation sqref="Q3:Q5"/><dataValidation sqref="R3:R1000"/></dataValidations>',
    );
  });
});

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function related(sheet: number, type: string, target: string): Record<string, string> {
  const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/${type}" Target="../${target}"/></Relationships>`;
  return { [`xl/worksheets/_rels/sheet${sheet}.xml.rels`]: relations };
}

function comments(at: string): Record<string, string> {
  const part = `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><commentList><comment ref="${at}" authorId="0"/></commentList></comments>`;
  return { ...related(1, "comments", "comments1.xml"), "xl/comments1.xml": part };
}

/** A picture in the columns D and E of the open items, rows from there to there. */
function picture(from: number, to: number): Record<string, string> {
  const corner = (name: string, column: number, row: number) =>
    `<xdr:${name}><xdr:col>${column - 1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  const part = `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:twoCellAnchor>${corner("from", 4, from)}${corner("to", 5, to)}<xdr:pic/></xdr:twoCellAnchor></xdr:wsDr>`;
  return { ...related(1, "drawing", "drawings/drawing1.xml"), "xl/drawings/drawing1.xml": part };
}

function tableParts(attributes: string, column = ""): Record<string, string> {
  const part = `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" displayName="Closed" ${attributes}><tableColumns><tableColumn id="1" name="POAM ID">${column}</tableColumn></tableColumns></table>`;
  return { ...related(2, "table", "tables/table1.xml"), "xl/tables/table1.xml": part };
}
