import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { main } from "../src/cli/main.js";
import { memoryHost } from "./cli/memory-host.js";

/** Workbooks of another day than 2026-03-31: form 2.1 itself is out of date by then, and the rules of 2026 not yet in force. */
const asOfDays = (verdict: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(`fixtures/${verdict}/as-of.json`, "utf8"));

/** A config or a sidecar that stands beside a fixture under its name stands beside it in the world, too. */
function beside(verdict: string, name: string): Record<string, Buffer> {
  const files = ["poam.config.json", "poam.ver.json"].map((file) => {
    const path = `fixtures/${verdict}/${name}.${file}`;
    return existsSync(path) ? { [`/home/me/${file}`]: readFileSync(path) } : {};
  });
  return Object.assign({}, ...files);
}

/** Every fixture has beside it what poam says of it; `npm run generate` writes that anew, and then it is to be read. */
describe.each(["ok", "err"])("fixtures/%s", (verdict) => {
  const names = readdirSync(`fixtures/${verdict}`).filter((name) => !/\.(?:out|json)$/.test(name));
  it.each(names)("%s", async (name) => {
    const host = memoryHost({
      files: { [`/home/me/${name}`]: readFileSync(`fixtures/${verdict}/${name}`), ...beside(verdict, name) },
      columns: 100,
    });
    const asOf = asOfDays(verdict)[name] ?? "2026-03-31";
    const code = await main(["lint", name, "--as-of", asOf, "-f", "pretty"], host);
    await expect(`${host.out()}${host.err()}exit code ${code}\n`).toMatchFileSnapshot(
      `../fixtures/${verdict}/${name}.out`,
    );
    if (verdict === "ok") expect(host.out()).toMatch(/^\S+: \d+ items \([^)]*\), no problems\b[^:]*\n$/);
  });
});

/** Each beside it has what poam would change, the unsafe fixes too. */
describe("fixtures/fix", () => {
  it.each(readdirSync("fixtures/fix").filter((name) => !name.endsWith(".out")))("%s", async (name) => {
    const host = memoryHost({ files: { [`/home/me/${name}`]: readFileSync(`fixtures/fix/${name}`) }, columns: 100 });
    const code = await main(["fix", name, "--unsafe", "--as-of", "2026-03-31"], host);
    await expect(`${host.out()}${host.err()}exit code ${code}\n`).toMatchFileSnapshot(`../fixtures/fix/${name}.out`);
  });
});

describe("fixtures/blank", () => {
  it.each(readdirSync("fixtures/blank"))("%s holds no items", async (name) => {
    const host = memoryHost({ files: { [`/home/me/${name}`]: readFileSync(`fixtures/blank/${name}`) } });
    const code = await main(["lint", name, "--as-of", "2026-03-31", "-f", "json"], host);
    const id = name.replace(/\.xlsx$/, "");
    const [file] = JSON.parse(host.out()).files;
    if (COMPANIONS.has(id)) {
      expect(file.error).toMatch(/ is an? .*, not a POA&M\.$/);
      expect(code).toBe(2);
      return;
    }
    expect(file.error).toBe(null);
    expect(file.template).toBe(id);
    expect(file.items.total).toBe(0);
    expect(file.findings.filter(({ item }: { item: unknown }) => item !== null)).toEqual([]);
  });
});

const COMPANIONS = new Set([
  "emass-test-results",
  "fedramp-conmon-deliverables",
  "fedramp-deviation-request",
  "fedramp-executive-summary",
  "fedramp-inventory",
  "fedramp-ret",
]);
