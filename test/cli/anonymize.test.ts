import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { memoryHost, type World } from "./memory-host.js";

const POAM = readFileSync("fixtures/err/duplicate-ids.xlsx");
const CSV =
  "POAM ID,Weakness Name,Point of Contact,Original Detection Date,Scheduled Completion Date\n" +
  "V-1,Zwolinski server,Jane Zwolinski,2026-01-02,2026-02-01\n";

async function poam(args: readonly string[], world: World = {}) {
  const host = memoryHost({ files: { "/home/me/acme.xlsx": POAM, "/home/me/acme.csv": CSV }, ...world });
  const code = await main(["anonymize", ...args], host);
  return { code, out: host.out(), err: host.err(), written: host.written };
}

describe("poam anonymize", () => {
  it("writes the copy and says what it did", async () => {
    const { code, out, err, written } = await poam(["acme.xlsx", "-o", "copy.xlsx", "--as-of", "2026-03-31"]);
    expect([code, err, [...written.keys()]]).toEqual([0, "", ["/home/me/copy.xlsx"]]);
    expect(out).toMatch(/^replaced by made-up ones: \d+ words, \d+ numbers and 0 addresses\nleft on purpose: headings/);
    expect(out).toContain(
      "searched for the words of the original: none is left. The same 4 findings, by rule and cell\n",
    );
    expect(out).toMatch(/Look at it before you send it: .*\n$/);
  });

  it("writes the same bytes each time", async () => {
    const one = await poam(["acme.xlsx", "-o", "copy.xlsx"]);
    const other = await poam(["acme.xlsx", "-o", "copy.xlsx"]);
    expect(one.written.get("/home/me/copy.xlsx")).toBe(other.written.get("/home/me/copy.xlsx"));
  });

  it("takes a CSV file", async () => {
    const { code, written } = await poam(["acme.csv", "-o", "copy.csv"]);
    expect(code).toBe(0);
    expect(written.get("/home/me/copy.csv")).toMatch(
      /^POAM ID,Weakness Name,Point of Contact,Original Detection Date,Scheduled Completion Date\nV-1,([A-Z][a-z]{8}) server,[A-Z][a-z]{3} \1,2026-01-02,2026-02-01\n$/,
    );
  });

  it("leaves the CVEs that a rule knows by the catalogue", async () => {
    const kev = JSON.stringify({
      vulnerabilities: [{ cveID: "CVE-2024-3094", dateAdded: "2024-04-01", dueDate: "2024-04-15" }],
    });
    const csv = CSV.replace("Zwolinski server", "CVE-2024-3094 CVE-2024-6119");
    const files = { "/home/me/acme.csv": csv, "/home/me/kev.json": kev };
    const { code, out, written } = await poam(["acme.csv", "-o", "copy.csv", "--kev", "kev.json"], { files });
    expect(code).toBe(0);
    expect(out).toContain("; 1 CVE id of the catalogue\n");
    expect(written.get("/home/me/copy.csv")).toMatch(/V-1,CVE-2024-3094 CVE-2024-(?!6119)\d{4},/);
  });

  it.each<[args: string[], says: string]>([
    [[], "no file was given. For example: poam anonymize acme-poam.xlsx -o copy.xlsx"],
    [["acme.xlsx"], "-o is missing. For example: poam anonymize acme-poam.xlsx -o copy.xlsx"],
    [
      ["acme.xlsx", "-o", "copy.csv"],
      "-o copy.csv: the copy is what the original is, so its name must end in .xlsx, too.",
    ],
    [["acme.xlsx", "-o", "acme.xlsx"], "acme.xlsx exists already. Give another name, or --force to write over it."],
    [
      ["acme.xlsx", "-o", "acme.xlsx", "--force"],
      "acme.xlsx is read in this run: poam does not write over it. Give another name.",
    ],
    [["acme.xlsx", "-o", "there.xlsx"], "there.xlsx exists already. Give another name, or --force to write over it."],
    [["none.xlsx", "-o", "copy.xlsx"], "there is no file none.xlsx."],
    [
      ["items.json", "-o", "copy.json"],
      "items.json is JSON, which poam anonymize does not write. Give the workbook that it was made from.",
    ],
  ])("%s: %s", async (args, says) => {
    const files = { "/home/me/acme.xlsx": POAM, "/home/me/there.xlsx": "x", "/home/me/items.json": '{"version":1}' };
    const { code, err, written } = await poam(args, { files });
    expect([code, err, written.size]).toEqual([2, expect.stringContaining(`poam: ${says}`), 0]);
  });
});
