import { describe, expect, it } from "vitest";
import { carry } from "../../src/convert/carry.js";
import type { Carried } from "../../src/model/carried-item.js";
import { readPoam } from "../../src/template/read.js";
import { type MadeCell, memoryWorkbook } from "../memory-workbook.js";
import { TEMPLATES, templateNamed } from "../templates.js";
import { through } from "./placed-workbook.js";

const HEADINGS = ["POAM ID", "Weakness Name", "Comments", "Comments", "Due Date", undefined, "Ticket", "Cost"];

function register(item: readonly MadeCell[], ...below: readonly (readonly MadeCell[])[]): Carried {
  const rows = Object.fromEntries([HEADINGS, item, ...below].map((row, index) => [index + 1, row]));
  return carry(readPoam(memoryWorkbook({ Register: rows }), TEMPLATES, { fileName: "register.xlsx" }));
}

const othersOf = ({ items }: Carried) => items[0]!.others.map(({ heading, value }) => [heading, value]);

describe("columns of a home-made register", () => {
  it.each<[string, readonly MadeCell[], [string, unknown][]]>([
    [
      "of two with one meaning, the second goes by its heading",
      ["V-1", "Old TLS", "one", "two"],
      [["Comments", "two"]],
    ],
    [
      "one without a heading goes by its letter",
      ["V-1", "Old TLS", undefined, undefined, undefined, "x"],
      [["Column F", "x"]],
    ],
    [
      "a day, a truth value and a number stay what they are",
      ["V-1", "Old TLS", undefined, 7, undefined, true, { date: "2026-02-28" }],
      [
        ["Comments", 7],
        ["Column F", true],
        ["Ticket", { date: "2026-02-28" }],
      ],
    ],
    [
      "a time of day stays with its day, as text",
      ["V-1", "Old TLS", undefined, undefined, undefined, undefined, { date: "2026-02-28", time: 0.75 }],
      [["Ticket", "2026-02-28 18:00"]],
    ],
    [
      "a formula's saved result is a value",
      ["V-1", "Old TLS", undefined, undefined, undefined, undefined, { formula: "1+1", result: 2 }],
      [["Ticket", 2]],
    ],
  ])("%s", (_, item, others) => {
    const carried = register(item);
    expect(othersOf(carried)).toEqual(others);
    const there = through(carried, templateNamed("fedramp-rev5-v3.0"));
    expect(there.losses.fields.filter(({ fate }) => fate === "kept").map(({ from }) => from)).toEqual(
      others.map(([heading]) => heading),
    );
    expect(othersOf(there.carried)).toEqual(others);
  });

  it("of a date column's time of day it is told that only the day goes along", () => {
    const carried = register(["V-1", "Old TLS", undefined, undefined, { date: "2026-02-28", time: 1 / 86_400 }]);
    expect(carried.items[0]!.fields.get("scheduledCompletion")!.value).toEqual({ date: "2026-02-28" });
    const { changes } = through(carried, templateNamed("fedramp-rev5-v3.0")).losses;
    expect(changes.map(({ heading, rule }) => [heading, rule])).toContainEqual([
      "Due Date",
      "a day and a time of day, of which the form takes the day",
    ]);
  });

  it("a formula without a saved result is told, with its cell", () => {
    const carried = register([
      "V-1",
      "Old TLS",
      { formula: "A1" },
      undefined,
      { formula: "TODAY()+30" },
      undefined,
      { formula: "B2" },
    ]);
    const { losses } = through(carried, templateNamed("fedramp-rev5-v3.0"));
    const dropped = losses.fields.filter(({ fate }) => fate === "dropped");
    expect(dropped.map(({ from, why, cells }) => [from, why, cells.map(({ row, column }) => [row, column])])).toEqual([
      ["Comments", "a formula without a saved result", [[2, 3]]],
      ["Due Date", "a formula without a saved result", [[2, 5]]],
      ["Ticket", "a formula without a saved result", [[2, 7]]],
    ]);
  });
  it("a formula's day is a day", () => {
    const { items } = register(["V-1", "Old TLS", undefined, undefined, { date: "2026-02-28", formula: "A1+30" }]);
    expect(items[0]!.fields.get("scheduledCompletion")!.value).toEqual({ date: "2026-02-28" });
  });
});

describe("eMASS' own id of an item, in a column without a heading", () => {
  const template = templateNamed("emass-navy-2026");
  const headings = [undefined, ...template.sheets[0]!.columns.map(({ heading }) => heading)];
  const row = headings.map(
    (heading): MadeCell =>
      heading === undefined
        ? 70_001
        : { "POA&M Item ID": "1", "Control Vulnerability Description": "Old TLS", "POA&M Status": "Ongoing" }[heading],
  );
  const workbook = memoryWorkbook({ "POA&M": { 7: headings, 8: row } });
  const carried = carry(readPoam(workbook, TEMPLATES, { fileName: "emass.xlsx", template }));

  it("goes along from eMASS to eMASS in that column", () => {
    const army = through(carried, templateNamed("emass-army-2026"));
    expect(othersOf(army.carried)).toEqual([["Column A", 70_001]]);
    expect(army.losses.fields.filter(({ fate }) => fate !== "carried")).toEqual([]);
  });
  it("and by way of FedRAMP's form, where it is kept as text", () => {
    const fedramp = through(carried, templateNamed("fedramp-rev5-v3.0"));
    expect([...fedramp.poam.items()][0]!.comments!.text).toBe("[Kept by poam]\nColumn A: 70001");
    const home = through(fedramp.carried, template);
    expect(othersOf(home.carried)).toEqual([["Column A", 70_001]]);
    expect([...home.poam.items()][0]!.comments!.text).toBe("");
  });
});

it("a tool that repeats the item in each milestone's row does not make the item twice, nor its values", () => {
  const template = templateNamed("emass-navy-2026");
  const headings = [undefined, ...template.sheets[0]!.columns.map(({ heading }) => heading)];
  const row = (milestone: string, comments: string) =>
    headings.map(
      (heading): MadeCell =>
        heading === undefined
          ? undefined
          : {
              "POA&M Item ID": "1",
              "Control Vulnerability Description": "Old TLS",
              "POA&M Status": "Ongoing",
              "Milestone Description": milestone,
              Comments: comments,
            }[heading],
    );
  const rows = { 7: headings, 8: row("Patch", "late"), 9: row("Scan", "late") };
  const { items } = carry(readPoam(memoryWorkbook({ "POA&M": rows }), TEMPLATES, { fileName: "emass.xlsx", template }));
  expect(items.length).toBe(1);
  expect(items[0]!.milestones.map((one) => one.get("milestoneDescription")!.text)).toEqual(["Patch", "Scan"]);
  expect(items[0]!.others).toEqual([]);
});
