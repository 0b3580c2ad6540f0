import { describe, expect, it } from "vitest";
import { ENGINE } from "../../src/cli/engine.js";
import { main } from "../../src/cli/main.js";
import { type FileRow, formFile } from "../form-file.js";
import { fixingEngine } from "./fixing-engine.js";
import { register } from "./marked-engine.js";
import { memoryHost, type World } from "./memory-host.js";

async function fix(args: string, world: World = {}) {
  const host = memoryHost({ files: FILES, ...world });
  const code = await main(["fix", ...args.split(" ").filter((arg) => arg !== "")], host, fixingEngine);
  const read = async (name: string) => (await host.files.read(`/home/me/${name}`)).toString();
  return { code, out: host.out(), err: host.err(), written: [...host.written.keys()], read };
}

const FILES = {
  "/home/me/clean.csv": register("fine", ""),
  "/home/me/bad.csv": register("safe: right", "unsafe: doubtful", "safe:", "fine"),
  "/home/me/doubtful.csv": register("unsafe: doubtful"),
  "/home/me/refused.csv": register("stale: x"),
  "/home/me/date.csv": register("safe: 2026-03-14"),
  "/home/me/formula.csv": register("safe: =1+1"),
  "/home/me/crash.csv": register("crash:"),
  "/home/me/prose.csv": "just,some\nother,table\n",
};

describe("exit codes, and nothing written unless asked for", () => {
  it.each<[string, number, string[]]>([
    ["clean.csv", 0, []],
    ["bad.csv", 1, []],
    ["clean.csv bad.csv", 1, []],
    ["doubtful.csv", 0, []],
    ["doubtful.csv --unsafe", 1, []],
    ["refused.csv", 0, []],
    ["bad.csv --rule marked", 1, []],
    ["bad.csv --rule unmarked", 0, []],
    ["bad.csv --rule unmarked --unsafe", 1, []],
    ["bad.csv --rule marked=off", 0, []],
    ["bad.csv --rule marked=off --unsafe", 1, []],
    ["clean.csv --write", 0, []],
    ["clean.csv -o new.csv", 0, []],
    ["doubtful.csv --write", 0, []],
    ["refused.csv --write", 0, []],
    ["bad.csv --write", 0, ["bad.csv"]],
    ["bad.csv --write --backup", 0, ["bad.csv.bak", "bad.csv"]],
    ["bad.csv -o new.csv", 0, ["new.csv"]],
    ["bad.csv clean.csv date.csv --write", 0, ["bad.csv", "date.csv"]],
    ["missing.csv", 2, []],
    ["missing.csv bad.csv", 2, []],
    ["prose.csv crash.csv bad.csv --write", 2, ["bad.csv"]],
  ])("fix %s: %d", async (args, code, written) => {
    for (const format of ["", " --diff", " -f json"]) {
      const result = await fix(args + format);
      expect([result.code, result.written]).toEqual([code, written.map((name) => `/home/me/${name}`)]);
    }
  });
});

it("shows the cells, what each rule finds, and what it would take", async () => {
  expect((await fix("bad.csv clean.csv refused.csv --unsafe")).out).toBe(`marked: An item is marked (Comments)
  'bad'!F2  V-1  "safe: right" → "right"
  'bad'!F4  V-3  "safe:" → (blank)

unmarked [unsafe]: An item is not marked (Comments)
  'bad'!F3  V-2  "unsafe: doubtful" → "doubtful"

bad.csv: 3 cells would change; all other bytes stay · to write it, add --write

clean.csv: nothing to fix

Left as they are:
  'refused'!F2  marked: the cell has changed since it was read

refused.csv: nothing else to fix

3 cells would change in 1 file of 3
`);
});

it("writes the same that it has shown, and finds nothing more to do", async () => {
  const { out, read } = await fix("bad.csv --write --backup --unsafe");
  expect(await read("bad.csv")).toBe(register("right", "doubtful", "", "fine"));
  expect(await read("bad.csv.bak")).toBe(FILES["/home/me/bad.csv"]);
  expect(out).toContain("\nbad.csv: 3 cells changed; all other bytes are as they were · as it was: bad.csv.bak\n");
  const again = await fix("bad.csv --write --unsafe", { files: { "/home/me/bad.csv": await read("bad.csv") } });
  expect(again).toMatchObject({ code: 0, out: "bad.csv: nothing to fix, so no file was written\n", written: [] });
});

it.each([
  ["bad.csv", "bad.csv: 2 cells would change; all other bytes stay · 1 more with --unsafe · to write it, add --write"],
  [
    "bad.csv -o new.csv",
    "bad.csv: 2 cells changed; all other bytes are as they were · 1 more with --unsafe · written to new.csv",
  ],
  ["doubtful.csv", "doubtful.csv: nothing safe to fix · 1 more with --unsafe"],
  ["doubtful.csv --write", "doubtful.csv: nothing safe to fix, so no file was written · 1 more with --unsafe"],
  ["bad.csv --rule unmarked", "bad.csv: nothing safe to fix · 1 more with --unsafe"],
  ["clean.csv -o new.csv", "clean.csv: nothing to fix, so no file was written"],
])("closes %s with a line", async (args, line) => {
  expect((await fix(args)).out.split("\n").at(-2)).toBe(line);
});

it("keeps to what was asked for", async () => {
  const { read } = await fix("bad.csv -o new.csv --rule unmarked --unsafe");
  expect(await read("new.csv")).toBe(register("safe: right", "doubtful", "safe:", "fine"));
  expect(await read("bad.csv")).toBe(FILES["/home/me/bad.csv"]);
});

it("prints results on stdout and talk on stderr", async () => {
  const { out, err, code } = await fix("prose.csv misssing.csv crash.csv formula.csv --write");
  expect(code).toBe(2);
  expect(err.split("\n").filter((line) => line.startsWith("poam: "))).toEqual([
    "poam: prose.csv: no sheet here looks like a POA&M.",
    "poam: there is no file misssing.csv.",
    expect.stringContaining("poam: crash.csv: this is a bug in poam"),
    "poam: formula.csv: 'formula'!F2: a spreadsheet would run the text as a formula, so it is written with a ' before it.",
  ]);
  expect(err).not.toContain("secret");
  expect(out).not.toContain("prose");
  expect(out).toContain("\n1 cell changed in 1 file of 4 · 3 files could not be fixed\n");
});

it("--diff is a unified diff of all cells, and nothing else", async () => {
  expect((await fix("bad.csv clean.csv date.csv --diff --unsafe")).out).toBe(`--- bad.csv
+++ bad.csv
@@ 'bad'!F2 @@ V-1 marked
-safe: right
+right
@@ 'bad'!F3 @@ V-2 unmarked
-unsafe: doubtful
+doubtful
@@ 'bad'!F4 @@ V-3 marked
-safe:
--- date.csv
+++ date.csv
@@ 'date'!F2 @@ V-1 marked
-safe: 2026-03-14
+2026-03-14 (date)
`);
});

it("--diff names the item that stands in a row once the rows below a moved one have closed up", async () => {
  const item = (id: string, more: FileRow = {}): FileRow => ({ id, weakness: `Weakness of ${id}`, ...more });
  const rows = { 9: item("V-1"), 10: item("V-2", { falsePositive: "Yes" }), 11: item("V-3") };
  const file = formFile({ rows, styled: [9, 20] }, { rows: { 3: item("V-90") }, styled: [3, 20] });
  const host = memoryHost({ files: { "/home/me/a.xlsx": file } });
  const args = "fix a.xlsx --unsafe --rule false-positive-open --diff --as-of 2026-03-31";
  expect(await main(args.split(" "), host, async () => ENGINE)).toBe(1);
  expect(host.out()).toBe(`--- a.xlsx
+++ a.xlsx
@@ 'Open POA&M Items'!B10 @@ V-3 false-positive-open (closing up)
-V-2
+V-3
@@ 'Open POA&M Items'!D10 @@ V-3 false-positive-open (closing up)
-Weakness of V-2
+Weakness of V-3
@@ 'Open POA&M Items'!U10 @@ V-3 false-positive-open (closing up)
-Yes
@@ 'Open POA&M Items'!B11 @@ false-positive-open (closing up)
-V-3
@@ 'Open POA&M Items'!D11 @@ false-positive-open (closing up)
-Weakness of V-3
@@ 'Closed POA&M Items'!A4 @@ V-2 false-positive-open
+V-2
@@ 'Closed POA&M Items'!C4 @@ V-2 false-positive-open
+Weakness of V-2
@@ 'Closed POA&M Items'!T4 @@ V-2 false-positive-open
+Yes
`);
});

it("-f json holds all of it", async () => {
  const { out } = await fix("date.csv refused.csv prose.csv doubtful.csv -f json --as-of 2026-04-01");
  const at = { cell: "'date'!F2", sheet: "date", row: 2, column: 6 };
  const nothing = { written: null, backup: null, cells: 0, unsafe: 0, patches: [], moves: [], refused: [], notes: [] };
  const done = { ...nothing, template: "generic", error: null };
  expect(JSON.parse(out)).toEqual({
    version: 1,
    tool: { name: "poam", version: expect.any(String) },
    asOf: "2026-04-01",
    files: [
      {
        ...done,
        path: "date.csv",
        cells: 1,
        parts: { changed: 1, total: 1 },
        patches: [
          {
            ...at,
            ...{ was: "safe: 2026-03-14", value: "2026-03-14", type: "date" },
            ...{ rule: "marked", title: "write 2026-03-14", safety: "safe", item: "V-1" },
          },
        ],
      },
      {
        ...done,
        path: "refused.csv",
        parts: { changed: 0, total: 0 },
        refused: [
          {
            ...{ ...at, cell: "'refused'!F2", sheet: "refused" },
            ...{ rule: "marked", item: "V-1", why: "the cell has changed since it was read" },
          },
        ],
      },
      {
        ...nothing,
        path: "prose.csv",
        template: null,
        error: "prose.csv: no sheet here looks like a POA&M.",
        parts: { changed: 0, total: 0 },
      },
      { ...done, path: "doubtful.csv", unsafe: 1, parts: { changed: 0, total: 0 } },
    ],
    summary: { files: 1, cells: 1, moves: 0, refused: 1, unsafe: 1 },
  });
});

it("--redact prints places and rules, but no text from cells", async () => {
  const secret = { "/home/me/a.csv": register("safe: SECRET", "unsafe: SECRET", "stale: SECRET") };
  for (const format of ["", " --diff", " -f json"]) {
    for (const world of [{ files: secret, env: { POAM_REDACT: "1" } }, { files: secret }]) {
      const { out, err } = await fix(`a.csv --unsafe${format}${"env" in world ? "" : " --redact"}`, world);
      expect(out + err).not.toMatch(/SECRET|V-\d|Comments/);
      expect(out).toContain("'a'!F2");
      expect(out).toContain("unmarked");
    }
  }
});

describe("refused before anything is done", () => {
  it.each([
    ["", "no file was given. To see what would be fixed: poam fix acme-poam.xlsx"],
    ["bad.csv --write -o new.csv", "--write changes the workbook, -o leaves it and writes another: give one of them."],
    ["bad.csv --backup", "--backup keeps what --write replaces: give both."],
    ["bad.csv -o new.csv --backup", "--backup keeps what --write replaces: give both."],
    ["bad.csv --diff -f json", "--diff and -f json are two formats: give one of them."],
    [
      "bad.csv date.csv -o new.csv",
      "-o new.csv is one file, but there are several workbooks. Use --write, or fix one.",
    ],
    ["bad.csv -o clean.csv", "clean.csv exists already. Give another name with -o."],
    ["bad.csv -o bad.csv", "bad.csv exists already. Give another name with -o."],
    ["bad.csv -o new.xlsx", "-o new.xlsx: a .csv stays one, so the name must end in .csv."],
    ["bad.csv -o .", ". is a folder. Name the file, as -o ./bad.csv"],
    ["bad.csv -o -", "-o - would print the workbook. Give the name of a file, or --diff to see the changes."],
    ["bad.csv -o none/new.csv", "there is no folder for none/new.csv."],
    ["bad.csv --rule markt", "--rule: there is no rule markt. Did you mean marked?"],
    [
      "bad.csv --rule marked=of",
      "--rule marked=of: give a level, as marked=off (error, warning, info, off). Did you mean off?",
    ],
    ["bad.csv --rule unfixed", "--rule: unfixed has no fix. poam explain unfixed says what to do."],
    ["bad.csv --rule marked --rule unfixed", "--rule: unfixed has no fix. poam explain unfixed says what to do."],
    ["bad.csv --date-order mdy", "--date-order is for dates that have two readings: give --unsafe with it."],
    ["bad.csv --date-order ymd", "--date-order cannot be ymd. It can be mdy, dmy."],
    [
      "bad.csv date.csv --previous clean.csv",
      "--previous is one system's last month: fix one workbook with it, or name it in each poam.config.json.",
    ],
  ])("fix %s", async (args, sentence) => {
    const { code, out, err, written } = await fix(args);
    expect({ code, out, err, written }).toEqual({ code: 2, out: "", err: `poam: ${sentence}\n`, written: [] });
  });
});
