import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { expect, it } from "vitest";
import { SUPPRESSION_FAULTS } from "../../src/model/suppression.js";
import { redacted } from "../../src/reporters/redact.js";
import { sarif } from "../../src/reporters/sarif.js";
import { RULES } from "../../src/rules/index.js";
import { acme, at, CLEAN, DUE_BEFORE_DETECTED, finding, printed, RUN, result, row } from "./acme.js";

const ACME = acme({ 12: row("V-2026-031", "2026-03-14", "2026-02-01") });
const HOSTILE = finding({
  rule: "date-mistyped",
  severity: "info",
  message: 'text\u009b\n\u202e "[here](https://example.com)"',
  at: at(13, 28, "It's"),
  item: null,
  suppressed: { reason: "agreed\nwith the AO", until: "2026-12-31" },
});
const LATER = { path: "b 1\\ä.xlsx", poam: undefined, packs: [], error: "b.xlsx is empty.", rules: [], findings: [] };
const RESULTS = [result(ACME, [DUE_BEFORE_DETECTED, HOSTILE], "./poams/acme.xlsx"), LATER];
const SUMMARY = { ...CLEAN, files: 2, path: undefined, unreadable: 1, errors: 1, infos: 1 };

const LOG = printed(sarif(), RESULTS, SUMMARY);

const SCHEMA = createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");

/** The schema of OASIS, as Microsoft's matchers for tests carry it. What it uses of draft 4 is the same in draft 7, but for its id. */
const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(SCHEMA, "utf8"));
const uri = /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9a-f]{2})*$/i;
const formats = { uri, "uri-reference": uri, "date-time": true } as const;
const validate = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile(schema);
const faults = (log: string) => (validate(JSON.parse(log)) ? [] : validate.errors);

it("holds the results, the files and what went wrong", () =>
  expect(LOG).toMatchFileSnapshot("__snapshots__/findings.sarif"));

it.each<[string, string]>([
  ["findings, a file that could not be read", LOG],
  ["rules with their help", printed(sarif(), RESULTS, SUMMARY, { ...RUN, rules: RULES })],
  [
    "every rule",
    printed(
      sarif(),
      [
        result(
          ACME,
          RULES.map(({ id: rule }) => finding({ rule, message: "x", at: at(1, 1) })),
        ),
      ],
      SUMMARY,
      { ...RUN, rules: RULES },
    ),
  ],
  [
    "redacted",
    printed(
      sarif(),
      RESULTS.map((one) => redacted(one, RULES)),
      SUMMARY,
      { ...RUN, rules: RULES },
    ),
  ],
  ["nothing found", printed(sarif(), [result(ACME, [])])],
  ["no file", printed(sarif(), [])],
])("%s: valid by the schema", (_, log) => expect(faults(log)).toEqual([]));

it("the schema refuses what is no SARIF", () => {
  expect(faults(LOG.replace('"startLine":12', '"startLine":0'))).not.toEqual([]);
  expect(faults(LOG.replace('"level":"note"', '"level":"info"'))).not.toEqual([]);
});

it("describes what is found of a suppression itself, as poam explain does", () => {
  const faults = SUPPRESSION_FAULTS.map(({ id: rule }) => finding({ rule, message: "x", at: at(1, 1) }));
  const [run] = JSON.parse(printed(sarif(), [result(ACME, faults)], CLEAN, { ...RUN, rules: RULES })).runs;
  const described = run.tool.driver.rules.map(
    ({ id, help, defaultConfiguration }: { id: string; help: object; defaultConfiguration: object }) => [
      id,
      help,
      defaultConfiguration,
    ],
  );
  expect(described).toEqual([
    ["suppression-expired", { text: expect.stringMatching(/^Put the fault right/) }, { level: "warning" }],
    ["suppression-unused", { text: expect.stringMatching(/^To take it out/) }, { level: "note" }],
    ["suppression-unreadable", { text: expect.stringMatching(/^Write it in one line/) }, { level: "warning" }],
  ]);
});

it("leaves out the reason of a suppression where it is to redact: it is the user's own words", () => {
  const log = printed(sarif(), [redacted(result(ACME, [HOSTILE]), RULES)], CLEAN, { ...RUN, rules: RULES });
  expect(faults(log)).toEqual([]);
  expect(JSON.parse(log).runs[0].results[0].suppressions).toEqual([
    { kind: "external", status: "accepted", properties: { until: "2026-12-31" } },
  ]);
});

it("describes each rule that found something once, and results point at it", () => {
  const twice = [DUE_BEFORE_DETECTED, HOSTILE, DUE_BEFORE_DETECTED];
  const [run] = JSON.parse(printed(sarif(), [result(ACME, twice)], CLEAN, { ...RUN, rules: RULES })).runs;
  expect(run.results.map(({ ruleIndex }: { ruleIndex: number }) => run.tool.driver.rules[ruleIndex].id)).toEqual(
    twice.map(({ rule }) => rule),
  );
  expect(run.tool.driver.rules).toHaveLength(2);
  const { summary, why, help, severity } = RULES.find(({ id }) => id === "due-before-detected")!;
  expect(run.tool.driver.rules[0]).toMatchObject({
    shortDescription: { text: summary },
    fullDescription: { text: why },
    defaultConfiguration: { level: severity },
  });
  const { markdown } = run.tool.driver.rules[0].help;
  expect(markdown.startsWith(`**Why.** ${why}\n\n**What to do.** ${help}\n`)).toBe(true);
  expect(markdown).toContain("  - says: due 2026-02-01");
});
