import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { manPage } from "../../src/cli/man-page.js";
import { memoryHost } from "./memory-host.js";

const PAGE = manPage("1.2.3");
/** As a reader sees it: escapes are what they stand for. */
const lines = PAGE.replace(/\\(-|e|\(dq|&)/g, (_, one: string) => ({ "-": "-", e: "\\", "(dq": '"', "&": "" })[one]!)
  .replaceAll("...", "…")
  .split("\n");

async function help(...args: string[]): Promise<string> {
  const host = memoryHost();
  await main([...args, "--help"], host);
  return host.out();
}

describe("the manual page", () => {
  it("has each command with its examples and flags, as the help has them", async () => {
    const commands = [...(await help()).matchAll(/^ {2}([a-z]+) (?:\[|<)/gm)].map(([, name]) => name!);
    expect(commands.length).toBeGreaterThan(12);
    for (const name of commands.filter((name) => name !== "help")) {
      const text = await help(name);
      const start = lines.indexOf(`.SH POAM ${name.toUpperCase()}`);
      const end = lines.findIndex((line, index) => index > start && line.startsWith(".SH"));
      expect(start, name).toBeGreaterThan(0);
      const section = lines.slice(start, end);
      const terms = [...text.matchAll(/^ {2}(-.*?)(?: {2,}|$)/gm)].map(([, term]) => `.B ${term}`);
      expect(section.filter((line) => line.startsWith(".B -"))).toEqual(terms);
      const examples = text.slice(0, text.indexOf("\nUsage:")).trimEnd().split("\n").slice(1);
      expect(section.slice(section.indexOf(".nf") + 1, section.indexOf(".fi"))).toEqual(examples);
    }
  });

  it("is what the build keeps, with the package's version", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(readFileSync("dist/poam.1", "utf8")).toBe(manPage(version));
  });

  it.runIf(spawnSync("groff", ["--version"]).status === 0)("is read by groff without a warning", () => {
    const { status, stdout, stderr } = spawnSync("groff", ["-man", "-ww", "-Tascii", "-P-cbou"], {
      input: PAGE,
      encoding: "utf8",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/--fail-on <level>\s+exit with 1 from this level on/);
  });
});
