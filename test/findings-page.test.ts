import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, CHROMIUM, launched, onPaper, opened, overflow } from "./browser.js";

/** Cells that would like to be more than text. */
const HOSTILE = [
  "<script>window.ran = 1</script>",
  '"><img src=x onerror="window.ran = 2">',
  "</td></table><style>*{display:none}</style>",
  "\u202egnp.exe&lt;",
];
const folder = mkdtempSync(join(tmpdir(), "poam-page-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const csv = HOSTILE.map(
  (text, index) => `"V-${index}","${text.replaceAll('"', '""')}","${text.replaceAll('"', '""')}",soon`,
);
writeFileSync(join(folder, "hostile.csv"), ["POAM ID,Weakness Name,Owner,Due Date", ...csv].join("\n"));
const many = Array.from({ length: 300 }, (_, index) => `V-${index},Old TLS,${index % 2 ? "Ann Lee" : "Bo Chi"},soon`);
writeFileSync(join(folder, "many.csv"), ["POAM ID,Weakness Name,Owner,Due Date", ...many].join("\n"));

const FILES = readdirSync("fixtures/err").filter((name) => /\.(xlsx|csv|tsv)$/.test(name));
const { html, json } = checked(FILES.map((name) => join("fixtures/err", name)).concat(join(folder, "hostile.csv")));
const { html: long, json: alike } = checked([join(folder, "many.csv")]);

/** The page of a run, and its findings. */
function checked(paths: readonly string[], ...flags: string[]) {
  const page = join(folder, "page.html");
  const data = join(folder, "findings.json");
  const args = ["bin/poam.js", "lint", "-q", "--as-of", "2026-03-31", "--exit-zero", ...flags, ...paths];
  execFileSync(process.execPath, [...args, "-f", `html=${page}`, "-f", `json=${data}`]);
  const { files } = JSON.parse(readFileSync(data, "utf8")) as { files: readonly { findings: readonly Found[] }[] };
  return { html: readFileSync(page, "utf8"), json: files.flatMap(({ findings }) => findings) };
}

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

describe.skipIf(!CHROMIUM)("the page of findings in a browser", { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launched();
  }, 60_000);
  afterAll(() => browser?.close());
  const WIDE = { viewport: { width: 1280, height: 800 } };

  it.each([
    [1280, "light"],
    [1280, "dark"],
    [375, "light"],
  ] as const)(
    "at %i px, %s: nothing overflows, runs or is asked for, and axe has nothing to say",
    async (width, colorScheme) => {
      const options = { viewport: { width, height: 800 }, colorScheme, bypassCSP: true };
      const { page, heard } = await opened(browser, html, options);
      expect(await overflow(page)).toEqual([]);
      expect(await axeViolations(page)).toEqual([]);
      expect(heard).toEqual([]);
      expect(await page.evaluate("window.ran")).toBeUndefined();
      await page.close();
    },
  );

  it("shows every finding, without scripts", async () => {
    const { page } = await opened(browser, html, { ...WIDE, javaScriptEnabled: false });
    expect(await page.locator("tr.finding:visible").count()).toBe(json.length);
    await page.close();
  });

  it("is narrowed by severity, rule and owner without scripts, and shows all again", async () => {
    const { page } = await opened(browser, html, { ...WIDE, javaScriptEnabled: false });
    const of = (test: (found: Found) => boolean) => json.filter(test).length;
    await chosen(page, "severity", "warning");
    expect(await seen(page)).toBe(of(({ severity }) => severity === "warning"));
    await chosen(page, "rule", "date-ambiguous");
    expect(await seen(page)).toBe(of(({ severity, rule }) => severity === "warning" && rule === "date-ambiguous"));
    // Of the fixture, Priya Raman has V-103, found ambiguous in its status date.
    await chosen(page, "owner", "Priya Raman, priya.raman@example.com");
    expect(await page.locator("tr.finding:visible .item b").allTextContents()).toContain("V-103");
    await page.getByRole("button", { name: "Show all" }).click();
    expect(await seen(page)).toBe(json.length);
    await page.close();
  });

  it("says of more than 200 alike how many they are and where", async () => {
    const { page } = await opened(browser, long, WIDE);
    const rows = page.locator("tr.rule-date-unreadable");
    expect(await rows.count()).toBe(201);
    const { severity } = alike.find(({ rule }) => rule === "date-unreadable")!;
    const told = `${severity} 100 more like it, of any owner: D202–D301 date-unreadable`;
    expect(await rows.last().textContent()).toBe(told);
    await page.close();
  });

  it.each(["A4", "Letter"] as const)("on %s paper, everything stands within the page", async (format) => {
    const { page } = await opened(browser, html, WIDE);
    expect((await page.pdf({ format })).subarray(0, 5).toString()).toBe("%PDF-");
    const wider = await onPaper(page, format);
    expect(await overflow(page)).toEqual([]);
    expect(wider).toBe(0);
    expect(await page.locator(".filters").isVisible()).toBe(false);
    await page.close();
  });

  const seen = (page: Page) => page.locator("tr.finding:visible").count();
  async function chosen(page: Page, label: string, name: string): Promise<void> {
    const list = page.locator(`#by-${label}`);
    const option = await list.locator("option").filter({ hasText: name }).first().textContent();
    await list.selectOption({ label: option! });
  }
});

describe("the page of findings", () => {
  it("needs nothing from elsewhere and shows texts as texts", () => {
    expect(html.match(/(?:src|href)="(?!#|data:)[^"]*"|url\(|@import|<script|<img/g)).toBeNull();
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
    expect(html).toContain("&lt;script&gt;window.ran = 1&lt;/script&gt;");
  });

  it("has no cell text where none is wanted, and says where and what all the same", () => {
    const { html: redacted } = checked(["fixtures/err/overdue.xlsx"], "--redact");
    expect(redacted).not.toMatch(/OpenSSL|Whitfield|V-101|2026-02-06/);
    expect(redacted).toContain("<code>M9</code>");
    expect(redacted).toContain('<code class="rule">overdue</code>');
  });
});
