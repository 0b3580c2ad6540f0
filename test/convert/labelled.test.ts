import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelledLength, labelledLine, readLabelled, withLabelled } from "../../src/codecs/labelled.js";
import { headingLabel, labelledField, labelledHeading } from "../../src/convert/labels.js";
import { readTyped, typedText } from "../../src/convert/typed-text.js";
import type { CarriedValue } from "../../src/model/carried-item.js";
import { HOSTILE } from "./made-items.js";

const [A, B] = [
  { label: "Service name", text: "Mail" },
  { label: "Ticket", text: "one\n\n  two" },
];

describe("a cell's own text and labelled text below it", () => {
  it.each([
    ["nothing to keep", "own", [], "own"],
    ["an empty cell", "", [A], "[Kept by poam]\nService name: Mail"],
    ["lines are indented", "own", [A, B], "own\n[Kept by poam]\nService name: Mail\nTicket: one\n  \n    two"],
    [
      "text that looks like ours is kept apart",
      "[Kept by poam]\nTicket: x",
      [],
      "[Kept by poam]\nTicket: x\n[Kept by poam]",
    ],
    ["the marker within a line is no marker", "see [Kept by poam]", [], "see [Kept by poam]"],
    ["our text, copied into a text", "a\n[Kept by poam]", [A], "a\n[Kept by poam]\n[Kept by poam]\nService name: Mail"],
  ])("%s", (_, text, entries, cell) => {
    expect(withLabelled(text, entries.map(labelledLine))).toBe(cell);
    expect(readLabelled(cell)).toEqual({ text, entries });
  });

  it.each([
    ["a remark below", "own\n[Kept by poam]\nService name: Mail\ndone on Monday", "own\ndone on Monday", [A]],
    ["a remark below an empty cell's", "[Kept by poam]\nService name: Mail\ndone", "done", [A]],
    ["blank lines below", "own\n[Kept by poam]\nService name: Mail\n\n", "own", [A]],
    ["an entry taken out", "own\n[Kept by poam]", "own", []],
    ["a remark above", "new\nown\n[Kept by poam]\nService name: Mail", "new\nown", [A]],
  ])("what somebody did since: %s", (_, cell, text, entries) => {
    expect(readLabelled(cell)).toEqual({ text, entries });
  });

  it("takes any text and any entries apart again, and is as long as foretold", () => {
    const any = fc.oneof(
      fc.constantFrom(...HOSTILE.filter(({ length }) => length < 100)),
      fc.string({ unit: "grapheme" }),
    );
    const entry = fc.record({ label: fc.constantFrom("Service name", "Ticket", "a:b"), text: any });
    fc.assert(
      fc.property(any, fc.array(entry, { maxLength: 4 }), (text, entries) => {
        const lines = entries.map(labelledLine);
        const cell = withLabelled(text, lines);
        expect(readLabelled(cell)).toEqual({ text, entries });
        const length = lines.reduce((sum, line) => sum + line.length + 1, 0);
        if (lines.length > 0) expect(cell.length).toBe(labelledLength(text.length, length));
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});

describe("headings as labels", () => {
  it.each([
    ["Ticket", "Ticket", "Ticket"],
    ["Personnel Resources: \nCost Code", "Personnel Resources Cost Code", "Personnel Resources Cost Code"],
    ["10:30 review", "10:30 review", "10:30 review"],
    ["Due:", "Due", "Due"],
    [":", "Column", "Column"],
    // Ours, and so told apart from the field.
    ["Comments", "Column Comments", "Comments"],
    ["Column Comments", "Column Column Comments", "Column Comments"],
    ["Item state", "Column Item state", "Item state"],
    ["Milestone status (2)", "Column Milestone status (2)", "Milestone status (2)"],
    ["Column A", "Column A", "Column A"],
  ])("%j is %j", (heading, label, home) => {
    expect(headingLabel(heading)).toBe(label);
    expect(labelledField(label)).toBeUndefined();
    expect(labelledHeading(label)).toBe(home);
  });
});

describe("numbers, days and truth values among labelled text", () => {
  it.each<[CarriedValue["value"], string]>([
    [12345, "12345"],
    ["12345", "'12345"],
    ["'12345", "''12345"],
    ["'tis", "'tis"],
    ["007", "007"],
    [-1.5, "-1.5"],
    [true, "TRUE"],
    ["TRUE", "'TRUE"],
    ["true", "true"],
    [{ date: "2026-02-28" }, "2026-02-28"],
    ["2026-02-28", "'2026-02-28"],
    ["2026-02-30", "2026-02-30"],
    ["", ""],
  ])("%j is %s", (value, text) => {
    expect(typedText(value)).toBe(text);
    expect(readTyped(text)).toEqual(value);
  });
});
