import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { reportsByPython } from "./readers.js";

const scratch = mkdtempSync(join(tmpdir(), "poam-reports-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What an owner's cells can hold that a report's syntax could take for its own. */
const HOSTILE = [
  "a | b",
  "<b>x</b> &amp; &lt;",
  "]]> <!-- x",
  "`code` *x* _y_ ~~z~~",
  "[x](http://x.example) ![y](z)",
  "# 1. - + =",
  "@team \\| C:\\x\\",
  'é漢🛰 "quoted"',
];
writeFileSync(
  join(scratch, "hostile.csv"),
  ["POAM ID,Weakness Name,Scheduled Completion Date,Original Detection Date,Status"]
    .concat(HOSTILE.map(quoted).map((text) => `${text},${text},${text},2026-01-05,Open`))
    .join("\n"),
);

const at = (name: string) => join(scratch, name);
execFileSync(process.execPath, [
  ...["bin/poam.js", "lint", "--as-of", "2026-03-31", "--exit-zero"],
  ...["-f", `json=${at("all.json")}`, "-f", `junit=${at("all.xml")}`, "-f", `markdown=${at("all.md")}`],
  ...readdirSync("fixtures/err")
    .filter((name) => /\.(xlsx|csv|tsv)$/.test(name))
    .map((name) => join("fixtures/err", name)),
  at("hostile.csv"),
]);
const { files } = JSON.parse(readFileSync(at("all.json"), "utf8")) as { files: readonly FileRecord[] };
const { junit, markdown } = await reportsByPython(at("all.xml"), at("all.md"));

interface FileRecord {
  readonly path: string;
  readonly findings: readonly { rule: string; severity: string; message: string; cell: string; item: string | null }[];
}

test("the hostile texts are in the findings", () => {
  const items = new Set(files.at(-1)!.findings.map(({ item }) => item));
  for (const text of HOSTILE) expect(items).toContain(text);
});

test("junitparser finds each workbook's findings under their rules, errors as failures", () => {
  expect(junit.map(({ name }) => name)).toEqual(files.map(({ path }) => path));
  for (const [index, { name, tests, failures, errors, cases }] of junit.entries()) {
    const { findings } = files[index]!;
    const failing = new Set(findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule));
    expect({ name, tests, failures, errors }).toEqual({ name, tests: cases.length, failures: failing.size, errors: 0 });
    const seen = cases.flatMap(({ name: rule, result, lines }) => {
      expect({ rule, result }).toEqual({ rule, result: failing.has(rule) ? ["Failure"] : [] });
      return lines.filter((line) => /^'.*?'![A-Z]+\d+: /.test(line)).map((line) => `${rule}: ${line}`);
    });
    const expected = findings.map(({ rule, cell, severity, message }) => `${rule}: ${cell}: ${severity}: ${message}`);
    expect(seen.sort(), name).toEqual(expected.sort());
  }
});

test("markdown-it finds a table a workbook, and in it the texts as they are", () => {
  const [title, ...tables] = markdown;
  expect(title).toEqual({ heading: "POA&M check", rows: [] });
  expect(tables.map(({ heading }) => heading)).toEqual(files.map(({ path }) => path));
  for (const [index, { rows }] of tables.entries()) {
    const { findings, path } = files[index]!;
    const [headings, ...lines] = rows;
    expect(rows.length === 0, path).toBe(findings.length === 0);
    if (!headings) continue;
    expect(headings.map(({ text }) => text)).toEqual(["severity", "cell", "item", "finding", "rule"]);
    const told = new Set(findings.map((one) => [one.severity, one.item ?? "", one.message, one.rule].join("¦")));
    for (const [severity, , item, finding, rule] of lines) {
      expect(told, path).toContain([severity, item, finding, rule].map((cell) => cell!.text).join("¦"));
      expect([...severity!.kinds, ...item!.kinds, ...finding!.kinds, ...rule!.kinds]).not.toContain("html_inline");
    }
    const repeated = lines.map(
      (line) => +(/ and ([\d,]+) more like it/.exec(line[1]!.text)?.[1] ?? "0").replace(",", ""),
    );
    expect(lines.length + repeated.reduce((sum, count) => sum + count, 0), path).toBe(findings.length);
  }
});

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
