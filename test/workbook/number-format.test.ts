import { describe, expect, test } from "vitest";
import { builtInFormat, generalText, numberFormat } from "../../src/workbook/number-format.js";

test.each([
  ["General", "number"],
  ["@", "number"],
  ["0.00E+00", "number"],
  ['#,##0 "days"', "number"],
  ['"May" 0', "number"],
  ["[Red]0", "number"],
  ["[Magenta]#,##0;[Yellow]-#,##0", "number"],
  ["\\d0", "number"],
  ["_d0_)", "number"],
  ["[$-409]0", "number"],
  ["[$USD-409] #,##0.00", "number"],
  ["# ?/?", "number"],
  ["", "number"],
  ["yyyy-mm-dd", "date"],
  ["[$-409]d-mmm-yy;@", "date"],
  ["[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "date"],
  ["m", "date"],
  ["mmmm", "date"],
  ["YYYY", "date"],
  ['yyyy"年"m"月"d"日"', "date"],
  ["m/d/yy h:mm", "date"],
  ["[Red]dd.mm.yyyy", "date"],
  ["mmm h", "date"],
  ["h:mm", "time"],
  ["h:mm AM/PM", "time"],
  ["[h]:mm:ss", "time"],
  ["[hh]", "time"],
  ["[mm]", "time"],
  ["[ss]", "time"],
  ["mm:ss.0", "time"],
] as const)("%s shows a %s", (code, shows) => {
  expect(numberFormat(code).shows).toBe(shows);
});

test("built-in formats", () => {
  const shown = (from: number, to: number) =>
    [...new Set(Array.from({ length: to - from + 1 }, (_, i) => builtInFormat(from + i).shows))].join();
  expect([shown(0, 13), shown(14, 17), shown(18, 21), shown(22, 22), shown(27, 36), shown(37, 44)]).toEqual([
    "number",
    "date",
    "time",
    "date",
    "date",
    "number",
  ]);
  expect([shown(45, 47), shown(48, 49), shown(50, 58), shown(59, 70), shown(100, 163)]).toEqual([
    "time",
    "number",
    "date",
    "number",
    "number",
  ]);
});

test.each([
  [0, "0"],
  [19506, "19506"],
  [-3, "-3"],
  [0.1, "0.1"],
  [0.1 + 0.2, "0.3"],
  [1 / 3, "0.333333333333333"],
  [123456789012345, "123456789012345"],
  [1e21, "1E+21"],
  [1.5e-9, "1.5E-9"],
])("General shows %d as %s", (value, text) => {
  expect(generalText(value)).toBe(text);
});

describe("numbers as Excel shows them", () => {
  test.each([
    ["0", 3.5, "4"],
    ["0", -3.5, "-4"],
    ["0.00", 1.005, "1.01"],
    ["0.00", 2, "2.00"],
    ["0.0#", 2.25, "2.25"],
    ["0.0#", 2, "2.0"],
    ["#", 0, ""],
    ["#.##", 0.5, ".5"],
    ["00000", 42, "00042"],
    ['"POAM-"000', 7, "POAM-007"],
    ['"V-"0', 220706, "V-220706"],
    ["\\V\\-0000", 12, "V-0012"],
    ["#,##0", 1234567, "1,234,567"],
    ["#,##0", 12, "12"],
    ["#,##0.00", 1234.5, "1,234.50"],
    ["0%", 0.1, "10%"],
    ["0.0%", 0.125, "12.5%"],
    ["0%", 1, "100%"],
    ['0" days"', 30, "30 days"],
    ["$#,##0.00", 1234.5, "$1,234.50"],
    ["[$€-407]0.00", 3, "€3.00"],
    ["#,##0_);(#,##0)", -1234, "(1,234)"],
    ["#,##0_);(#,##0)", 1234, "1,234"],
    ['0.0;-0.0;"none"', 0, "0"],
    ['0.0;"-"0.0;0', 0, "0"],
    ["[Red]0.0", 2, "2.0"],
    // Less simple ones are shown as General.
    ["0.00E+00", 12345, "12345"],
    ["# ?/?", 0.5, "0.5"],
    ["[>100]0.0;0", 5, "5"],
    ["0,", 5000, "5000"],
    ["@", 5, "5"],
    ["General", 5.25, "5.25"],
    [";;;", 5, "5"],
  ])("%s of %d", (code, value, text) => {
    expect(numberFormat(code).text(value)).toBe(text);
  });

  test.each([
    ["h:mm", 0.5625, "13:30"],
    ["h:mm:ss", 0.5, "12:00:00"],
    ["h:mm AM/PM", 0.75, "18:00"],
    ["[h]:mm", 0.99999, "24:00"],
  ])("%s of %d", (code, value, text) => {
    expect(numberFormat(code).text(value)).toBe(text);
  });
});
