import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, launchBrowser, openPage, overflow, type PageOptions, violations } from "./browser.js";
import { HOSTILE, MADE_PAGES } from "./made-findings.js";

if (!CHROMIUM) console.warn("No Chromium on this machine: the page of findings is not opened.");

describe.skipIf(!CHROMIUM)("the page of findings in a browser", { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  const open = (name: keyof typeof MADE_PAGES, options: PageOptions) => openPage(browser, MADE_PAGES[name], options);

  it.each([
    ["findings", 1280, "light"],
    ["findings", 1280, "dark"],
    ["findings", 800, "light"],
    ["findings", 375, "dark"],
    ["redacted", 1280, "light"],
    ["hostile", 1280, "light"],
    ["hostile", 375, "light"],
  ] as const)(
    "%s at %i px, %s: nothing overflows, runs or is asked for, and axe has nothing to say",
    async (name, width, colorScheme) => {
      const { page, heard } = await open(name, { viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
      expect(await overflow(page)).toEqual([]);
      // With all that it hides open, and every element that a stranger could have put there pressed.
      for (const part of await page.locator("summary").all()) await part.click();
      expect(await violations(page)).toEqual([]);
      expect(await page.locator("script, img, [onclick], [onerror]").count()).toBe(0);
      expect(heard).toEqual([]);
      await page.close();
    },
  );

  it.each(["A4", "Letter"])("on %s paper, everything stands within the page, without what filters", async (format) => {
    const { page, heard } = await open("findings", { viewport: { width: 1280, height: 800 } });
    expect((await page.pdf({ format, preferCSSPageSize: true })).subarray(0, 5).toString()).toBe("%PDF-");
    // Landscape: the longer side less twice 14 mm, at 96 pixels an inch.
    await page.setViewportSize({
      width: Math.floor(((format === "A4" ? 297 : 279.4) - 28) * (96 / 25.4)),
      height: 1000,
    });
    await page.emulateMedia({ media: "print" });
    expect(await overflow(page)).toEqual([]);
    expect(await page.locator(".filter:visible").count()).toBe(0);
    expect(await page.locator("tr.line:visible").count()).toBe(7);
    expect(heard).toEqual([]);
    await page.close();
  });

  const EVERYTHING = ["1", "5", "12", "13", "14", "15", "3"];

  /** Which rows are shown and how many findings in them, by the table that `made-findings.ts` is. */
  it.each([
    ["", "", EVERYTHING, 8],
    ["all errors (3)", "", ["12", "14", "3"], 3],
    ["all warnings (3)", "", ["1", "12", "13"], 3],
    ["all infos (1)", "", ["5"], 1],
    ["all suppressed (1)", "", ["15"], 1],
    ["due-before-detected (3)", "", ["12", "14", "15"], 3],
    ["vague (2)", "", ["12", "13"], 2],
    ["", "Ann Able, ann@example.com (3)", ["12", "3"], 3],
    ["", "Bob Best (2)", ["13", "15"], 2],
    ["vague (2)", "Ann Able, ann@example.com (3)", ["12"], 1],
    ["all errors (3)", "Bob Best (2)", [], 0],
  ])("without scripts, filtered by %j and owner %j, shows rows %j", async (found, owner, rows, findings) => {
    const { page } = await open("findings", { viewport: { width: 1280, height: 800 }, javaScriptEnabled: false });
    const shown = async () => ({
      rows: await page.locator("tr.line:visible th").allInnerTexts(),
      findings: await page.locator(".finding:visible").count(),
      isTold: await page.locator(".filtered").isVisible(),
    });
    if (found) await page.getByLabel("Severity or rule").selectOption({ label: found });
    if (owner) await page.getByLabel("Owner").selectOption({ label: owner });
    expect(await shown()).toEqual({ rows, findings, isTold: found !== "" || owner !== "" });
    await page.getByRole("button", { name: "Show all" }).click();
    expect(await shown()).toEqual({ rows: EVERYTHING, findings: 8, isTold: false });
    await page.close();
  });

  it("shows the texts of strangers as texts", async () => {
    const { page } = await open("hostile", { viewport: { width: 1280, height: 800 } });
    const plain = HOSTILE.replace(/[\u0000\u202e]/g, "");
    expect(await page.locator("h2").innerText()).toBe(plain);
    expect(await page.locator("td.weakness").first().textContent()).toContain(plain.slice(0, 80));
    await page.close();
  });

  it("opens many findings and filters them", async () => {
    const { page } = await open("many", { viewport: { width: 1280, height: 800 } });
    // The first 500 items have both rules' first 500; the last has the only one of its rule.
    expect(await page.locator("tr.line").count()).toBe(501);
    await page.getByLabel("Severity or rule").selectOption({ label: "rare (1)" });
    expect(await page.locator("tr.line:visible th").allInnerTexts()).toEqual(["1505"]);
    await page.close();
  });
});
