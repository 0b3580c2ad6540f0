import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";

/** Where Chromium is; undefined where there is none. */
export const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const ADDRESS = "http://report.test/";

export function launched(): Promise<Browser> {
  const quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return chromium.launch({ executablePath: CHROMIUM!, args: ["--no-sandbox", ...quiet] });
}

/** A page in a browser, and what was heard of it: messages, faults, and whatever it asked for. */
export async function opened(browser: Browser, html: string, options: Parameters<Browser["newPage"]>[0]) {
  const page = await browser.newPage(options);
  const heard: string[] = [];
  page.on("console", (message) => heard.push(message.text()));
  page.on("pageerror", (error) => heard.push(error.message));
  await page.route("**", (route) => {
    if (route.request().url() === ADDRESS)
      return route.fulfill({ contentType: "text/html; charset=utf-8", body: html });
    heard.push(`asked for ${route.request().url()}`);
    return route.abort();
  });
  await page.goto(ADDRESS);
  return { page, heard };
}

/** What axe has to say against a page, which must have been opened with `bypassCSP`. */
export async function axeViolations(page: Page): Promise<unknown> {
  await page.evaluate(AXE);
  return page.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))",
  );
}

/** Elements that reach beyond the page and stand in nothing that scrolls by itself. */
export function overflow(page: Page): Promise<unknown> {
  return page.evaluate(`[...document.body.querySelectorAll("*")]
    .filter((one) => !one.closest(".table, svg, .unseen") && one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((one) => one.outerHTML.slice(0, 80))
    .concat(document.documentElement.scrollWidth > document.documentElement.clientWidth ? ["the page scrolls sideways"] : [])`);
}

/** Brings a page to the width that it has on paper: less twice 14 mm, at 96 pixels an inch. Gives how many tables are wider. */
export async function onPaper(page: Page, format: "A4" | "Letter"): Promise<number> {
  const width = Math.floor(((format === "A4" ? 210 : 215.9) - 28) * (96 / 25.4));
  await page.setViewportSize({ width, height: 1000 });
  await page.emulateMedia({ media: "print" });
  return page.evaluate(
    "[...document.querySelectorAll('.table')].filter((one) => one.scrollWidth > one.clientWidth).length",
  );
}
