import { describe, expect, it } from "vitest";
import { ENGINE } from "../../src/cli/engine.js";
import { main } from "../../src/cli/main.js";
import { fileOf } from "../merge/merging.js";
import { memoryHost, type World } from "./memory-host.js";

const HEADINGS =
  "POA&M ID,Weakness Name,Weakness Description,Affected Assets,Detection Date,Scheduled Completion Date,Status";
const V1 = "V-1,Weak ciphers,TLS 1.0 is on,web-01,2026-01-12,2026-03-12,Ongoing";
const V2 = "V-2,Open port,Telnet is open,web-02,2026-01-14,2026-03-14,Ongoing";
const V3 = 'V-3,"Default, factory password",Printer,prn-01,2026-02-01,2026-04-01,Ongoing';
const csv = (...lines: readonly string[]) => `${[HEADINGS, ...lines].join("\r\n")}\r\n`;

const OURS = csv(V1.replace("web-01", '"web-01, web-09"'), V2.replace("Ongoing", "Delayed"));
const FILES = {
  "/home/me/base.csv": csv(V1, V2),
  "/home/me/ours.csv": OURS,
  "/home/me/theirs.csv": csv(V1.replace("TLS 1.0", "TLS 1.1"), V2, V3),
  "/home/me/clash.csv": csv(V1, V2.replace("Ongoing", "Completed")),
};
/** Theirs in ours, by hand. */
const MERGED = csv(
  V1.replace("web-01", '"web-01, web-09"').replace("TLS 1.0", "TLS 1.1"),
  V2.replace("Ongoing", "Delayed"),
  V3,
);

async function poam(args: string, world: World = {}) {
  const host = memoryHost({ files: FILES, ...world });
  const code = await main(args.split(" "), host, async () => ENGINE);
  return { code, out: host.out(), err: host.err(), written: Object.fromEntries(host.written) };
}

describe("poam merge", () => {
  it("shows what it would do, and writes nothing", async () => {
    expect(await poam("merge base.csv ours.csv theirs.csv")).toEqual({
      code: 0,
      out: `Added (1)
  V-3  Default, factory password                                                           'ours'!A4

Changed (1)
  V-1
    Weakness Description: TLS 1.0 is on → TLS 1.1 is on  C2

ours.csv: 1 item added · 1 cell changed · no conflicts · nothing was written: to write it, add -o
`,
      err: "",
      written: {},
    });
  });

  it("writes a new file", async () => {
    const { code, written, out } = await poam("merge base.csv ours.csv theirs.csv -o all.csv");
    expect(code).toBe(0);
    expect(written).toEqual({ "/home/me/all.csv": MERGED });
    expect(out).toContain("written to all.csv");
  });

  it("writes into ours, if ours is named", async () => {
    const { code, written } = await poam("merge base.csv ours.csv theirs.csv -o ours.csv");
    expect(code).toBe(0);
    expect(written).toEqual({ "/home/me/ours.csv": MERGED });
  });

  it("lists a conflict with all three values, leaves ours there and exits with 1", async () => {
    const { code, out, written } = await poam("merge base.csv ours.csv clash.csv -o all.csv");
    expect(code).toBe(1);
    expect(out).toBe(`conflict: V-2 Status
  --> 'ours'!G3
  base    Ongoing
  ours    Delayed
  theirs  Completed

ours.csv: nothing to take over from theirs · 1 conflict · written to all.csv
`);
    expect(written).toEqual({ "/home/me/all.csv": OURS });
  });

  it("prints JSON", async () => {
    const { code, out } = await poam("merge base.csv ours.csv clash.csv -f json");
    expect(code).toBe(1);
    const { conflicts, summary, written } = JSON.parse(out);
    expect(conflicts).toEqual([
      {
        item: "V-2",
        field: "status",
        heading: "Status",
        base: { cell: "'ours'!G3", text: "Ongoing" },
        ours: { cell: "'ours'!G3", text: "Delayed" },
        theirs: { cell: "'ours'!G3", text: "Completed" },
        why: null,
      },
    ]);
    expect(summary).toEqual({ conflicts: 1, added: 0, moved: 0, removed: 0, changes: 0 });
    expect(written).toBeNull();
  });

  it.each(["pretty", "json"])("keeps the text of cells back in %s, if asked", async (format) => {
    for (const theirs of ["theirs", "clash"]) {
      const { out } = await poam(`merge base.csv ours.csv ${theirs}.csv --redact -f ${format}`);
      expect(out).toMatch(/'ours'!/);
      expect(out).not.toMatch(/V-\d|TLS|web-0|password|Delayed|Completed|Ongoing/);
    }
  });

  it("knows Git's temporary files by the path that Git gives", async () => {
    const { code, out, written } = await poam("merge .o .a .b -o .a --path poams/acme.csv", {
      files: {
        "/home/me/.o": FILES["/home/me/base.csv"],
        "/home/me/.a": OURS,
        "/home/me/.b": FILES["/home/me/theirs.csv"],
      },
    });
    expect(code).toBe(0);
    expect(out).toContain("'acme'!A4");
    expect(out).toContain("poams/acme.csv: 1 item added");
    expect(written).toEqual({ "/home/me/.a": MERGED });
  });

  it("leaves ours alone where theirs has nothing new", async () => {
    const { code, out, written } = await poam("merge base.csv ours.csv base.csv -o ours.csv");
    expect({ code, written }).toEqual({ code: 0, written: {} });
    expect(out).toBe("ours.csv: nothing to take over from theirs · no conflicts · ours.csv stays as it is\n");
  });

  it.each([
    [
      "merge base.csv ours.csv",
      "poam: give three workbooks, the common older version first: poam merge base.xlsx ours.xlsx theirs.xlsx\n",
    ],
    [
      "merge base.csv ours.csv clash.csv -o theirs.csv",
      "poam: theirs.csv exists already. Give another name with -o, or ours to write into it.\n",
    ],
    [
      "merge base.csv ours.csv clash.csv -o all.xlsx",
      "poam: -o all.xlsx: a .csv stays one, so the name must end in .csv.\n",
    ],
    ["merge base.csv ours.csv their.csv", "poam: there is no file their.csv. Did you mean theirs.csv?\n"],
    ["merge base.csv ours.csv clash.csv -o -", "poam: -o - would print the workbook. Give the name of a file.\n"],
    [
      "merge base.csv ours.csv form.xlsx",
      "poam: form.xlsx is fedramp-rev5-v3.0 (xlsx) and ours.csv is generic (csv): poam merge takes three workbooks of one form, so bring them to one with poam convert first.\n",
    ],
    [
      "merge .o .a .b -o .a --path acme.csv",
      "poam: acme.csv (base) is empty, so ours and theirs have no common older version: keep one of them.\n",
    ],
  ])("%s", async (args, err) => {
    const files = {
      ...FILES,
      "/home/me/form.xlsx": fileOf({ open: { 9: { id: "V-1", weakness: "w", detectedOn: { date: 46_100 } } } }),
      ...{ "/home/me/.o": "", "/home/me/.a": OURS, "/home/me/.b": OURS },
    };
    expect(await poam(args, { files })).toEqual({ code: 2, out: "", err, written: {} });
  });
});
