import { SaxesParser } from "saxes";
import { expect, it } from "vitest";
import type { Severity } from "../../src/model/finding.js";
import { junit } from "../../src/reporters/junit.js";
import { acme, at, CLEAN, DUE_BEFORE_DETECTED, finding, printed, RUN, result } from "./acme.js";

const HOSTILE = finding({
  rule: "date-mistyped",
  severity: "warning",
  message: ']]>\u0001\u009b<b a="x">&amp;\r\n\ud800\uffff',
  at: at(13, 12, "It's"),
});
const LET_PASS = finding({ rule: "stale", message: "let pass", at: at(14, 1), suppressed: { reason: "agreed" } });
const AGAIN = { ...DUE_BEFORE_DETECTED, message: "due 2026-02-02, but detected later", at: at(15, 13) };
const CHECKED = ["date-mistyped", "due-before-detected", "overdue", "stale"];
const ACME = {
  ...result(acme({}), [DUE_BEFORE_DETECTED, HOSTILE, LET_PASS, AGAIN], "a&b.xlsx"),
  rules: CHECKED,
};
const UNREADABLE = { path: "b.xlsx", poam: undefined, packs: [], error: "b.xlsx is <empty>.", rules: [], findings: [] };
const RESULTS = [ACME, UNREADABLE];

it("is a suite a workbook and a case a rule, those that pass too", () => {
  expect(printed(junit, RESULTS)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="poam">
<testsuite name="a&amp;b.xlsx" tests="4" failures="1" errors="0" skipped="0">
<properties>
<property name="as of" value="2026-11-22"/>
<property name="template" value="fedramp-rev5-v3.0"/>
<property name="packs" value="fedramp-rev5"/>
</properties>
<testcase classname="a&amp;b.xlsx" name="date-mistyped">
<system-out>'It''s'!L13: warning: ]]&gt;&lt;b a=&quot;x&quot;&gt;&amp;amp; \ufffd\ufffd
</system-out>
</testcase>
<testcase classname="a&amp;b.xlsx" name="due-before-detected">
<failure type="error" message="2 findings, the first: due 2026-02-01, but detected later, on 2026-03-14">'Open POA&amp;M Items'!M12: error: due 2026-02-01, but detected later, on 2026-03-14
'Open POA&amp;M Items'!M15: error: due 2026-02-02, but detected later
help: correct whichever date is wrong
cites: FedRAMP POA&amp;M Template Completion Guide 2.2, Table 2, column L
</failure>
</testcase>
<testcase classname="a&amp;b.xlsx" name="overdue"/>
<testcase classname="a&amp;b.xlsx" name="stale"/>
</testsuite>
<testsuite name="b.xlsx" tests="1" failures="0" errors="1" skipped="0">
<testcase classname="b.xlsx" name="unreadable">
<error message="b.xlsx is &lt;empty&gt;."/>
</testcase>
</testsuite>
</testsuites>
`);
});

/** The report as another reader sees it: each suite's own counts, and its cases with what is in them. */
function read(xml: string) {
  const suites: { counts: Record<string, string>; cases: { name: string; holds: string[] }[] }[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "testsuite") suites.push({ counts: attributes as Record<string, string>, cases: [] });
    if (name === "testcase") suites.at(-1)!.cases.push({ name: attributes.name as string, holds: [] });
    if (["failure", "error", "system-out"].includes(name)) suites.at(-1)!.cases.at(-1)!.holds.push(name);
  });
  parser.write(xml).close();
  return suites;
}

it.each<[Severity | "never", string[]]>([
  ["never", []],
  ["error", ["due-before-detected"]],
  ["warning", ["date-mistyped", "due-before-detected"]],
  ["info", ["date-mistyped", "due-before-detected"]],
])("--fail-on %s: %o fail", (failOn, failed) => {
  const [suite, other] = read(printed(junit, RESULTS, CLEAN, { ...RUN, failOn }));
  expect(suite!.cases.map(({ name }) => name)).toEqual(CHECKED);
  expect(suite!.cases.filter(({ holds }) => holds.includes("failure")).map(({ name }) => name)).toEqual(failed);
  expect(suite!.counts).toMatchObject({ name: "a&b.xlsx", tests: "4", failures: String(failed.length), errors: "0" });
  expect(other!.counts).toMatchObject({ name: "b.xlsx", tests: "1", failures: "0", errors: "1" });
});
