import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** The lines of the Containerfile that say something, by stage; `[instruction, rest]` each. */
const STAGES = readFileSync("Containerfile", "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => /^([A-Z]+) (.+)$/.exec(line)!.slice(1, 3) as [instruction: string, rest: string])
  .reduce<[string, string][][]>((stages, line) => {
    if (line[0] === "FROM") stages.push([]);
    stages.at(-1)!.push(line);
    return stages;
  }, []);
const LAST = STAGES.at(-1)!;
const IGNORED = readFileSync(".dockerignore", "utf8").trimEnd().split("\n");

/** What the last stage says with this instruction. */
const said = (name: string) => LAST.filter(([instruction]) => instruction === name).map(([, rest]) => rest);

describe("the Containerfile", () => {
  it("stands on one image of Node.js, by its exact version", () => {
    const images = STAGES.map(([[, from] = ["", ""]]) => from.replace(/ AS \w+$/, ""));
    expect(new Set(images).size).toBe(1);
    expect(images[0]).toMatch(/^node:\d+\.\d+\.\d+-[a-z]+-slim(@sha256:[0-9a-f]{64})?$/);
    const [major, minor] = images[0]!.match(/\d+/g)!.map(Number);
    const [least, leastMinor] = JSON.parse(readFileSync("package.json", "utf8")).engines.node.match(/\d+/g).map(Number);
    expect(major! > least || (major === least && minor! >= leastMinor)).toBe(true);
  });

  it("runs poam as a user without rights, in the folder that is mounted", () => {
    expect([said("USER"), said("WORKDIR"), said("ENTRYPOINT"), said("CMD")]).toEqual([
      ["node"],
      ["/work"],
      ['["poam"]'],
      [],
    ]);
  });

  it("copies what is there and is not ignored", () => {
    const sources = STAGES.flat().flatMap(([instruction, rest]) =>
      instruction === "COPY" && !rest.startsWith("--from=") ? rest.split(" ").slice(0, -1) : [],
    );
    expect(sources.length).toBeGreaterThan(5);
    for (const source of sources) {
      expect([source, existsSync(source), IGNORED.includes(source)]).toEqual([source, true, false]);
    }
  });

  it("runs no script of a package that it installs", () => {
    const installs = STAGES.flat().filter(([, rest]) => /\bnpm (ci|install|pack)\b/.test(rest));
    expect(installs.length).toBe(3);
    for (const [, rest] of installs) expect(rest).toMatch(/npm (ci|pack)[^&]* --ignore-scripts/);
  });
});

/** No engine is needed: each stage is a folder that stands for its root, and a shell of this machine runs its lines. */
describe("the Containerfile's steps", () => {
  const home = mkdtempSync(join(tmpdir(), "poam-container-"));
  const roots = new Map<string, string>();
  const last = join(home, `${STAGES.length - 1}`);

  beforeAll(() => {
    for (const [index, stage] of STAGES.entries()) build(stage, join(home, `${index}`));
  }, 300_000);
  afterAll(() => rmSync(home, { recursive: true }), 60_000);

  function build(stage: readonly [string, string][], root: string): void {
    let folder = root;
    const within = (path: string) => (path.startsWith("/") ? join(root, path) : join(folder, path));
    for (const path of ["usr/local/bin", "opt"]) mkdirSync(join(root, path), { recursive: true });
    for (const [instruction, rest] of stage) {
      if (instruction === "FROM") roots.set(/ AS (\w+)$/.exec(rest)?.[1] ?? "", root);
      if (instruction === "WORKDIR") mkdirSync((folder = within(rest)), { recursive: true });
      if (instruction === "COPY") copy(rest.split(" "), within);
      if (instruction === "RUN") run(rest.replace(/(?<= )\/(?=\w)/g, `${root}/`), folder);
    }
  }

  function copy(parts: readonly string[], within: (path: string) => string): void {
    const from = roots.get(/^--from=(\w+)$/.exec(parts[0]!)?.[1] ?? "none");
    const sources = from === undefined ? parts.slice(0, -1) : parts.slice(1, -1).map((path) => join(from, path));
    const target = within(parts.at(-1)!);
    for (const source of sources) {
      const into = statSync(source).isDirectory() ? target : join(target, basename(source));
      cpSync(source, into, { recursive: true, verbatimSymlinks: true });
    }
  }

  function run(line: string, cwd: string): void {
    const { status, stdout, stderr } = spawnSync("sh", ["-c", line], { cwd, encoding: "utf8" });
    if (status !== 0) throw new Error(`${line}\n${stdout}\n${stderr}`);
  }

  it("make a poam that works, from the lock file's packages, with none for development", () => {
    const poam = join(last, "usr", "local", "bin", "poam");
    const ran = spawnSync(poam, ["lint", resolve("fixtures/ok/fedramp-v3.0.xlsx"), "--as-of", "2026-03-31"], {
      cwd: home,
      encoding: "utf8",
    });
    expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: "" });
    expect(ran.stdout).toContain(": 46 items (33 open, 10 closed, 3 configuration), no problems");
    const packages = join(last, "opt", "poam", "node_modules");
    const facts = JSON.parse(readFileSync("package.json", "utf8"));
    expect(Object.keys(facts.dependencies).filter((name) => !existsSync(join(packages, name)))).toEqual([]);
    expect(Object.keys(facts.devDependencies).filter((name) => existsSync(join(packages, name)))).toEqual([]);
    expect(readdirSync(join(last, "opt", "poam")).sort()).toEqual([
      ...["LICENSE", "README.md", "bin", "dist", "node_modules", "package-lock.json", "package.json", "schemas"],
      "templates",
    ]);
  });
});
