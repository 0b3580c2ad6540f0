import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { intendedCve, readCves } from "../../src/codecs/cves.js";
import { HOSTILE } from "./hostile.js";

describe("readCves", () => {
  it.each([
    ["", [], []],
    ["N/A", [], []],
    ["No CVE assigned", [], []],
    ["GHSA-abcd-1234-efgh, VULNDB-216063", [], []],
    ["2026-03-14", [], []],
    ["CVE-2024-1234", ["CVE-2024-1234"], []],
    ["(CVE-2024-1234).", ["CVE-2024-1234"], []],
    [
      "CVE-2024-1234, CVE-2024-12345;CVE-2023-0001\nCVE-2022-9 999",
      ["CVE-2024-1234", "CVE-2024-12345", "CVE-2023-0001"],
      ["CVE-2022-9"],
    ],
    ["see CVE-2024-1234 and CVE-2024-1235/CVE-2024-1236", ["CVE-2024-1234", "CVE-2024-1235", "CVE-2024-1236"], []],
    ["cve-2024-1234", ["CVE-2024-1234"], ["cve-2024-1234"]],
    ["CVE 2024 1234", ["CVE-2024-1234"], ["CVE 2024 1234"]],
    ["CVE - 2024 - 1234", ["CVE-2024-1234"], ["CVE - 2024 - 1234"]],
    ["CVE–2024–1234", ["CVE-2024-1234"], ["CVE–2024–1234"]],
    ["CVE2024-1234", ["CVE-2024-1234"], ["CVE2024-1234"]],
    ["2024-12345", ["CVE-2024-12345"], ["2024-12345"]],
    ["CVE-2024-123", [], ["CVE-2024-123"]],
    ["CVE-2024-XXXX", [], ["CVE-2024-XXXX"]],
    ["CVE-24-1234", [], ["CVE-24-1234"]],
    ["CVE-2024-1234a", [], ["CVE-2024-1234a"]],
    ["CVE-TBD", [], []],
  ])("%j", (text, ids, malformed) => {
    expect(readCves(text)).toEqual({ ids, malformed });
  });

  it("does not guess at numbers that are too short", () => {
    expect(intendedCve("CVE-2024-123")).toBeUndefined();
    expect(intendedCve("cve 2024-1234")).toBe("CVE-2024-1234");
  });

  it("reads back lists in any separator", () => {
    const id = fc.tuple(fc.integer({ min: 1999, max: 2099 }), fc.integer({ min: 0, max: 9_999_999 }));
    const lists = fc.array(id.map(([year, number]) => `CVE-${year}-${String(number).padStart(4, "0")}`));
    fc.assert(
      fc.property(lists, fc.constantFrom(", ", ",", "\n", "\r\n", " ", "; ", " | "), (ids, separator) => {
        expect(readCves(ids.join(separator))).toEqual({ ids, malformed: [] });
      }),
    );
  });

  it("reads anything", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => void readCves(`CVE${text}`)));
    for (const text of HOSTILE) readCves(text);
  });
});
