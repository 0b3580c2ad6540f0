import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { applyPatches } from "../../src/workbook/patch.js";
import { addReview } from "../../src/workbook/review/add-review.js";
import { rawWorkbook } from "../lossless/raw-workbook.js";
import { rawZip } from "../lossless/raw-zip.js";
import { reviewWith } from "../review-rows.js";
import { zip } from "../workbook/zip-writer.js";
import { memoryHost, type World } from "./memory-host.js";

const OVERDUE = readFileSync("fixtures/err/overdue.xlsx");
const MACROS = readFileSync("fixtures/features/macros.xlsm");
const REVIEW = "/home/me/review.xlsx";

async function lint(
  args: string,
  { files, ...world }: World = {},
  change?: (host: ReturnType<typeof memoryHost>) => void,
) {
  const host = memoryHost({ files: { "/home/me/acme.xlsx": OVERDUE, ...files }, ...world });
  change?.(host);
  const code = await main(["lint", ...args.split(" "), "--as-of", "2026-03-31"], host);
  return { code, out: host.out(), err: host.err(), host, written: [...host.written.keys()] };
}

/** The text of the sheet that was added. */
async function sheetOf({ host }: Awaited<ReturnType<typeof lint>>, path = REVIEW): Promise<string> {
  return rawWorkbook(await host.files.read(path)).xml("xl/worksheets/poam1.xml");
}

describe("lint -f xlsx=", () => {
  it("writes a copy with the findings beside what else is printed", async () => {
    const run = await lint("acme.xlsx -f json -f xlsx=review.xlsx");
    const { findings } = JSON.parse(run.out).files[0];
    expect({ code: run.code, err: run.err, written: run.written }).toEqual({ code: 1, err: "", written: [REVIEW] });
    const sheet = await sheetOf(run);
    const links = [...sheet.matchAll(/location="(.*?)"/g)].map(([, place]) => place!.replaceAll("&amp;", "&"));
    expect(links).toEqual(findings.map(({ cell }: { cell: string }) => cell));
    expect(sheet).toContain(">Findings of poam in acme.xlsx<");
    expect(sheet).toContain("· fedramp-rev5-v3.0 · fedramp-rev5, best-practice · as of 2026-03-31 · poam ");
    expect(sheet).toContain(">Marcus Oyelaran, marcus.oyelaran@example.com<");
    expect(await run.host.files.read("/home/me/acme.xlsx")).toEqual(OVERDUE);
  });

  it("says on stderr how it went where nothing else is printed", async () => {
    const { out, err } = await lint("acme.xlsx -f xlsx=review.xlsx");
    expect(out).toBe("");
    expect(err).toMatch(/^\d+ problems \(.*\) · fedramp-rev5, best-practice · as of 2026-03-31\n$/);
  });

  it.each([
    "err/overdue.xlsx",
    "err/rmf-emass-missing-fields.xlsx",
    "err/cmmc-l2-not-eligible.xlsx",
    "err/nist-800-171-plan-of-action.xlsx",
    "err/hidden-sheet-reordered-columns.xlsx",
    "features/comments.xlsx",
    "features/workbook-protection.xlsx",
    "ok/fedramp-v3.0.xlsx",
  ])("gives a copy of %s that lints as it does, under whatever name, and always the same bytes", async (name) => {
    const files = { "/home/me/acme.xlsx": readFileSync(`fixtures/${name}`) };
    const [first, second] = [
      await lint("acme.xlsx -f json -f xlsx=review.xlsx --notes", { files }),
      await lint("acme.xlsx -f json -f xlsx=review.xlsx --notes", { files }),
    ];
    const copy = await first.host.files.read(REVIEW);
    expect(await second.host.files.read(REVIEW)).toEqual(copy);
    const again = await lint("other.xlsx -f json", { files: { "/home/me/other.xlsx": copy } });
    expect(again.out.replaceAll("other.xlsx", "acme.xlsx")).toBe(first.out);
    expect(again.code).toBe(first.code);
  });

  it("leaves out what is suppressed, or says why it is", async () => {
    const suppressions = { suppressions: [{ rule: "overdue", item: "V-101", reason: "the AO knows" }] };
    const files = { "/home/me/poam.suppressions.json": JSON.stringify(suppressions) };
    const without = await sheetOf(await lint("acme.xlsx -f xlsx=review.xlsx", { files }));
    expect(without).not.toContain("V-101");
    expect(without).toContain("1 suppressed");
    const shown = await sheetOf(await lint("acme.xlsx -f xlsx=review.xlsx --show-suppressed", { files }));
    expect(shown).toMatch(/>V-101<.*>the AO knows</s);
  });

  it("replaces a review that nobody has saved since, and no other file", async () => {
    const before = (await addReview(OVERDUE, reviewWith([]), { notes: false }, "acme.xlsx")).bytes;
    const replaced = await lint("acme.xlsx -f xlsx=review.xlsx", { files: { [REVIEW]: before } });
    expect(replaced.code).toBe(1);
    expect(await sheetOf(replaced)).toContain("V-101");

    const at = { sheet: "poam", row: 1, column: 1 };
    const [was, value] = ["Findings of poam in made.xlsx", "done by Ann"];
    const edited = (await applyPatches(before, [{ at, was, value }], "review.xlsx")).bytes;
    for (const theirs of [edited, OVERDUE, Buffer.from("a text")]) {
      const { code, err, written } = await lint("acme.xlsx -f xlsx=review.xlsx", { files: { [REVIEW]: theirs } });
      expect({ code, err, written }).toEqual({
        code: 2,
        err: "poam: review.xlsx is no review just as poam wrote it: somebody may have worked in it, so it is not written over. Give another name after =.\n",
        written: [],
      });
    }
  });

  it("writes nothing if the workbook changes while it is checked", async () => {
    const { code, err, written } = await lint("acme.xlsx -f compact -f xlsx=review.xlsx", {}, ({ files }) => {
      let readings = 0;
      const { readVersion } = files;
      Object.assign(files, {
        readVersion: async (path: string) => ({ ...(await readVersion(path)), mark: String(++readings) }),
      });
    });
    expect({ code, err, written }).toEqual({
      code: 2,
      err: "poam: acme.xlsx was changed while it was checked, so that findings and copy would not agree. Run the command again.\n",
      written: [],
    });
  });

  it("tells what it could not note, unless asked for findings only", async () => {
    // The thread is moved to a date that is late.
    const entries = rawZip(readFileSync("fixtures/features/threaded-comments.xlsx")).entries.map(
      ({ name, content }): [string, Buffer] => [
        name,
        Buffer.from(content.toString().replaceAll('ref="L7"', 'ref="I7"')),
      ],
    );
    const files = { "/home/me/acme.xlsx": zip(entries) };
    const { err } = await lint("acme.xlsx -f compact -f xlsx=review.xlsx --notes", { files });
    expect(err).toBe("poam: review.xlsx: No note where a thread of comments stands: 'Open POA&M Items'!I7.\n");
    expect((await lint("acme.xlsx -f compact -f xlsx=review.xlsx --notes -q", { files })).err).toBe("");
  });

  it("writes no review of a workbook that cannot be read", async () => {
    const files = { "/home/me/acme.xlsx": OVERDUE.subarray(0, 5000) };
    const { code, err, written } = await lint("acme.xlsx -f xlsx=review.xlsx", { files });
    expect(code).toBe(2);
    expect(err).toMatch(/^poam: acme\.xlsx .*\n$/);
    expect(written).toEqual([]);
  });

  it.each<[string, string]>([
    ["acme.xlsx -f xlsx", "xlsx is no text that could be printed. Write it to a file: -f xlsx=findings.xlsx"],
    ["acme.xlsx -f xlsx=-", "xlsx is no text that could be printed. Write it to a file: -f xlsx=findings.xlsx"],
    ["acme.xlsx --notes", "--notes are for a copy of the workbook: give -f xlsx=review.xlsx with it."],
    [
      "acme.xlsx -f xlsx=acme.xlsx",
      "acme.xlsx is read in this run: poam does not write findings over it. Give another name after =.",
    ],
    [
      "acme.xlsx -f xlsx=link.xlsx",
      "link.xlsx is read in this run: poam does not write findings over it. Give another name after =.",
    ],
    [
      "acme.xlsx --previous march.xlsx -f xlsx=march.xlsx",
      "march.xlsx is read in this run: poam does not write findings over it. Give another name after =.",
    ],
    [
      "acme.xlsx -f xlsx=review.xlsm",
      "-f xlsx=review.xlsm: a copy of acme.xlsx is to end in .xlsx, else Excel does not open it.",
    ],
    [
      "macros.xlsm -f xlsx=review.xlsx",
      "-f xlsx=review.xlsx: a copy of macros.xlsm is to end in .xlsm, else Excel does not open it.",
    ],
    [
      "plain -f xlsx=review",
      "-f xlsx=review: a copy of plain is to end in .xlsx or .xlsm, else Excel does not open it.",
    ],
    [
      "acme.xlsx macros.xlsm -f xlsx=review.xlsx",
      "-f xlsx=review.xlsx is a copy of one workbook, and 2 are checked here. Run poam lint for each, with a name of its own.",
    ],
    [
      "acme.xlsx --redact -f xlsx=review.xlsx",
      "-f xlsx=review.xlsx would hold all text of the workbook, which redaction (--redact, POAM_REDACT or the config) is to keep out. Leave out one of the two.",
    ],
    [
      "items.csv -f xlsx=review.xlsx",
      "items.csv is no Excel workbook, so that no sheet can be added to a copy of it. Leave out -f xlsx=review.xlsx, or take another format (poam list formats).",
    ],
    [
      "/dev/stdin -f xlsx=review.xlsx",
      "/dev/stdin can be read only once, and -f xlsx=review.xlsx has to read it again. Give the name of a file.",
    ],
    ["acme.xlsx -f xlsx=none/review.xlsx", "there is no folder for none/review.xlsx."],
    ["acme.xlsx -f xlsx=sub.xlsx", "sub.xlsx is a folder. Name a file after =."],
  ])("refuses %s", async (args, sentence) => {
    const files = {
      "/home/me/macros.xlsm": MACROS,
      "/home/me/march.xlsx": OVERDUE,
      "/home/me/link.xlsx": OVERDUE,
      "/home/me/plain": OVERDUE,
      "/dev/stdin": OVERDUE,
      "/home/me/items.csv": "POAM ID,Weakness Name\nV-1,Old TLS\n",
      "/home/me/sub.xlsx/notes.txt": "",
    };
    const { code, err, out, written } = await lint(args, {
      files,
      links: { "/home/me/link.xlsx": "/home/me/acme.xlsx" },
    });
    expect({ code, err, out, written }).toEqual({ code: 2, err: `poam: ${sentence}\n`, out: "", written: [] });
  });

  it("keeps macros where they are", async () => {
    const run = await lint("macros.xlsm -f xlsx=review.xlsm", { files: { "/home/me/macros.xlsm": MACROS } });
    const copy = rawWorkbook(await run.host.files.read("/home/me/review.xlsm"));
    const part = (zip: typeof copy.zip) => zip.entries.find(({ name }) => name === "xl/vbaProject.bin")!.bytes;
    expect(part(copy.zip)).toEqual(part(rawWorkbook(MACROS).zip));
  });
});
