import { expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { partBytes } from "../../src/workbook/inflate.js";
import { findEntry, readZip } from "../../src/workbook/zip.js";
import { formFile } from "../form-file.js";
import { memoryHost } from "./memory-host.js";

async function convert(args: string, files: Record<string, string | Buffer>) {
  const host = memoryHost({ files, columns: 300 });
  await main(["convert", ...args.split(" "), "--as-of", "2026-03-31"], host);
  return { out: host.out(), err: host.err() };
}

it("a source's formulas are told to become values, also in a new workbook", async () => {
  const worked = { xml: ' t="str"><f>"Ann"&amp;" Doe"</f><v>Ann Doe</v>' };
  const row = (id: string) => ({ id, weakness: "TLS", pointOfContact: worked, originalRating: "High" });
  const form = formFile({ rows: { 9: row("V-1"), 10: row("V-2") } }, { rows: {} });
  const { err } = await convert("a.xlsx --to fedramp-rev5-v2.1 -o out.xlsx", { "/home/me/a.xlsx": form });
  expect(err).toContain("note     2 cells hold formulas: what was last worked out goes along, the formula does not\n");
});

const TABLE = `POA&M ID,Weakness Name,Status,Date Identified,Scheduled Completion Date,Cost (k$),Issue id,Seen,Flag,Code
V-1,TLS,Ongoing,2026-01-01,2026-06-01,12,10001,2026-01-05,TRUE,007
`;

it("numbers and days of a CSV file's own columns are kept as such, and a unit of a heading is told", async () => {
  const files = { "/home/me/a.csv": TABLE };
  const { err, out } = await convert("a.csv --to jira", files);
  expect(out).toContain("Issue id: 10001\n");
  expect(out).toContain("Seen: 2026-01-05\n");
  expect(out).toContain("Flag: TRUE\n");
  expect(out).toContain("Code: 007");
  const generic = await convert("a.csv --to generic -o out.xlsx", files);
  for (const told of [err, generic.err]) {
    expect(told).toContain("Cost (k$): 1 value (its unit, k$, stood in the heading alone)");
  }
});

// A line has 15 points, and 4 stand around all of them; Excel's tallest row has 409.
it.each([
  [24, 364],
  [60, 409],
])("a new workbook's row is as tall as its %d lines, or as Excel allows", async (lines, points) => {
  const plan = Array.from({ length: lines }, (_, index) => `Step ${index + 1}`).join("\n");
  const items = [{ fields: { id: "V-1", weakness: "TLS", resources: plan } }];
  const host = memoryHost({ files: { "/home/me/a.json": JSON.stringify({ version: 1, items }) } });
  await main(["convert", "a.json", "--to", "nist-cui", "-o", "out.xlsx", "--as-of", "2026-03-31"], host);
  const zip = readZip(await host.files.read("/home/me/out.xlsx"), "out.xlsx");
  const sheet = partBytes(zip, findEntry(zip, "xl/worksheets/sheet1.xml")!).toString();
  const heights = [...sheet.matchAll(/<row [^>]*?\bht="([\d.]+)"/g)].map(([, height]) => Number(height));
  expect(Math.max(...heights)).toBe(points);
});
