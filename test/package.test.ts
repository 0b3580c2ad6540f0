import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TEMPLATES } from "./templates.js";

/** What `npm pack` says of the tarball. */
interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

const IMPORT = /^import\b.*?"(\..+?)";$/gm;
const ANY_IMPORT = /^(?:import|export)\b.*?"(\..+?)";$|\bimport\("(\..+?)"\)/gm;

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

/** The package as its users get it: packed, installed into an empty folder, run. `npm test` has built it. */
describe("the package", () => {
  const folder = mkdtempSync(join(tmpdir(), "poam-package-"));
  const home = join(folder, "home");
  let packed: Packed;

  beforeAll(() => {
    const npm = (args: readonly string[], cwd: string) =>
      execFileSync("npm", args, {
        cwd,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
        shell: process.platform === "win32",
      });
    packed = JSON.parse(npm(["pack", "--json", "--ignore-scripts", "--pack-destination", folder], process.cwd()))[0];
    mkdirSync(home);
    writeFileSync(join(home, "package.json"), '{ "private": true }');
    npm(["install", "--no-audit", "--no-fund", join(folder, packed.filename)], home);
  }, 180_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** The files of dist/ that these import, and those that they do. */
  const reachedFrom = (entries: readonly string[], pattern: RegExp): readonly string[] => {
    const reached = new Set(entries);
    for (const path of reached) {
      const code = readFileSync(join(home, "node_modules", "poam", "dist", path), "utf8");
      for (const [, to, lazy] of code.matchAll(pattern)) reached.add(posix.join(posix.dirname(path), (to ?? lazy)!));
    }
    return [...reached];
  };

  const poam = (...args: string[]) => {
    const bin = join(home, "node_modules", "poam", "bin", "poam.js");
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: home, encoding: "utf8" });
    return { status, stdout, stderr };
  };

  it("holds the program, its forms and its schemas: each file by a rule, and no other", () => {
    const modules = readdirSync("src", { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
    const expected = [
      "LICENSE",
      "README.md",
      "package.json",
      "bin/poam.js",
      "templates/README.md",
      "templates/template.schema.json",
      ...TEMPLATES.map(({ id }) => `templates/${id}/template.json`),
      ...["poam-items", "poam.config", "poam.report", "poam.suppressions", "poam.ver"].map(
        (name) => `schemas/${name}.schema.json`,
      ),
      "dist/poam.1",
      ...modules.filter((path) => path.endsWith(".ts")).map((path) => `dist/${path.replace(/\.ts$/, ".d.ts")}`),
      ...reachedFrom(["index.js", "cli/main.js", "cli/process-host.js", "cli/worker.js"], ANY_IMPORT).map(
        (path) => `dist/${path}`,
      ),
    ];
    expect(packed.files.map(({ path }) => path).sort()).toEqual(expected.sort());
  });

  it("holds all that its package.json names", () => {
    const paths = packed.files.map(({ path }) => path);
    const facts = JSON.parse(readFileSync("package.json", "utf8"));
    const { types, default: code } = facts.exports["."];
    for (const path of [types, code, facts.man, ...Object.values<string>(facts.bin)]) {
      expect(paths).toContain(path.replace(/^\.\//, ""));
    }
    for (const name of facts.files)
      expect(paths.filter((path) => path === name || path.startsWith(`${name}/`))).not.toEqual([]);
  });

  it("is published for everybody, with a signed statement of where and from what it was built", () => {
    const { publishConfig, license, private: kept } = JSON.parse(readFileSync("package.json", "utf8"));
    expect({ publishConfig, license, kept }).toEqual({
      publishConfig: { access: "public", provenance: true },
      license: "Apache-2.0",
      kept: undefined,
    });
  });

  it("starts with few files: the rest waits until a command asks for it", () => {
    expect(reachedFrom(["cli/main.js", "cli/process-host.js"], IMPORT)).toEqual([
      "cli/main.js",
      "cli/process-host.js",
      "parts/start.js",
    ]);
  });

  it("runs nothing when it is installed", () => {
    const { scripts } = JSON.parse(readFileSync(join(home, "node_modules", "poam", "package.json"), "utf8"));
    expect(Object.keys(scripts).filter((name) => /^(pre|post)?install$/.test(name))).toEqual([]);
  });

  it("is a library, too: the README's program finds what poam lint finds", () => {
    writeFileSync(join(home, "acme-poam.xlsx"), readFileSync("fixtures/err/duplicate-ids.xlsx"));
    const [, code = ""] = /^```js\n(import [\s\S]*?)^```$/m.exec(readFileSync("README.md", "utf8"))!;
    writeFileSync(join(home, "use.mjs"), code);
    const { stdout, stderr } = spawnSync(process.execPath, ["use.mjs"], { cwd: home, encoding: "utf8" });
    const lines = poam("lint", "acme-poam.xlsx", "--as-of", "2026-03-31", "-f", "compact", "-q").stdout.split("\n");
    const found = lines.map((line) =>
      line.replace(/^acme-poam\.xlsx:/, "").replace(/: (?:error|warning|info): /, ": "),
    );
    expect({ stdout, stderr }).toEqual({ stdout: found.join("\n"), stderr: "" });
    expect(lines.length).toBeGreaterThan(3);
  });

  it("installs its command", () => {
    expect(readdirSync(join(home, "node_modules", ".bin"))).toContain("poam");
    expect(poam("--version")).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
  });

  it("checks a register", () => {
    const headings = "POAM ID,Weakness Name,Weakness Description,Point of Contact,Scheduled Completion Date,Status";
    writeFileSync(join(home, "acme.csv"), `${headings}\nV-1,Old TLS,TLS 1.0 is offered,Ann,2026-02-30,Open\n`);
    const { status, stdout, stderr } = poam("lint", "acme.csv", "--as-of", "2026-03-31");
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toContain("acme.csv:'acme'!E2: error: ");
    expect(stdout).toContain("[date-impossible]");
  });

  it("writes Parquet with the packages that came along", () => {
    expect(poam("status", "acme.csv", "--as-of", "2026-03-31", "-f", "parquet=items.parquet").status).toBe(0);
    const bytes = readFileSync(join(home, "items.parquet"), "latin1");
    expect([bytes.slice(0, 4), bytes.slice(-4)]).toEqual(["PAR1", "PAR1"]);
  });

  it("reads a config", () => {
    writeFileSync(join(home, "poam.config.json"), '{ "rules": { "overdu": "off" } }');
    expect(poam("lint", "acme.csv").stderr).toBe(
      "poam: poam.config.json: rules: there is no rule overdu. Did you mean overdue?\n",
    );
  });
});
