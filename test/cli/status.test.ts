import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { textWidth } from "../../src/reporters/printable.js";
import { memoryHost, type World } from "./memory-host.js";

const HEADINGS = "POAM ID,Weakness Name,Point of Contact,Scheduled Completion Date,Status,Status Date,Comments";
const csv = (...rows: string[]) => `${[HEADINGS, ...rows].join("\n")}\n`;

/** As of 2026-03-31, which the memory's clock shows: 30 days late, due in 9, stale, and nothing to be said. */
const LATE = 'V-1,=HYPERLINK("x"),Ann Bee,2026-03-01,Open,2026-03-30,none';
const SOON =
  "V-2,Old relay with a name that is far too long for any table on a terminal,Bob Cee,2026-04-09,Open,2026-03-30,none";
const STALE = "V-3,Old | switch,Cy Dee,2026-12-01,Open,2026-02-01,none";
const FINE = "V-4,Old router,Di Eff,2026-12-02,Open,2026-03-30,none";

const FILES = {
  "/home/me/all.csv": csv(LATE, SOON, STALE, FINE),
  "/home/me/fine.csv": csv(FINE, FINE.replace("V-4", "V-5")),
  "/home/me/prose.csv": "just,some\nother,table\n",
  "/home/me/form.xlsx": readFileSync("fixtures/ok/fedramp-v3.0.xlsx"),
};

async function status(args: string, world: World = {}) {
  const host = memoryHost({ files: FILES, ...world });
  const code = await main(["status", ...args.split(" ").filter((arg) => arg !== "")], host);
  return { code, out: host.out(), err: host.err(), written: host.written };
}

describe("exit codes", () => {
  it.each<[string, number, string?]>([
    ["all.csv", 0],
    ["all.csv --fail-on overdue", 1],
    ["all.csv --fail-on stale,due-soon --only overdue", 1],
    ["all.csv --fail-on check-in-due --fail-on milestone-missed", 0],
    ["fine.csv --fail-on overdue,stale", 0],
    ["prose.csv fine.csv", 2, "no sheet here looks like a POA&M"],
    ["missing.csv", 2, "there is no file missing.csv"],
    ["", 2, "no file was given. One workbook: poam status acme-poam.xlsx"],
    ["all.csv --only ovrdue", 2, "--only: there is no condition ovrdue. Did you mean overdue?"],
    ["all.csv --fail-on all", 2, "--fail-on: there is no condition all."],
    ["all.csv --only overdue,", 2, "--only: there is no condition without a name."],
    ["all.csv -f sarif", 2, "there is no format sarif. There are pretty, json, ndjson, parquet, csv, markdown."],
    ["all.csv -f json -f csv", 2, "Write one to a file: -f csv=status.csv"],
    [
      "all.csv -f parquet",
      2,
      "parquet is no text that could be printed. Write it to a file: -f parquet=status.parquet",
    ],
    ["all.csv -f parquet=- -f csv=out.csv", 2, "Write it to a file: -f parquet=status.parquet"],
    ["all.csv -f csv=all.csv", 2, "all.csv is read in this run: poam does not write status over it."],
    ["all.csv --soon ten", 2, "--soon ten is not a whole number"],
  ])("%s", async (args, code, sentence = "") => {
    const run = await status(args);
    expect(run.code).toBe(code);
    expect(run.err).toContain(sentence);
    if (code < 2) expect(run.err).toBe("");
  });
});

describe("the table", () => {
  it("shows what asks for attention, the latest first, with the counts over it", async () => {
    const { out } = await status("all.csv");
    const lines = out.split("\n");
    expect(lines[0]).toBe("all.csv: 4 items: 1 overdue, 1 stale, 1 due within 30 days");
    expect(lines.flatMap((line) => /^V-\d/.exec(line) ?? [])).toEqual(["V-1", "V-3", "V-2"]);
    expect(out).toMatch(/2026-03-01 {2}30 late\n {4}late \(scheduled completion date\)\n/);
    expect(out).toMatch(/2026-04-09 {2}in 9\n/);
    expect(lines.at(-2)).toBe("best-practice · as of 2026-03-31");
  });

  it.each([80, 120, 200])("fits %i columns", async (columns) => {
    const { out } = await status("all.csv form.xlsx --as-of 2026-04-20 --no-color", { tty: true, columns });
    const widths = out.split("\n").map(textWidth);
    expect(Math.max(...widths)).toBeLessThanOrEqual(columns);
    expect(out).toContain("…");
    // Where there is room, the reason stands in the line.
    expect(/^V-1 .*late \(scheduled/m.test(out)).toBe(columns === 200);
  });

  it.each([60, 80])("cuts neither ids nor days at %i columns", async (columns) => {
    const long = "ACME-PRODUCTION-2026-VULNERABILITY-000123";
    const files = { "/home/me/long.csv": csv(LATE.replace("V-1", long), SOON, STALE) };
    const { out } = await status("long.csv --no-color", { tty: true, columns, files });
    const lines = out.split("\n");
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(columns);
    expect(lines[lines.indexOf(long) + 1]).toMatch(/^ {6,}.* 2026-03-01 {2}30 late$/);
    expect(lines.find((line) => line.startsWith("V-2 "))).toMatch(/ 2026-04-09 {2}in 9$/);
  });

  it("sums up several files", async () => {
    const { out } = await status("all.csv fine.csv");
    expect(out).toContain(
      "\nfine.csv: 2 items, nothing overdue, undated, missed, due for a vendor check-in, pending, stale or due within 30 days\n",
    );
    expect(out).toContain(
      "\n2 files, 6 items: 1 overdue, 1 stale, 1 due within 30 days · best-practice · as of 2026-03-31\n",
    );
  });

  it.each<[string, readonly string[], string]>([
    ["all.csv --only stale", ["V-3"], "all.csv: 4 items: 1 stale\n"],
    ["all.csv --only stale,overdue", ["V-1", "V-3"], "4 items: 1 overdue, 1 stale\n"],
    ["all.csv --only all", ["V-1", "V-3", "V-2", "V-4"], "4 items: 1 overdue, 1 stale, 1 due within 30 days\n"],
    ["all.csv --soon 8", ["V-1", "V-3"], "4 items: 1 overdue, 1 stale\n"],
    ["all.csv --soon 9 --stale 58", ["V-1", "V-2"], "4 items: 1 overdue, 1 due within 9 days\n"],
    ["fine.csv --only overdue", [], "fine.csv: 2 items, none overdue\n"],
  ])("%s", async (args, ids, heading) => {
    const { out } = await status(args);
    expect(out.split("\n").flatMap((line) => /^V-\d/.exec(line) ?? [])).toEqual(ids);
    expect(out).toContain(heading);
  });

  it("is all there is with -q", async () => {
    const { out } = await status("all.csv -q --only stale");
    expect(out.split("\n").map((line) => line.split(" ")[0])).toEqual(["item", "V-3", "", ""]);
  });
});

describe("other formats", () => {
  it("JSON has every item, its days and its cells", async () => {
    const { out } = await status("all.csv prose.csv -f json");
    const { version, asOf, files, summary } = JSON.parse(out);
    expect([version, asOf, files.length]).toEqual([1, "2026-03-31", 2]);
    expect(files[0]).toMatchObject({ path: "all.csv", template: "generic", error: null });
    expect(
      files[0].items.map(({ id, daysOverdue, conditions }: Record<string, unknown>) => [id, daysOverdue, conditions]),
    ).toEqual([
      ["V-1", 30, ["overdue"]],
      ["V-3", 0, ["stale"]],
      ["V-2", 0, ["due-soon"]],
      ["V-4", 0, []],
    ]);
    expect(files[0].items[0]).toMatchObject({ weakness: '=HYPERLINK("x")', daysStale: 1, late: true });
    expect(files[0].items[0].cells).toMatchObject({ id: "'all'!A2", dueOn: "'all'!D2", statusDate: "'all'!F2" });
    expect(files[1]).toMatchObject({ template: null, items: [] });
    expect(files[1].error).toMatch(/^prose\.csv: no sheet here looks like a POA&M/);
    expect(summary).toMatchObject({
      files: 2,
      unreadable: 1,
      items: { total: 4 },
      conditions: { overdue: 1, stale: 1 },
    });
  });

  it("JSON keeps to --only", async () => {
    const { out } = await status("all.csv -f json --only overdue");
    expect(JSON.parse(out).files[0].items.map(({ id }: { id: string }) => id)).toEqual(["V-1"]);
  });

  it("ndjson has the items of JSON, each with its file and day, and a line for each file", async () => {
    const { out } = await status("all.csv prose.csv -f ndjson");
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const { files } = JSON.parse((await status("all.csv prose.csv -f json")).out);
    expect(lines.map(({ type }) => type)).toEqual(["run", "file", ...Array(4).fill("item"), "file", "summary"]);
    expect(lines[0]).toMatchObject({ version: 1, asOf: "2026-03-31", soonDays: 30 });
    const place = { type: "item", path: "all.csv", template: "generic", asOf: "2026-03-31" };
    expect(lines.slice(2, 6)).toEqual(files[0].items.map((item: object) => ({ ...place, ...item })));
    expect(lines[6]).toMatchObject({ path: "prose.csv", template: null, error: files[1].error });
    expect(lines[7]).toMatchObject({ files: 2, unreadable: 1, items: { total: 4 } });
  });

  it("CSV is read back by a CSV reader, and holds nothing that a spreadsheet runs", async () => {
    const { written, out } = await status("all.csv fine.csv -f csv=out.csv --only all");
    expect(out).toBe("");
    const rows = parse(written.get("/home/me/out.csv")!, { columns: true }) as Record<string, string>[];
    expect(rows.map(({ file, id }) => [file, id])).toEqual([
      ["all.csv", "V-1"],
      ["all.csv", "V-3"],
      ["all.csv", "V-2"],
      ["all.csv", "V-4"],
      ["fine.csv", "V-4"],
      ["fine.csv", "V-5"],
    ]);
    expect(rows[0]).toMatchObject({ weakness: `'=HYPERLINK("x")`, "days overdue": "30", due: "2026-03-01" });
    for (const value of rows.flatMap((row) => Object.values(row))) expect(value).not.toMatch(/^[=+\-@\t\r]/);
  });

  it("Markdown is a table whose cells cannot end it", async () => {
    const { out } = await status("all.csv -f markdown");
    expect(out).toMatch(/^# POA&M status as of 2026-03-31\n\n## all\.csv\n\n4 items: 1 overdue, /);
    const rows = out.split("\n").filter((line) => line.startsWith("|"));
    expect(rows.map((row) => row.match(/(?<!\\)\|/g)!.length)).toEqual(Array(5).fill(9));
    expect(out).toContain("Old \\| switch");
  });
});

it.each(["pretty", "json", "ndjson", "csv", "markdown"])("--redact leaves no cell text in %s", async (format) => {
  const secret = csv(
    "SECRET-1,SECRET-2,SECRET-3,2026-03-01,Open,2026-03-30,SECRET-4",
    "SECRET-5,SECRET-6,SECRET-7,2026-04-09,Open,2026-01-31,SECRET-8",
  );
  const { out, code } = await status(`secret.csv --redact --only all -f ${format}`, {
    files: { "/home/me/secret.csv": secret },
  });
  expect(code).toBe(0);
  expect(out).toContain("'secret'!A2");
  expect(out).toContain("30");
  expect(out.replaceAll("2026-03-31", "")).not.toMatch(/SECRET|2026/);
});
