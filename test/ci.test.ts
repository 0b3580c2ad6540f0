import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const ROOT = process.cwd();
const ACTION = readFileSync("action.yml", "utf8");
const README = readFileSync("README.md", "utf8");

/** A project with a register in it, and poam among its packages. */
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "poam-ci-"));
  mkdirSync(join(folder, "poams", "two words"), { recursive: true });
  mkdirSync(join(folder, "node_modules", ".bin"), { recursive: true });
  symlinkSync(resolve("bin/poam.js"), join(folder, "node_modules", ".bin", "poam"));
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  writeFileSync(join(folder, "poam.config.json"), '{ "asOf": "2026-03-31" }');
  cpSync("fixtures/err/overdue.xlsx", join(folder, "poams", "late.xlsx"));
  cpSync("fixtures/ok/fedramp-v3.0.xlsx", join(folder, "poams", "two words", "clean.xlsx"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a shell text as GitHub does: what fails, ends it. */
function run(text: string, env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", text], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: folder, npm_config_offline: "true", ...env },
  });
  return { status, stdout, stderr };
}

/** The findings of a file of `-f json` by severity, counted one by one. */
function counted(path: string): Readonly<Record<string, string>> {
  const { files } = JSON.parse(readFileSync(path, "utf8"));
  const severities: string[] = files.flatMap((file: { findings: { severity: string }[] }) =>
    file.findings.map(({ severity }) => severity),
  );
  const count = (severity: string) => `${severities.filter((one) => one === severity).length}`;
  return { errors: count("error"), warnings: count("warning"), infos: count("info") };
}

describe("action.yml", () => {
  const script = /id: lint\n[\s\S]*? {6}run: \|\n((?: {8}.*\n)+)/.exec(ACTION)![1]!;

  function lint(inputs: { files: string; packs?: string; failOn?: string }) {
    const output = join(folder, "output");
    const { status, stdout, stderr } = run(script, {
      FILES: inputs.files,
      PACKS: inputs.packs ?? "",
      FAIL_ON: inputs.failOn ?? "error",
      RUNNER_TEMP: folder,
      GITHUB_ACTION_PATH: ROOT,
      GITHUB_OUTPUT: output,
    });
    const lines = existsSync(output) ? readFileSync(output, "utf8").trimEnd().split("\n") : [];
    return { status, stdout, stderr, outputs: Object.fromEntries(lines.map((line) => line.split("="))) };
  }

  it.each<[name: string, inputs: Parameters<typeof lint>[0], status: number]>([
    ["an error", { files: "poams/late.xlsx" }, 1],
    ["an error that is not to fail it", { files: "poams/late.xlsx", failOn: "never" }, 0],
    ["a folder with blanks in names", { files: "poams/" }, 1],
    ["several lines", { files: "\n  poams/two words/clean.xlsx\npoams/late.xlsx\n" }, 1],
    ["a pattern", { files: "poams/t*/*.xlsx", failOn: "error" }, 0],
    ["packs", { files: "poams/late.xlsx", packs: "best-practice\nfedramp-rev5\n" }, 1],
  ])("%s", (_, inputs, status) => {
    const ran = lint({ ...inputs });
    expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status, stderr: "" });
    const { report, ...counts } = ran.outputs;
    expect(counts).toEqual(counted(report!));
    if (status === 1) expect(Number(counts.errors)).toBeGreaterThan(0);
  });

  it.each([
    ["a pack that is none", { files: "poams/late.xlsx", packs: "fedramp" }, "there is no pack fedramp."],
    ["a name that a shell would run", { files: "$(touch run)`touch run`;touch run" }, "there is no file"],
    ["a name that looks like a flag", { files: "--exit-zero" }, "there is no file --exit-zero."],
  ])("ends with 2 and runs nothing for %s", (_, inputs, sentence) => {
    const { status, stderr } = lint(inputs);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
    expect(existsSync(join(folder, "run"))).toBe(false);
  });

  it("puts no input into the text of its script, and hands on each output", () => {
    expect(script).not.toContain("${{");
    for (const name of ["files", "packs", "fail-on"]) expect(ACTION).toContain(`: \${{ inputs.${name} }}\n`);
    expect([...ACTION.matchAll(/steps\.lint\.outputs\.(\w+)/g)].map(([, name]) => name)).toEqual(
      Object.keys(lint({ files: "poams/late.xlsx" }).outputs),
    );
  });
});

describe("the README's pipelines", () => {
  const block = (name: string) =>
    new RegExp(`^${name}[\\s\\S]*?\`\`\`yaml\\n([\\s\\S]*?)\`\`\``, "m").exec(README)![1]!;

  it.each([
    ["GitLab", /^ {4}- (.*)$/gm],
    ["Azure Pipelines", /^ {2}- script: (.*)$/gm],
  ])("%s checks the folder and keeps the findings", (name, line) => {
    const lines = [...block(name).matchAll(line)].map(([, command]) => command!);
    expect(lines[0]).toBe("npm ci");
    const { status, stdout } = run(lines.slice(1).join("\n"));
    expect(status).toBe(1);
    expect(stdout).toContain("poams/late.xlsx:");
    expect(block(name)).toContain("findings.json\n");
    expect(Number(counted(join(folder, "findings.json")).errors)).toBeGreaterThan(0);
  });

  it("a matrix on GitHub shares the workbooks out and puts the findings together", () => {
    const lint = /run: >-\n {10}(npx .*)\n {10}(.*)\n/.exec(block("On GitHub"))!.slice(1).join(" ");
    const merge = /run: (npx poam merge-reports .*)\n/.exec(block("On GitHub"))![1]!;
    const [, shards] = /shard: \[(.*)\]/.exec(block("On GitHub"))!;
    for (const shard of shards!.split(", ")) {
      const { status } = run(lint.replace("systems/", "poams/").replace(/\$\{\{ matrix\.shard \}\}/g, shard));
      expect(status).toBe(0);
    }
    const { status, stdout } = run(merge);
    expect(status).toBe(1);
    expect(stdout).toContain("::error file=poams/late.xlsx");
    const [{ artifacts }] = JSON.parse(readFileSync(join(folder, "poam.sarif"), "utf8")).runs;
    expect(artifacts).toHaveLength(2);
  });

  it("GitHub gives the action what it takes, and uses what it gives", () => {
    const [, given] = /with:\n((?: {10}.*\n)+)/.exec(block("GitHub"))!;
    const inputs = /^inputs:\n([\s\S]*?)^outputs:/m.exec(ACTION)![1]!;
    for (const [, name] of given!.matchAll(/^ {10}([\w-]+):/gm))
      expect(inputs).toMatch(new RegExp(`^  ${name}:$`, "m"));
    const used = [...block("GitHub").matchAll(/steps\.poam\.outputs\.(\w+)/g)].map(([, name]) => name);
    expect(used.length).toBeGreaterThan(0);
    for (const name of used) expect(ACTION).toContain(`steps.lint.outputs.${name} }}`);
  });
});

describe(".pre-commit-hooks.yaml", () => {
  const hooks = readFileSync(".pre-commit-hooks.yaml", "utf8").split(/^(?=- id: )/m);
  const key = (hook: string, name: string) => new RegExp(`^(?:- |  )${name}: (.*)$`, "m").exec(hook)![1]!;

  it.each(hooks.map((hook) => [key(hook, "id"), hook] as const))("%s takes registers, and nothing else", (_, hook) => {
    const files = new RegExp(key(hook, "files").replace("(?i)", ""), "i");
    const exclude = new RegExp(key(hook, "exclude"));
    const takes = (path: string) => files.test(path) && !exclude.test(path);
    for (const path of ["poams/acme.xlsx", "ACME-POAM.XLSM", "2026/Acme POA&M.csv"])
      expect([path, takes(path)]).toEqual([path, true]);
    for (const path of ["budget.xlsx", "poams/README.md", "poams/~$acme.xlsx"])
      expect([path, takes(path)]).toEqual([path, false]);
  });

  it("poam-lint fails on a faulty register, poam-fix changes what can be corrected", () => {
    const entries = Object.fromEntries(hooks.map((hook) => [key(hook, "id"), key(hook, "entry")]));
    const poam = (entry: string, file: string) => run(`npx ${entry} ${file}`).status;
    expect(poam(entries["poam-lint"]!, "poams/late.xlsx")).toBe(1);
    cpSync("fixtures/err/text-dates.xlsx", join(folder, "poams", "typed.xlsx"));
    const before = readFileSync(join(folder, "poams", "typed.xlsx"));
    poam(entries["poam-fix"]!, "poams/typed.xlsx");
    expect(readFileSync(join(folder, "poams", "typed.xlsx")).equals(before)).toBe(false);
  });
});
