import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReportSection } from "../src/model/report-section.js";
import { portfolioHtml, reportHtml } from "../src/reporters/report-html.js";
import { CHROMIUM, launchBrowser, openPage, overflow, type PageOptions, violations } from "./browser.js";
import { MADE_PORTFOLIO, MADE_REPORT, MADE_SECTIONS } from "./made-report.js";

const LOGO = {
  bytes: Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect width="90" height="30"/></svg>',
  ),
  type: "image/svg+xml" as const,
};
const PAGES = {
  report: reportHtml(MADE_REPORT, MADE_SECTIONS, LOGO),
  portfolio: portfolioHtml(MADE_PORTFOLIO, MADE_SECTIONS),
  "long list": reportHtml(MADE_REPORT, [longList(300), { id: "after", title: "After", paragraphs: [], tables: [] }]),
};

if (!CHROMIUM)
  console.warn("No Chromium on this machine: the report's page is not opened. Debian's package is chromium.");

describe.skipIf(!CHROMIUM)("the report's page in a browser", { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  const open = (html: string, options: PageOptions) => openPage(browser, html, options);

  describe.each(["report", "portfolio", "long list"] as const)("%s", (name) => {
    it.each([
      [1280, "light"],
      [1280, "dark"],
      [375, "light"],
    ] as const)(
      "at %i px, %s: nothing overflows, fails or is asked for, and axe has nothing to say",
      async (width, colorScheme) => {
        const { page, heard } = await open(PAGES[name], {
          viewport: { width, height: 800 },
          colorScheme,
          bypassCSP: true,
        });
        expect(await overflow(page)).toEqual([]);
        // A chart is two drawings: its axis and its bars.
        expect(await page.locator("figure svg").count()).toBe(name === "report" ? 8 : 0);
        expect(await violations(page)).toEqual([]);
        expect(heard).toEqual([]);
        await page.close();
      },
    );

    it.each(["A4", "Letter"])("on %s paper, everything stands within the page", async (format) => {
      const { page, heard } = await open(PAGES[name], { viewport: { width: 1280, height: 800 } });
      const printed = await page.pdf({ format });
      expect(printed.subarray(0, 5).toString()).toBe("%PDF-");
      // The printable width: the paper less twice 14 mm, at 96 pixels an inch.
      const width = Math.floor(((format === "A4" ? 210 : 215.9) - 28) * (96 / 25.4));
      await page.setViewportSize({ width, height: 1000 });
      await page.emulateMedia({ media: "print" });
      expect(await overflow(page)).toEqual([]);
      const tables = await page.evaluate(
        "[...document.querySelectorAll('.table')].filter((one) => one.scrollWidth > one.clientWidth).length",
      );
      expect(tables).toBe(0);
      expect(heard).toEqual([]);
      await page.close();
    });
  });

  it("a long list scrolls by itself on a screen, and stands whole on paper", async () => {
    const { page } = await open(PAGES["long list"], { viewport: { width: 1280, height: 800 } });
    const height = () => page.locator(".table.long").evaluate((list) => list.getBoundingClientRect().height);
    await page.locator(".table.long").scrollIntoViewIfNeeded();
    expect(await height()).toBe(640);
    await page.emulateMedia({ media: "print" });
    // 300 rows of a line of 7.5 points each at least.
    expect(await height()).toBeGreaterThan(300 * 10);
    await page.close();
  });
});

/** A section with a table of so many items, and a cell that counts them all. */
function longList(rows: number): ReportSection {
  const ids = Array.from({ length: rows }, (_, index) => `V-${index + 1}`);
  const heading = (name: string) => ({ heading: name, kind: "text" as const });
  const tables = [
    {
      caption: "All",
      columns: [heading("Rating"), heading("Count")],
      rows: [{ cells: [{ value: "High" }, { value: rows, items: ids }] }],
    },
    {
      caption: "Which",
      columns: [heading("Id"), heading("Weakness")],
      rows: ids.map((id) => ({ cells: [{ value: id }, { value: "Old" }] })),
    },
  ];
  return { id: "list", title: "List", paragraphs: [], tables };
}

describe("the report's page", () => {
  it("shows texts of cells as texts", () => {
    const html = PAGES.report;
    expect(html).toContain("A paragraph that &lt;script&gt;alert(1)&lt;/script&gt; tries to be more than text.");
    expect(html).not.toMatch(/<script|<b>|javascript:/i);
  });

  it("needs nothing from elsewhere", () => {
    for (const html of Object.values(PAGES)) {
      expect(html.match(/(?:src|href)="(?!#|data:)[^"]*"|url\(|@import/g)).toBeNull();
      expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
    }
  });

  it("names the first of the many items that a figure counts", () => {
    const html = PAGES["long list"];
    expect(/<td class="text" title="([^"]*)">300<\/td>/.exec(html)?.[1]).toMatch(/^V-1, V-2, .*, V-20 and 280 more$/);
  });

  it("gives the figures of every chart as a table, too", () => {
    const charts = PAGES.report.match(/<figure/g)!.length;
    expect(charts).toBe(4);
    expect(PAGES.report.match(/<details>/g)).toHaveLength(charts);
    // June of the chart of open items: 1 high, 19 moderate, 34 low, 2 past due.
    expect(PAGES.report).toContain(
      '<tr><th scope="row">Jun 2026</th><td class="number">34</td><td class="number">19</td><td class="number">1</td><td class="number">2</td></tr>',
    );
    // Of February there is no POA&M.
    expect(PAGES.report).toContain(
      '<tr><th scope="row">Feb 2026</th><td class="number">–</td><td class="number">–</td><td class="number">–</td><td class="number">–</td></tr>',
    );
  });

  it("draws bars as high as their figures", () => {
    const [, bars = ""] = /id="chart-ages-title"[\s\S]*?<svg width="100%"[^>]*>([\s\S]*?)<\/svg>/.exec(PAGES.report)!;
    const heights = [...bars.matchAll(/<rect class="tone-low"[^>]*height="([\d.]+)"/g)].map(([, height]) =>
      Number(height),
    );
    // Low items of the five buckets: 5, 7, 8, 6, 8, on an axis of 15 that is 180 px high.
    expect(heights).toEqual([60, 84, 96, 72, 96]);
  });
});
