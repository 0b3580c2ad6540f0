import { describe, expect, it } from "vitest";
import type { FileCell, FileRow } from "../form-file.js";
import { changesFrom, fileOf, merged, type Version } from "./merging.js";

/** 46,100 is 2026-03-19. Columns B, D, E, L, N and AD on the sheet of open items; A, C, D, K, M on that of closed ones. */
const item = (id: string, more: FileRow = {}): FileRow => ({
  id,
  weakness: `Weakness of ${id}`,
  description: "as found",
  detectedOn: { date: 46_100 },
  ...more,
});
const BASE: Version = {
  open: { 9: item("V-1"), 10: item("V-2"), 11: item("V-3"), 4: { E: "ACME" } },
  closed: { 3: item("V-90") },
};
const open = (rows: Readonly<Record<number, FileRow>>): Version => ({ ...BASE, open: { ...BASE.open, ...rows } });
const without = (row: number, more: Partial<Version> = {}): Version => {
  const { [row]: _, ...rest } = BASE.open;
  return { ...BASE, open: rest, ...more };
};
const closing = (more: FileRow): Partial<Version> => ({ closed: { 3: item("V-90"), 4: item("V-2", more) } });
/** V-2 as the sheet of closed items holds it. */
const CLOSED_V2 = { "Closed A4": "V-2", "Closed C4": "Weakness of V-2", "Closed K4": "46100" };
/** What V-2 leaves behind once V-3 has come up. */
const GONE_V2 = {
  ...{ "Open B10": "V-3", "Open D10": "Weakness of V-3" },
  ...{ "Open B11": "", "Open D11": "", "Open E11": "", "Open L11": "" },
};

/** A styled blank cell, as an official form has them. */
const BLANK: FileCell = { xml: ' s="2">' };
const LINK = '<hyperlinks><hyperlink ref="H10" location="B1"/></hyperlinks>';
const validation = (uid: string) =>
  `<dataValidations xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"><dataValidation ${uid} type="list" sqref="N9"><formula1>"a"</formula1></dataValidation></dataValidations>`;

interface Case {
  readonly name: string;
  readonly base?: Version;
  readonly ours: Version;
  readonly theirs: Version;
  /** What the merged workbook stores otherwise than ours. */
  readonly now: Readonly<Record<string, string>>;
  readonly conflicts?: readonly string[];
}

const CASES: readonly Case[] = [
  {
    name: "a cell that theirs changed",
    ours: open({ 9: item("V-1", { weakness: "ours" }) }),
    theirs: open({ 9: item("V-1", { description: "theirs" }) }),
    now: { "Open E9": "theirs" },
  },
  {
    name: "a date, in the row where ours has the item",
    ours: open({ 9: item("V-3"), 11: item("V-1") }),
    theirs: open({ 9: item("V-1", { detectedOn: { date: 46_101 } }) }),
    now: { "Open L11": "46101" },
  },
  {
    name: "a cell that theirs emptied",
    ours: open({ 9: item("V-1", { weakness: "ours" }) }),
    theirs: open({ 10: item("V-2", { description: "" }) }),
    now: { "Open E10": "" },
  },
  {
    name: "the same change on both sides",
    ours: open({ 9: item("V-1", { description: "new" }), 10: item("V-2", { weakness: "x" }) }),
    theirs: open({ 9: item("V-1", { description: "new" }) }),
    now: {},
  },
  {
    name: "a cell that both changed otherwise",
    ours: open({ 9: item("V-1", { description: "ours" }) }),
    theirs: open({ 9: item("V-1", { description: "theirs", weakness: "theirs, too" }) }),
    now: { "Open D9": "theirs, too" },
    conflicts: ["V-1 Weakness Description: as found | ours | theirs ('Open POA&M Items'!E9)"],
  },
  {
    name: "a column of the user's own",
    base: { ...open({ 9: item("V-1", { AM: "T-1" }) }), openSheet: { headings: { AM: "Ticket" } } },
    ours: { ...open({ 9: item("V-1", { AM: "T-1", weakness: "ours" }) }), openSheet: { headings: { AM: "Ticket" } } },
    theirs: { ...open({ 9: item("V-1", { AM: "T-2" }) }), openSheet: { headings: { AM: "Ticket" } } },
    now: { "Open AM9": "T-2" },
  },
  {
    name: "an item that theirs added, into the next free row",
    ours: open({ 12: item("V-4") }),
    theirs: open({ 12: item("V-5", { detectedOn: { date: 46_105 } }) }),
    now: { "Open B13": "V-5", "Open D13": "Weakness of V-5", "Open E13": "as found", "Open L13": "46105" },
  },
  {
    name: "an item that both added alike",
    ours: open({ 12: item("V-4"), 9: item("V-1", { weakness: "ours" }) }),
    theirs: open({ 12: item("V-4") }),
    now: {},
  },
  {
    name: "two items that were added under one id",
    ours: open({ 12: item("V-4", { description: "of ours" }) }),
    theirs: open({ 12: item("V-4", { description: "of theirs" }) }),
    now: {},
    conflicts: ["V-4 Weakness Description: - | of ours | of theirs ('Open POA&M Items'!E12) both added the item"],
  },
  {
    name: "an item that theirs closed and ours edited: it goes with both their words",
    ours: open({ 10: item("V-2", { weakness: "ours" }) }),
    theirs: without(10, closing({ statusDate: { date: 46_110 }, description: "theirs" })),
    now: { ...CLOSED_V2, "Closed C4": "ours", "Closed D4": "theirs", "Closed M4": "46110", ...GONE_V2 },
  },
  {
    name: "a conflict in an item that theirs closed is told where the item went",
    ours: open({ 10: item("V-2", { description: "ours" }) }),
    theirs: without(10, closing({ description: "theirs" })),
    now: { ...CLOSED_V2, "Closed D4": "ours", "Open E10": "as found", ...GONE_V2 },
    conflicts: ["V-2 Weakness Description: as found | ours | theirs ('Closed POA&M Items'!D4)"],
  },
  {
    name: "an item that both closed",
    ours: without(10, closing({})),
    theirs: without(10, closing({ statusDate: { date: 46_110 } })),
    now: { "Closed M4": "46110" },
  },
  {
    name: "an item that ours closed and theirs edited",
    ours: without(10, closing({})),
    theirs: open({ 10: item("V-2", { description: "theirs" }) }),
    now: { "Closed D4": "theirs" },
  },
  {
    name: "an item that theirs removed and ours left alone",
    ours: open({ 9: item("V-1", { weakness: "ours" }) }),
    theirs: without(10),
    now: GONE_V2,
  },
  {
    name: "an item that theirs removed and ours changed",
    ours: open({ 10: item("V-2", { weakness: "ours" }) }),
    theirs: without(10),
    now: {},
    conflicts: ["V-2 Weakness Name: Weakness of V-2 | ours | - ('Open POA&M Items'!D10) theirs removed the item"],
  },
  {
    name: "an item that ours removed and theirs changed",
    ours: without(10),
    theirs: open({ 10: item("V-2", { weakness: "theirs" }) }),
    now: {},
    conflicts: ["V-2 Weakness Name: Weakness of V-2 | - | theirs ('Open POA&M Items'!D10) ours removed the item"],
  },
  {
    name: "an item removed, one closed and one added, all at once",
    ours: open({ 9: item("V-1", { weakness: "ours" }) }),
    theirs: { open: { 4: { E: "ACME" }, 9: item("V-1"), 10: item("V-7") }, ...closing({}) },
    now: {
      ...{ ...CLOSED_V2, "Closed D4": "as found" },
      ...{ "Open B10": "V-7", "Open D10": "Weakness of V-7" },
      ...{ "Open B11": "", "Open D11": "", "Open E11": "", "Open L11": "" },
    },
  },
  {
    name: "the header block, cell by cell",
    ours: open({ 4: { E: "ACME", F: "ours" } }),
    theirs: open({ 4: { E: "ACME Corp" } }),
    now: { "Open E4": "ACME Corp" },
  },
  {
    name: "a remark below the items, which new ones push down",
    base: open({ 14: { Z: "a remark" } }),
    ours: open({ 14: { Z: "a remark" }, 9: item("V-1", { weakness: "ours" }) }),
    theirs: open({ 12: item("V-4"), 15: { Z: "a remark" } }),
    now: { "Open B12": "V-4", "Open D12": "Weakness of V-4", "Open E12": "as found", "Open L12": "46100" },
  },
  {
    name: "a formula of theirs",
    ours: open({ 9: item("V-1", { weakness: "ours" }) }),
    theirs: open({ 9: item("V-1", { description: { xml: ' t="str"><f>A1</f><v>x</v>' } }) }),
    now: {},
    conflicts: [
      "V-1 Weakness Description: as found | as found | x ('Open POA&M Items'!E9) theirs has another formula there, and poam writes values only",
    ],
  },
  {
    name: "an id that ours has given to another item",
    ours: open({ 11: item("V-9", { sourceIdentifier: "a", assets: "h" }), 9: item("V-1", { weakness: "ours" }) }),
    base: open({ 11: item("V-3", { sourceIdentifier: "a", assets: "h" }) }),
    theirs: open({
      11: item("V-3", { sourceIdentifier: "a", assets: "h" }),
      12: item("V-9", { detectedOn: { date: 46_000 }, weakness: "quite another fault" }),
    }),
    now: {},
    conflicts: [
      "V-9 : - | - | quite another fault ('Open POA&M Items'!B12) theirs added the item, and it could not be written: ours has given that id to another item",
    ],
  },
  {
    name: "data validations, which no patch writes",
    ours: open({ 9: item("V-1", { weakness: "ours" }) }),
    theirs: {
      ...open({ 9: item("V-1", { description: "theirs" }) }),
      openSheet: {
        tail: '<dataValidations><dataValidation type="list" sqref="N9"><formula1>"a"</formula1></dataValidation></dataValidations>',
      },
    },
    now: { "Open E9": "theirs" },
    conflicts: ["* : - |  | - ('Open POA&M Items'!A1) theirs has changed on 'Open POA&M Items': data validations"],
  },
  {
    name: "a row that theirs has hidden",
    ours: open({ 9: item("V-1", { weakness: "ours" }) }),
    theirs: { ...BASE, openSheet: { hidden: [10, 11] } },
    now: {},
    conflicts: [
      "* : - |  | - ('Open POA&M Items'!B10) theirs has hidden or shown the row of 'Open POA&M Items'!B10 and of 1 more cell",
    ],
  },
  {
    name: "a row that both have hidden",
    ours: { ...open({ 9: item("V-1", { weakness: "ours" }) }), openSheet: { hidden: [10] } },
    theirs: { ...BASE, openSheet: { hidden: [10] } },
    now: {},
  },
  {
    name: "the look of a cell",
    ours: open({ 9: item("V-1", { weakness: "ours" }) }),
    theirs: open({ 9: item("V-1", { description: { xml: ' s="1" t="str"><v>as found</v>' } }) }),
    now: {},
    conflicts: ["* : - |  | - ('Open POA&M Items'!E9) theirs has changed the look of 'Open POA&M Items'!E9"],
  },
  {
    name: "the look of a blank cell",
    base: open({ 9: item("V-1", { F: BLANK }) }),
    ours: open({ 9: item("V-1", { F: BLANK, weakness: "ours" }) }),
    theirs: open({ 9: item("V-1", { F: { xml: ' s="1">' } }) }),
    now: {},
    conflicts: ["* : - |  | - ('Open POA&M Items'!F9) theirs has changed the look of 'Open POA&M Items'!F9"],
  },
  {
    name: "values that went up a row, and the looks of the rows stayed",
    base: open({ 11: item("V-3", { description: { xml: ' s="1" t="str"><v>as found</v>' } }) }),
    ours: open({ 11: item("V-3", { weakness: "ours", description: { xml: ' s="1" t="str"><v>as found</v>' } }) }),
    theirs: { open: { 4: { E: "ACME" }, 9: item("V-1"), 10: item("V-3") }, ...closing({}) },
    now: { ...CLOSED_V2, "Closed D4": "as found", ...GONE_V2, "Open D10": "ours" },
  },
  {
    name: "what both changed alike besides the cells, and identifiers that are new at each saving",
    ours: { ...open({ 9: item("V-1", { weakness: "ours" }) }), openSheet: { tail: validation('xr:uid="{1}"') } },
    theirs: { ...open({ 9: item("V-1", { description: "theirs" }) }), openSheet: { tail: validation('xr:uid="{2}"') } },
    now: { "Open E9": "theirs" },
  },
  {
    name: "a hyperlink and a merged cell",
    ours: open({ 9: item("V-1", { weakness: "ours" }) }),
    theirs: {
      ...BASE,
      closedSheet: {
        tail: '<mergeCells><mergeCell ref="A30:B30"/></mergeCells><hyperlinks><hyperlink ref="A3" location="B1"/></hyperlinks>',
      },
    },
    now: {},
    conflicts: [
      "* : - |  | - ('Closed POA&M Items'!A1) theirs has changed on 'Closed POA&M Items': merged cells, hyperlinks",
    ],
  },
  {
    name: "a sheet that theirs has hidden",
    ours: open({ 9: item("V-1", { weakness: "ours" }) }),
    theirs: { ...BASE, closedSheet: { visibility: "hidden" } },
    now: {},
    conflicts: ["* : - | - | - (-) theirs has changed the sheets, their order or which are hidden"],
  },
  {
    name: "an item that theirs closed and that is tied to its row: it stays, and all that theirs did to it is told",
    base: { ...BASE, openSheet: { tail: LINK } },
    ours: { ...open({ 9: item("V-1", { weakness: "ours" }) }), openSheet: { tail: LINK } },
    theirs: without(10, { ...closing({ description: "theirs" }), openSheet: { tail: LINK } }),
    now: {},
    conflicts: [
      "V-2 Sheet: Open POA&M Items | Open POA&M Items | Closed POA&M Items ('Open POA&M Items'!B10) theirs moved the item, and it stays where it is: H10 has a hyperlink, which would stay behind",
      "V-2 Weakness Description: as found | as found | theirs ('Open POA&M Items'!E10) left as it is: the item could not be moved",
    ],
  },
  {
    name: "an item that theirs removed and that is tied to its row",
    base: { ...BASE, openSheet: { tail: LINK } },
    ours: { ...open({ 9: item("V-1", { weakness: "ours" }) }), openSheet: { tail: LINK } },
    theirs: without(10, { openSheet: { tail: LINK } }),
    now: {},
    conflicts: [
      "V-2 : Open POA&M Items | Open POA&M Items | - ('Open POA&M Items'!B10) theirs removed the item, and it stays: H10 has a hyperlink, which would stay behind",
    ],
  },
  {
    name: "a sheet that is protected",
    base: { ...BASE, openSheet: { tail: '<sheetProtection sheet="1"/>' } },
    ours: { ...open({ 9: item("V-1", { weakness: "ours" }) }), openSheet: { tail: '<sheetProtection sheet="1"/>' } },
    theirs: {
      ...open({ 9: item("V-1", { description: "theirs" }) }),
      openSheet: { tail: '<sheetProtection sheet="1"/>' },
    },
    now: {},
    conflicts: [
      "V-1 Weakness Description: as found | as found | theirs ('Open POA&M Items'!E9) left as it is: it is locked, and its sheet is protected",
    ],
  },
  {
    name: "a column that theirs put in: its values are told, and the headings are left alone",
    ours: open({ 9: item("V-1", { weakness: "ours" }) }),
    theirs: { ...open({ 9: item("V-1", { AM: "T-1" }) }), openSheet: { headings: { AM: "Ticket" } } },
    now: {},
    conflicts: [
      "* : - |  | - ('Open POA&M Items'!A5) the columns of 'Open POA&M Items' are not the same on all sides, so that cells outside of the items cannot be compared",
      "V-1 Ticket: - | - | T-1 ('Open POA&M Items'!AM9) 'Open POA&M Items' has no such column in ours",
    ],
  },
  {
    name: "a comment that theirs wrote",
    ours: open({ 9: item("V-1", { weakness: "ours" }) }),
    theirs: { ...BASE, parts: { "xl/comments1.xml": "<comments/>" } },
    now: {},
    conflicts: ["* : - | - | - (-) theirs has changed comments (xl/comments1.xml)"],
  },
];

/** A form whose rows compute the due date, also those that are free: in column N of the open items, M of the closed ones. */
const computed = (letters: string, row: number): FileCell => ({
  xml: ` t="str"><f>IF(${letters}${row}="","",${letters}${row}+30)</f><v></v>`,
});
const withFormulas = ({ open, closed = {} }: Version): Version => {
  const rows = (some: Readonly<Record<number, FileRow>>, from: number, letters: string) =>
    Object.fromEntries(
      [0, 1, 2, 3, 4, 5].map((index) => [
        from + index,
        { scheduledCompletion: computed(letters, from + index), ...some[from + index] },
      ]),
    );
  return { open: { ...open, ...rows(open, 9, "L") }, closed: { ...closed, ...rows(closed, 3, "K") } };
};
const FORMULAS = withFormulas(BASE);
const FORMULA_CASES: readonly Case[] = [
  {
    name: "an item that theirs closed",
    ours: withFormulas(open({ 9: item("V-1", { weakness: "ours" }) })),
    theirs: withFormulas({
      open: { 9: item("V-1"), 10: item("V-2"), 4: { E: "ACME" } },
      closed: { 3: item("V-90"), 4: item("V-3") },
    }),
    now: {
      ...{ "Closed A4": "V-3", "Closed C4": "Weakness of V-3", "Closed D4": "as found", "Closed K4": "46100" },
      ...{ "Open B11": "", "Open D11": "", "Open E11": "", "Open L11": "" },
    },
  },
  {
    name: "an item that each added",
    ours: withFormulas(open({ 12: item("V-4") })),
    theirs: withFormulas(open({ 12: item("V-5") })),
    now: { "Open B13": "V-5", "Open D13": "Weakness of V-5", "Open E13": "as found", "Open L13": "46100" },
  },
  {
    name: "an item that theirs removed",
    ours: withFormulas(open({ 9: item("V-1", { weakness: "ours" }) })),
    theirs: withFormulas({ ...BASE, open: { 9: item("V-1"), 10: item("V-2"), 4: { E: "ACME" } } }),
    now: { "Open B11": "", "Open D11": "", "Open E11": "", "Open L11": "" },
  },
];

describe("where free rows have formulas, these stay as they are", () => {
  it.each(FORMULA_CASES)("$name", async ({ ours, theirs, now, conflicts = [] }) => {
    const own = fileOf(ours);
    const result = await merged(fileOf(FORMULAS), own, fileOf(theirs));
    expect(changesFrom(own, result.bytes)).toEqual(now);
    expect(result.conflicts).toEqual(conflicts);
  });
});

describe("an id that one side gave to another weakness", () => {
  const other = { weakness: "Printer without a lock", description: "found anew", detectedOn: { date: 46_200 } };
  const reused = open({ 10: item("V-2", other) });
  const progress = open({ 10: item("V-2", { comments: "patched on 3 May" }) });

  it.each<[string, Version, Version, string]>([
    ["theirs", progress, reused, "theirs has given the id to another weakness, and the other has changed the item"],
    ["ours", reused, progress, "ours has given the id to another weakness, and the other has changed the item"],
  ])("%s: what the other did to the old one is not mixed in", async (_, ours, theirs, why) => {
    const own = fileOf(ours);
    const { bytes, merge } = await merged(fileOf(BASE), own, fileOf(theirs));
    expect(bytes.equals(own)).toBe(true);
    expect(merge.conflicts.map(({ item, why }) => [item, why])).toEqual([["V-2", why]]);
  });

  it("is taken over where the other left the item alone", async () => {
    const own = fileOf(open({ 9: item("V-1", { weakness: "ours" }) }));
    const { bytes, conflicts } = await merged(fileOf(BASE), own, fileOf(reused));
    expect(changesFrom(own, bytes)).toEqual({
      ...{ "Open D10": "Printer without a lock", "Open E10": "found anew", "Open L10": "46200" },
    });
    expect(conflicts).toEqual([]);
  });
});

describe("theirs into ours", () => {
  it.each(CASES)("$name", async ({ base = BASE, ours, theirs, now, conflicts = [] }) => {
    const own = fileOf(ours);
    const result = await merged(fileOf(base), own, fileOf(theirs));
    expect(changesFrom(own, result.bytes)).toEqual(now);
    expect(result.conflicts).toEqual(conflicts);
  });
});

describe("where one side has changed nothing", () => {
  const [base, other] = [fileOf(BASE), fileOf(open({ 9: item("V-1", { weakness: "x" }) }))];
  it.each([
    ["theirs", base, other, base],
    ["ours, which takes theirs whole", base, base, other],
    ["either, as both did the same", base, other, other],
  ])("%s: the other's very bytes", async (_, base, ours, theirs) => {
    const { bytes, conflicts } = await merged(base, ours, theirs);
    expect(bytes.equals(other)).toBe(true);
    expect(conflicts).toEqual([]);
  });
});
