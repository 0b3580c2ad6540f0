import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FORMATS } from "../../src/reporters/index.js";
import { register } from "./marked-engine.js";

const POAM = join(process.cwd(), "bin/poam.js");
const FORMAT_NAMES = Object.keys(FORMATS);

let folder = "";
/** What is printed by one run with one job. */
let whole: ReturnType<typeof everyFormat>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "poam-fleet-"));
  for (const verdict of ["ok", "err"]) {
    mkdirSync(join(folder, verdict));
    for (const name of readdirSync(`fixtures/${verdict}`)) {
      if (/\.(?:out|json)$/.test(name)) continue;
      copyFileSync(`fixtures/${verdict}/${name}`, join(folder, verdict, name));
    }
  }
  // One holds, one has expired, one holds for nothing: what is said of them depends on all workbooks of the folder.
  const suppressions = [
    { rule: "overdue", item: "V-101", reason: "known" },
    { rule: "overdue", item: "V-102", reason: "was known", until: "2026-01-31" },
    { rule: "overdue", item: "V-999", reason: "gone" },
  ];
  writeFileSync(join(folder, "err", "poam.suppressions.json"), JSON.stringify({ suppressions }));
  writeFileSync(join(folder, "ok", "prose.csv"), "just,some\nother,table\n");
  whole = everyFormat(LINT);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function poam(args: readonly string[], node: readonly string[] = []) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [...node, POAM, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env.PATH },
    maxBuffer: 1 << 28,
  });
  return { stdout, stderr, status };
}

type Said = Pick<ReturnType<typeof poam>, "status">;

/** Runs it with every format into a file, and gives all that was written and said. */
function everyFormat(args: readonly string[]): Said & Readonly<Record<string, string>> {
  const formats = FORMAT_NAMES.flatMap((name) => ["-f", `${name}=${name}.out`]);
  const said = poam([...args, ...formats]);
  const written = FORMAT_NAMES.map((name) => [name, readFileSync(join(folder, `${name}.out`), "utf8")]);
  return { ...said, ...Object.fromEntries(written) };
}

const LINT = ["lint", "err", "missing.xlsx", "ok", "--as-of", "2026-03-31", "--show-suppressed"];

describe("one job, several, and what was kept", () => {
  it("say the same in every format", () => {
    expect(whole.status).toBe(2);
    expect(JSON.parse(whole.json!).summary.errors).toBeGreaterThan(10);
    expect(everyFormat([...LINT, "--jobs", "3"])).toEqual(whole);
    expect(everyFormat([...LINT, "--cache"])).toEqual(whole);
    expect(everyFormat([...LINT, "--cache"])).toEqual(whole);
  });

  it("say the same redacted, and by other settings", () => {
    const flags = ["--redact", "--template", "fedramp-rev5-v2.1", "--pack", "rmf-emass", "--rule", "stale=off"];
    const one = everyFormat([...LINT, ...flags]);
    expect(one.json).not.toEqual(whole.json);
    expect(everyFormat([...LINT, ...flags, "--jobs", "2", "--cache"])).toEqual(one);
    expect(everyFormat([...LINT, ...flags, "--cache"])).toEqual(one);
  });

  it("stop alike at evidence that is none", () => {
    const args = ["lint", "ok", "--kev", "err/overdue.xlsx"];
    const one = poam(args);
    expect(one.stderr).toContain("overdue.xlsx is a workbook or another archive, where JSON is wanted");
    expect(poam([...args, "--jobs", "2"])).toEqual(one);
  });
});

it("tells a workbook that needs too much memory from the others", () => {
  const [heading, row] = register("remark").split("\n");
  writeFileSync(join(folder, "large.csv"), `${heading}\n${`${row}\n`.repeat(250_000)}`);
  const args = ["lint", "large.csv", "ok/cmmc.xlsx", "--jobs", "2", "--as-of", "2026-03-31", "-f", "json"];
  const { stdout, stderr, status } = poam(args, ["--max-old-space-size=48"]);
  rmSync(join(folder, "large.csv"));
  expect(stderr).toMatch(/^poam: large\.csv needs more memory than a thread has\./);
  expect(status).toBe(2);
  const [large, small] = JSON.parse(stdout).files;
  expect(large.error).toContain("needs more memory");
  expect(small).toMatchObject({ path: "ok/cmmc.xlsx", error: null });
});

it("leaves nothing half-written when it is stopped", async () => {
  const args = [POAM, "lint", "err", "ok", "--jobs", "2", "--cache-location", "stopped", "-f", "json=stopped.json"];
  const running = spawn(process.execPath, args, { cwd: folder, stdio: "ignore" });
  const ended = once(running, "close");
  const halfWritten = () =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.tmp$/.test(name));
  while (running.exitCode === null && halfWritten().length === 0) await setTimeout(2);
  running.kill("SIGINT");
  expect(await ended).toEqual([null, "SIGINT"]);
  expect(halfWritten()).toEqual([]);
  expect(existsSync(join(folder, "stopped.json"))).toBe(false);
});

describe("shards", () => {
  it("merged in any order say what the whole run says, in every format", () => {
    const count = 3;
    const reports = Array.from({ length: count }, (_, index) => `shard-${index + 1}.json`);
    const sizes = reports.map((report, index) => {
      poam([...LINT, "--shard", `${index + 1}/${count}`, "-f", `json=${report}`]);
      return JSON.parse(readFileSync(join(folder, report), "utf8")).files.length;
    });
    const merged = everyFormat(["merge-reports", ...reports.reverse(), "--show-suppressed"]);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(JSON.parse(whole.json!).files.length);
    for (const name of FORMAT_NAMES) {
      if (!("cells" in FORMATS[name as keyof typeof FORMATS])) expect(merged[name], name).toBe(whole[name]);
    }
    expect(merged.status).toBe(whole.status);
    expect(merged.pretty).not.toContain(" | POAM ID");
    const headlines = (text = "") => text.split("\n").filter((line) => /^\w+\[/.test(line));
    expect(headlines(merged.pretty)).toEqual(headlines(whole.pretty));
  });

  it("of which one is empty pass with a sentence", () => {
    const { stdout, stderr, status } = poam(["lint", "ok/cmmc.xlsx", "--shard", "2/2", "-f", "json"]);
    expect({ stderr, status }).toEqual({
      stderr: "poam: shard 2/2 has no workbook: there is 1 to share out.\n",
      status: 0,
    });
    expect(JSON.parse(stdout)).toMatchObject({ shard: { index: 2, count: 2, positions: [] }, files: [] });
  });
});
