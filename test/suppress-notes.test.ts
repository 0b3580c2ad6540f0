import { describe, expect, it } from "vitest";
import { main } from "../src/cli/main.js";
import { suppressionLines } from "../src/codecs/suppression-note.js";
import { memoryHost } from "./cli/memory-host.js";
import { makeWorkbook } from "./workbook/make-workbook.js";

const KNOWN = ["overdue", "stale", "cve-malformed"];

describe("a line of a note", () => {
  it.each<[string, object[]]>([
    ["poam: ignore overdue -- the AO knows", [{ rules: ["overdue"], reason: "the AO knows" }]],
    ["POAM: Ignore overdue – the AO knows", [{ rules: ["overdue"], reason: "the AO knows" }]],
    [
      "Dana Whitfield:\nSee the memo.\r\n  poam: ignore overdue, stale until 2026-06-30 — memo -- of March  ",
      [{ rules: ["overdue", "stale"], reason: "memo -- of March", until: "2026-06-30" }],
    ],
    [
      "poam: ignore stale -- one\npoam: ignore overdue -- two",
      [
        { rules: ["stale"], reason: "one" },
        { rules: ["overdue"], reason: "two" },
      ],
    ],
    ["poam: ignore cve-malformed -- the vendor's own", [{ rules: ["cve-malformed"], reason: "the vendor's own" }]],
    ["poam: ignore overdue", [{ fault: "it gives no reason behind --" }]],
    ["poam: ignore overdue --", [{ fault: "it gives no reason behind --" }]],
    ["poam: ignore overdue the AO knows", [{ fault: "there is no rule the" }]],
    ["poam: ignore Overdue -- the AO knows", [{ rules: ["overdue"], reason: "the AO knows" }]],
    ["poam: ignore all -- the AO knows", [{ fault: "there is no rule all" }]],
    ["poam: ignore overdu -- the AO knows", [{ fault: "there is no rule overdu. Did you mean overdue?" }]],
    ["poam: ignore -- all of it", [{ fault: "it names no rule" }]],
    ["poam: ignore until 2026-06-30 -- all of it", [{ fault: "it names no rule" }]],
    ["poam: ignore overdue until June -- x", [{ fault: "June is no day of the form 2026-03-31" }]],
    ["poam: ignore overdue until 2026-06-31 -- x", [{ fault: "2026-06-31 is no day of the form 2026-03-31" }]],
    ["POAM: discussed with the ISSO", []],
    ["poam, as of 2026-03-31\nerror overdue: due", []],
    ["we ask poam: ignore overdue -- x", []],
    ["poam: ignored overdue -- x", []],
    ["", []],
  ])("%j", (note, lines) => expect(suppressionLines(note, KNOWN)).toEqual(lines));
});

/** Items that are late, two of one id; ids in A, due dates in D, CVEs in F, from row 2 on. */
const ROWS = [
  ["POAM ID", "Weakness Name", "Point of Contact", "Scheduled Completion Date", "Status", "CVE"],
  ["V-1", "Old TLS", "Ann Lee", "2026-02-01", "Open", "cve-2024-1001"],
  ["V-2", "Weak keys", "Ann Lee", "2026-02-02", "Open", "cve-2024-1002"],
  ["V-2", "Open port", "Ann Lee", "2026-02-03", "Open", "cve-2024-1003"],
];
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const THREADS = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment";

/** The register with notes, `cell: text`, and perhaps a thread of comments. */
function book(notes: Readonly<Record<string, string>>, thread?: readonly [cell: string, text: string]): Buffer {
  const rows = ROWS.map((row, index) => {
    const cells = row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
    return `<row r="${index + 1}">${cells.join("")}</row>`;
  });
  const listed = Object.entries(notes).map(
    ([cell, text]) => `<comment ref="${cell}" authorId="0"><text><r><t>${text}</t></r></text></comment>`,
  );
  const comments = `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Ann</author></authors><commentList>${listed.join("")}</commentList></comments>`;
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;
  const threads = thread
    ? `<ThreadedComments><threadedComment ref="${thread[0]}"><text>${thread[1]}</text></threadedComment></ThreadedComments>`
    : "<ThreadedComments/>";
  return makeWorkbook({
    sheets: [{ name: "POAM", xml: rows.join("") }],
    parts: {
      "xl/comments1.xml": comments,
      "xl/threadedComments/threadedComment1.xml": threads,
      "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation(1, `${RELATIONS}/comments`, "../comments1.xml")}${relation(2, THREADS, "../threadedComments/threadedComment1.xml")}</Relationships>`,
    },
  });
}

async function run(
  command: string,
  workbook: Buffer,
  { config = { notes: true }, files = {} }: { config?: object; files?: Record<string, string> } = {},
) {
  const settings = { packs: ["fedramp-rev5"], rules: { "element-missing": "off" }, ...config };
  const host = memoryHost({
    files: { "/home/me/acme.xlsx": workbook, "/home/me/poam.config.json": JSON.stringify(settings), ...files },
  });
  const code = await main([...command.split(" "), "--as-of", "2026-03-31"], host);
  return { code, out: host.out(), err: host.err(), host };
}

/** What is found: rule, cell and why it is suppressed, of the rules of this test. */
async function found(workbook: Buffer, options?: Parameters<typeof run>[2]): Promise<string[]> {
  const { out } = await run("lint acme.xlsx -f json", workbook, options);
  return JSON.parse(out)
    .files[0].findings.filter(({ rule }: { rule: string }) => /^(overdue|suppression-)/.test(rule))
    .map(({ rule, cell, suppressed, message }: Record<string, string & { reason: string; until?: string }>) => {
      const place = cell!.replace("'POAM'!", "");
      if (rule!.startsWith("suppression-")) return `${rule} ${place}: ${message}`;
      const until = suppressed?.until ? ` until ${suppressed.until}` : "";
      return `${rule} ${place}${suppressed ? ` (${suppressed.reason}${until})` : ""}`;
    });
}

const LATE = ["overdue D2", "overdue D3", "overdue D4"];

describe("notes on cells suppress", () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ["nothing where they say nothing", { D2: "Ask Ann." }, LATE],
    [
      "the finding at their cell",
      { D2: "poam: ignore overdue until 2026-06-30 -- the AO knows" },
      ["overdue D2 (the AO knows until 2026-06-30)", "overdue D3", "overdue D4"],
    ],
    ["all of an item, on its id", { A2: "poam: ignore overdue -- known" }, ["overdue D2 (known)", ...LATE.slice(1)]],
    [
      "of items that share an id that of their row",
      { A3: "poam: ignore overdue -- known" },
      ["overdue D2", "overdue D3 (known)", "overdue D4"],
    ],
    [
      "nothing beside their cell",
      { C2: "poam: ignore overdue -- known" },
      [...LATE, "suppression-unused C2: overdue is suppressed here, but was not found"],
    ],
    [
      "nothing once they have expired",
      { D2: "poam: ignore overdue until 2026-03-30 -- known" },
      [...LATE, "suppression-expired D2: overdue was suppressed here until 2026-03-30"],
    ],
    [
      "until the last day",
      { D2: "poam: ignore overdue until 2026-03-31 -- known" },
      ["overdue D2 (known until 2026-03-31)", "overdue D3", "overdue D4"],
    ],
    [
      "nothing if they cannot be read",
      { D2: "poam: ignore overdue" },
      [...LATE, "suppression-unreadable D2: the note at this cell cannot be read: it gives no reason behind --"],
    ],
    ["nothing by rules that are not asked", { D2: "poam: ignore element-missing -- known" }, LATE],
  ])("%s", async (_, notes, expected) => {
    expect((await found(book(notes))).sort()).toEqual([...expected].sort());
  });

  it("only where the config says so", async () => {
    const workbook = book({ D2: "poam: ignore overdue -- known", D3: "poam: ignore overdue" });
    for (const config of [{}, { notes: false }]) expect(await found(workbook, { config })).toEqual(LATE);
  });

  it("from threads of comments, too, which are not read twice", async () => {
    const said = "poam: ignore overdue -- agreed";
    const copy = `[Threaded comment]\n\nComment:\n    poam: ignore overdue`;
    expect(await found(book({ D2: copy }, ["D2", said]))).toEqual(["overdue D2 (agreed)", "overdue D3", "overdue D4"]);
  });

  it("beside poam.suppressions.json, of which neither then is unused", async () => {
    const files = {
      "/home/me/poam.suppressions.json": JSON.stringify({
        suppressions: [{ rule: "overdue", item: "V-1", reason: "by the file" }],
      }),
    };
    expect(await found(book({ D2: "poam: ignore overdue -- by the note" }), { files })).toEqual([
      "overdue D2 (by the file)",
      "overdue D3",
      "overdue D4",
    ]);
  });

  it("what --baseline then leaves out, as it does what is said of notes", async () => {
    const notes = { A2: "poam: ignore overdue, stale -- known", D3: "poam: ignore overdue" };
    const { host } = await run("lint acme.xlsx --baseline -f compact", book(notes));
    const { suppressions } = JSON.parse(host.written.get("/home/me/poam.suppressions.json")!);
    const late = suppressions.filter(({ rule }: { rule: string }) => /^(overdue|suppression-)/.test(rule));
    expect(late.map(({ item }: { item: string }) => item)).toEqual(["V-2", "V-2"]);
  });

  it("what fix then leaves as it is", async () => {
    const cells = async (notes: Readonly<Record<string, string>>) => {
      const { out } = await run("fix acme.xlsx --format json", book(notes));
      return JSON.parse(out).files[0].patches.map(({ cell }: { cell: string }) => cell.replace("'POAM'!", ""));
    };
    expect(await cells({})).toEqual(["F2", "F3", "F4"]);
    expect(await cells({ F3: "poam: ignore cve-malformed -- the tracker's own" })).toEqual(["F2", "F4"]);
  });

  it("and say no word of themselves where text is redacted", async () => {
    const { out } = await run("lint acme.xlsx -f json --redact", book({ D2: "poam: ignore secretword -- known" }));
    expect(out).not.toContain("secretword");
    expect(out).toContain('"rule":"suppression-unreadable"');
  });
});
