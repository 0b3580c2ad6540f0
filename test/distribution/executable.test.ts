import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FORMATS, type Format } from "../../src/reporters/index.js";

const NAME = process.platform === "win32" ? "poam.exe" : "poam";

/** What a run leaves behind: its exit code, what it printed, and every file of its folder. */
interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly files: Readonly<Record<string, string>>;
}

/** The executable stands alone in its folder and finds neither Node.js nor a package; the other is what npm installs. */
describe("the executable does what poam does, byte for byte:", () => {
  const home = mkdtempSync(join(tmpdir(), "poam-executable-"));
  const alone = join(home, NAME);

  beforeAll(() => copyFileSync(join("build", "executable", NAME), alone));
  afterAll(() => rmSync(home, { recursive: true }));

  function run(program: string, before: readonly string[], args: readonly string[]): Outcome {
    const folder = join(home, "work");
    mkdirSync(folder);
    for (const month of ["05", "06"]) cpSync(`fixtures/series/2026-${month}.xlsx`, join(folder, `2026-${month}.xlsx`));
    cpSync("fixtures/err/text-dates.xlsx", join(folder, "typed.xlsx"));
    cpSync("fixtures/err/csv-semicolon.csv", join(folder, "acme.csv"));
    writeFileSync(join(folder, "own.json"), readFileSync("templates/cmmc/template.json"));
    const { status, stdout, stderr } = spawnSync(program, [...before, ...args], {
      cwd: folder,
      encoding: "utf8",
      env: process.platform === "win32" ? { SystemRoot: process.env.SystemRoot } : {},
    });
    const files = Object.fromEntries(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .sort()
        .map((path) => [path, readFileSync(path, "latin1")]),
    );
    rmSync(folder, { recursive: true });
    return { status, stdout, stderr, files };
  }

  const day = "--as-of 2026-06-30";

  it.each<[line: string, status: number, made?: string]>([
    ["", 0],
    ["--version", 0],
    ["--help", 0],
    ["list templates", 0],
    ["list rules --json", 0],
    ["explain overdue", 0],
    ["schema config", 0],
    ["completion bash", 0],
    ["lint acme.xlsx", 2],
    ["lint typed.xlsx --template fedramp", 2],
    ...Object.entries<Format>(FORMATS).map(([name, { binary }]): [string, number] => [
      `lint typed.xlsx acme.csv 2026-06.xlsx ${day} -f ${name}${binary ? `=findings.${name}` : ""}`,
      1,
    ]),
    [`lint typed.xlsx ${day} -f xlsx=review.xlsx --notes`, 1, "review.xlsx"],
    [`lint typed.xlsx acme.csv 2026-06.xlsx ${day} --jobs 2`, 1],
    [`anonymize typed.xlsx ${day} -o nobody.xlsx`, 0, "nobody.xlsx"],
    [`merge 2026-05.xlsx 2026-05.xlsx 2026-06.xlsx -o merged.xlsx`, 0, "merged.xlsx"],
    [`lint 2026-06.xlsx ${day} --print-config`, 0],
    ["detect 2026-06.xlsx", 0],
    [`status 2026-06.xlsx ${day} --only all`, 0],
    [`report 2026-06.xlsx --previous 2026-05.xlsx ${day} -o report.html`, 0, "report.html"],
    [`report 2026-06.xlsx --previous 2026-05.xlsx ${day} -o report.xlsx`, 0, "report.xlsx"],
    [`report 2026-06.xlsx --previous 2026-05.xlsx ${day} -o report.md`, 0, "report.md"],
    [`report 2026-06.xlsx --previous 2026-05.xlsx ${day} -o report.json`, 0, "report.json"],
    ["diff 2026-05.xlsx 2026-06.xlsx", 1],
    [`fix typed.xlsx ${day} -o fixed.xlsx`, 0, "fixed.xlsx"],
    [`convert 2026-06.xlsx ${day} --to emass-army-2026 -o new.xlsx`, 0, "new.xlsx"],
    [`convert 2026-06.xlsx ${day} --to oscal -o new.json`, 0, "new.json"],
    [`convert 2026-06.xlsx ${day} --to csv -o new.csv`, 0, "new.csv"],
    ["init fedramp-rev5-v3.0 -o blank.xlsx", 0, "poam.config.json"],
    ["init ./own.json -o blank.xlsx", 0, "blank.xlsx"],
  ])("poam %s", (line, status, made) => {
    const args = line.split(" ").filter((arg) => arg !== "");
    const packaged = run(process.execPath, [resolve("bin/poam.js")], args);
    expect({ line, status: packaged.status }).toEqual({ line, status });
    if (made !== undefined) expect(Object.keys(packaged.files)).toContain(join(home, "work", made));
    expect(run(alone, [], args)).toEqual(packaged);
  });

  it("asks for nothing but what is in Node.js", () => {
    const code = readFileSync("build/executable/poam.cjs", "utf8");
    const asked = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name!);
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((name) => !isBuiltin(name))).toEqual([]);
    expect(code).not.toMatch(/\bimport\.meta\b|\bimport\(/);
  });
});
