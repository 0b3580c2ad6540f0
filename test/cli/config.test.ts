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

describe("overrides", () => {
  /** What is found in poams/acme.csv with these overrides over "error" for the pack of best practice. */
  async function said(overrides: readonly object[], base: object = {}): Promise<string> {
    const config = { packs: ["best-practice"], rules: { marked: "error" }, overrides, ...base };
    const { code, out, err } = await lint({ "/home/me/poam.config.json": JSON.stringify(config) });
    expect({ ran: code < 2, err }).toEqual({ ran: true, err: "" });
    return /: (\w+: marked error .*) \[/.exec(out)?.[1] ?? "nothing";
  }

  const info = { rules: { marked: "info" } };
  const plain = "error: marked error (best-practice, 2026-03-31)";
  const held = "info: marked error (best-practice, 2026-03-31)";

  it.each<[pattern: string, said: string]>([
    ["poams/*.csv", held],
    ["poams/acme.csv", held],
    ["./poams/acme.csv", held],
    ["poams\\acme.csv", held],
    ["poams/", held],
    ["POAMS/*.CSV", held],
    ["**/acme.*", held],
    ["{legacy,poams}/**", held],
    ["*/*", held],
    ["*.csv", plain],
    ["acme.csv", plain],
    ["poams", plain],
    ["poams/*.xlsx", plain],
    ["legacy/**", plain],
  ])("%s is read from the config's folder", async (pattern, expected) => {
    expect(await said([{ files: ["none.csv", pattern], ...info }])).toBe(expected);
  });

  it.each<[name: string, overrides: readonly object[], base: object, said: string]>([
    ["none that matches", [{ files: ["legacy/*"], ...info }], {}, plain],
    [
      "the later win",
      [
        { files: ["**"], ...info },
        { files: ["poams/*"], rules: { marked: "warning" } },
      ],
      {},
      "warning: marked error (best-practice, 2026-03-31)",
    ],
    [
      "rules and options are laid over each other",
      [
        { files: ["**"], rules: { marked: ["info", { days: 7 }] } },
        { files: ["**"], rules: { marked: ["warning", { words: ["x"] }] } },
      ],
      {},
      'warning: marked error (best-practice, 2026-03-31, {"days":7,"words":["x"]})',
    ],
    [
      "packs and the day are replaced",
      [{ files: ["**"], packs: ["strict"], asOf: "2026-01-01" }],
      {},
      "error: marked error (strict, 2026-01-01)",
    ],
    ["null is today again", [{ files: ["**"], asOf: null }], { asOf: "2026-01-01" }, plain],
    ["off", [{ files: ["**"], rules: { marked: "off" } }], {}, "nothing"],
    ["auto is the headings' form again", [{ files: ["**"], template: "auto" }], { template: "./none.json" }, plain],
  ])("%s", async (_, overrides, base, expected) => {
    expect(await said(overrides, base)).toBe(expected);
  });

  it("are those of the workbook's own path, each workbook's own", async () => {
    const config = { overrides: [{ files: ["other/*"], ...info }] };
    const files = { "/home/me/poam.config.json": JSON.stringify(config), "/home/me/other/b.csv": register("error") };
    const { out } = await lint(files, "poams", "other");
    expect(out).toContain("acme.csv:'acme'!F2: error:");
    expect(out).toContain("b.csv:'b'!F2: info:");
  });

  it("are not read for ever where each config names the next one twice", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `/home/me/${index}.json`,
        JSON.stringify(index < 29 ? { extends: [`${index + 1}.json`, `${index + 1}.json`] } : {}),
      ]),
    );
    const { err } = await lint({ ...files, "/home/me/poam.config.json": '{ "extends": "0.json" }' });
    expect(err).toBe("poam: poam.config.json extends more than 250 configs, one through the other.\n");
  });

  it("may be of a file whose name is a pattern itself, or has an accent written in two ways", async () => {
    const composed = "\u00e9t\u00e9";
    const config = { overrides: [{ files: ["poams/[x] {y}.csv", `poams/${composed}.csv`], ...info }] };
    const files = {
      "/home/me/poam.config.json": JSON.stringify(config),
      "/home/me/poams/[x] {y}.csv": register("error"),
      [`/home/me/poams/${composed.normalize("NFD")}.csv`]: register("error"),
    };
    const { out } = await lint(files, "poams");
    expect(out.match(/: info: /g)).toHaveLength(2);
  });

  it("of a base count from the base's folder, and give way to what extends it", async () => {
    const base = { overrides: [{ files: ["../poams/*"], rules: { marked: ["info", { days: 7 }] } }] };
    const files = (config: object) => ({
      "/home/me/poam.config.json": JSON.stringify({ extends: "base/a.json", ...config }),
      "/home/me/base/a.json": JSON.stringify(base),
    });
    expect((await lint(files({}))).out).toContain(': info: marked error (best-practice, 2026-03-31, {"days":7})');
    const over = { rules: { marked: "warning" } };
    expect((await lint(files(over))).out).toContain(': warning: marked error (best-practice, 2026-03-31, {"days":7})');
  });

  it("name paths from the config's folder, and give way to flags", async () => {
    const files = {
      "/home/me/base/c.json": JSON.stringify({ overrides: [{ files: ["../**"], template: "./own.json", ...info }] }),
    };
    const { err } = await lint(files, "poams", "--config", "base/c.json");
    expect(err).toBe("poam: there is no file base/own.json.\n");
    const flags = ["--config", "base/c.json", "-t", "auto", "--rule", "marked=warning"];
    expect((await lint(files, "poams", ...flags)).out).toContain(": warning:");
  });

  it("that hold are shown by --print-config, the later over the earlier", async () => {
    const files = {
      "/home/me/poam.config.json": JSON.stringify({
        extends: "base/a.json",
        overrides: [
          { files: ["legacy/*"], ...info },
          { files: ["poams/*", "x/*"], ...info },
        ],
      }),
      "/home/me/base/a.json": JSON.stringify({ overrides: [{ files: ["../**"], packs: ["strict"] }] }),
    };
    expect((await lint(files, "poams", "--print-config")).out).toContain(
      `poams/acme.csv
  config    base/a.json
            base/a.json, overrides.0 (../**)
            poam.config.json
            poam.config.json, overrides.1 (poams/*, x/*)
  template  `,
    );
    expect((await lint({}, "poams", "--print-config")).out).toContain("\n  config    none\n");
  });
});

describe("errors", () => {
  it.each<[string, string]>([
    ['{ "pack": ["strict"] }', "there is no setting pack. Did you mean packs?"],
    ['{ "rules": { "markd": "off" } }', "rules: there is no rule markd. Did you mean marked?"],
    [
      '{ "rules": { "suppression-unused": "off" } }',
      "rules: suppression-unused is said of suppressions and is no rule: it has no level. What it means: poam explain suppression-unused",
    ],
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
    ['{ "override": [] }', "there is no setting override. Did you mean overrides?"],
    ['{ "overrides": {} }', "overrides: this must be a list [ … ]."],
    ['{ "overrides": ["*.csv"] }', "overrides.0: this must be an object { … }."],
    ['{ "overrides": [{ "packs": ["strict"] }] }', "overrides.0: files: this must be a list [ … ]."],
    ['{ "overrides": [{ "files": [] }] }', "overrides.0: files: this must name at least one file or pattern."],
    ['{ "overrides": [{ "files": [""] }] }', "overrides.0: files.0: this must be a file or a pattern."],
    ['{ "overrides": [{ "files": "*.csv" }] }', "overrides.0: files: this must be a list [ … ]."],
    [
      '{ "overrides": [{ "files": ["a"] }, { "file": ["*"], "files": ["a"] }] }',
      "overrides.1: there is no setting file. Did you mean files?",
    ],
    ['{ "overrides": [{ "files": ["a"], "extends": "b.json" }] }', "overrides.0: there is no setting extends."],
    [
      '{ "overrides": [{ "files": ["a"], "packs": ["stict"] }] }',
      "overrides.0: there is no pack stict. Did you mean strict?",
    ],
    [
      '{ "overrides": [{ "files": ["a"], "rules": { "markd": "off" } }] }',
      "overrides.0: rules: there is no rule markd. Did you mean marked?",
    ],
    [
      '{ "overrides": [{ "files": ["a"], "rules": { "marked": ["error", { "dayz": 1 }] } }] }',
      "overrides.0: rules.marked: there is no option dayz. Did you mean days?",
    ],
    [
      '{ "overrides": [{ "files": ["a"], "template": "fedramp-rev5-v3" }] }',
      "overrides.0: there is no template fedramp-rev5-v3. Did you mean fedramp-rev5-v3.0?",
    ],
    [
      '{ "overrides": [{ "files": ["a"], "report": { "basline": 1 } }] }',
      "overrides.0: report: there is no setting basline. Did you mean baseline?",
    ],
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
