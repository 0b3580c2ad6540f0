import { describe, expect, it, test } from "vitest";
import { main } from "../src/cli/main.js";
import { memoryHost } from "./cli/memory-host.js";
import { rawWorkbook } from "./lossless/raw-workbook.js";
import { outOfOrder } from "./lossless/schema-order.js";
import { fixtures } from "./lossless/workbooks.js";

const features = fixtures("features");

/** They all hold the same six items, whatever else is in them: poam must find the same in all. */
describe("fixtures/features", () => {
  test.each(features)("$name is read like all others", async ({ name, bytes }) => {
    const host = memoryHost({ files: { [`/home/me/${name.split("/")[1]}`]: bytes } });
    await main(["lint", name.split("/")[1]!, "--as-of", "2026-03-31", "-f", "json"], host);
    const [file] = JSON.parse(host.out()).files;
    expect(file.error).toBe(null);
    expect(file.items.total).toBe(6);
    const found = file.findings.map(({ rule, row, column }: Record<string, unknown>) => `${rule} R${row}C${column}`);
    // V-102, of a high risk, was found on 2026-02-03; the form lacks four columns.
    expect(found).toEqual([...Array(4).fill("element-missing R5C1"), "overdue R7C9"]);
  });

  it.each(features)("$name keeps the schema's order, and is small", ({ bytes }) => {
    const { zip } = rawWorkbook(bytes);
    for (const { name, content } of zip.entries) {
      if (/\.xml$/.test(name)) expect(outOfOrder(content.toString("utf8"))).toEqual([]);
    }
    expect(bytes.length).toBeLessThan(12_000);
  });
});
