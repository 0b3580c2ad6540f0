import { describe, expect, it } from "vitest";
import type { Sheet } from "../src/model/workbook.js";
import { withChartTables } from "../src/reporters/chart-tables.js";
import { openWorkbook } from "../src/workbook/open.js";
import { portfolioXlsx, reportXlsx } from "../src/workbook/report-xlsx.js";
import { MADE_PORTFOLIO, MADE_REPORT, MADE_SECTIONS } from "./made-report.js";

/** The sheet's filled cells, row by row: text as it is, numbers and dates as what Excel holds. */
function cellsOf(sheet: Sheet): unknown[][] {
  return Array.from({ length: sheet.rowCount }, (_, row) => {
    const cells = [];
    for (let handle = sheet.firstCell(row); handle < sheet.firstCell(row + 1); handle++) {
      const kind = sheet.kind(handle);
      cells.push(kind === "date" ? { date: sheet.date(handle) } : (sheet.number(handle) ?? sheet.text(handle)));
    }
    return cells;
  });
}

describe("the report's workbook", () => {
  const made = async () =>
    openWorkbook(await reportXlsx(MADE_REPORT, withChartTables(MADE_REPORT, MADE_SECTIONS)), "r.xlsx");

  it("has a sheet for every section", async () => {
    const { sheets } = await made();
    expect(sheets.map(({ name }) => name)).toEqual([
      "System",
      "Unique vulnerabilities",
      "Open POA&M Summary",
      "POA&M Age for Past Due Items",
      "Burn-down of due dates",
      "Late items",
      "Known exploited vulnerabilities",
    ]);
  });

  it("holds dates as dates and numbers as numbers", async () => {
    const { sheets } = await made();
    expect(cellsOf(sheets[5]!)).toEqual([
      ["Late items"],
      ["Late items, most days late first"],
      ["Id", "Weakness", "Detected", "Due", "Days late", "Why"],
      [
        "V-2026-0000000000000000000000000000000000000000000001",
        'OpenSSL "1.1" <b>is</b> vulnerable\nto much',
        { date: "2026-01-02" },
        { date: "2026-02-01" },
        149,
      ],
    ]);
  });

  it("greys what is impossible, and gives the chart's figures below", async () => {
    const { sheets } = await made();
    expect(cellsOf(sheets[3]!)).toEqual([
      ["POA&M Age for Past Due Items"],
      ["Past due items by days since detection"],
      ["Risk", "0-30", "31-60"],
      ["Moderate", 3],
      ["Open POA&M items by age, days since detection"],
      ["High", "Moderate", "Low"],
      ["0-30", 1, 9, 5],
      ["31-60", 0, 6, 7],
      ["61-90", 0, 4, 8],
      ["91-120", 0, 0, 6],
      ["121+", 0, 0, 8],
    ]);
  });

  it("says what was not supplied", async () => {
    const { sheets } = await made();
    expect(cellsOf(sheets[0]!)).toContainEqual(["System status", "not supplied"]);
  });

  it("is the same, byte for byte, whenever it is written", async () => {
    const write = () => reportXlsx(MADE_REPORT, MADE_SECTIONS);
    expect((await write()).equals(await write())).toBe(true);
    const portfolio = () => portfolioXlsx(MADE_PORTFOLIO, MADE_SECTIONS);
    expect((await portfolio()).equals(await portfolio())).toBe(true);
  });
});
