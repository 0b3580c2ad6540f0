import { readFileSync } from "node:fs";
import exceljs from "exceljs";
import { describe, expect, it } from "vitest";
import { type Fixed, fixWorkbook } from "../src/fix.js";
import { lint } from "../src/lint.js";
import { reference } from "../src/model/cell.js";
import { PACKS } from "../src/packs/index.js";
import { readPoam } from "../src/template/read.js";
import { openWorkbook } from "../src/workbook/open.js";
import { applyPatches } from "../src/workbook/patch.js";
import { TEMPLATES } from "./templates.js";

/** Fixes the bytes of a workbook as the form's packs ask for it on 2026-03-31. Nothing is moved here: see the tests of moves. */
async function fix(bytes: Buffer, name: string, unsafe: boolean): Promise<Fixed> {
  const settings = { "date-ambiguous": { options: { order: unsafe ? "mdy" : "" } } };
  return fixWorkbook(
    bytes,
    {
      read: async (one) => readPoam(await openWorkbook(one, name), TEMPLATES, { fileName: name }),
      lint: async (poam) => {
        const packs = PACKS.filter(({ id }) => poam.template.packs.includes(id));
        return lint(poam, { packs, asOf: "2026-03-31", settings });
      },
      apply: (one, patches) => applyPatches(one, patches, name),
      planMoves: async (_, moves) => ({
        patches: [],
        made: [],
        refused: moves.map((move) => ({ move, why: "nothing moves here" })),
        notes: [],
      }),
    },
    { unsafe },
  );
}

/** Every filled cell by another reader; a date as its day between angle brackets, so that it is no text. */
async function cellsOf(bytes: Buffer): Promise<Map<string, string>> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const cells = new Map<string, string>();
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const place = reference({ sheet: sheet.name, row: cell.fullAddress.row, column: cell.fullAddress.col });
        const { value } = cell;
        const shown = value instanceof Date ? `<${value.toISOString().slice(0, 10)}>` : JSON.stringify(value);
        if (value !== null) cells.set(place, typeof value === "string" ? value : shown);
      }),
    );
  }
  return cells;
}

const OPEN = "'Open POA&M Items'!";
const POAM = "'POA&M'!";

/** What differs after fixing, found out by hand from what `fixtures/make/fix.mjs` put there. */
const SAFE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "fedramp-v2.1.xlsx": {
    [`${OPEN}C3`]: "Moderate",
    [`${OPEN}P9`]: "Yes",
    [`${OPEN}S9`]: "Moderate",
    [`${OPEN}T9`]: "N/A",
    [`${OPEN}F10`]: "19506",
    [`${OPEN}S10`]: "High",
    [`${OPEN}V10`]: "No",
    // K12, 03/25/2026, stays: it shows how K13, 03/04/2026, is to be read.
    [`${OPEN}O12`]: "<2026-03-27>",
    [`${OPEN}O14`]: "<2026-03-30>",
    // 2026-01-27 and 90 days
    [`${OPEN}L15`]: "<2026-04-27>",
    [`${OPEN}B16`]: "RA-5; SI-2",
    [`${OPEN}AD16`]: "CVE-2024-28757, CVE-2023-48795",
    [`${OPEN}G17`]: "web-01\nweb-02\nweb-03\nfirewall, primary",
  },
  "fedramp-v3.0.xlsx": {
    [`${OPEN}L9`]: "<2026-03-12>",
    [`${OPEN}M9`]: "<2026-04-11>",
    // N9, 3/30/2026, stays: it shows how L18, 02/03/2026, is to be read.
    [`${OPEN}G10`]: "",
    [`${OPEN}Q10`]: "",
    [`${OPEN}S10`]: "",
    [`${OPEN}Y10`]: "",
    [`${OPEN}S11`]: "Moderate",
    [`${OPEN}T11`]: "Yes",
    // 2026-01-15 and 90 days; the next is rated Critical, which the formula does not know.
    [`${OPEN}M12`]: "<2026-07-14>",
    [`${OPEN}C14`]: "AC-2(1), SI-2, CM-6",
    [`${OPEN}AB15`]: "CVE-2024-28757",
    [`${OPEN}H16`]: "10.20.0.4 (443/tcp)\n10.20.0.5 (443/tcp)",
    [`${OPEN}O16`]: "No",
    [`${OPEN}V16`]: "Pending",
    [`${OPEN}O17`]: "Yes",
    [`${OPEN}P17`]: "<2026-03-28>",
  },
  "emass-navy-2026.xlsx": {
    [`${POAM}E8`]: "19506; 21745",
    [`${POAM}F8`]: "Ongoing",
    [`${POAM}Y8`]: "Moderate",
    [`${POAM}L9`]: "In Progress",
    [`${POAM}D10`]: "AC-2.1; AC-3.1",
    [`${POAM}P10`]: "Vulnerability Management; Incident Response",
    [`${POAM}G11`]: "<2027-03-25>",
    [`${POAM}AB11`]: "Moderate",
    [`${POAM}AC11`]: "Very High",
    [`${POAM}D12`]: "CCI-000366; AC-2.1",
    [`${POAM}AE12`]: "Low",
  },
  // 04/25/2026 stays: it shows how 05/06/2026 is to be read.
  "generic.xlsx": { [`${POAM}N9`]: "<2026-06-30>" },
};

/** And besides with unsafe fixes, where the month is said to come first. */
const UNSAFE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "fedramp-v2.1.xlsx": {
    [`${OPEN}S11`]: "High",
    [`${OPEN}K12`]: "<2026-03-25>",
    [`${OPEN}K13`]: "<2026-03-04>",
    [`${OPEN}L14`]: "<2026-07-09>",
    [`${OPEN}M19`]: "(1) 2026-04-10: Test\n\n(2) 2026-04-20: Production\n\n(3) 2026-04-22: Scan",
  },
  "fedramp-v3.0.xlsx": {
    [`${OPEN}N9`]: "<2026-03-30>",
    // 2026-03-10 and 30 days
    [`${OPEN}M13`]: "<2026-04-09>",
    [`${OPEN}R13`]: "High",
    [`${OPEN}C15`]: "AC-2(1)",
    [`${OPEN}L18`]: "<2026-02-03>",
  },
  "emass-navy-2026.xlsx": {},
  "generic.xlsx": { [`${POAM}N7`]: "<2026-04-25>", [`${POAM}N8`]: "<2026-05-06>" },
};

describe.each(Object.keys(SAFE))("fixtures/fix/%s", (name) => {
  const bytes = readFileSync(`fixtures/fix/${name}`);
  it.each([
    [false, SAFE[name]!],
    [true, { ...SAFE[name], ...UNSAFE[name] }],
  ])("with unsafe fixes %s: these cells and no others, and then no more", async (unsafe, expected) => {
    const fixed = await fix(bytes, name, unsafe);
    const [before, after] = [await cellsOf(bytes), await cellsOf(fixed.bytes)];
    const places = [...new Set([...before.keys(), ...after.keys()])];
    const changed = places.filter((place) => before.get(place) !== after.get(place));
    expect(Object.fromEntries(changed.map((place) => [place, after.get(place) ?? ""]))).toEqual(expected);
    const again = await fix(fixed.bytes, name, unsafe);
    expect(again.bytes).toBe(fixed.bytes);
  });
});
