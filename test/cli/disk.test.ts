import { execFileSync } from "node:child_process";
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DISK } from "../../src/cli/disk.js";
import { main } from "../../src/cli/main.js";
import { markedEngine, register } from "./marked-engine.js";
import { memoryHost } from "./memory-host.js";

// Windows has neither pipes nor links without rights to make them.
describe.skipIf(process.platform === "win32")("on a real disk", () => {
  let folder: string;
  const at = (name: string) => join(folder, name);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "poam-disk-"));
    writeFileSync(at("bad.csv"), register("error"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function lint(...args: string[]) {
    const host = { ...memoryHost(), cwd: folder, files: DISK };
    const code = await main(["lint", ...args], host, markedEngine);
    return { code, out: host.out(), err: host.err() };
  }

  it("writes over nothing that the run reads, under whatever name", async () => {
    writeFileSync(at("poam.config.json"), "{}");
    linkSync(at("bad.csv"), at("hard.json"));
    symlinkSync("bad.csv", at("soft.json"));
    symlinkSync("poam.config.json", at("config.json"));
    for (const name of ["hard.json", "soft.json", "config.json", "poam.config.json", "poam.ver.json"]) {
      if (name === "poam.ver.json") writeFileSync(at(name), '{ "items": {} }');
      const { code, err } = await lint("bad.csv", "-f", `json=${name}`);
      expect({ code, err }).toEqual({
        code: 2,
        err: `poam: ${name} is read in this run: poam does not write findings over it. Give another name after =.\n`,
      });
    }
    expect(readFileSync(at("bad.csv"), "utf8")).toBe(register("error"));
    expect(readFileSync(at("poam.config.json"), "utf8")).toBe("{}");
  });

  it("adds to the summary of a step of GitHub Actions, in place", async () => {
    writeFileSync(at("summary"), "Before.\n");
    linkSync(at("summary"), at("watched"));
    const env = { GITHUB_STEP_SUMMARY: at("summary") };
    await main(["lint", "bad.csv", "-f", "github"], { ...memoryHost({ env }), cwd: folder, files: DISK }, markedEngine);
    expect(readFileSync(at("watched"), "utf8").split("\n").slice(0, 4)).toEqual([
      "Before.",
      "# POA&M check",
      "",
      "## bad.csv",
    ]);
  });

  it("puts a file in its place when it is whole, and leaves the older one when the run fails", async () => {
    writeFileSync(at("out.json"), "older", { mode: 0o640 });
    const before = readdirSync(folder);
    expect((await lint("bad.csv", "-f", "json=out.json", "-f", "ndjson=/dev/full")).code).toBe(2);
    expect(readFileSync(at("out.json"), "utf8")).toBe("older");
    expect((await lint("bad.csv", "-f", "json=out.json")).code).toBe(1);
    expect(JSON.parse(readFileSync(at("out.json"), "utf8")).summary.errors).toBe(1);
    expect(readdirSync(folder)).toEqual(before);
  });

  it.skipIf(process.platform !== "linux")("says in a sentence that a disk is full", async () => {
    expect(await lint("bad.csv", "-f", "json=/dev/full")).toEqual({
      code: 2,
      out: "",
      err: "poam: /dev/full cannot be written: the disk is full.\n",
    });
  });

  it.skipIf(process.platform !== "linux")("does not try for ever to make a folder where none can be", async () => {
    const { code, err } = await lint("bad.csv", "--cache-location", "/proc/nope/deeper");
    expect({ code, err }).toEqual({ code: 2, err: "poam: there is no file /proc/nope/deeper.\n" });
  });

  it("says what is no file, and goes on", async () => {
    execFileSync("mkfifo", [at("pipe.csv")]);
    symlinkSync("b.csv", at("a.csv"));
    symlinkSync("a.csv", at("b.csv"));
    symlinkSync("nowhere", at("lost.csv"));
    writeFileSync(at("huge.csv"), "");
    truncateSync(at("huge.csv"), 3 * 2 ** 30);
    const long = `${"a".repeat(300)}.csv`;
    const { code, out, err } = await lint("pipe.csv", "/dev/zero", "a.csv", "lost.csv", "huge.csv", long, "bad.csv");
    expect(code).toBe(2);
    expect(out).toContain("bad.csv:'bad'!F2");
    expect(err.split("\n")).toEqual([
      "poam: pipe.csv is a named pipe, not a file.",
      "poam: /dev/zero is a device, not a file.",
      "poam: cannot open a.csv: its links lead in a circle.",
      "poam: lost.csv is a link to a file that does not exist.",
      "poam: huge.csv is too large: poam reads files of up to 1 GiB.",
      `poam: cannot open ${long}: the name is too long.`,
      "",
    ]);
  });

  // Root may open everything.
  it.skipIf(process.getuid?.() === 0)("goes on after a folder that it may not open", async () => {
    mkdirSync(at("locked"));
    writeFileSync(at("locked/in.csv"), register("error"));
    chmodSync(at("locked"), 0);
    for (const args of [["."], ["locked", "bad.csv"], ["locked/in.csv", "bad.csv"]]) {
      const { code, out, err } = await lint(...args);
      expect(code).toBe(2);
      expect(err).toMatch(/^poam: cannot open locked(\/in\.csv)?: permission denied\.\n$/);
      expect(out).toContain("bad.csv:'bad'!F2");
    }
    chmodSync(at("locked"), 0o700);
  });
});
