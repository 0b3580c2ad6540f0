import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";

/** Where Chromium is on this machine; undefined where there is none. */
export const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const ADDRESS = "http://report.test/";

export function launchBrowser(): Promise<Browser> {
  const quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return chromium.launch({ executablePath: CHROMIUM!, args: ["--no-sandbox", ...quiet] });
}

export type PageOptions = NonNullable<Parameters<Browser["newPage"]>[0]>;

/** The page as a browser shows it; `heard` is what it said, asked for beyond itself, or asked its reader. */
export async function openPage(browser: Browser, html: string, options: PageOptions) {
  const page = await browser.newPage(options);
  const heard: string[] = [];
  page.on("console", (message) => heard.push(message.text()));
  page.on("pageerror", (error) => heard.push(error.message));
  page.on("dialog", (dialog) => {
    heard.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  await page.route("**", (route) => {
    if (route.request().url() === ADDRESS)
      return route.fulfill({ contentType: "text/html; charset=utf-8", body: html });
    heard.push(`asked for ${route.request().url()}`);
    return route.abort();
  });
  await page.goto(ADDRESS);
  return { page, heard };
}

/** Elements that reach beyond the page and stand in nothing that scrolls by itself. */
export function overflow(page: Page): Promise<unknown> {
  return page.evaluate(`[...document.body.querySelectorAll("*")]
    .filter((one) => !one.closest(".table, svg, .unseen") && one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((one) => one.outerHTML.slice(0, 80))
    .concat(document.documentElement.scrollWidth > document.documentElement.clientWidth ? ["the page scrolls sideways"] : [])`);
}

/** What axe finds against the page; it must have been opened with `bypassCSP`. */
export async function violations(page: Page): Promise<unknown> {
  await page.evaluate(AXE);
  return page.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))",
  );
}
