import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { lint } from "../../src/lint.js";
import type { Pack } from "../../src/packs/pack.js";
import { readPoam } from "../../src/template/read.js";
import { exampleWorkbook } from "../example-workbook.js";
import { TEMPLATES, templateNamed } from "../templates.js";

const PACK: Pack = { id: "alone", title: "", summary: "", rules: { "cve-malformed": { cites: [] } } };

function fingerprints(cves: string): string[] {
  const workbook = exampleWorkbook({ rows: { id: "V-1", cves } });
  const template = templateNamed("fedramp-rev5-v2.1");
  const poam = readPoam(workbook, TEMPLATES, { fileName: "example.xlsx", template });
  return lint(poam, { packs: [PACK], asOf: "2026-03-31", settings: {} }).map(({ fingerprint }) => fingerprint);
}

it("are made of rule, item and field; further findings of the same are told apart, whatever their order", () => {
  const [one] = fingerprints("CVE-2021");
  const key = ["cve-malformed", "V-1", "", "cves"].join("\0\0");
  expect(one).toBe(createHash("sha256").update(key).digest("hex").slice(0, 16));
  const both = fingerprints("CVE-2021\nCVE-20");
  expect(both).toContain(one);
  expect(new Set(both).size).toBe(2);
  expect(fingerprints("CVE-20\nCVE-2021").sort()).toEqual([...both].sort());
});
