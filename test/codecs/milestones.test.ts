import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMilestoneChanges, readMilestones } from "../../src/codecs/milestones.js";
import { HOSTILE } from "./hostile.js";

type Row = readonly [number | undefined, string | undefined, string, string | undefined];
const rows = (text: string): Row[] => readMilestones(text).map((one) => [one.number, one.due, one.text, one.fault]);

describe("readMilestones in FedRAMP's form", () => {
  it.each<[string, Row[]]>([
    [
      "(1) 2014/05/23: First\n\n(2) 2014-06-12: Second \nhalf",
      [
        [1, "2014-05-23", "First", undefined],
        [2, "2014-06-12", "Second \nhalf", undefined],
      ],
    ],
    ["(01) 05-23-2014 :x", [[1, "2014-05-23", "x", undefined]]],
    ["(1) 3\\4\\2026 : x", [[1, "2026-03-04", "x", undefined]]],
    ["(1) 2026-06-30 x", [[1, "2026-06-30", "x", "no colon after the date"]]],
    ["(1) 2026-06-30 :", [[1, "2026-06-30", "", "no text"]]],
    ["(1) x", [[1, undefined, "x", "no date"]]],
    ["2026-06-30 : x", [[undefined, "2026-06-30", "x", "no number"]]],
    ["(1) 2026-02-30 : x", [[1, undefined, "x", "2026-02-30 is no date"]]],
    ["(1) x by 2026-06-30", [[1, "2026-06-30", "x", "date (2026-06-30) not in its place"]]],
    ["(1) 2026.06.30 : x", [[1, "2026-06-30", "x", "date written with dots (2026.06.30)"]]],
    [
      "(1) 2026-06-30 : x\n(1) 2026-07-31 : y\n\n(3) 2026-08-31 : z\n\n(2) 2026-09-30 : w",
      [
        [1, "2026-06-30", "x", undefined],
        [1, "2026-07-31", "y", "no blank line above it, number 1 used before"],
        [3, "2026-08-31", "z", undefined],
        [2, "2026-09-30", "w", "number 2 after number 3"],
      ],
    ],
    [
      "(1) 2026-06-30 : x (2) 2026-07-31 : y",
      [
        [1, "2026-06-30", "x", undefined],
        [2, "2026-07-31", "y", "no blank line above it"],
      ],
    ],
    ["", []],
    ["N/A", []],
    ["N/A - vendor dependency", []],
  ])("%j", (text, expected) => expect(rows(text)).toEqual(expected));

  it("counts lines from 1", () => {
    expect(readMilestones("(1) 2026-06-30 : x\ny\n\n\n(2) 2026-07-31 : z").map(({ line }) => line)).toEqual([1, 5]);
  });
});

describe("readMilestones in other layouts", () => {
  it.each<[string, [number | undefined, string | undefined, string][]]>([
    [
      "Draft policy 10/25/2018\nImplement it 11/25/2018",
      [
        [undefined, "2018-10-25", "Draft policy"],
        [undefined, "2018-11-25", "Implement it"],
      ],
    ],
    [
      "Draft policy; 10/25/2018\nImplement it",
      [
        [undefined, "2018-10-25", "Draft policy"],
        [undefined, undefined, "Implement it"],
      ],
    ],
    [
      "M1 (2026-06-30): x | M2 (2026-07-31): y",
      [
        [1, "2026-06-30", "x"],
        [2, "2026-07-31", "y"],
      ],
    ],
    [
      "Milestone 1: Draft policy by 2024-03-01\nMilestone 2: Implement by 2024-06-30",
      [
        [1, "2024-03-01", "Draft policy"],
        [2, "2024-06-30", "Implement"],
      ],
    ],
    [
      "1) Draft\n2) Implement by June 9, 2026",
      [
        [1, undefined, "Draft"],
        [2, "2026-06-09", "Implement"],
      ],
    ],
    ["(01) 2022.10.04 - text", [[1, "2022-10-04", "text"]]],
    [
      "Done 2026-01-02 as planned, see 1.5 of the plan",
      [[undefined, "2026-01-02", "Done 2026-01-02 as planned, see 1.5 of the plan"]],
    ],
  ])("%j", (text, expected) => {
    expect(readMilestones(text).map((one) => [one.number, one.due, one.text])).toEqual(expected);
  });
});

describe("readMilestoneChanges", () => {
  it.each([
    ["(2) Update 2014-06-18 : late", "update", "2014-06-18", undefined],
    ["(3) NEW 06/13/2014: x", "new", "2014-06-13", undefined],
    ["(3) complete 2014-06-13: x", "complete", "2014-06-13", undefined],
    ["(2) Updated 2014-06-18 : x", "update", "2014-06-18", "type Updated instead of New, Update or Complete"],
    ["(2) 2014-06-18 : x", undefined, "2014-06-18", "no type (New, Update or Complete)"],
    ["Complete 2014-06-18 : x", "complete", "2014-06-18", "no number"],
  ])("%j", (text, type, due, fault) => {
    expect(readMilestoneChanges(text)).toMatchObject([{ type, due, fault }]);
  });

  it("lets a number occur again", () => {
    const text = "(1) Update 2026-06-30 : a\n\n(1) Complete 2026-07-31 : b";
    expect(readMilestoneChanges(text).map(({ fault }) => fault)).toEqual([undefined, undefined]);
  });
});

describe("any text", () => {
  const day = fc.date({ min: new Date("1990-01-01"), max: new Date("2090-12-31"), noInvalidDate: true });
  const words = fc.stringMatching(/^[a-z][a-z ]{0,20}[a-z]$/);

  it("is read back where it follows the form", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(day, words)), fc.constantFrom("-", "/", "\\"), (entries, separator) => {
        const all = entries.map(([date, text], i) => ({ number: i + 1, due: date.toISOString().slice(0, 10), text }));
        const written = all
          .map((one) => `(${one.number}) ${one.due.replaceAll("-", separator)} : ${one.text}`)
          .join("\n\n");
        const read = readMilestones(written);
        expect(read).toMatchObject(all);
        expect(read.every(({ fault }) => fault === undefined)).toBe(true);
      }),
    );
  });

  it("does no harm", () => {
    fc.assert(fc.property(fc.string(), (text) => void [readMilestones(text), readMilestoneChanges(text)]));
    for (const text of HOSTILE) {
      readMilestones(text);
      readMilestoneChanges(text);
    }
  });
});
