import { describe, expect, it } from "vitest";
import { compact } from "../../src/reporters/compact.js";
import { FORMATS } from "../../src/reporters/index.js";
import { json } from "../../src/reporters/json.js";
import { ndjson } from "../../src/reporters/ndjson.js";
import { pretty } from "../../src/reporters/pretty.js";
import { redacted } from "../../src/reporters/redact.js";
import { rule } from "../../src/rules/rule.js";
import { acme, at, CLEAN, DUE_BEFORE_DETECTED, finding, printed, result, row } from "./acme.js";

const ACME = acme({ 12: row("V-2026-031", "2026-03-14", "2026-02-01") });
const MISTYPED = finding({
  rule: "date-mistyped",
  severity: "warning",
  message: "text\u009b, no date",
  at: at(13, 12, "It's"),
  item: null,
  fix: {
    title: "make it a date",
    safety: "safe",
    patches: [{ at: at(13, 12), was: "3/14/2026", value: { date: "2026-03-14" } }],
  },
});
const UNREADABLE = { path: "b.xlsx", poam: undefined, packs: [], error: "b.xlsx is empty.", rules: [], findings: [] };
const RESULTS = [result(ACME, [DUE_BEFORE_DETECTED, MISTYPED]), UNREADABLE];
const SUMMARY = {
  ...CLEAN,
  files: 2,
  path: undefined,
  unreadable: 1,
  errors: 1,
  warnings: 1,
  fixable: 1,
  fixableFiles: ["acme-poam.xlsx"],
};

const FIRST = `{"rule":"due-before-detected","severity":"error","message":"due 2026-02-01, but detected later, on 2026-03-14","help":"correct whichever date is wrong","cites":["FedRAMP POA&M Template Completion Guide 2.2, Table 2, column L"],"cell":"'Open POA&M Items'!M12","sheet":"Open POA&M Items","row":12,"column":13,"item":"V-2026-031","field":"scheduledCompletion","related":[{"cell":"'Open POA&M Items'!L12","label":"detected"}],"fix":null,"fingerprint":"0123456789abcdef","suppressed":null}`;
const SECOND = `{"rule":"date-mistyped","severity":"warning","message":"text\\u009b, no date","help":null,"cites":[],"cell":"'It''s'!L13","sheet":"It's","row":13,"column":12,"item":null,"field":null,"related":[],"fix":{"title":"make it a date","safety":"safe","patches":[{"cell":"'Open POA&M Items'!L13","was":"3/14/2026","value":"2026-03-14","type":"date"}]},"fingerprint":"0123456789abcdef","suppressed":null}`;
const FILE = `"path":"acme-poam.xlsx","template":"fedramp-rev5-v3.0","packs":["fedramp-rev5"],"items":{"total":142,"open":120,"closed":22,"configuration":0},"error":null`;
const OTHER = `"path":"b.xlsx","template":null,"packs":[],"items":{"total":0,"open":0,"closed":0,"configuration":0},"error":"b.xlsx is empty."`;
const SUMS = `"errors":1,"warnings":1,"infos":0,"fixable":1,"suppressed":0}`;

it("compact: one line a finding", () => {
  expect(printed(compact, RESULTS, SUMMARY)).toBe(
    `acme-poam.xlsx:'Open POA&M Items'!M12: error: due 2026-02-01, but detected later, on 2026-03-14 [due-before-detected]
acme-poam.xlsx:'It''s'!L13: warning: text, no date [date-mistyped]
2 problems (1 error, 1 warning) in 1 file · 1 file could not be read · 1 fixable: poam fix acme-poam.xlsx · fedramp-rev5 · as of 2026-11-22
`,
  );
});

it("json: one document, a line for each finding", () => {
  const text = printed(json, RESULTS, SUMMARY);
  expect(text).toBe(`{"version":1,"tool":{"name":"poam","version":"1.2.3"},"asOf":"2026-11-22",
"files":[
{${FILE},"rules":[],"findings":[
${FIRST},
${SECOND}]},
{${OTHER},"rules":[],"findings":[]}
],
"summary":{${SUMS}}
`);
  expect(JSON.parse(text).files[0].findings[1].message).toBe(MISTYPED.message);
  expect(JSON.parse(printed(json, []))).toMatchObject({ version: 1, files: [] });
});

it("ndjson: one object a line", () => {
  const place = `"path":"acme-poam.xlsx","template":"fedramp-rev5-v3.0","asOf":"2026-11-22"`;
  const finding = (record: string) => `{"type":"finding",${place},${record.slice(1)}`;
  expect(
    printed(ndjson, RESULTS, SUMMARY),
  ).toBe(`{"type":"run","version":1,"tool":{"name":"poam","version":"1.2.3"},"asOf":"2026-11-22"}
{"type":"file",${FILE}}
${finding(FIRST)}
${finding(SECOND)}
{"type":"file",${OTHER}}
{"type":"summary",${SUMS}
`);
});

describe("redacted", () => {
  const rules = [
    rule({
      id: "due-before-detected",
      summary: "Due before detected",
      why: "",
      help: "Correct it.",
      severity: "error",
      examples: [],
      check: { per: "poam", run: () => undefined },
    }),
  ];
  const [shown] = RESULTS.map((one) => redacted(one, rules));

  it("leaves places, rules and counts", () => {
    expect(
      printed(pretty, [shown!], { ...SUMMARY, unreadable: 0 }),
    ).toBe(`error[due-before-detected]: Due before detected
  --> acme-poam.xlsx  'Open POA&M Items'!M12
   = help: Correct it.
   = cites: FedRAMP POA&M Template Completion Guide 2.2, Table 2, column L

warning[date-mistyped]: date-mistyped
  --> acme-poam.xlsx  'It''s'!L13

2 problems (1 error, 1 warning) in 2 files · 1 fixable: poam fix acme-poam.xlsx · fedramp-rev5 · as of 2026-11-22
`);
  });

  it.each(Object.entries(FORMATS))("%s prints no cell text", async (_, format) => {
    const text = printed(await format.load(), [shown!]);
    for (const cell of ["V-2026-031", "2026-03-14", "2026-02-01", "3/14/2026", "detected later"])
      expect(text).not.toContain(cell);
  });

  it("keeps nothing by which a format could come to cell text", () => {
    expect(shown!.poam).toMatchObject({ sheets: [], registers: [] });
    expect(shown!.poam!.textAt({ sheet: "Open POA&M Items", row: 12, column: 2 })).toBe("");
    expect(shown!.findings.map(({ item, fix, fingerprint }) => ({ item, fix, fingerprint }))).toEqual(
      Array(2).fill({ item: null, fix: undefined, fingerprint: "0123456789abcdef" }),
    );
  });
});
