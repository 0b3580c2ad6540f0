import { describe, expect, it } from "vitest";
import { chosenRows, rowsOf } from "../../src/reporters/finding-rows.js";
import { html } from "../../src/reporters/html.js";
import { ownersOf } from "../../src/reporters/owners.js";
import { PLAIN } from "../../src/reporters/paint.js";
import { shownPoam } from "../../src/reporters/shown-poam.js";
import { MADE_PAGES, made } from "../made-findings.js";
import { at, CLEAN, finding, printed, RUN, result } from "./acme.js";

describe("the page of findings", () => {
  it("has each row with its cells and findings", () =>
    expect(MADE_PAGES.findings.slice(MADE_PAGES.findings.indexOf("<body"))).toMatchFileSnapshot(
      "__snapshots__/findings.html.txt",
    ));

  it("needs nothing from elsewhere, and no script", () => {
    for (const page of Object.values(MADE_PAGES)) {
      expect(page.match(/<(?:script|img|link|iframe|a)\b|\b(?:src|href)="|url\(|@import/g) ?? []).toEqual([]);
      expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
    }
  });

  it("redacted, has places and rules, and no text of a cell", () => {
    const page = MADE_PAGES.redacted;
    const texts = ["V-1", "Old TLS", "Ann", "2026-02-01", "POAM ID", "the AO agreed", "Plan of Action", ">Owner<"];
    expect(texts.filter((text) => page.includes(text))).toEqual([]);
    const others = ["acme-poam.xlsx", "Closed", ">M12<", "due-before-detected", "suppressed: until 2026-12-31"];
    expect(others.filter((text) => !page.includes(text))).toEqual([]);
  });

  it("says what it leaves out, and counts it by rule", () => {
    const page = MADE_PAGES.many;
    // 500 items with two findings, and the last with three.
    expect(page).toContain("Of 3,001 findings this page shows 1,003:");
    expect(page).toContain(`<td class="number">1,500 <span class="aside">501 of them above</span></td>`);
    expect(page).toContain(`</span> rare</th><td class="number">1</td>`);
  });

  it("has room for 12,000 findings: then workbooks are counted, not shown", () => {
    const row = (_: unknown, index: number) => finding({ rule: "vague", message: "m", at: at(index + 6, 4) });
    const big = result(made({}), Array.from({ length: 3_000 }, row));
    const pages = printed(html(), Array(5).fill(big)).split('<section class="book"').slice(1);
    expect(pages.map((page) => page.split('class="finding ').length - 1)).toEqual([3_000, 3_000, 3_000, 3_000, 0]);
    expect(pages[4]).toContain("no room left");
    expect(pages[4]).toContain(`<td class="number">3,000 <span class="aside">0 of them above</span></td>`);
  });

  it("has no colours of the terminal in its last line", () => {
    const strong = (text: string) => `\u001b[1m${text}\u001b[22m`;
    const run = { ...RUN, paint: { ...PLAIN, strong, good: strong } };
    expect(printed(html(), [], { ...CLEAN, errors: 1 }, run)).toContain("<footer>1 problem (1 error) · fedramp-rev5");
  });
});

describe("the rows that are chosen", () => {
  /** Rows of rules by their initials, row by row: "ab a b". */
  const rows = (text: string) =>
    rowsOf(
      text.split(" ").flatMap((rules, index) => {
        return [...rules].map((rule) => finding({ rule, message: "m", at: at(index + 1, 1) }));
      }),
    );

  it.each<[string, Parameters<typeof chosenRows>[1], number[]]>([
    ["ab a b", { all: 4, ofRule: 1, room: 9 }, [1, 2, 3]],
    ["ab a b", { all: 3, ofRule: 1, room: 9 }, [1]],
    ["a ab a b b", { all: 3, ofRule: 1, room: 9 }, [1, 2]],
    ["a ab a b b", { all: 3, ofRule: 2, room: 9 }, [1, 2, 4]],
    ["a a a c", { all: 3, ofRule: 1, room: 9 }, [1, 4]],
    ["aaa a b", { all: 3, ofRule: 1, room: 9 }, [1, 3]],
    ["a a a c", { all: 9, ofRule: 1, room: 3 }, [1, 4]],
    ["a a a c", { all: 9, ofRule: 1, room: 1 }, []],
  ])("of %s with %o are %j", (text, limits, chosen) => {
    expect(chosenRows(rows(text), limits).map(({ row }) => row)).toEqual(chosen);
  });
});

describe("owners", () => {
  const ANNS = Array.from({ length: 8 }, (_, index) => (index === 7 ? "Ann\nAble" : ""));
  const poam = shownPoam(made({ 12: ANNS, 13: [] }));
  const V1 = finding({ rule: "r", message: "m", at: at(12, 2), item: "V-1" });

  it.each([
    ["of the row, on one line", V1, [V1], "Ann Able"],
    ["of the item's other row", { ...V1, at: at(13, 2) }, [V1], "Ann Able"],
    ["of nobody, where several items have the id", { ...V1, at: at(13, 2), sharedId: true }, [V1], ""],
    ["of nobody, where no row says it", { ...V1, at: at(14, 2), item: "V-2" }, [V1], ""],
    ["of nobody, where it is about no item", { ...V1, item: null }, [V1], ""],
  ] as const)("%s", (_, one, others, owner) => {
    expect(ownersOf([...others, one], poam)(one)).toBe(owner);
  });
});
