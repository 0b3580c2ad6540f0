import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DISK } from "../../src/cli/disk.js";
import type { Engine } from "../../src/cli/engine.js";
import { main } from "../../src/cli/main.js";
import { openFile } from "../../src/open-file.js";
import { readPoam } from "../../src/template/read.js";
import { TEMPLATES } from "../templates.js";
import { markedEngine, register } from "./marked-engine.js";
import { type MemoryHost, memoryHost } from "./memory-host.js";

const FILES = {
  "/home/me/bad.csv": register("error 1", "warning"),
  "/home/me/clean.csv": register("fine"),
  "/home/me/kev.json": '{ "vulnerabilities": [] }',
};

const LINT = ["lint", "bad.csv", "clean.csv", "-f", "json"];
const CACHED = [...LINT, "--cache"];

/** Runs poam in a world, and counts the workbooks that were judged. */
async function run(args: readonly string[], files: Readonly<Record<string, string>>) {
  let judged = 0;
  const engine = async (): Promise<Engine> => {
    const marked = await markedEngine();
    const lint: Engine["lint"] = (...args) => {
      judged++;
      return marked.lint(...args);
    };
    return { ...marked, lint };
  };
  const host = memoryHost({ files });
  const code = await main(args, host, engine);
  return { code, out: host.out(), err: host.err(), judged, kept: keptIn(host) };
}

function keptIn(host: MemoryHost): Record<string, string> {
  return Object.fromEntries([...host.written].filter(([path]) => path.includes("cache")));
}

const entries = (kept: Readonly<Record<string, string>>) => Object.keys(kept).filter((path) => path.endsWith(".json"));

describe("the cache", () => {
  it("says the same as checking, without checking", async () => {
    const plain = await run(LINT, FILES);
    const cold = await run(CACHED, FILES);
    const warm = await run(CACHED, { ...FILES, ...cold.kept });
    expect([plain.judged, cold.judged, warm.judged]).toEqual([2, 2, 0]);
    expect([cold.out, warm.out]).toEqual([plain.out, plain.out]);
    expect([cold.code, warm.code]).toEqual([1, 1]);
    expect(cold.kept["/home/me/.poam-cache/.gitignore"]).toBe("*\n");
    expect(entries(cold.kept)).toHaveLength(2);
    expect(warm.kept).toEqual({});
  });

  it.each<[what: string, args: readonly string[], files: Readonly<Record<string, string>>, judged: number]>([
    ["nothing", [], {}, 0],
    ["how it is printed", ["-q", "--fail-on", "never"], {}, 0],
    ["a workbook", [], { "/home/me/bad.csv": register("error 2") }, 1],
    ["a rule's level", ["--rule", "marked=info"], {}, 2],
    ["the packs", ["--pack", "strict"], {}, 2],
    ["the form", ["--template", "generic"], {}, 2],
    ["the day", ["--as-of", "2026-03-30"], {}, 2],
    ["what is redacted", ["--redact"], {}, 2],
    ["the evidence", ["--kev", "kev.json"], {}, 2],
    ["a config", [], { "/home/me/poam.config.json": '{ "rules": { "marked": ["info", { "days": 3 }] } }' }, 2],
    ["a config that changes nothing", [], { "/home/me/poam.config.json": "{}" }, 0],
    ["a sidecar", [], { "/home/me/poam.ver.json": '{ "items": {} }' }, 2],
  ])("checks again what has another outcome by %s", async (_, args, files, judged) => {
    const world = { ...FILES, ...files };
    const { kept } = await run(CACHED, FILES);
    const again = await run([...CACHED, ...args], { ...world, ...kept });
    const plain = await run([...LINT, ...args], world);
    expect(again).toMatchObject({ judged, out: plain.out, err: plain.err, code: plain.code });
    expect((await run([...CACHED, ...args], { ...world, ...kept, ...again.kept })).judged).toBe(0);
  });

  it("knows evidence by what is in it", async () => {
    const args = [...CACHED, "--kev", "kev.json"];
    const { kept } = await run(args, FILES);
    const other = { ...FILES, ...kept, "/home/me/kev.json": '{ "vulnerabilities": [  ] }' };
    expect((await run(args, { ...FILES, ...kept })).judged).toBe(0);
    expect((await run(args, other)).judged).toBe(2);
  });

  it("does not take one path's outcome for another's", async () => {
    const { kept } = await run(CACHED, FILES);
    const moved = { ...kept, "/home/me/moved.csv": FILES["/home/me/bad.csv"] };
    expect((await run(["lint", "moved.csv", "--cache"], moved)).judged).toBe(1);
  });

  it.each<[what: string, spoiled: (entry: string) => string]>([
    ["is cut off", (entry) => entry.slice(0, -1)],
    ["is empty", () => ""],
    ["is of something else", () => "\u0000\u0001 no entry"],
    ["was changed", (entry) => entry.replace("marked error", "marked other")],
    ["is of another poam", (entry) => `${"0".repeat(64)}${entry.slice(64)}`],
  ])("passes over an entry that %s, and writes it anew", async (_, spoiled) => {
    const cold = await run(CACHED, FILES);
    const kept = Object.fromEntries(
      Object.entries(cold.kept).map(([path, text]) => [path, path.endsWith(".json") ? spoiled(text) : text]),
    );
    const again = await run(CACHED, { ...FILES, ...kept });
    expect(again).toMatchObject({ out: cold.out, err: "", code: 1 });
    expect(again.judged).toBeGreaterThan(0);
    expect((await run(CACHED, { ...FILES, ...kept, ...again.kept })).judged).toBe(0);
  });

  it("keeps the cells only for formats that show them, and checks again for those", async () => {
    const args = ["lint", "bad.csv", "--cache"];
    const json = await run([...args, "-f", "json"], FILES);
    expect(Object.values(json.kept).join()).not.toContain("Old TLS");
    const pretty = await run([...args, "-f", "pretty"], { ...FILES, ...json.kept });
    expect(pretty.judged).toBe(1);
    const all = { ...FILES, ...pretty.kept };
    const warm = await run([...args, "-f", "pretty"], all);
    expect(warm).toMatchObject({ judged: 0, out: (await run(["lint", "bad.csv", "-f", "pretty"], FILES)).out });
    expect((await run([...args, "-f", "json"], all)).judged).toBe(0);
  });

  it("keeps no text of cells with --redact", async () => {
    const cold = await run([...CACHED, "--redact"], FILES);
    expect(entries(cold.kept)).toHaveLength(2);
    expect(Object.values(cold.kept).join()).not.toMatch(/Old TLS|V-1|marked error/);
    expect(await run([...CACHED, "--redact"], { ...FILES, ...cold.kept })).toMatchObject({ judged: 0, out: cold.out });
  });

  const faulty = readdirSync("fixtures/err").filter((name) => /\.(?:xlsx|csv)$/.test(name));
  it.each(faulty)("keeps nothing that an item says with --redact: %s", async (name) => {
    const bytes = readFileSync(`fixtures/err/${name}`);
    const host = memoryHost({ files: { [`/home/me/${name}`]: bytes } });
    await main(["lint", name, "--as-of", "2026-03-31", "--cache", "--redact", "-q"], host);
    const [entry = ""] = entries(keptIn(host)).map((path) => host.written.get(path)!);
    if (entry === "") return;
    const poam = readPoam(await openFile(bytes, name), TEMPLATES, { fileName: name });
    const said = [...poam.items()].flatMap(({ weakness, description, assets, pointOfContact, comments }) =>
      [weakness, description, assets, pointOfContact, comments].map((cell) => cell?.text.trim() ?? ""),
    );
    expect(said.filter((text) => text.length > 4 && entry.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
  });

  it("suppresses what it has kept", async () => {
    const { kept } = await run(CACHED, FILES);
    const entry = { rule: "marked", item: "V-1", reason: "known" };
    const world = { ...FILES, "/home/me/poam.suppressions.json": JSON.stringify({ suppressions: [entry] }) };
    const warm = await run(CACHED, { ...world, ...kept });
    expect(warm).toMatchObject({ judged: 0, out: (await run(LINT, world)).out });
    expect(JSON.parse(warm.out).summary).toMatchObject({ errors: 0, suppressed: 1 });
  });

  it("knows items that are redacted by checking again, where a suppression may hold for them", async () => {
    const entry = { rule: "marked", item: "V-1", reason: "known" };
    const world = { ...FILES, "/home/me/poam.suppressions.json": JSON.stringify({ suppressions: [entry] }) };
    const { kept } = await run([...CACHED, "--redact"], FILES);
    const again = await run([...CACHED, "--redact"], { ...world, ...kept });
    expect(again).toMatchObject({ judged: 2, kept: {}, out: (await run([...LINT, "--redact"], world)).out });
    expect(JSON.parse(again.out).summary).toMatchObject({ errors: 0, suppressed: 1 });
  });

  it("keeps nothing of what cannot be read", async () => {
    const files = { "/home/me/prose.csv": "just,some\nother,table\n", "/home/me/crash.csv": register("crash") };
    const { kept, code } = await run(["lint", "prose.csv", "crash.csv", "missing.csv", "--cache"], files);
    expect({ code, entries: entries(kept) }).toEqual({ code: 2, entries: [] });
  });

  it("says what it cannot keep, and goes on", async () => {
    const host = memoryHost({ files: FILES });
    const keep = async (path: string) => {
      throw Object.assign(new Error("full"), { code: "ENOSPC", path });
    };
    const makePrivateFolder = async () => false;
    const code = await main(CACHED, { ...host, files: { ...host.files, keep, makePrivateFolder } }, markedEngine);
    expect({ code, out: host.out(), err: host.err() }).toEqual({
      code: 1,
      out: (await run(LINT, FILES)).out,
      err: "poam: not all results could be kept in .poam-cache (ENOSPC); what is printed is complete.\n",
    });
  });

  it("goes where it is told", async () => {
    const { kept } = await run([...LINT, "--cache-location", "sub/cache"], FILES);
    expect(Object.keys(kept).every((path) => path.startsWith("/home/me/sub/cache/"))).toBe(true);
    expect(await run([...LINT, "--cache-location", "bad.csv"], FILES)).toMatchObject({
      code: 2,
      err: "poam: bad.csv exists already. Give another name.\n",
    });
  });
});

describe("the cache on a disk", () => {
  let folder = "";
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "poam-cache-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const lint = () => {
    const host = { ...memoryHost(), cwd: folder, files: DISK, now: () => new Date() };
    return main(["lint", "bad.csv", "--as-of", "2026-03-31", "--cache"], host, markedEngine);
  };
  const mode = (path: string) => statSync(path).mode & 0o777;

  it("is its owner's alone, and stays out of repositories", async () => {
    writeFileSync(join(folder, "bad.csv"), register("error"));
    expect(await lint()).toBe(1);
    const cache = join(folder, ".poam-cache");
    const names = readdirSync(cache).sort();
    expect(names).toEqual([".gitignore", expect.stringMatching(/^[0-9a-f]{32}\.json$/)]);
    expect(readFileSync(join(cache, ".gitignore"), "utf8")).toBe("*\n");
    expect([mode(cache), ...names.map((name) => mode(join(cache, name)))]).toEqual([0o700, 0o600, 0o600]);
  });

  it("keeps a folder that is there already out of repositories, if it is no one else's", async () => {
    writeFileSync(join(folder, "bad.csv"), register("error"));
    const cache = join(folder, ".poam-cache");
    mkdirSync(cache);
    await lint();
    expect(readFileSync(join(cache, ".gitignore"), "utf8")).toBe("*\n");
    rmSync(join(cache, ".gitignore"));
    writeFileSync(join(cache, "notes.txt"), "somebody's");
    await lint();
    expect(existsSync(join(cache, ".gitignore"))).toBe(false);
  });

  it("takes out its own entries after 30 days, and nothing else", async () => {
    const cache = join(folder, ".poam-cache");
    writeFileSync(join(folder, "bad.csv"), register("error"));
    await lint();
    const days = (count: number) => Date.now() / 1000 - count * 24 * 3600;
    const entry = `${"1".repeat(64)} ${"2".repeat(64)}\n{}`;
    const aged: readonly [string, number, string, boolean][] = [
      [`${"a".repeat(32)}.json`, 31, entry, false],
      [`${"b".repeat(32)}.json`, 29, entry, true],
      [`${"c".repeat(32)}.json.12-1.tmp`, 31, "cut o", false],
      [`${"d".repeat(32)}.json`, 31, "{}", true],
      ["notes.json", 31, entry, true],
      ["bad.csv", 31, entry, true],
    ];
    for (const [name, age, content] of aged) {
      writeFileSync(join(cache, name), content);
      utimesSync(join(cache, name), days(age), days(age));
    }
    const left = () => aged.map(([name]) => existsSync(join(cache, name)));
    await lint();
    expect(left()).toEqual(aged.map(([, , , stays]) => stays));
  });
});
