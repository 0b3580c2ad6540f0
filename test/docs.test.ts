import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

/** What the README shows of the program is what it prints: `<!-- poam … -->` is run, and its output stands up to `<!-- end -->`. */
it("the README shows what the program prints", async () => {
  const readme = readFileSync("README.md", "utf8");
  const shown = readme.replace(
    /<!-- poam (.*?) -->\n[\s\S]*?<!-- end -->/g,
    (_, args: string) =>
      `<!-- poam ${args} -->\n\`\`\`console\n$ poam ${plain(args)}\n${run(args)}\n\`\`\`\n<!-- end -->`,
  );
  await expect(shown).toMatchFileSnapshot("../README.md");
});

it("the README's commands are the package's own", () => {
  const readme = readFileSync("README.md", "utf8");
  expect(readme).toContain("npm ci && npx poam lint fixtures/");
  expect(readme).toContain("npm ci && npm test");
  expect(readme).toContain(`./poam-${JSON.parse(readFileSync("package.json", "utf8")).version}.tgz`);
  expect(execFileSync(process.execPath, ["bin/poam.js", "--version"], { encoding: "utf8" }).trim()).toBe(
    JSON.parse(readFileSync("package.json", "utf8")).version,
  );
});

/** What a command writes is of no account here, and is not to be found beside the fixtures. */
const SCRATCH = mkdtempSync(join(tmpdir(), "poam-docs-"));
afterAll(() => rmSync(SCRATCH, { recursive: true }));

/** Formats are named for the run, as a pipe gets another than a terminal; a reader types neither. */
function plain(args: string): string {
  return args.replace(/ -f (pretty|compact)/, "");
}

function run(args: string): string {
  const written = args.replace(/(?<= -o )\S+/, (name) => join(SCRATCH, name));
  const { stdout, stderr } = spawnSync(process.execPath, ["bin/poam.js", ...written.split(" ")], {
    encoding: "utf8",
    env: { PATH: process.env.PATH, COLUMNS: "100" },
  });
  return `${stdout}${stderr}`.trimEnd();
}
