import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { suppressionsJsonSchema } from "../../src/config/suppressions.js";
import { RULES } from "../../src/rules/index.js";
import { memoryHost } from "./memory-host.js";

const PLACE = "/home/me/poam.suppressions.json";

/** A register of items that are late, each with its due date and CVE. */
function register(...items: readonly (readonly [id: string, due: string, cve?: string])[]): string {
  const rows = items.map(([id, due, cve = ""]) => `${id},Old TLS on ${due}${id},secret.example.com,${due},Open,${cve}`);
  return `POAM ID,Weakness Name,Asset Identifier,Scheduled Completion Date,Status,CVE\n${rows.join("\n")}\n`;
}

const TWO = register(["V-1", "2026-02-01"], ["V-2", "2026-03-01"]);
const file = (...suppressions: object[]) => JSON.stringify({ suppressions });
const entry = (item: string, more: object = {}) => ({ rule: "overdue", item, reason: "accepted by the AO", ...more });

type Files = Readonly<Record<string, string>>;

/** Runs lint with one rule to speak of; `files` are those that the next run would find. */
async function lint(files: Files, args = "acme.csv", rules: readonly string[] = ["overdue"]) {
  const off = RULES.filter(({ id }) => !rules.includes(id)).map(({ id }) => [id, "off"]);
  const config = JSON.stringify({ packs: ["fedramp-rev5", "best-practice"], rules: Object.fromEntries(off) });
  const host = memoryHost({ files: { "/home/me/poam.config.json": config, ...files } });
  const code = await main(["lint", ...args.split(" "), "--as-of", "2026-03-31"], host);
  const { out, err } = { out: host.out(), err: host.err() };
  return {
    code,
    out,
    err,
    written: [...host.written.keys()],
    files: { ...files, ...Object.fromEntries(host.written) },
  };
}

const rulesIn = (out: string) => [...out.matchAll(/\[([a-z-]+)\]/g)].map(([, rule]) => rule);

describe("what counts", () => {
  it.each<[string, object[], string, number, readonly string[], string]>([
    ["nothing is suppressed", [], "acme.csv", 1, ["overdue", "overdue"], "2 problems (2 errors)"],
    ["one of two", [entry("V-1")], "acme.csv", 1, ["overdue"], "1 problem (1 error) · 1 suppressed"],
    ["both", [entry("V-1"), entry("V-2")], "acme.csv", 0, [], "no problems · 2 suppressed"],
    [
      "both, shown",
      [entry("V-1"), entry("V-2")],
      "acme.csv --show-suppressed",
      0,
      ["overdue", "overdue"],
      "no problems · 2 suppressed",
    ],
    [
      "until today",
      [entry("V-1", { until: "2026-03-31" }), entry("V-2")],
      "acme.csv",
      0,
      [],
      "no problems · 2 suppressed",
    ],
    [
      "until yesterday",
      [entry("V-1", { until: "2026-03-30" }), entry("V-2")],
      "acme.csv",
      1,
      ["overdue", "suppression-expired"],
      "2 problems (1 error, 1 warning) · 1 suppressed",
    ],
    [
      "expired and of no use",
      [entry("V-1"), entry("V-2"), entry("V-3", { until: "2026-03-30" })],
      "acme.csv",
      0,
      ["suppression-expired"],
      "1 problem (1 warning) · 2 suppressed",
    ],
    [
      "an expired one counts among warnings",
      [entry("V-1"), entry("V-2"), entry("V-3", { until: "2026-03-30" })],
      "acme.csv --max-warnings 0",
      1,
      ["suppression-expired"],
      "1 problem (1 warning)",
    ],
    [
      "an unused one",
      [entry("V-1"), entry("V-2"), entry("V-3")],
      "acme.csv",
      0,
      ["suppression-unused"],
      "1 problem (1 info) · 2 suppressed",
    ],
    [
      "an unused one of a rule that is off",
      [entry("V-1"), entry("V-2"), entry("V-3", { rule: "stale" })],
      "acme.csv",
      0,
      [],
      "no problems · 2 suppressed",
    ],
    [
      "of another workbook",
      [entry("V-1", { file: "other.csv" }), entry("V-2", { file: "acme.csv" })],
      "acme.csv",
      1,
      ["overdue", "suppression-unused"],
      "2 problems (1 error, 1 info) · 1 suppressed",
    ],
  ])("%s", async (_, entries, args, code, rules, last) => {
    const seen = await lint({ "/home/me/acme.csv": TWO, [PLACE]: file(...entries) }, args);
    expect(seen).toMatchObject({ code, err: "", written: [] });
    expect(rulesIn(seen.out)).toEqual(rules);
    expect(seen.out.trimEnd().split("\n").at(-1)).toContain(last);
  });

  it("is said with its reason where it is shown", async () => {
    const files = { "/home/me/acme.csv": TWO, [PLACE]: file(entry("V-1", { until: "2026-09-30" }), entry("V-2")) };
    const compact = await lint(files, "acme.csv --show-suppressed");
    expect(compact.out).toContain("[overdue] (suppressed: accepted by the AO, until 2026-09-30)\n");
    const pretty = await lint(files, "acme.csv --show-suppressed -f pretty");
    expect(pretty.out).toContain("= suppressed: accepted by the AO, until 2026-09-30\n");
  });

  it.each(["json", "ndjson"])("%s has all findings, and why some do not count", async (format) => {
    const files = { "/home/me/acme.csv": TWO, [PLACE]: file(entry("V-1", { until: "2026-09-30" })) };
    const { out } = await lint(files, `acme.csv -f ${format}`);
    expect(out).toContain('"suppressed":{"reason":"accepted by the AO","until":"2026-09-30"}}');
    expect(out).toContain('"suppressed":null}');
    expect(out).toMatch(/"errors":1,"warnings":0,"infos":0,"fixable":0,"suppressed":1\}/);
  });

  it("is silent about texts where it is to redact", async () => {
    const files = {
      "/home/me/acme.csv": TWO,
      [PLACE]: file(entry("V-1"), entry("V-9"), entry("V-2", { until: "2026-01-01" })),
    };
    for (const format of ["json", "compact", "pretty", "ndjson", "markdown"]) {
      const { out, err } = await lint(files, `acme.csv --redact --show-suppressed -f ${format}`);
      expect(out + err).not.toMatch(/V-\d|accepted by the AO|secret/);
      expect(out).toContain("suppression-expired");
      expect(out).toContain("A suppression holds for nothing that was found");
    }
  });
});

describe("several workbooks in one folder", () => {
  const files = (...entries: object[]) => ({
    "/home/me/acme.csv": TWO,
    "/home/me/other.csv": register(["V-1", "2026-02-02"]),
    [PLACE]: file(...entries),
  });

  it.each<[string, object[], string, readonly string[]]>([
    ["an entry holds for all", [entry("V-1"), entry("V-2")], "acme.csv other.csv", []],
    ["an entry holds for one", [entry("V-1", { file: "other.csv" }), entry("V-2")], "acme.csv other.csv", ["overdue"]],
    [
      "a pattern of names holds for those",
      [entry("V-1", { file: "a*.csv" }), entry("V-2")],
      "acme.csv other.csv",
      ["overdue"],
    ],
    [
      "and is unused once they were checked",
      [entry("V-1"), entry("V-3", { file: "o*.csv" })],
      "other.csv",
      ["suppression-unused"],
    ],
    ["but not before", [entry("V-1"), entry("V-3", { file: "*.csv" })], "other.csv", []],
    ["one that was of use to the first is not unused", [entry("V-2"), entry("V-1")], "acme.csv other.csv", []],
    [
      "unused in all is said once",
      [entry("V-1"), entry("V-2"), entry("V-3")],
      "acme.csv other.csv",
      ["suppression-unused"],
    ],
    [
      "what may hold for a workbook that was not checked is not called unused",
      [entry("V-1"), entry("V-2")],
      "other.csv",
      [],
    ],
    ["nor where that could not be read", [entry("V-1"), entry("V-3")], "other.csv missing.csv", []],
    [
      "last month's, given besides, is none of them",
      [entry("V-1"), entry("V-2")],
      "other.csv --previous acme.csv",
      ["suppression-unused"],
    ],
    [
      "expired is said once",
      [entry("V-1"), entry("V-2"), entry("V-3", { until: "2026-01-01" })],
      "acme.csv other.csv",
      ["suppression-expired"],
    ],
  ])("%s", async (_, entries, args, rules) => {
    expect(rulesIn((await lint(files(...entries), args)).out)).toEqual(rules);
  });
});

describe("--baseline", () => {
  const HARD = register(
    ["V-1", "2026-02-01", "CVE-2021"],
    ["", "2026-03-01", "CVE-20"],
    ["V-3", "2026-01-01"],
    ["V-3", "2026-01-02"],
  );
  const rules = ["overdue", "cve-malformed", "duplicate-id"];

  it("suppresses what is found, and then all is clean", async () => {
    const first = await lint({ "/home/me/acme.csv": HARD }, "acme.csv --baseline", rules);
    expect(first).toMatchObject({ code: 0, written: [PLACE] });
    expect(first.out).toMatch(/no problems · 7 suppressed/);
    expect(first.err).toBe("poam: poam.suppressions.json: 7 entries added, 0 taken out, 7 in all.\n");
    const second = await lint(first.files, "acme.csv --max-warnings 0 --fail-on info", rules);
    expect(second).toMatchObject({ code: 0, err: "", written: [] });
    expect(second.out).toBe(first.out);
  });

  it("writes ids and no other text, in one order", async () => {
    const { files } = await lint({ "/home/me/acme.csv": HARD }, "acme.csv --baseline", rules);
    const text = files[PLACE]!;
    expect(text).not.toMatch(/secret|TLS|2026-0[12]|CVE-/);
    const { suppressions } = JSON.parse(text);
    const subjects = suppressions.map(({ rule, item, field, fingerprint }: Record<string, string>) => {
      return [item, rule, field, fingerprint === undefined ? "" : "#"].join(" ");
    });
    expect(subjects).toEqual([
      " cve-malformed cves #",
      " overdue scheduledCompletion #",
      "V-1 cve-malformed cves ",
      "V-1 overdue scheduledCompletion ",
      "V-3 duplicate-id id #",
      "V-3 overdue scheduledCompletion #",
      "V-3 overdue scheduledCompletion #",
    ]);
    expect(new Set(suppressions.map(({ reason }: { reason: string }) => reason))).toEqual(
      new Set(["baseline of 2026-03-31"]),
    );
    expect(
      new Ajv2020({ strict: false, formats: { date: true } }).validate(
        suppressionsJsonSchema(RULES.map(({ id }) => id)),
        JSON.parse(text),
      ),
    ).toBe(true);
  });

  it("adds to the file that is there, and leaves its entries as they are", async () => {
    const files = {
      "/home/me/acme.csv": TWO,
      [PLACE]: `\ufeff${JSON.stringify({ $schema: "./own.json", suppressions: [entry("V-9"), entry("V-2")] })}`,
    };
    const { err, files: after } = await lint(files, "acme.csv --baseline");
    expect(err).toBe("poam: poam.suppressions.json: 1 entry added, 0 taken out, 3 in all.\n");
    expect(JSON.parse(after[PLACE]!)).toEqual({
      $schema: "./own.json",
      suppressions: [
        { rule: "overdue", item: "V-1", field: "scheduledCompletion", reason: "baseline of 2026-03-31" },
        entry("V-2"),
        entry("V-9"),
      ],
    });
    const again = await lint(after, "acme.csv --baseline");
    expect(again.written).toEqual([]);
    expect(again.err).toBe("poam: nothing to change in poam.suppressions.json, so it was not written.\n");
  });

  it("names the workbook where several of a folder are checked together", async () => {
    const files = { "/home/me/a/x.csv": TWO, "/home/me/a/y.csv": TWO, "/home/me/b/z.csv": TWO };
    const { files: after, written } = await lint(files, "a b --baseline");
    expect(written).toEqual(["/home/me/a/poam.suppressions.json", "/home/me/b/poam.suppressions.json"]);
    const named = (path: string) =>
      JSON.parse(after[path as never]).suppressions.map(({ file }: { file?: string }) => file);
    expect(named(written[0]!)).toEqual(["x.csv", "x.csv", "y.csv", "y.csv"]);
    expect(named(written[1]!)).toEqual([undefined, undefined]);
    expect((await lint(after, "a b")).out).toContain("6 suppressed");
  });

  it("writes not even ids where it is to redact, and holds all the same", async () => {
    const { files } = await lint({ "/home/me/acme.csv": TWO }, "acme.csv --baseline --redact");
    expect(files[PLACE]).not.toContain("V-");
    expect((await lint(files)).out).toContain("no problems · 2 suppressed");
  });

  it("does not suppress what is new", async () => {
    const { files } = await lint({ "/home/me/acme.csv": TWO }, "acme.csv --baseline");
    const sorted = register(["V-7", "2026-01-15"], ["V-2", "2026-03-01"], ["V-1", "2026-02-01"]);
    const { code, out } = await lint({ ...files, "/home/me/acme.csv": sorted });
    expect(code).toBe(1);
    expect(out).toMatch(/^acme\.csv:'acme'!D2: error: .*\n1 problem \(1 error\) · 2 suppressed/);
  });
});

describe("--prune", () => {
  const dead = [entry("V-3"), entry("V-1", { until: "2026-01-31" })];
  it.each<[string, object[], string, object[] | undefined]>([
    ["takes out what expired or is of no use", [entry("V-1"), ...dead], "acme.csv --prune", [entry("V-1")]],
    ["leaves an empty file", dead, "acme.csv --prune", []],
    ["writes nothing where all is of use", [entry("V-1"), entry("V-2")], "acme.csv --prune", undefined],
    [
      "leaves rules that were not asked",
      [entry("V-1"), entry("V-1", { rule: "stale" })],
      "acme.csv --prune",
      undefined,
    ],
    [
      "goes with --baseline",
      [entry("V-2"), ...dead],
      "acme.csv --prune --baseline",
      [{ rule: "overdue", item: "V-1", field: "scheduledCompletion", reason: "baseline of 2026-03-31" }, entry("V-2")],
    ],
  ])("%s", async (_, entries, args, left) => {
    const { written, files } = await lint({ "/home/me/acme.csv": TWO, [PLACE]: file(...entries) }, args);
    expect(written).toEqual(left === undefined ? [] : [PLACE]);
    expect(JSON.parse(files[PLACE]!).suppressions).toEqual(left ?? entries);
  });

  it("does not complain of what it takes out", async () => {
    const files = { "/home/me/acme.csv": TWO, [PLACE]: file(...dead) };
    const { code, out } = await lint(files, "acme.csv --prune --baseline --max-warnings 0 --fail-on info");
    expect(code).toBe(0);
    expect(out).toContain("no problems · 2 suppressed");
  });

  it("leaves what may hold for a workbook that was not checked", async () => {
    const files = { "/home/me/acme.csv": TWO, "/home/me/other.csv": TWO, [PLACE]: file(entry("V-1"), entry("V-9")) };
    expect((await lint(files, "acme.csv --prune")).written).toEqual([]);
    expect(JSON.parse((await lint(files, "acme.csv other.csv --prune")).files[PLACE]!).suppressions).toEqual([
      entry("V-1"),
    ]);
  });
});

describe("a file that cannot be read stops the run with one sentence", () => {
  const saying = (more: object) => file(entry("V-1"), { rule: "overdue", item: "V-2", reason: "why", ...more });
  it.each<[string, string]>([
    ["{", "poam.suppressions.json, line 1: not valid JSON. JSON has no comments and no commas before } or ]."],
    ["[]", "poam.suppressions.json: this must be an object { … }."],
    ["{}", "poam.suppressions.json: suppressions: this must be a list [ … ]."],
    ['{ "suppression": [] }', "poam.suppressions.json: there is no key suppression. Did you mean suppressions?"],
    [
      saying({ reason: undefined, reson: "why" }),
      "poam.suppressions.json: entry 2: there is no key reson. Did you mean reason?",
    ],
    ['{ "suppressions": [], "version": 1 }', "poam.suppressions.json: there is no key version. There is suppressions."],
    [
      saying({ rule: "overdu" }),
      'poam.suppressions.json: entry 2: rule: there is no rule "overdu". Did you mean overdue?',
    ],
    [saying({ rule: undefined }), "poam.suppressions.json: entry 2: rule: this is missing."],
    [saying({ reason: undefined }), "poam.suppressions.json: entry 2: reason: say here why this does not count."],
    [saying({ reason: "  " }), "poam.suppressions.json: entry 2: reason: say here why this does not count."],
    [
      saying({ item: 12 }),
      "poam.suppressions.json: entry 2: item: this must be a POA&M id, in quotes; leave it out where the item has none.",
    ],
    [
      saying({ field: "scheduled" }),
      'poam.suppressions.json: entry 2: field: there is no field "scheduled". Did you mean scheduledCompletion?',
    ],
    [saying({ untill: "2026-01-01" }), "poam.suppressions.json: entry 2: there is no key untill. Did you mean until?"],
    [saying({ until: "March" }), "poam.suppressions.json: entry 2: until: this must be a date of the form 2026-03-31."],
    [
      saying({ until: "2026-02-30" }),
      "poam.suppressions.json: entry 2: until: this must be a date of the form 2026-03-31.",
    ],
    [
      saying({ sheet: "Open" }),
      "poam.suppressions.json: entry 2: sheet: an item is known by its id, wherever it stands: leave out the sheet.",
    ],
    [
      saying({ file: "x/y.csv" }),
      "poam.suppressions.json: entry 2: file: this must be the name of a workbook in this folder, or a pattern of names, without a path.",
    ],
    [
      saying({ fingerprint: 7 }),
      "poam.suppressions.json: entry 2: fingerprint: this must be 16 hex digits, as -f json prints them.",
    ],
    ['{ "suppressions": ["overdue"] }', "poam.suppressions.json: entry 1: this must be an object { … }."],
  ])("%s", async (text, sentence) => {
    const seen = await lint({ "/home/me/acme.csv": TWO, [PLACE]: text }, "acme.csv --exit-zero");
    expect(seen).toEqual({ ...seen, code: 2, out: "", err: `poam: ${sentence}\n`, written: [] });
  });

  it("or with what is no file", async () => {
    const seen = await lint({ "/home/me/acme.csv": TWO, [`${PLACE}/x`]: "" });
    expect(seen).toMatchObject({ code: 2, err: "poam: poam.suppressions.json is a folder, not a file.\n" });
  });
});

it("no format is written over it", async () => {
  const { code, err } = await lint(
    { "/home/me/acme.csv": TWO, [PLACE]: file() },
    "acme.csv -f json=poam.suppressions.json",
  );
  expect(code).toBe(2);
  expect(err).toContain("poam.suppressions.json is read in this run");
});

it.each<[string, Files, string]>([
  ["corrects what counts", {}, "CVE-2021-44228"],
  [
    "leaves what is suppressed",
    { [PLACE]: file({ rule: "cve-malformed", item: "V-1", reason: "the scanner's own spelling" }) },
    "cve 2021 44228",
  ],
])("poam fix %s", async (_, files, cve) => {
  const acme = register(["V-1", "2026-09-01", "cve 2021 44228"]);
  const host = memoryHost({ files: { "/home/me/acme.csv": acme, ...files } });
  await main(["fix", "acme.csv", "--write", "--unsafe", "--rule", "cve-malformed", "--as-of", "2026-03-31"], host);
  expect((await host.files.read("/home/me/acme.csv")).toString()).toBe(acme.replace("cve 2021 44228", cve));
});

it.each(["suppression-expired", "suppression-unused"])("poam explain %s says what to do", async (id) => {
  const host = memoryHost();
  expect(await main(["explain", id], host)).toBe(0);
  expect(host.out()).toMatch(/^suppression-.*\n(warning|info)\n\nWhat to do\n {2}.*poam\s+lint --prune/);
});
