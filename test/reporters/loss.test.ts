import { describe, expect, it } from "vitest";
import type { SourceCell } from "../../src/model/carried-item.js";
import type { FieldFate, LossReport } from "../../src/model/losses.js";
import { lossJson } from "../../src/reporters/loss-json.js";
import { lossMarkdown } from "../../src/reporters/loss-markdown.js";
import { places } from "../../src/reporters/loss-places.js";
import { lossPretty } from "../../src/reporters/loss-pretty.js";
import { type LossRun, redactedLoss } from "../../src/reporters/loss-run.js";
import { PLAIN } from "../../src/reporters/paint.js";
import { textWidth } from "../../src/reporters/printable.js";

const RUN: LossRun = { version: "1.2.3", paint: PLAIN, width: 100 };
const OPEN = "Open POA&M Items";

function cells(column: number, rows: readonly number[], sheet = OPEN): SourceCell[] {
  return rows.map((row) => ({ sheet, row, column }));
}

function fate(more: Partial<FieldFate> & Pick<FieldFate, "from" | "fate">): FieldFate {
  const all = more.cells ?? [];
  return { field: undefined, to: undefined, label: undefined, why: undefined, count: all.length, cells: all, ...more };
}

const NOTHING: LossReport = {
  from: [{ path: "acme.xlsx", template: "fedramp-rev5-v2.1", items: 2 }],
  to: "fedramp-rev5-v3.0",
  items: 2,
  ...{ fields: [], changes: [], clashes: [], notes: [] },
};

const ONE_FILE: LossReport = {
  from: [{ path: "acme.xlsx", template: "fedramp-rev5-v2.1", items: 1142 }],
  to: "fedramp-rev5-v3.0",
  items: 1142,
  fields: [
    fate({ from: "POAM ID", field: "id", fate: "carried", to: "POAM ID", count: 1142 }),
    fate({ from: "Ticket", fate: "carried", to: "Ticket", count: 3 }),
    fate({
      ...{ from: "Service Name", field: "serviceName", fate: "kept", to: "Comments", label: "Service name" },
      cells: cells(31, [12, 9, 10, 11]),
    }),
    fate({
      ...{ from: "Planned Milestones", field: "milestones", fate: "kept", to: "Remediation Plan" },
      ...{ label: "Planned milestones", cells: [...cells(13, [9]), ...cells(13, [6, 7], "Closed POA&M Items")] },
    }),
    fate({
      ...{ from: "Planned Milestones", field: "milestones", fate: "kept", to: "Remediation Plan" },
      ...{ label: "Planned milestones (2)", cells: cells(13, [10]) },
    }),
    fate({ from: "Team", fate: "kept", to: "Comments", label: "Team", cells: cells(32, [9]) }),
    fate({
      ...{ from: "header: CSP", fate: "dropped", why: "the form's header block has no place for it" },
      cells: cells(1, [3]),
    }),
  ],
  changes: [
    {
      ...{ field: "originalRating", heading: "Original Risk Rating", from: "Critical", to: "High" },
      ...{ rule: "the form has no Critical", count: 2, cells: cells(19, [9, 14]) },
    },
    {
      ...{ field: "adjustedRating", heading: "Adjusted Risk Rating", from: "N/A", to: "" },
      ...{ rule: "the form wants a blank", count: 1, cells: cells(20, [9]) },
    },
    {
      ...{ field: "detectedOn", heading: "Original Detection Date", from: undefined, to: undefined },
      ...{ rule: "a text that is a date", count: 3, cells: cells(11, [9, 10, 40]) },
    },
  ],
  clashes: [],
  notes: ["The sheet Record of Changes does not go along."],
};

const here = (path: string, column: number, rows: readonly number[], sheet: string) =>
  cells(column, rows, sheet).map((cell) => ({ ...cell, path }));

const TWO_FILES: LossReport = {
  from: [
    { path: "acme.xlsx", template: "fedramp-rev5-v3.0", items: 3 },
    { path: "3pao.csv", template: "generic", items: 3 },
  ],
  to: "fedramp-rev5-v3.0",
  items: 4,
  fields: [
    fate({
      ...{ from: "Team", fate: "kept", to: "Comments", label: "Team" },
      cells: [...here("acme.xlsx", 31, [9], OPEN), ...here("3pao.csv", 4, [2, 3], "3pao")],
    }),
  ],
  changes: [],
  clashes: [
    {
      ...{ kind: "joined", id: "V-1", paths: ["acme.xlsx", "3pao.csv"], outcome: "joined" },
      at: [...here("acme.xlsx", 2, [9], OPEN), ...here("3pao.csv", 1, [2], "3pao")],
    },
    {
      ...{ kind: "joined", id: "V-2", paths: ["acme.xlsx", "3pao.csv"] },
      outcome:
        "joined; the earlier detection date, 2026-01-04, stands; kept as labelled text: Detection date (from acme.xlsx)",
      at: [...here("acme.xlsx", 2, [10], OPEN), ...here("3pao.csv", 1, [3], "3pao")],
    },
    {
      ...{ kind: "joined", id: "V-4", paths: ["acme.xlsx", "3pao.csv"] },
      outcome: "joined; kept as labelled text: Comments (from 3pao.csv)",
      at: [...here("acme.xlsx", 2, [12], OPEN), ...here("3pao.csv", 1, [5], "3pao")],
    },
    {
      ...{ kind: "same-id", id: "V-3", paths: ["acme.xlsx", "3pao.csv"] },
      outcome: "one id for two weaknesses: both stay",
      at: [...here("acme.xlsx", 2, [11], OPEN), ...here("3pao.csv", 1, [4], "3pao")],
    },
    {
      ...{ kind: "likely-duplicate", id: "V-1 and V-3", paths: ["acme.xlsx", "3pao.csv"] },
      outcome: "one weakness of the same assets under two ids: both stay",
      at: [...here("acme.xlsx", 2, [9], OPEN), ...here("3pao.csv", 1, [4], "3pao")],
    },
  ],
  notes: ["POA&M Date differs: that of acme.xlsx stands, that of 3pao.csv ('3pao'!B1) does not go along"],
};

const HOSTILE: LossReport = {
  ...NOTHING,
  from: [{ path: "a|b`c\u001b]0;x\u0007.xlsx", template: "generic", items: 2 }],
  fields: [
    fate({
      ...{ from: "Own | `col`\n<b>\u001b[31m@team", fate: "kept", to: "Comments", label: "Own | `col` <b>" },
      cells: cells(2, [3], "it's `|` \u202e"),
    }),
    fate({ from: "# Title", fate: "carried", to: "# Title", count: 1 }),
  ],
  changes: [
    {
      ...{ field: "status", heading: "Sta|tus", from: "Open | \u001b[2J", to: "**Ongoing**" },
      ...{ rule: "the list's spelling", count: 1, cells: cells(4, [3]) },
    },
  ],
  clashes: [
    {
      ...{ kind: "same-id", id: "V|1\u001b[0m", paths: ["x.xlsx", "y|.xlsx"], outcome: "both stay" },
      at: [...here("x.xlsx", 1, [2], "S"), ...here("y|.xlsx", 1, [2], "S")],
    },
  ],
  notes: ["A note | of <script>\u001b[31m"],
};

describe.each([
  ["nothing", NOTHING],
  ["one file", ONE_FILE],
  ["two files", TWO_FILES],
  ["one file, redacted", redactedLoss(ONE_FILE)],
  ["two files, redacted", redactedLoss(TWO_FILES)],
  ["hostile texts", HOSTILE],
])("%s", (_, report) => {
  it("for people", () => expect(`\n${lossPretty(report, RUN)}`).toMatchSnapshot());
  it("Markdown", () => expect(`\n${lossMarkdown(report, RUN)}`).toMatchSnapshot());
  it("JSON", () => {
    const text = lossJson(report, RUN);
    expect(JSON.parse(text)).toMatchObject({ version: 1, tool: { name: "poam", version: "1.2.3" } });
    expect(`\n${text}`).toMatchSnapshot();
  });
});

it.each([40, 60, 100])("for people in %i columns: no line is longer, but those of words that are", (width) => {
  const lines = lossPretty(ONE_FILE, { ...RUN, width }).split("\n");
  expect(lines.filter((line) => textWidth(line) > width)).toEqual([]);
});

it("what is said of many: the first few for people, all in the tables", () => {
  const clash = TWO_FILES.clashes.find(({ kind }) => kind === "same-id")!;
  const many = { ...TWO_FILES, clashes: Array.from({ length: 40 }, (_, index) => ({ ...clash, id: `V-${index}` })) };
  expect(lossPretty(many, RUN).match(/V-\d+/g)).toHaveLength(5);
  expect(lossPretty(many, RUN)).toContain("and 35 more, which --loss-report FILE lists");
  expect(lossMarkdown(many, RUN).match(/\| V-\d+ /g)).toHaveLength(40);
  const far = clash.at.map((cell, index) => ({ ...cell, path: `${"folder/".repeat(8)}${clash.paths[index]}` }));
  const pair = { ...TWO_FILES, clashes: [{ ...clash, at: far, paths: far.map(({ path }) => path) }] };
  expect(lossPretty(pair, RUN)).toContain(`acme.xlsx 'Open POA&M Items'!B11\n           folder/`);
  expect(lossPretty(pair, RUN)).toContain("3pao.csv '3pao'!A4\n");
  const scattered = Array.from({ length: 900 }, (_, index) => index * 2 + 9);
  const long = { ...NOTHING, fields: [fate({ from: "Team", fate: "dropped", cells: cells(31, scattered) })] };
  expect(lossPretty(long, RUN)).toMatch(/, …\n$/);
  expect(lossMarkdown(long, RUN).match(/AE\d+/g)).toHaveLength(900);
  expect(JSON.parse(lossJson(long, RUN)).fields[0].cells).toHaveLength(900);
});

describe("cells as ranges", () => {
  it.each<[readonly SourceCell[], number, string]>([
    [cells(31, [9]), 99, "'Open POA&M Items'!AE9"],
    [[...cells(31, [10, 9, 9, 12]), ...cells(2, [4])], 99, "'Open POA&M Items'!B4, AE9–AE10, AE12"],
    [[...cells(1, [4]), ...cells(1, [5], "It's")], 99, "'Open POA&M Items'!A4; 'It''s'!A5"],
    [[...here("a.xlsx", 1, [4], "S"), ...here("b.xlsx", 1, [5], "S")], 99, "a.xlsx 'S'!A4; b.xlsx 'S'!A5"],
    [cells(1, [2, 4, 6, 8, 10]), 30, "'Open POA&M Items'!A2, A4, …"],
    [[...cells(1, [2]), ...cells(2, [2]), ...cells(3, [2])], 27, "'Open POA&M Items'!A2, …"],
    [[], 99, ""],
  ])("%j in %i columns", (all, width, text) => expect(places(all, width)).toBe(text));
});

it("redacted: no text of an owner's heading, change, id or date", () => {
  for (const report of [ONE_FILE, TWO_FILES, HOSTILE].map(redactedLoss)) {
    const text = [lossPretty, lossMarkdown, lossJson].map((reporter) => reporter(report, RUN)).join("\n");
    expect(text).not.toMatch(/Team|Ticket|Critical →|V-\d|2026-|Own|Title|Sta\|tus|Ongoing/);
  }
});
