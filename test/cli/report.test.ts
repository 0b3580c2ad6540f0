import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { memoryHost, type World } from "./memory-host.js";

const MONTHS = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"];
const PAST = Object.fromEntries(
  MONTHS.map((month) => [`/home/me/past/${month}.xlsx`, readFileSync(`fixtures/series/${month}.xlsx`)]),
);
const JUNE = { "/home/me/june.xlsx": readFileSync("fixtures/series/2026-06.xlsx") };

async function report(files: World["files"], ...args: string[]) {
  const host = memoryHost({ files: { ...JUNE, ...files } });
  const code = await main(["report", ...args, "--as-of", "2026-06-30"], host);
  return { code, out: host.out(), err: host.err(), written: host.written };
}

describe("poam report", () => {
  it("prints Markdown", async () => {
    const { code, out, err } = await report({}, "june.xlsx");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^# FedRAMP Continuous Monitoring Report – June, 2026\n/);
    expect(out).toMatch(/^\| Earlier POA&Ms +\| none +\|$/m);
  });

  it.each([
    ["report.md", /^# FedRAMP/],
    ["report.json", /^\{\n {2}"version": 1,/],
    ["report.html", /^<!doctype html>/i],
    ["report.xlsx", /^PK/],
  ])("-o %s tells the form by its name", async (name, start) => {
    const { code, out, written } = await report({}, "june.xlsx", "-o", name);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(written.get(`/home/me/${name}`)).toMatch(start);
  });

  it("-f goes before the name, and - prints", async () => {
    expect(
      (await report({}, "june.xlsx", "-o", "report.txt", "-f", "json")).written.get("/home/me/report.txt"),
    ).toMatch(/^\{/);
    expect((await report({}, "june.xlsx", "-o", "-", "-f", "json")).out).toMatch(/^\{/);
  });

  it("the same bytes in give the same bytes out", async () => {
    const [one, other] = [await report(PAST, "june.xlsx", "-f", "json"), await report(PAST, "june.xlsx", "-f", "json")];
    expect(one.out).toBe(other.out);
  });

  it("takes months one by one, and folders of them: what is no earlier month is passed over, and named", async () => {
    const files = {
      ...PAST,
      "/home/me/past/inventory.xlsx": readFileSync("fixtures/blank/fedramp-inventory.xlsx"),
      "/home/me/past/other.xlsx": readFileSync("fixtures/ok/fedramp-v2.1.xlsx"),
    };
    const folder = await report(files, "june.xlsx", "--previous", "past", "-f", "json");
    expect(folder.code).toBe(0);
    expect(JSON.parse(folder.out).report.header.previous).toEqual(
      MONTHS.slice(0, 5).map((month) => ({ workbook: `past/${month}.xlsx`, day: expect.stringContaining(month) })),
    );
    expect(folder.err.trim().split("\n")).toEqual([
      "poam: passed over: past/2026-06.xlsx is of 2026-06-30, not earlier than 2026-06-30.",
      expect.stringMatching(/^poam: passed over: past\/inventory\.xlsx is .*, not a POA&M\.$/),
      "poam: passed over: past/other.xlsx is another system's.",
    ]);
    const one = await report(PAST, "june.xlsx", "--previous", "past/2026-05.xlsx", "-f", "json");
    expect(JSON.parse(one.out).report.changes.added).toHaveLength(6);
  });

  it("takes the later of two POA&Ms of one month, and refuses two of one day", async () => {
    const table = "POA&M ID,Weakness,Severity,Scheduled Completion Date,Status\nA-1,One,High,2026-05-01,Open\n";
    const files = {
      "/home/me/m/2026-05-10.csv": table,
      "/home/me/m/2026-05-20.csv": table,
      "/home/me/2026-06.csv": table,
    };
    const two = await report(files, "2026-06.csv", "--previous", "m", "-f", "json");
    expect(two.err).toBe(
      "poam: passed over: m/2026-05-10.csv is of 2026-05-10, and m/2026-05-20.csv of the same month is later.\n",
    );
    expect(JSON.parse(two.out).report.header.previous).toEqual([{ workbook: "m/2026-05-20.csv", day: "2026-05-20" }]);
    const same = await report({ ...files, "/home/me/m/b-2026-05-20.csv": table }, "2026-06.csv", "--previous", "m");
    expect(same.code).toBe(2);
    expect(same.err).toContain("m/2026-05-20.csv and m/b-2026-05-20.csv are both of 2026-05-20");
  });

  it("writes over an earlier report, and passes it over among the months", async () => {
    const { written } = await report({}, "june.xlsx", "-o", "old.xlsx");
    const own = Buffer.from(written.get("/home/me/old.xlsx")!, "latin1");
    const again = await report({ "/home/me/old.xlsx": own }, "june.xlsx", "-o", "old.xlsx");
    expect({ code: again.code, err: again.err }).toEqual({ code: 0, err: "" });
    const month = await report({ "/home/me/old.xlsx": own }, "june.xlsx", "--previous", "old.xlsx", "-f", "json");
    expect(month.err).toBe("poam: passed over: old.xlsx is a report of poam's, not a POA&M.\n");
    expect(JSON.parse(month.out).report.header.previous).toEqual([]);
  });

  it("knows the month by the file's name where the form has no date", async () => {
    const emass = readFileSync("fixtures/ok/emass-navy-2026.xlsx");
    const generic = "POA&M ID,Weakness,Severity,Scheduled Completion Date,Status\nA-1,One,High,2026-05-01,Open\n";
    const files = { "/home/me/2026-05-15.csv": generic, "/home/me/2026-04.csv": generic, "/home/me/emass.xlsx": emass };
    const { out } = await report(files, "2026-05-15.csv", "--previous", "2026-04.csv", "-f", "json");
    expect(JSON.parse(out).report.header).toMatchObject({
      month: "May, 2026",
      previous: [{ workbook: "2026-04.csv", day: "2026-04-30" }],
    });
    // Exported on 03/31/2026.
    expect(JSON.parse((await report(files, "emass.xlsx", "-f", "json")).out).report.header.month).toBe("March, 2026");
  });

  it("several workbooks make a portfolio; one that cannot be read does not stop the others", async () => {
    const files = { "/home/me/s/a.xlsx": JUNE["/home/me/june.xlsx"], "/home/me/s/b.xlsx": "no workbook" };
    const { code, out, err } = await report(files, "june.xlsx", "s", "-f", "json");
    expect(code).toBe(2);
    expect(JSON.parse(out).portfolio.totals).toMatchObject({ open: 102, late: 62 });
    expect(err).toMatch(/^poam: s\/b\.xlsx/);
    expect(err).toContain("poam: june.xlsx, s/a.xlsx are of one system, and are added up as several:");
    expect(JSON.parse(out).portfolio.unreadable).toMatchObject([{ workbook: "s/b.xlsx" }]);
    const { out: markdown } = await report({ "/home/me/s/b.xlsx": "no workbook" }, "june.xlsx", "s");
    expect(markdown).toMatch(/\b1 system\.\n\ns\/b\.xlsx could not be read, and the totals are without it: /);
  });

  it("takes from the config what no POA&M shows", async () => {
    const config = {
      report: {
        organisation: "Example Cloud Inc.",
        systemStatus: "Minor Concern",
        overview: "One.\n\nTwo.",
        baseline: 36,
        scans: [{ month: "2026-06", unauthenticatedPercent: 12, raw: { os: { high: 1, moderate: 2, low: 3 } } }],
        sections: [{ title: "Thanks", text: "To all." }],
      },
    };
    const { out } = await report({ "/home/me/poam.config.json": JSON.stringify(config) }, "june.xlsx");
    expect(out).toMatch(/^\| Cloud service provider +\| Example Cloud Inc\. +\|$/m);
    expect(out).toMatch(/^\| System status +\| Minor Concern +\|$/m);
    expect(out).toContain("\nOne.\n\nTwo.\n");
    expect(out).toContain("\nUnique vulnerability baseline: 36. Threshold: 46.\n");
    expect(out).toMatch(/^\| Jun 2026 +\| +1 \| +2 \| +3 \| not supplied /m);
    expect(out).toContain("\n## Thanks\n\nTo all.\n");
    const flagged = await report(
      { "/home/me/poam.config.json": JSON.stringify(config) },
      "june.xlsx",
      "--organisation",
      "X",
    );
    expect(flagged.out).toMatch(/^\| Cloud service provider +\| X +\|$/m);
  });

  it("takes the README's config, and then lacks nothing but what the form does not have", async () => {
    const [, config] = /```json\n(\{\n {2}"report"[\s\S]*?)```/.exec(readFileSync("README.md", "utf8"))!;
    const files = { ...PAST, "/home/me/poam.config.json": config!, "/home/me/logo.svg": "<svg/>" };
    const { code, out } = await report(files, "june.xlsx", "--previous", "past", "-f", "json");
    expect(code).toBe(0);
    const { triggers, header, facts } = JSON.parse(out).report;
    expect(triggers.filter(({ state }: { state: string }) => state === "not-supplied")).toEqual([]);
    expect(Object.values({ ...header, ...facts })).not.toContain(null);
  });

  it("--redact holds in every form", async () => {
    for (const format of ["markdown", "json", "html"]) {
      const { out } = await report(PAST, "june.xlsx", "--previous", "past", "--redact", "-f", format);
      expect(out, format).toMatch(/Open POA&(amp;)?M Items/);
      expect(out, format).not.toMatch(/V-0\d\d|srv-|Example|Whitfield|CVE-2026|2026-06-24|recovery scripts/);
    }
  });

  it.each<[string, readonly string[], RegExp]>([
    ["no file", [], /^poam: no file was given\./],
    ["a file that is not there", ["may.xlsx"], /^poam: there is no file may\.xlsx\./],
    ["a month that is not there", ["june.xlsx", "--previous", "may.xlsx"], /^poam: there is no file may\.xlsx\./],
    ["an unknown ending", ["june.xlsx", "-o", "report.pdf"], /^poam: -o report\.pdf: end the name in \.md/],
    ["a workbook to the terminal", ["june.xlsx", "-f", "xlsx"], /^poam: a workbook cannot be printed\./],
    [
      "over a workbook that is no report",
      ["june.xlsx", "-o", "kept.xlsx"],
      /^poam: kept\.xlsx is there already, and is no report of poam's: give another name\.$/m,
    ],
    ["over a table", ["june.xlsx", "-f", "json", "-o", "kept.csv"], /^poam: kept\.csv is there already/],
    [
      "a form that the name contradicts",
      ["june.xlsx", "-f", "html", "-o", "x.md"],
      /^poam: -f html and -o x\.md contradict each other/,
    ],
    ["over what is read", ["june.xlsx", "-o", "june.xlsx"], /^poam: june\.xlsx is read in this run/],
    [
      "over a month that is read",
      ["june.xlsx", "--previous", "past", "-o", "past/2026-01.xlsx"],
      /is read in this run/,
    ],
    ["one past for two systems", ["june.xlsx", "past/2026-05.xlsx", "--previous", "past"], /one system's past/],
    ["an unknown format", ["june.xlsx", "-f", "htm"], /^poam: -f cannot be htm\. Did you mean html\?/],
  ])("refuses %s", async (_, args, sentence) => {
    const kept = { "/home/me/kept.xlsx": PAST["/home/me/past/2026-01.xlsx"]!, "/home/me/kept.csv": "A,B\n1,2\n" };
    const { code, out, err, written } = await report({ ...PAST, ...kept }, ...args);
    expect({ code, out, written: written.size }).toEqual({ code: 2, out: "", written: 0 });
    expect(err).toMatch(sentence);
  });

  it.each([
    [
      '{ "report": { "systemstatus": "Satisfactory" } }',
      "report: there is no setting systemstatus. Did you mean systemStatus?",
    ],
    [
      '{ "report": { "systemStatus": "Fine" } }',
      'report.systemStatus: "Fine" is not possible. It can be Satisfactory, Minor Concern, Major Concern.',
    ],
    ['{ "report": { "baseline": -1 } }', "report.baseline: this must be 0 or more."],
    ['{ "report": { "anniversary": "June" } }', "report.anniversary: this must be a date of the form 2026-03-31."],
    [
      '{ "report": { "scans": [{ "month": "June" }] } }',
      "report.scans.0.month: this must be a month of the form 2026-03.",
    ],
    [
      '{ "report": { "scans": [{ "month": "2026-06", "uniqe": {} }] } }',
      "report.scans.0: there is no setting uniqe. Did you mean unique?",
    ],
    ['{ "report": { "scans": [{ "month": "2026-06", "raw": { "os": { "hi": 1 } } }] } }', "report.scans.0.raw.os"],
  ])("a config of %s is refused by name", async (config, sentence) => {
    const { code, err } = await report({ "/home/me/poam.config.json": config }, "june.xlsx");
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});
