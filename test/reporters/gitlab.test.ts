import { Ajv } from "ajv";
import { expect, it } from "vitest";
import { gitlab } from "../../src/reporters/gitlab.js";
import { acme, at, CLEAN, DUE_BEFORE_DETECTED, finding, printed, result } from "./acme.js";

const HOSTILE = finding({ rule: "stale", severity: "info", message: "a\n\u202eb\u009b", at: at(13, 12, "It's") });
const LET_PASS = finding({ rule: "stale", message: "let pass", at: at(14, 1), suppressed: { reason: "agreed" } });
const UNREADABLE = { path: "b.xlsx", poam: undefined, packs: [], error: "b.xlsx is empty.", rules: [], findings: [] };
const RESULTS = [result(acme({}), [DUE_BEFORE_DETECTED, HOSTILE, LET_PASS], "./poams/acme.xlsx"), UNREADABLE];

const REPORT = printed(gitlab(), RESULTS, CLEAN);

it("is one issue a line", () => {
  expect(REPORT).toBe(`[
{"description":"'Open POA&M Items'!M12: due 2026-02-01, but detected later, on 2026-03-14","check_name":"due-before-detected","fingerprint":"poams/acme.xlsx#0123456789abcdef","severity":"major","location":{"path":"poams/acme.xlsx","lines":{"begin":12}},"content":{"body":"correct whichever date is wrong\\n\\nCites: FedRAMP POA&M Template Completion Guide 2.2, Table 2, column L\\n\\nAs of 2026-11-22"}},
{"description":"'It''s'!L13: a b","check_name":"stale","fingerprint":"poams/acme.xlsx#0123456789abcdef","severity":"info","location":{"path":"poams/acme.xlsx","lines":{"begin":13}},"content":{"body":"As of 2026-11-22"}},
{"description":"b.xlsx is empty.","check_name":"unreadable","fingerprint":"b.xlsx#unreadable","severity":"blocker","location":{"path":"b.xlsx","lines":{"begin":1}}}
]
`);
});

/** What GitLab's documentation asks of a Code Quality report: these keys, and a path that does not begin with `./`. */
const validate = new Ajv().compile({
  type: "array",
  items: {
    type: "object",
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    properties: {
      description: { type: "string", minLength: 1 },
      check_name: { type: "string", minLength: 1 },
      fingerprint: { type: "string", minLength: 1 },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "lines"],
        properties: {
          path: { type: "string", pattern: "^(?!\\./|/)." },
          lines: { type: "object", required: ["begin"], properties: { begin: { type: "integer", minimum: 1 } } },
        },
      },
    },
  },
});

it.each([
  ["findings", REPORT],
  ["nothing found", printed(gitlab(), [result(acme({}), [])])],
  ["no file", printed(gitlab(), [])],
])("%s: as GitLab's documentation asks", (_, report) => {
  expect(validate(JSON.parse(report)) ? [] : validate.errors).toEqual([]);
});
