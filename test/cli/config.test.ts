import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { configJsonSchema } from "../../src/config/schema.js";
import { markedEngine, register } from "./marked-engine.js";
import { memoryHost } from "./memory-host.js";

async function lint(files: Readonly<Record<string, string | Buffer>>, ...args: string[]) {
  const host = memoryHost({ files: { "/home/me/poams/acme.csv": register("error"), ...files } });
  const code = await main(
    ["lint", ...(args.length > 0 ? args : ["poams/acme.csv"]), "-f", "compact"],
    host,
    markedEngine,
  );
  return { code, out: host.out(), err: host.err() };
}

describe("which config holds", () => {
  const off = '{ "rules": { "marked": "off" } }';
  const info = '{ "rules": { "marked": "info" } }';

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ["none", {}, ": error:"],
    ["beside the workbook", { "/home/me/poams/poam.config.json": info }, ": info:"],
    ["above it", { "/home/me/poam.config.json": info }, ": info:"],
    ["the nearest", { "/home/me/poam.config.json": off, "/home/me/poams/poam.config.json": info }, ": info:"],
    ["not above the repository", { "/home/me/poam.config.json": off, "/home/me/poams/.git/HEAD": "" }, ": error:"],
    ["that at the repository's root", { "/home/me/poam.config.json": info, "/home/me/.git/HEAD": "" }, ": info:"],
  ])("%s", async (_, files, expected) => {
    expect((await lint(files)).out).toContain(expected);
  });

  it("is that of each workbook", async () => {
    const files = { "/home/me/other/poam.config.json": info, "/home/me/other/b.csv": register("error") };
    const { out } = await lint(files, "poams", "other");
    expect(out).toContain("acme.csv:'acme'!F2: error:");
    expect(out).toContain("b.csv:'b'!F2: info:");
  });

  it("can be named, or left out", async () => {
    const files = { "/home/me/strict.json": off, "/home/me/poam.config.json": info };
    expect((await lint(files, "poams", "--config", "strict.json")).out).toContain("no problems");
    expect((await lint(files, "poams", "--no-config")).out).toContain(": error:");
  });

  it("gives way to flags", async () => {
    const files = {
      "/home/me/poam.config.json":
        '{ "packs": ["strict"], "asOf": "2026-01-01", "rules": { "marked": ["info", { "days": 7 }] } }',
    };
    expect((await lint(files)).out).toContain('info: marked error (strict, 2026-01-01, {"days":7})');
    expect(
      (await lint(files, "poams", "--rule", "marked=warning", "--as-of", "2026-02-02", "-p", "best-practice")).out,
    ).toContain('warning: marked error (best-practice, 2026-02-02, {"days":7})');
  });

  it("extends others: its own settings win, options are laid over each other", async () => {
    const files = {
      "/home/me/poam.config.json": '{ "extends": "base/a.json", "rules": { "marked": ["info", { "days": 7 }] } }',
      "/home/me/base/a.json":
        '{ "extends": ["b.json"], "packs": ["strict"], "rules": { "marked": ["off", { "words": ["x"] }] } }',
      "/home/me/base/b.json": '{ "packs": ["best-practice"], "asOf": "2026-01-01" }',
    };
    expect((await lint(files)).out).toContain('info: marked error (strict, 2026-01-01, {"words":["x"],"days":7})');
  });

  it("maps headings of a home-made register", async () => {
    const files = {
      "/home/me/poams/acme.csv": "Nr,What is wrong,Remark\n1,Old TLS,error\n",
      "/home/me/poam.config.json": '{ "columns": { "Nr": "id", "What is wrong": "weakness", "Remark": "comments" } }',
    };
    expect((await lint(files)).out).toContain("'acme'!C2: error: marked error");
  });

  it("can name the user's own template, relative to itself", async () => {
    const own = {
      ...{ id: "own", title: "Own", source: "own", framework: "generic", packs: ["strict"] },
      sheets: [
        {
          name: "A",
          state: "open",
          headingRow: 1,
          firstRow: 2,
          columns: [
            { heading: "Nr", field: "id" },
            { heading: "What", field: "comments" },
          ],
        },
      ],
    };
    const files = {
      "/home/me/poams/acme.csv": "Nr,What\n1,error\n",
      "/home/me/base/poam.config.json": '{ "template": "./own.json" }',
      "/home/me/base/own.json": JSON.stringify(own),
    };
    expect((await lint(files, "poams", "--config", "base/poam.config.json")).out).toContain("marked error (strict");
    expect((await lint(files, "poams", "-t", "base/own.json")).out).toContain("marked error (strict");
  });
});

describe("errors", () => {
  it.each<[string, string]>([
    ['{ "pack": ["strict"] }', "there is no setting pack. Did you mean packs?"],
    ['{ "rules": { "markd": "off" } }', "rules: there is no rule markd. Did you mean marked?"],
    ['{ "rules": { "zzz": "off" } }', "rules: there is no rule zzz. poam list rules shows all."],
    ['{ "rules": { "marked": "eror" } }', 'rules.marked: "eror" is not possible. Did you mean error?'],
    ['{ "rules": { "marked": 7 } }', "rules.marked: 7 is not possible. It can be error, warning, info, off."],
    [
      '{ "rules": { "marked": ["error", { "dayz": 1 }] } }',
      "rules.marked: there is no option dayz. Did you mean days?",
    ],
    ['{ "rules": { "unmarked": ["error", { "dayz": 1 }] } }', "rules.unmarked: there is no option dayz. It has none."],
    ['{ "rules": { "marked": ["error", { "days": "1" }] } }', "rules.marked.1.days: this must be a number."],
    ['{ "rules": { "marked": ["error", { "days": -1 }] } }', "rules.marked.1.days: this must be 0 or more."],
    ['{ "rules": { "marked": ["error", { "days": 1.5 }] } }', "rules.marked.1.days: this must be a whole number."],
    [
      '{ "rules": { "marked": ["error", { "windows": { "Hihg": 2 } }] } }',
      "rules.marked: windows: there is no rating Hihg. Did you mean High?",
    ],
    ['{ "packs": [] }', "packs: this must name at least one pack; rules are turned off one by one."],
    ['{ "packs": ["stict"] }', "there is no pack stict. Did you mean strict?"],
    ['{ "packs": "strict" }', "packs: this must be a list [ … ]."],
    ['{ "template": "fedramp-rev5-v3" }', "there is no template fedramp-rev5-v3. Did you mean fedramp-rev5-v3.0?"],
    ['{ "columns": { "Nr": "idd" } }', "columns.Nr: there is no field idd. Did you mean id?"],
    ['{ "asOf": "3/4/2026" }', "asOf: this must be a date of the form 2026-03-31."],
    ['{ "redact": "yes" }', "redact: this must be true or false."],
    ["[]", "this must be an object { … }."],
    ['{ "extends": "none.json" }', "extends none.json, which does not exist."],
    ['{ "extends": "poam.config.json" }', "extends itself: poam.config.json → poam.config.json."],
  ])("%s", async (config, sentence) => {
    const { code, out, err } = await lint({ "/home/me/poam.config.json": config });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toBe(`poam: poam.config.json${sentence.startsWith("extends") ? "" : ":"} ${sentence}\n`);
  });

  it("say where the JSON breaks off", async () => {
    const { err } = await lint({ "/home/me/poam.config.json": '{\n  "packs": [],\n}' });
    expect(err).toMatch(/^poam: poam\.config\.json, line 3: not valid JSON\. /);
  });

  it("are found in configs and templates of UTF-16, as Notepad saves them", async () => {
    const text = Buffer.from('\ufeff{ "pack": [] }', "utf16le");
    const { err } = await lint({ "/home/me/poam.config.json": text });
    expect(err).toBe("poam: poam.config.json: there is no setting pack. Did you mean packs?\n");
  });

  it("say that a template asks for a pack that is not there", async () => {
    const own = {
      ...{ id: "own", title: "Own", source: "own", framework: "generic", packs: ["stict"] },
      sheets: [
        { name: "A", state: "open", headingRow: 1, firstRow: 2, columns: [{ heading: "Status", field: "status" }] },
      ],
    };
    const { err, code } = await lint({ "/home/me/own.json": JSON.stringify(own) }, "poams", "-t", "own.json");
    expect({ err, code }).toEqual({
      err: "poam: own.json: packs: there is no pack stict. Did you mean strict?\n",
      code: 2,
    });
  });

  it("say that two configs mean two days", async () => {
    const files = { "/home/me/other/b.csv": register(), "/home/me/other/poam.config.json": '{ "asOf": "2026-01-01" }' };
    expect((await lint(files, "poams", "other")).err).toBe(
      "poam: the configs give different days as asOf: 2026-03-31 for poams/acme.csv, 2026-01-01 for other/b.csv. Give one with --as-of.\n",
    );
    expect((await lint(files, "poams", "other", "--as-of", "2026-02-02")).code).toBe(1);
  });
});

describe("the schema for editors", () => {
  it("knows every rule, its options and the packs", async () => {
    const engine = await markedEngine();
    const schema = JSON.parse(
      JSON.stringify(configJsonSchema({ rules: await engine.rules(), packs: await engine.packs(), templates: [] })),
    );
    expect(schema).toMatchObject({ title: "poam.config.json", type: "object", additionalProperties: false });
    expect(schema.required).toBeUndefined();
    expect(schema.properties.packs.items.enum).toEqual(["best-practice", "strict"]);
    expect(schema.properties.rules.properties.marked.description).toBe("An item is marked");
    expect(JSON.stringify(schema.properties.rules.properties.marked)).toContain(
      '"days":{"type":"number","minimum":0,"multipleOf":1,"description":"how many"}',
    );
  });
});
