import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOrderEvidence, mayMeanAnother, readDate } from "../../src/codecs/date.js";
import { addDays, daysBetween, isIsoDate } from "../../src/model/date.js";
import { HOSTILE } from "./hostile.js";

describe("addDays", () => {
  it.each([
    ["2026-02-27", 2, "2026-03-01"],
    ["2024-03-01", -1, "2024-02-29"],
    ["9999-12-30", 1, "9999-12-31"],
    ["9999-12-31", 180, "9999-12-31"],
  ])("%s and %d", (day, days, other) => expect(addDays(day, days)).toBe(other));
});

describe("readDate", () => {
  it.each([
    ["2026-03-14", "2026-03-14"],
    [" 2026-03-14 ", "2026-03-14"],
    ["2026-3-4", "2026-03-04"],
    ["2026-03-14T00:00:00Z", "2026-03-14"],
    ["2026-03-14T23:59:59.999-05:00", "2026-03-14"],
    ["2026-03-14 00:00:00", "2026-03-14"],
    ["2026/03/14", "2026-03-14"],
    ["2026.03.14", "2026-03-14"],
    ["20260314", "2026-03-14"],
    ["3/14/2026", "2026-03-14"],
    ["3/14/2026 12:00 AM", "2026-03-14"],
    ["03/14/26", "2026-03-14"],
    ["03/14/99", "2099-03-14"],
    ["2/13/30", "2030-02-13"],
    ["31-Dec-49", "2049-12-31"],
    ["14/03/2026", "2026-03-14"],
    ["14.03.2026", "2026-03-14"],
    ["3/3/2026", "2026-03-03"],
    ["14-Mar-26", "2026-03-14"],
    ["14MAR2026", "2026-03-14"],
    ["14 March 2026", "2026-03-14"],
    ["14th of March, 2026", "2026-03-14"],
    ["March 14, 2026", "2026-03-14"],
    ["Mar 14 2026", "2026-03-14"],
    ["Sept. 9, 2021", "2021-09-09"],
    ["Wednesday, June 9, 2021", "2021-06-09"],
    ["2024-02-29", "2024-02-29"],
  ])("reads %s", (text, value) => {
    expect(readDate(text, undefined)).toEqual({ value, doubt: undefined });
  });

  it.each([
    ["2026-02-30", "impossible"],
    ["31-Nov-2016", "impossible"],
    ["02/29/2026", "impossible"],
    ["13/13/2026", "impossible"],
    ["0/5/2026", "impossible"],
    ["30 days", "relative"],
    ["Within 30 days of release", "relative"],
    ["14 Business Days", "relative"],
    ["FY26 Q3", "relative"],
    ["Q3 2026", "relative"],
    ["2026-Q3", "relative"],
    ["FY2026", "relative"],
    ["March 2026", "relative"],
    ["2026", "relative"],
    ["TBD", "unreadable"],
    ["N/A", "unreadable"],
    ["when the vendor releases a patch", "unreadable"],
    ["26-03-14", "unreadable"],
    ["45607", "unreadable"],
    ["20226-03-14", "out-of-range"],
    ["1/1/0000", "out-of-range"],
    ["0026-03-12", "out-of-range"],
    ["03/12/0026", "out-of-range"],
    ["12.13.0026", "out-of-range"],
    ["March 12, 0026", "out-of-range"],
    ["1899-12-31", "out-of-range"],
  ])("does not read %s: %s", (text, doubt) => {
    expect(readDate(text, undefined)).toEqual({ value: undefined, doubt });
  });

  it("leaves blank text without doubt", () => {
    for (const text of ["", "  \n"]) expect(readDate(text, "mdy")).toEqual({ value: undefined, doubt: undefined });
  });

  it("reads 03/04/2026 only in the workbook's order, and says so", () => {
    const orders = { mdy: "2026-03-04", dmy: "2026-04-03" };
    expect(readDate("03/04/2026", undefined)).toEqual({ value: undefined, doubt: "ambiguous", orders });
    expect(readDate("03/04/2026", "mdy")).toEqual({ value: "2026-03-04", doubt: "ambiguous", orders });
    expect(readDate("3-4-26", "dmy")).toEqual({ value: "2026-04-03", doubt: "ambiguous", orders });
    expect(readDate("26-03-14", "dmy")).toEqual({ value: "2014-03-26", doubt: undefined });
  });

  const days = fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
  const MONTHS = "January February March April May June July August September October November December".split(" ");

  it("reads back what is written in any format", () => {
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = [+iso.slice(0, 4), +iso.slice(5, 7), +iso.slice(8)];
        const name = MONTHS[month - 1]!;
        const short = String(year).slice(2);
        for (const text of [
          iso,
          iso.replaceAll("-", "/"),
          iso.replaceAll("-", ""),
          `${iso}T12:00:00Z`,
          `${month}/${day}/${year}`,
          `${iso.slice(5, 7)}/${iso.slice(8)}/${short}`,
          `${day}-${name.slice(0, 3)}-${short}`,
          `${day} ${name} ${year}`,
          `${name} ${day}, ${year}`,
        ]) {
          expect(readDate(text, "mdy").value, text).toBe(iso);
        }
        expect(readDate(`${day}.${month}.${year}`, "dmy").value).toBe(iso);
      }),
    );
  });

  it("gives a day that exists or none, whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/\-. ]{0,12}$/)), (text) => {
        const { value } = readDate(text, "mdy");
        expect(value === undefined || isIsoDate(value)).toBe(true);
      }),
    );
    for (const text of HOSTILE) readDate(text, undefined);
  });
});

describe("mayMeanAnother, on 2026-03-31", () => {
  it.each([
    ["2026-03-14", false],
    ["2/13/30", false],
    ["12/31/49", false],
    ["14-Mar-26", false],
    ["Mar 14 26", false],
    ["22-Feb-2026", false],
    ["26-Mar-26", false],
    // Read with the year first they are 2014-01-26 (too long ago), and no day at all.
    ["14-Jan-26", false],
    ["31-Mar-32", false],
    ["26-Feb-12", true],
    ["26-Feb-12 09:30", true],
    ["31-Dec-30", true],
    ["25/02/24", true],
    ["12/31/99", true],
    ["1-Jan-70", true],
    // That day is a Thursday.
    ["Thursday, February 12, 2026", false],
    ["Thu, 12 Feb 2026", false],
    ["Friday, February 12, 2026", true],
    ["Fri 2026-02-12", true],
    ["Wed. Feb 12, 2026", true],
  ])("%j: %s", (text, may) => {
    expect(mayMeanAnother(text, readDate(text, undefined).value!, "2026-03-31")).toBe(may);
  });
});

describe("dateOrderEvidence", () => {
  it.each([
    [["03/04/2026", "3/25/2026"], "mdy"],
    [["25/3/2026", "TBD", "2026-03-14"], "dmy"],
    [["3/25/2026", "25/3/2026"], undefined],
    [["03/04/2026", "2026-03-14", "26-03-14"], undefined],
    [[], undefined],
  ])("%j → %s", (texts, order) => {
    expect(dateOrderEvidence(texts)).toBe(order);
  });
});

// 400 years have 97 leap years: 146,097 days.
it.each([
  ["0026-03-14", "0026-03-15", 1],
  ["0026-01-01", "2026-01-01", 5 * 146_097],
  ["1969-12-31", "1970-01-01", 1],
  ["2024-02-29", "2024-03-01", 1],
])("from %s to %s it is %i days", (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});
