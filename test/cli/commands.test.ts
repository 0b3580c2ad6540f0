import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { markedEngine, register } from "./marked-engine.js";
import { memoryHost, type World } from "./memory-host.js";

async function poam(args: readonly string[], world: World = {}) {
  const host = memoryHost(world);
  const code = await main(args, host, markedEngine);
  return { code, out: host.out(), err: host.err() };
}

describe("poam", () => {
  it("alone says in a few lines what it does, with two examples", async () => {
    const { code, out, err } = await poam([]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.match(/^ {2}poam /gm)).toHaveLength(2);
    expect(out.split("\n").length).toBeLessThan(8);
  });

  it("tells its version", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    for (const flag of ["--version", "-V"])
      expect(await poam([flag])).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });

  it.each([
    [["--help"]],
    [["lint", "--help"]],
    [["detect", "-h"]],
    [["explain", "--help"]],
    [["list", "--help"]],
    [["help", "lint"]],
  ])("%s begins with examples", async (args) => {
    const { code, out, err } = await poam(args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^Examples:\n {2}poam /);
    expect(out).toContain("\nUsage: poam ");
  });

  it("has in its help what is built", async () => {
    const { out } = await poam(["--help"]);
    const names = [
      "lint",
      "status",
      "report",
      "diff",
      "fix",
      "convert",
      "merge",
      "anonymize",
      "detect",
      "explain",
      "list",
    ];
    for (const name of names) expect(out).toMatch(new RegExp(`^ {2}${name} `, "m"));
  });

  it.each<[string, string]>([
    ["lnt", "there is no command lnt. Did you mean lint?"],
    ["frobnicate", "there is no command frobnicate. See poam --help."],
    ["acme.xlsx", "acme.xlsx is not a command. To check it: poam lint acme.xlsx"],
    ["--colour", "there is no option --colour. See poam --help."],
    ["explain marked --colr", "there is no option --colr. Did you mean --color?"],
    ["detect", "missing: 'file'. See poam detect --help."],
    ["help lnt", "there is no command lnt. Did you mean lint?"],
    ["--color lint acme.xlsx", "--color stands behind the command: poam lint --color"],
    ["lint -dash.xlsx", "there is no option -dash.xlsx. If it is a file: poam lint ./-dash.xlsx"],
    ["lint -t= acme.xlsx", "there is no template =. poam list templates shows all."],
    ["list", "missing: 'what'. See poam list --help."],
    ["detect a b", "too many arguments for 'detect'. Expected 1 argument but got 2. See poam detect --help."],
  ])("%s", async (args, sentence) => {
    expect(await poam(args.split(" "))).toEqual({ code: 2, out: "", err: `poam: ${sentence}\n` });
  });
});

describe("an empty text, as a variable that is not set leaves it", () => {
  it.each([
    [["lint", ""], "poam lint was given an empty name"],
    [["lint", "a.csv", "-t", ""], "--template was given an empty text"],
    [["lint", "a.csv", "--config", ""], "--config was given an empty text"],
    [["lint", "a.csv", "-f", ""], "--format was given an empty text"],
    [["lint", "a.csv", "--fail-on", ""], "--fail-on was given an empty text"],
    [["detect", "a.csv", "--template="], "--template was given an empty text"],
    [["explain", ""], "poam explain was given an empty name"],
  ])("%s", async (args, sentence) => {
    expect(await poam(args)).toEqual({ code: 2, out: "", err: `poam: ${sentence}. Is a variable not set?\n` });
  });
});

describe("explain", () => {
  it("tells all of a rule", async () => {
    expect(await poam(["explain", "marked"])).toEqual({
      code: 0,
      err: "",
      out: `marked: An item is marked
error unless a pack says otherwise

Why
  Marks are there to be found.

What to do
  Take the mark away.

No fault
  comments  fine

Example: a mark
  comments  error
  → marked error

Options
  days     how many (default: 30)
  words    which (default: ["a"])
  windows  days by rating (default: none)

Packs
  best-practice  error
    cites A Guide 2, 3.1

To turn it off
  poam lint acme-poam.xlsx --rule marked=off
`,
    });
  });

  it.each([
    ["placeholder-for-blank", ", with a safe fix\n", '  fixed:\n  source identifier  ""\n  comments           ""\n'],
    [
      "milestone-grammar",
      ", with an unsafe fix\n",
      "  fixed:\n  planned milestones  (1) 2026-06-15 : Test⏎⏎(2) 2026-06-30 : Deploy\n",
    ],
    ["false-positive-open", ", with an unsafe fix\n", "  fixed:\n  V-1 stands among the closed items\n"],
  ])("shows what the fix makes of the example of %s", async (id, grade, after) => {
    const host = memoryHost({});
    expect(await main(["explain", id], host)).toBe(0);
    expect(host.out()).toContain(grade);
    expect(host.out()).toContain(after);
  });

  it("lists all rules by a line each", async () => {
    expect((await poam(["explain"])).out).toBe("marked    An item is marked\nunmarked  An item is not marked\n");
  });

  it("names the nearest rules", async () => {
    expect(await poam(["explain", "markd"])).toEqual({
      code: 2,
      out: "",
      err: "poam: there is no rule markd. Did you mean marked or unmarked?\n",
    });
  });

  it("explains every rule that poam has, within the terminal", async () => {
    const { RULES } = await import("../../src/rules/index.js");
    for (const { id, summary } of RULES) {
      const host = memoryHost({ tty: true, columns: 80 });
      expect(await main(["explain", id, "--no-color"], host)).toBe(0);
      expect(host.out().startsWith(`${id}: ${summary}\n`)).toBe(true);
    }
  });
});

describe("list", () => {
  it("is tab-separated in a pipe", async () => {
    expect((await poam(["list", "rules"])).out).toBe(
      "marked\terror\tAn item is marked\t\tbest-practice\nunmarked\terror\tAn item is not marked\t\t\n",
    );
  });

  it("is a table on a terminal, in which no id is cut", async () => {
    const { out } = await poam(["list", "templates"], { tty: true, columns: 60 });
    const lines = out.split("\n");
    expect(lines[0]).toMatch(/^id +title +framework +packs$/);
    expect(out).toContain("\nfedramp-rev5-v3.0 ");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  it("is JSON if asked", async () => {
    const { out } = await poam(["list", "packs", "--json"]);
    expect(JSON.parse(out)).toEqual({
      version: 1,
      packs: [
        { id: "best-practice", title: "Best practice", summary: "For all" },
        { id: "strict", title: "Strict", summary: "For some" },
      ],
    });
  });

  it("knows the formats, and no list of anything else", async () => {
    expect((await poam(["list", "formats"])).out).toMatch(/^pretty\t.+\ncompact\t.+\njson\t.+\nndjson\t/);
    expect((await poam(["list", "rule"])).err).toBe("poam: there is no list of rule. Did you mean rules?\n");
    expect((await poam(["list", "toString"])).code).toBe(2);
  });
});

describe("detect", () => {
  const template = JSON.parse(readFileSync("templates/fedramp-rev5-v3.0/template.json", "utf8"));
  const headings: string[] = template.sheets[0].columns.map(({ heading }: { heading: string }) => heading);
  const csv = (names: readonly string[]) =>
    `${names.map((name) => `"${name}"`).join(",")}\n"V-1",${names.map(() => '"x"')}\n`;
  const edited = headings
    .filter((name) => name !== "Weakness Name")
    .map((name) => name.replace("Status Date", "Status Dates"));
  const block = template.header.map(({ label }: { label: string }) => `"${label}"`).join(",");
  const files = {
    "/home/me/acme.csv": `${block}\n1,2,3,4\n\n${csv([...edited, "Our \u001bnotes"])}`,
    "/home/me/home.csv": register("fine"),
    "/home/me/prose.csv": "just,some\nother,table\n",
  };

  it("tells the form, how sure, where, what differs and what else is close", async () => {
    const { code, out, err } = await poam(["detect", "acme.csv"], { files });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^acme\.csv\n {2}form {3}fedramp-rev5-v3\.0: /);
    expect(out).toMatch(/ {2}sure {3}9\d %, 26 of 27 headings\n/);
    expect(out).toContain("  where  'acme', headings in row 4\n");
    expect(out).toMatch(/ altered +'acme'!\w+4 +“Status Dates”, in the form “Status Date”\n/);
    expect(out).toMatch(/ missing +'acme'!\w+4 +“Weakness Name”\n/);
    expect(out).toMatch(/ extra +'acme'!\w+4 +“Our notes”\n/);
    expect(out).toMatch(/\nClose to it:\n {2}fedramp-\S+ +\d\d %, /);
  });

  it("tells it as JSON", async () => {
    const { code, out } = await poam(["detect", "acme.csv", "-f", "json"], { files });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      template: "fedramp-rev5-v3.0",
      matched: 26,
      of: 27,
      sheets: [{ sheet: "acme", headingRow: 4 }],
      error: null,
    });
    expect(JSON.parse(out).differences).toContainEqual({
      kind: "heading-altered",
      cell: expect.stringMatching(/^'acme'!\w+4$/),
      expected: "Status Date",
      found: "Status Dates",
    });
  });

  it("keeps to itself what the cells say if asked", async () => {
    for (const format of ["pretty", "json"]) {
      expect((await poam(["detect", "acme.csv", "--redact", "-f", format], { files })).out).not.toContain(
        "Status Dates",
      );
    }
  });

  it("reads by the config that lint reads by, and by the form it is told", async () => {
    const own = {
      ...files,
      "/home/me/sub/own.csv": "Nr,What is wrong,Remark\n1,Old TLS,x\n",
      "/home/me/sub/poam.config.json":
        '{ "columns": { "Nr": "id", "What is wrong": "weakness", "Remark": "comments" } }',
    };
    expect((await poam(["detect", "sub/own.csv"], { files: own })).out).toContain("generic: ");
    expect((await poam(["detect", "sub/own.csv", "--no-config"], { files: own })).code).toBe(2);
    expect((await poam(["detect", "acme.csv", "-t", "fedramp-rev5-v2.1"], { files })).out).toContain(
      "fedramp-rev5-v2.1: ",
    );
  });

  it("knows a home-made register", async () => {
    expect((await poam(["detect", "home.csv"], { files })).out).toContain("generic: ");
  });

  it.each<[string, string]>([
    ["prose.csv", "prose.csv: no sheet here looks like a POA&M."],
    ["hme.csv", "there is no file hme.csv. Did you mean home.csv?"],
  ])("does not know %s", async (file, sentence) => {
    expect(await poam(["detect", file], { files })).toEqual({ code: 2, out: "", err: `poam: ${sentence}\n` });
    const { code, out } = await poam(["detect", file, "-f", "json"], { files });
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ template: null, error: sentence });
  });

  it("wants one of its two formats", async () => {
    expect((await poam(["detect", "acme.csv", "-f", "jsn"], { files })).err).toBe(
      "poam: -f cannot be jsn. Did you mean json?\n",
    );
  });
});
