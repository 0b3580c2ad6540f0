import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { openFile } from "../../src/open-file.js";
import { memoryHost } from "./memory-host.js";

const REGISTER = {
  version: 1,
  items: [
    {
      fields: { id: "V-1", weakness: "TLS 1.0", detectedOn: "0026-03-12", vendorCheckIn: "1899-12-31" },
      other: { "Reviewed on": { date: "0099-12-31" } },
    },
  ],
};

it.each([
  ["a new workbook", "--to fedramp-rev5-v2.1 -o out.xlsx"],
  ["a publisher's form", "--into blank.xlsx -o out.xlsx"],
])("a day before Excel's calendar stays its text in %s, and lint tells of it", async (_, flags) => {
  const files = {
    "/home/me/a.json": JSON.stringify(REGISTER),
    "/home/me/blank.xlsx": readFileSync("fixtures/blank/fedramp-rev5-v3.0.xlsx"),
  };
  const host = memoryHost({ files });
  await main(["convert", "a.json", ...flags.split(" "), "--as-of", "2026-03-31"], host);
  const bytes = await host.files.read("/home/me/out.xlsx");
  const { sheets } = await openFile(bytes, "out.xlsx");
  const cells = sheets.flatMap((sheet) =>
    Array.from({ length: sheet.firstCell(sheet.rowCount) }, (_, handle) => [sheet.kind(handle), sheet.text(handle)]),
  );
  expect(cells).toContainEqual(["text", "0026-03-12"]);
  expect(cells).toContainEqual(["text", "1899-12-31"]);
  expect(cells.find(([, text]) => text!.includes("Reviewed on"))?.[1]).toContain("Reviewed on: 0099-12-31");
  const linted = memoryHost({ files: { "/home/me/out.xlsx": bytes }, columns: 200 });
  await main(["lint", "out.xlsx", "--as-of", "2026-03-31"], linted);
  expect(linted.out()).toContain("0026-03-12 is out of range");
  expect(linted.out()).toContain("1899-12-31 is out of range");
});
