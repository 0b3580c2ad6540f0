import { describe, expect, it } from "vitest";
import type { Severity } from "../../src/model/finding.js";
import { github } from "../../src/reporters/github.js";
import { markdown } from "../../src/reporters/markdown.js";
import { stepSummary } from "../../src/reporters/step-summary.js";
import { acme, at, CLEAN, DUE_BEFORE_DETECTED, finding, printed, RUN, result } from "./acme.js";

const HOSTILE = finding({
  rule: "date-mistyped",
  severity: "warning",
  message: "100 %\r\n::error::<b>@team</b> | [x](y)",
  at: at(13, 12, "It's"),
  item: "V|1",
  cites: ["a\n##[error]b"],
});
const LET_PASS = finding({ rule: "stale", message: "let pass", at: at(14, 1), suppressed: { reason: "agreed" } });
const UNREADABLE = { path: "b,1:2.xlsx", poam: undefined, packs: [], error: "it is empty.", rules: [], findings: [] };
const RESULTS = [result(acme({}), [HOSTILE, LET_PASS, DUE_BEFORE_DETECTED], "./poams\\acme.xlsx"), UNREADABLE];
const SUMMARY = { ...CLEAN, files: 2, path: undefined, unreadable: 1, errors: 1, warnings: 1 };

it("annotates the most severe first", () => {
  expect(printed(github(), RESULTS, SUMMARY)).toBe(`::error file=b%2C1%3A2.xlsx,title=poam::it is empty.
::error file=poams/acme.xlsx,line=12,title=due-before-detected::'Open POA&M Items'!M12: due 2026-02-01, but detected later, on 2026-03-14%0Acorrect whichever date is wrong%0Acites: FedRAMP POA&M Template Completion Guide 2.2, Table 2, column L
::warning file=poams/acme.xlsx,line=13,title=date-mistyped::'It''s'!L13: 100 %25 ::error::<b>@team</b> | [x](y)%0Acites: a ##[error]b
poam: 2 problems (1 error, 1 warning) in 1 file · 1 file could not be read · fedramp-rev5 · as of 2026-11-22
`);
});

it("prints no more of a kind than GitHub shows", () => {
  const many = (severity: Severity, length: number) =>
    Array.from({ length }, (_, index) => finding({ rule: "a", severity, message: `${index}`, at: at(index + 6, 1) }));
  const all = [...many("info", 3), ...many("warning", 12), ...many("error", 10)];
  const lines = printed(github(), [result(acme({}), all), UNREADABLE]).split("\n");
  const kinds = lines.map((line) => /^::(\w+) /.exec(line)?.[1] ?? "");
  expect(kinds).toEqual([
    ...Array(10).fill("error"),
    ...Array(10).fill("warning"),
    ...Array(3).fill("notice"),
    "",
    "",
    "",
  ]);
  expect(lines[0]).toContain("it is empty.");
  // 26 found, 23 shown.
  expect(lines.at(-3)).toBe(
    "poam: 3 more are not annotated, as GitHub shows 10 of a kind from a step: see the step's summary",
  );
});

it.each<[string, string]>([
  [
    "::add-mask::x.xlsx",
    "poam: ::add-mask::x.xlsx: 142 items (120 open, 22 closed), no problems · fedramp-rev5 · as of 2026-11-22\n",
  ],
  [
    "##[error]x.xlsx",
    "poam: ## [error]x.xlsx: 142 items (120 open, 22 closed), no problems · fedramp-rev5 · as of 2026-11-22\n",
  ],
])("a file called %s gives no command", (path, line) => {
  expect(printed(github(), [result(acme({}), [], path)], { ...CLEAN, path })).toBe(line);
});

it("is silent where nothing is found and only findings are wanted", () => {
  expect(printed(github(), [result(acme({}), [])], CLEAN, { ...RUN, quiet: true })).toBe("");
});

describe("markdown", () => {
  it("is a table a workbook, and what to do", () => {
    expect(printed(markdown, [...RESULTS, result(acme({}), [LET_PASS], "c.xlsx")], SUMMARY)).toBe(`# POA&M check

## ./poams\\\\acme.xlsx

| severity | cell | item | finding | rule |
| --- | --- | --- | --- | --- |
| warning | \`'It''s'!L13\` | V\\|1 | 100 % ::error::\\<b\\>&#64;team\\</b\\> \\| \\[x\\](y) | date-mistyped |
| error | \`'Open POA&M Items'!M12\` | V-2026-031 | due 2026-02-01, but detected later, on 2026-03-14 | due-before-detected |

- **date-mistyped** (a \\#\\#\\[error\\]b)
- **due-before-detected**: correct whichever date is wrong (FedRAMP POA&M Template Completion Guide 2.2, Table 2, column L)

## b,1:2.xlsx

**it is empty.**

## c.xlsx

No problems.

2 problems (1 error, 1 warning) in 1 file · 1 file could not be read · fedramp-rev5 · as of 2026-11-22
`);
  });

  it("has no colours, wherever it is printed", () => {
    const paint = { ...RUN.paint, strong: (text: string) => `\u001b[1m${text}\u001b[22m` };
    expect(printed(markdown, RESULTS, SUMMARY, { ...RUN, paint })).toBe(printed(markdown, RESULTS, SUMMARY));
  });

  it("puts those that repeat into one row, and gives their help once", () => {
    const alike = [9, 10, 11, 12, 20].map((row) => ({ ...DUE_BEFORE_DETECTED, at: at(row, 13), item: `V-${row}` }));
    expect(printed(markdown, [result(acme({}), alike)], CLEAN, { ...RUN, quiet: true })).toBe(`# POA&M check

## acme-poam.xlsx

| severity | cell | item | finding | rule |
| --- | --- | --- | --- | --- |
| error | \`'Open POA&M Items'!M9\` and 4 more like it: M10–M12, M20 | V-9 | due 2026-02-01, but detected later, on 2026-03-14 | due-before-detected |

- **due-before-detected**: correct whichever date is wrong (FedRAMP POA&M Template Completion Guide 2.2, Table 2, column L)
`);
  });
});

it("the step's summary stays below what GitHub takes, and says so", () => {
  const results = Array.from({ length: 30_000 }, (_, index) => ({
    ...UNREADABLE,
    path: `${index}-${"ä".repeat(20)}.xlsx`,
  }));
  const text = printed(stepSummary(), results);
  expect(Buffer.byteLength(text)).toBeGreaterThan(990_000);
  expect(Buffer.byteLength(text)).toBeLessThan(1_048_576);
  expect(text.split("\n").slice(-5)).toEqual([
    "",
    "The rest does not fit a step's summary; `poam lint -f markdown=findings.md` writes all.",
    "",
    "acme-poam.xlsx: 142 items (120 open, 22 closed), no problems · fedramp-rev5 · as of 2026-11-22",
    "",
  ]);
  expect(printed(stepSummary(), RESULTS, SUMMARY)).toBe(printed(markdown, RESULTS, SUMMARY));
});
