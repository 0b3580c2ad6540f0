import { expect, it } from "vitest";
import { exampleParts, visible } from "../../src/reporters/example.js";
import type { RuleExample } from "../../src/rules/rule.js";

it.each<[string, string]>([
  ["TLS 1.0", "TLS 1.0"],
  ["a\nb\r\nc\td", "a⏎b⏎c⇥d"],
  [" a  b ", "␣a ␣b␣"],
  ["a\u00a0b\u200b", "a<U+00A0>b<U+200B>"],
])("shows %o", (text, shown) => {
  expect(visible(text)).toBe(shown);
});

/** Every field that an example can have: a new one that is not shown does not compile, or fails here. */
const ALL: Required<RuleExample> = {
  title: "all of it",
  template: "generic",
  rows: { id: "V-1" },
  closed: [{ id: "V-2" }],
  configuration: [{ id: "V-3" }],
  documentation: [{ id: "V-4" }],
  asText: true,
  header: { poamDate: "2026-03-31" },
  asOf: "2026-04-01",
  options: { days: 7 },
  columns: ["id", "weakness"],
  headings: { Comments: "Comments\n(ours)" },
  extra: ["Ours"],
  sheets: { Open: "Mine" },
  without: ["Closed"],
  tabs: ["Open", "Notes"],
  banner: "CUI",
  headingRow: 3,
  guidance: false,
  overwrite: true,
  previous: { rows: [{ id: "V-5" }], closed: [{ id: "V-6" }] },
  inventory: [{ id: "V-7" }],
  deviations: [{ id: "V-8" }],
  riskExposure: { rows: [{ id: "V-9" }], closed: [{ id: "V-10" }] },
  kev: [{ cve: "CVE-2026-1", addedOn: "2026-01-01", dueOn: "2026-01-22" }],
  ver: { "V-1": { automatable: true } },
  system: { class: "C" },
  says: ["that"],
};

it("leaves nothing out that an example sets", () => {
  const lines = exampleParts(ALL).map((part) => ("remark" in part ? part.remark : `${part.kind} ${part.row.id}`));
  expect(lines).toEqual([
    " V-1",
    "closed V-2",
    "configuration V-3",
    "documentation V-4",
    'header poamDate: "2026-03-31"',
    'heading Comments: "Comments⏎(ours)"',
    "columns: id, weakness",
    'one more column: "Ours"',
    'sheet Open: "Mine"',
    "without sheet 'Closed'",
    "tabs: Open, Notes",
    'banner: "CUI"',
    "headings in row 3",
    "without guidance rows",
    "on the last guidance row",
    "dates stored as text",
    "last month V-5",
    "last month, closed V-6",
    "inventory V-7",
    "deviation request V-8",
    "risk exposure table V-9",
    "corrected during testing V-10",
    "known exploited: CVE-2026-1, added 2026-01-01, due 2026-01-22",
    'vulnerability facts of V-1 {"automatable":true}',
    'system: class "C"',
    "option days 7",
    "form generic",
    "as of 2026-04-01",
  ]);
});
