import { describe, expect, it } from "vitest";
import { ENGINE } from "../../src/cli/engine.js";
import { main } from "../../src/cli/main.js";
import { memoryHost, type World } from "./memory-host.js";

const HEADINGS =
  "POA&M ID,Weakness Name,Weakness Description,Affected Assets,Detection Date,Scheduled Completion Date,Status";
const FEBRUARY = `${HEADINGS}
V-1,Weak ciphers,TLS 1.0 is on,web-01,2026-01-12,2026-03-12,Ongoing
V-2,Open port,Telnet is open,web-02,2026-01-14,2026-03-14,Ongoing
`;
const MARCH = FEBRUARY.replace("2026-01-14", "2026-02-14").replace("TLS 1.0 is on", "=TLS 1.0 is on, <b>still</b>");
const FILES = { "/home/me/feb.csv": FEBRUARY, "/home/me/same.csv": FEBRUARY, "/home/me/mar.csv": quoted(MARCH) };

/** A cell with a comma stands in quotes. */
function quoted(csv: string): string {
  return csv.replace("=TLS 1.0 is on, <b>still</b>", '"=TLS 1.0 is on, <b>still</b>"');
}

async function poam(args: string, world: World = {}) {
  const host = memoryHost({ files: FILES, ...world });
  const code = await main(args.split(" "), host, async () => ENGINE);
  return { code, out: host.out(), err: host.err() };
}

describe("poam diff", () => {
  it("exits with 0 where nothing changed that may not", async () => {
    expect(await poam("diff feb.csv same.csv")).toEqual({
      code: 0,
      out: "feb.csv → same.csv\n\nno item was added, closed or changed\n",
      err: "",
    });
  });

  it("exits with 1 where an invariant is broken, which comes first", async () => {
    const { code, out, err } = await poam("diff feb.csv mar.csv");
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toBe(`feb.csv → mar.csv

error[detection-date-changed]: V-2 detected 2026-02-14, but 2026-01-14 before
  --> 'mar'!E3  (before: 'feb'!E3)

Changed (2)
  V-1
    Weakness Description: TLS 1.0 is on → =TLS 1.0 is on, <b>still</b>  C2
  V-2
    Detection Date: 2026-01-14 → 2026-02-14  E3

2 cells changed in 2 items · 1 invariant broken
`);
  });

  it("puts long texts below each other, from where they begin to differ", async () => {
    const plan = (end: string) =>
      `${HEADINGS}\nV-1,Weak ciphers,${"very ".repeat(20)}${end},web-01,2026-01-12,,Ongoing\n`;
    const { out } = await poam("diff a.csv b.csv", {
      files: { "/home/me/a.csv": plan("old"), "/home/me/b.csv": plan("new") },
    });
    expect(out).toContain(`
    Weakness Description  C2
      - …very very very very old
      + …very very very very new
`);
  });

  it("prints Markdown in which no cell becomes markup", async () => {
    const { out } = await poam("diff feb.csv mar.csv -f markdown");
    expect(out).toContain(
      "| V-1 | Weakness Description | TLS 1.0 is on | =TLS 1.0 is on, \\<b\\>still\\</b\\> | `'mar'!C2` |",
    );
  });

  it("prints JSON", async () => {
    const { code, out } = await poam("diff feb.csv mar.csv -f json");
    const { changes, broken, summary } = JSON.parse(out);
    expect(code).toBe(1);
    expect(changes[1]).toEqual({
      item: "V-2",
      field: "detectedOn",
      heading: "Detection Date",
      was: { cell: "'feb'!E3", text: "2026-01-14" },
      now: { cell: "'mar'!E3", text: "2026-02-14" },
    });
    expect(broken[0].cell).toBe("'mar'!E3");
    expect(summary).toMatchObject({ changes: 2, broken: 1, added: 0 });
  });

  it.each(["pretty", "markdown", "json"])("keeps the text of cells back in %s, if asked", async (format) => {
    const { code, out } = await poam(`diff feb.csv mar.csv --redact -f ${format}`);
    expect(code).toBe(1);
    expect(out).toContain("detection-date-changed");
    expect(out).not.toMatch(/V-1|V-2|TLS|Telnet|2026-0/);
  });

  it.each(["pretty", "markdown", "json"])("keeps headings of people's own back in %s, too", async (format) => {
    const own = FEBRUARY.replace("Status\n", "Status,Ticket\n").replace(/Ongoing\n/g, "Ongoing,T-1\n");
    const files = {
      "/home/me/feb.csv": FEBRUARY,
      "/home/me/own.csv": own,
      "/home/me/two.csv": own.replace("T-1", "T-2"),
    };
    for (const old of ["feb", "two"]) {
      const { out } = await poam(`diff ${old}.csv own.csv --redact -f ${format}`, { files });
      expect(out).toContain("own");
      expect(out).not.toMatch(/Ticket|T-1|T-2/);
    }
  });

  it("tells Git in a line what cannot be read, for Git gives up on all files otherwise", async () => {
    const { code, out } = await poam("diff --git-textconv bad.xlsx", {
      files: { "/home/me/bad.xlsx": "PK\x03\x04broken" },
    });
    expect({ code, out }).toEqual({
      code: 0,
      out: "bad.xlsx is cut off: its end is missing. Download or copy it again.\n",
    });
  });

  it("shows each line once, whatever the colours are given", async () => {
    const { out } = await poam("diff feb.csv mar.csv --color");
    expect(out.match(/detection-date-changed/g)).toHaveLength(1);
    expect(out).not.toMatch(/ 0 \u001b| 0 Only/);
  });

  it("gives Git one workbook as lines, sorted by id", async () => {
    const { code, out } = await poam("diff --git-textconv mar.csv");
    expect(code).toBe(0);
    expect(out).toMatch(/^\nV-1 \(open\)\n {2}weakness name: Weak ciphers\n/);
    expect(out).toContain("\n  detection date: 2026-02-14\n");
  });

  it("gives Git people's own columns, and what stands outside of the items", async () => {
    const own = FEBRUARY.replace("Status\n", "Status,Ticket\n").replace(/Ongoing\n/g, "Ongoing,T-1\n");
    const asText = async (text: string) =>
      (await poam("diff --git-textconv own.csv", { files: { "/home/me/own.csv": text } })).out.split("\n");
    const before = await asText(own);
    expect(before).toContain("  Ticket: T-1");
    expect(before).toContain("'own', outside of the items");
    const after = await asText(
      own.replace("T-1", "T-999").replace("Ticket", "Case").replace(/$/, "checked by A. Roe\n"),
    );
    expect(after.filter((line) => !before.includes(line))).toEqual([
      "  Case: T-999",
      "  Case: T-1",
      "  H: Case",
      "  A: checked by A. Roe",
    ]);
  });

  it("gives Git a workbook that is no POA&M cell by cell", async () => {
    const { code, out } = await poam("diff --git-textconv other.csv", {
      files: { "/home/me/other.csv": "a,b\n1,2\n" },
    });
    expect({ code, out }).toEqual({ code: 0, out: "'other'!A1: a\n'other'!B1: b\n'other'!A2: 1\n'other'!B2: 2\n" });
  });

  it.each<[string, string]>([
    ["diff feb.csv", "poam: give two workbooks, the older first: poam diff acme-2026-02.xlsx acme-2026-03.xlsx\n"],
    [
      "diff feb.csv mar.csv same.csv",
      "poam: give two workbooks, the older first: poam diff acme-2026-02.xlsx acme-2026-03.xlsx\n",
    ],
    ["diff feb.csv apr.csv", "poam: there is no file apr.csv. Did you mean mar.csv?\n"],
    ["diff --git-textconv feb.csv mar.csv", "poam: --git-textconv takes one workbook, as Git gives it.\n"],
    ["diff feb.csv mar.csv -f html", "poam: -f cannot be html. It can be pretty, markdown, json.\n"],
  ])("%s", async (args, sentence) => {
    expect(await poam(args)).toEqual({ code: 2, out: "", err: sentence });
  });
});
