import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newDraw, standIns } from "../../src/anonymize/stand-ins.js";
import { runsOf, vocabularyOf } from "../../src/anonymize/vocabulary.js";
import { wordingOf } from "../../src/anonymize/wording.js";
import { rewordFormula } from "../../src/workbook/reword-formula.js";
import { wordsOfPattern } from "../reference/words-of-pattern.js";
import { TEMPLATES } from "../templates.js";

const VOCABULARY = vocabularyOf(TEMPLATES);
const wording = (text: string, cves: readonly string[] = []) =>
  wordingOf(VOCABULARY, new Set(runsOf(text)), { isListed: (cve) => cves.includes(cve), digits: new Set(["209149"]) });
const told = (text: string, cves?: readonly string[]) => wording(text, cves).text(text);

describe("what stays", () => {
  it.each([
    "High",
    "AC-2(3), CM-6, CCI-000366",
    "2026-03-31, 03/31/2026, 31 March 2026, 20260331",
    "$1,250,000.00 of 12,500",
    "Nessus, Qualys",
    "N/A",
    "TBD",
    "Vendor dependency: Yes",
    "(443/tcp, 55123/tcp)",
    "255.255.255.0",
    "209149",
    "3.1.12[a]",
    "2024 2025 2026 2027",
    "Q1FY26, 15Mar2026, AES256, V2R5",
  ])("%s", (text) => expect(told(text)).toBe(text));
  it("a CVE that the catalogue lists, and no other", () => {
    const text = "CVE-2024-3094 and CVE-2021-44228";
    expect(told(text, ["CVE-2021-44228"])).toMatch(/^CVE-2024-(?!3094)[1-9]\d{3} and CVE-2021-44228$/);
  });
});

describe("what is replaced keeps its shape", () => {
  it.each<[string, RegExp]>([
    ["10.20.30.44", /^10\.(?!20\.)\d{1,3}\.\d{1,3}\.44$/],
    ["10.20.0.0/16", /^10\.(?!20\.)\d{1,3}\.0\.0\/16$/],
    ["192.168.77.9", /^192\.168\.(?!77\.)\d{1,3}\.9$/],
    ["00:1A:2B:3C:4D:5E", /^00(?::(?!1A|2B|3C|4D|5E)[0-9A-F]{2}){5}$/],
    ["jane.zwolinski@acmefed.gov", /^[a-z]{4}\.[a-z]{9}@(?!acmefed)[a-z]{7}\.gov$/],
    ["https://wiki.acmefed.com/x?y=ZB", /^https:\/\/[a-z]{4}\.[a-z]{7}\.com\/x\?y=[A-Z]{2}$/],
    ["+1 (703) 555-0142", /^\+\d \(\d{3}\) \d{3}-\d{4}$/],
    ["ZWOLprod0421x", /^[A-Z]{4}[a-z]{4}0(?!421)\d{3}x$/],
    ["CAGE 1A2B3", /^[A-Z]{4} \d[A-Z]\d[A-Z]\d$/],
    ["4K7J2M9X", /^\d[A-Z]\d[A-Z]\d[A-Z]\d[A-Z]$/],
    ["a1b2c3d4e5", /^(?:[a-z]\d){5}$/],
    ["123 45 6789", /^(?!123)\d{3} \d\d \d{4}$/],
    ["4111 1111 1111 1111", /^(?!4111)\d{4}(?: \d{4}){3}$/],
    ["35 1234 5678 9012", /^\d\d(?: \d{4}){3}$/],
    ["CVE-2024-1234567", /^CVE-2024-(?!1234567)\d{7}$/],
    ["SV-230221r743913_rule", /^SV-(?!230221)\d{6}r(?!743913)\d{6}_rule$/],
    ["Ørsted Ωμέγα Москва 東京", /^[A-Z][a-z]{5} [Α-Ω][α-ω]{4} [А-Я][а-я]{5} \p{Script=Han}{2}$/u],
  ])("%s", (text, shape) => {
    const other = told(text);
    expect(other).toMatch(shape);
    expect(other).toHaveLength(text.length);
    expect(other).not.toBe(text);
  });
  it("says the same of the same word, in its case, and of a text of the same length", () => {
    const text = "Zwolinski zwolinski ZWOLINSKI";
    const [first = "", second, third] = told(text).split(" ");
    expect([second, third]).toEqual([first.toLowerCase(), first.toUpperCase()]);
  });
  it("leaves addresses of one network in one network", () => {
    const { text } = wording("");
    const networkOf = (address: string) => text(address).split(".").slice(0, 3).join(".");
    expect(networkOf("172.16.5.1")).toBe(networkOf("172.16.5.99"));
    expect(networkOf("172.16.5.1")).not.toBe(networkOf("172.16.6.1"));
  });
});

it("makes no cell's address of a name that is none", () => {
  const names = Array.from(
    { length: 60 },
    (_, index) => `z${"aeiou"[index % 5]}${"bcdfghjkmnpq"[Math.floor(index / 5)]}`,
  );
  const { of } = standIns(VOCABULARY, new Set(names), newDraw());
  // XFD is the last column.
  for (const name of names) expect(of(name).length > 3 || of(name) > "xfd").toBe(true);
});

describe("formulas", () => {
  const { text } = wording("Kilimanjaro Zwolinski");
  it.each<[string, RegExp]>([
    ['TEXT(A2,"yyyy-mm-dd")', /^TEXT\(A2,"yyyy-mm-dd"\)$/],
    ['TEXT(A2,"#,##0.00")', /^TEXT\(A2,"#,##0\.00"\)$/],
    ['TEXT(A2,"d mmm yyyy ""Kilimanjaro""")', /^TEXT\(A2,"d mmm yyyy ""(?!Kilim)[A-Z][a-z]{10}"""\)$/],
    [`TEXT(A2,"${"m".repeat(5000)}!")`, /^TEXT\(A2,"[a-z]{5000}!"\)$/],
    [`TEXT(A2,"${"mm-".repeat(1000)}!")`, /!"\)$/],
    ['A1&"Zwolinski"', /^A1&"(?!Zwol)[A-Z][a-z]{8}"$/],
    ['"Sammy"&"dmy hms"', /^"(?!Sammy)[A-Z][a-z]{4}"&"(?!dmy hms)[a-z]{3} [a-z]{3}"$/],
  ])("%s", (formula, other) => expect(rewordFormula(formula, text)).toMatch(other));
});

it("gives each word a stand-in of its own, which is no word of the text or of rules, and the same in every run", () => {
  const word = fc.string({ unit: fc.constantFrom(..."aeiobdfgkz"), minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 60 }), (words) => {
      const unknown = words.filter((one) => !VOCABULARY.has(one));
      const made = () => {
        const { of } = standIns(VOCABULARY, new Set(words), newDraw());
        return unknown.map(of);
      };
      const others = made();
      expect(new Set(others).size).toBe(others.length);
      for (const [index, other] of others.entries()) {
        expect(other).not.toBe(unknown[index]);
        expect(VOCABULARY.has(other)).toBe(false);
        if (unknown[index]!.length > 3)
          expect([words.includes(other), other.length]).toEqual([false, unknown[index]!.length]);
      }
      expect(made()).toEqual(others);
    }),
    { numRuns: 100, seed: 7 },
  );
});

describe("the words that a pattern looks for", () => {
  it.each<[RegExp, readonly string[]]>([
    [/\bvendors?\b/, ["vendor", "vendors"]],
    [/scan|vuln/, ["-scan-", "-vuln-"]],
    [/^risk accepted\b/, ["accepted", "risk"]],
    [/\b(?:jan(?:uary)?|feb)[a-z]{0,6}\b/, ["feb", "feb-", "jan", "jan-", "january", "january-"]],
    [/\borgani[sz]ation\b/, ["organisation", "organization"]],
    [/\bthird[- ]part(?:y|ies)\b/, ["parties", "party", "third"]],
    [/(?<!not )\bexposed\b/, ["exposed", "not"]],
    [/^\d{3}-[A-Z]\w+$/, []],
  ])("%s", (pattern, words) => {
    const found = [...wordsOfPattern(pattern.source)].filter((word) => word.replaceAll("-", "").length > 2);
    expect(found.sort()).toEqual([...words].sort());
  });
});
