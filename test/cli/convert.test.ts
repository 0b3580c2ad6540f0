import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { memoryHost, type World } from "./memory-host.js";

const POAM = readFileSync("fixtures/ok/fedramp-v2.1.xlsx");
const BLANK = readFileSync("fixtures/blank/fedramp-rev5-v3.0.xlsx");

async function convert(args: string, world: World = {}) {
  const host = memoryHost({ files: { ...FILES, ...world.files }, ...world, columns: 100 });
  const code = await main(["convert", ...args.split(" "), "--as-of", "2025-10-31"], host);
  return {
    code,
    out: host.out(),
    err: host.err(),
    written: [...host.written.keys()].map((path) => path.slice(9)),
    host,
  };
}

const FILES = {
  "/home/me/acme.xlsx": POAM,
  "/home/me/blank.xlsx": BLANK,
  "/home/me/there.xlsx": "somebody's file",
  "/home/me/there.csv": "somebody's file",
  "/home/me/there.md": "somebody's file",
  "/home/me/prose.txt": "just some prose",
  "/home/me/out/old.txt": "",
};

describe("bad input: exit 2, one sentence, nothing written", () => {
  it.each([
    [
      "acme.xlsx -o new.xlsx",
      "poam: --to is missing: name a template (poam list templates), or csv, json, oscal or ver.\n",
    ],
    ["acme.xlsx --to fedramp-v3 -o new.xlsx", /^poam: --to: there is no target fedramp-v3\. Did you mean fedramp-\S+/],
    ["acme.xlsx --to oscall -o new.json", "poam: --to: there is no target oscall. Did you mean oscal?\n"],
    ["acme.xlsx --to fedramp-ret -o new.xlsx", "poam: --to fedramp-ret: that form holds no POA&M items.\n"],
    ["missing.xlsx --to csv -o new.csv", /^poam: there is no file missing\.xlsx\./],
    ["prose.txt --to csv -o new.csv", /^poam: prose\.txt/],
    ["acme.xlsx missing.xlsx --to csv -o new.csv", /^poam: there is no file missing\.xlsx\./],
    [
      "acme.xlsx --to csv -o there.csv",
      "poam: there.csv exists already. Give another name, or --force to write over it.\n",
    ],
    [
      "acme.xlsx --to cmmc -o acme.xlsx --force",
      "poam: acme.xlsx is read in this run: poam does not write over it. Give another name.\n",
    ],
    [
      "acme.xlsx --into blank.xlsx -o blank.xlsx --force",
      "poam: blank.xlsx is read in this run: poam does not write over it. Give another name.\n",
    ],
    ["acme.xlsx --to cmmc -o new.csv", "poam: -o new.csv: what this makes ends in .xlsx, so the name must, too.\n"],
    [
      "acme.xlsx --to cmmc",
      "poam: what is converted cannot be printed in this form. Give it a file: -o converted.xlsx\n",
    ],
    ["acme.xlsx --to ver", "poam: what is converted cannot be printed in this form. Give it a folder: -o ver/\n"],
    ["acme.xlsx --to ver -o there.csv", "poam: there.csv is a file, and --to ver writes three into a folder.\n"],
    ["acme.xlsx --to csv -o nowhere/new.csv", "poam: there is no folder for nowhere/new.csv.\n"],
    ["acme.xlsx --to csv -o out", "poam: out is a folder. Name the file in it.\n"],
    [
      "acme.xlsx --to csv --into blank.xlsx -o new.csv",
      "poam: --into fills a workbook, and --to csv makes none: give one of them.\n",
    ],
    [
      "acme.xlsx --to ver -o ver --cpo-uri cpo.json",
      "poam: --cpo-uri cpo.json: write a full address, as https://example.com/cpo.json.\n",
    ],
    ["acme.xlsx --to csv --missing gaps.csv", "poam: --missing is for --to ver.\n"],
    [
      "acme.xlsx --to csv -o new.csv --loss-report losses.txt",
      "poam: --loss-report losses.txt: end the name in .md or .json.\n",
    ],
    [
      "acme.xlsx --to json -o new.json --loss-report new.json",
      "poam: new.json is given for two outputs. Give another name for one.\n",
    ],
    [
      "acme.xlsx --to cmmc --into blank.xlsx -o new.xlsx",
      "poam: --into blank.xlsx is fedramp-rev5-v3.0, and --to asks for cmmc: leave out --to.\n",
    ],
    ["acme.xlsx --to csv -o new.csv --loss-report nowhere/l.md", "poam: there is no folder for nowhere/l.md.\n"],
    [
      "acme.xlsx --to csv -o new.csv --loss-report there.md",
      "poam: there.md exists already. Give another name, or --force to write over it.\n",
    ],
    ["acme.xlsx --to ver -o ver --missing nowhere/m.csv", "poam: there is no folder for nowhere/m.csv.\n"],
    ["acme.xlsx --into acme.xlsx -o new.xlsx", /^poam: acme\.xlsx holds 46 items already/],
    ["acme.xlsx --into there.csv -o new.csv", /^poam: .*there\.csv/],
  ])("poam convert %s", async (args, sentence) => {
    const { code, out, err, written } = await convert(args);
    expect([code, out, written]).toEqual([2, "", []]);
    if (typeof sentence === "string") expect(err).toBe(sentence);
    else expect(err).toMatch(sentence);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });
});

describe("what is written can be read by every command", () => {
  it.each([
    ["--to fedramp-rev5-v3.0 -o new.xlsx", "new.xlsx", "fedramp-rev5-v3.0"],
    ["--to emass-navy-2026 -o new.xlsx", "new.xlsx", "emass-navy-2026"],
    ["--into blank.xlsx -o new.xlsx", "new.xlsx", "fedramp-rev5-v3.0"],
    ["--to csv -o new.csv", "new.csv", "generic"],
    ["--to generic -o new.xlsx", "new.xlsx", "generic"],
    ["--to cmmc -o new.xlsx", "new.xlsx", "cmmc"],
    ["--to jira -o new.csv", "new.csv", "jira"],
    ["--to json -o new.json", "new.json", "generic"],
    ["--to oscal -o new.json", "new.json", "generic"],
  ])("%s", async (args, name, template) => {
    const { code, written, host } = await convert(`acme.xlsx ${args}`);
    expect([code, written]).toEqual([0, [name]]);
    const files = { [`/home/me/${name}`]: await host.files.read(`/home/me/${name}`) };
    const next = memoryHost({ files });
    await main(["lint", name, "-f", "json", "--as-of", "2025-10-31"], next);
    const [file] = JSON.parse(next.out()).files;
    expect(file.template).toBe(template);
    expect([file.items.total, file.items.closed]).toEqual([46, 10]);
  });
});

it("prints text where no file is named, and says on stderr what became of the values", async () => {
  const { code, out, err } = await convert("acme.xlsx --to csv");
  expect(code).toBe(0);
  expect(out).toMatch(/POA&M ID|POAM ID/);
  expect(err).toMatch(/46 items/);
});

it("writes over a file that is there only when told to", async () => {
  const { code, written } = await convert("acme.xlsx --to csv -o there.csv --force");
  expect([code, written]).toEqual([0, ["there.csv"]]);
});

it("exits with 1 under --strict when something is dropped, and writes it all the same", async () => {
  // The header block's cloud provider, impact level and date have no place in a Navy form.
  const dropped = await convert("acme.xlsx --to emass-navy-2026 -o new.xlsx --strict");
  expect([dropped.code, dropped.written]).toEqual([1, ["new.xlsx"]]);
  const csv = await convert("acme.xlsx --to csv -o new.csv --strict");
  expect([csv.code, csv.err]).toEqual([1, expect.stringContaining("4 dropped")]);
  const kept = await convert("acme.xlsx --to json -o new.json --strict");
  expect([kept.code, kept.written]).toEqual([0, ["new.json"]]);
});

it("prints what is missing for ver where the list's file is -", async () => {
  const listed = await convert("acme.xlsx --to ver -o ver --missing -");
  const inFile = await convert("acme.xlsx --to ver -o ver --missing list.csv");
  expect(listed.written).toEqual(
    ["vulnerability-detail", "accepted-vulnerabilities", "historical-activity"].map((name) => `ver/${name}.json`),
  );
  expect(listed.out).toMatch(/^POA&M ID,Place,Missing,/);
  expect(listed.out).toBe(inFile.host.written.get("/home/me/list.csv"));
  expect(inFile.out).toBe("");
});
