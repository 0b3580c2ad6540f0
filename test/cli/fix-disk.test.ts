import {
  chmodSync,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DISK } from "../../src/cli/disk.js";
import { ENGINE, type Engine } from "../../src/cli/engine.js";
import { main } from "../../src/cli/main.js";
import { fixingEngine } from "./fixing-engine.js";
import { register } from "./marked-engine.js";
import { memoryHost } from "./memory-host.js";

// Windows has neither mode bits nor links without rights to make them.
describe.skipIf(process.platform === "win32")("poam fix on a real disk", () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  const text = (name: string) => readFileSync(at(name), "utf8");
  const [BAD, GOOD] = [register("safe: right"), register("right")];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "poam-fix-"));
    writeFileSync(at("bad.csv"), BAD, { mode: 0o640 });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function fix(args: string, engine: () => Promise<Engine> = fixingEngine) {
    const host = { ...memoryHost(), cwd: folder, files: DISK };
    const code = await main(["fix", ...args.split(" ")], host, engine);
    return { code, out: host.out(), err: host.err() };
  }

  it("writes nothing unless asked to", async () => {
    const before = statSync(at("bad.csv"), { bigint: true });
    expect((await fix("bad.csv")).code).toBe(1);
    expect(statSync(at("bad.csv"), { bigint: true })).toMatchObject({ ino: before.ino, mtimeNs: before.mtimeNs });
    expect([text("bad.csv"), readdirSync(folder)]).toEqual([BAD, ["bad.csv"]]);
  });

  it("writes in place, and keeps mode and older file", async () => {
    expect(await fix("bad.csv --write --backup")).toMatchObject({ code: 0, err: "" });
    expect([text("bad.csv"), text("bad.csv.bak"), statSync(at("bad.csv")).mode & 0o777]).toEqual([GOOD, BAD, 0o640]);
  });

  it("writes another file with the same mode", async () => {
    expect(await fix("bad.csv -o good.csv")).toMatchObject({ code: 0, err: "" });
    expect([text("bad.csv"), text("good.csv"), statSync(at("good.csv")).mode & 0o777]).toEqual([BAD, GOOD, 0o640]);
  });

  it.each<[string, () => void, string]>([
    [
      "is open in Excel",
      () => writeFileSync(at("~$bad.csv"), ""),
      "is open in Excel. Close it, or give another name with -o.",
    ],
    [
      "is open in LibreOffice",
      () => writeFileSync(at(".~lock.bad.csv#"), ""),
      "is open in LibreOffice. Close it, or give another name with -o.",
    ],
    [
      "is read-only",
      () => chmodSync(at("bad.csv"), 0o440),
      "is read-only. Make it writable, or give another name with -o.",
    ],
  ])("leaves a file alone that %s, and goes on", async (_, happens, sentence) => {
    writeFileSync(at("more.csv"), BAD);
    happens();
    const { code, err } = await fix("bad.csv more.csv --write --backup");
    expect({ code, err }).toEqual({ code: 2, err: `poam: bad.csv ${sentence}\n` });
    expect([text("bad.csv"), text("more.csv")]).toEqual([BAD, GOOD]);
    expect(readdirSync(folder)).not.toContain("bad.csv.bak");
    expect((await fix("bad.csv -o good.csv")).code).toBe(0);
  });

  it("leaves a file alone that somebody saves meanwhile", async () => {
    const theirs = register("safe: right", "theirs");
    const { code, err } = await fix("bad.csv --write", async () => {
      const engine = await fixingEngine();
      return {
        ...engine,
        applyPatches: async (...args) => {
          writeFileSync(at("bad.csv"), theirs);
          return engine.applyPatches(...args);
        },
      };
    });
    expect({ code, err }).toEqual({
      code: 2,
      err: "poam: bad.csv was changed by somebody else meanwhile, so it was left alone. Run the command again.\n",
    });
    expect([text("bad.csv"), readdirSync(folder)]).toEqual([theirs, ["bad.csv"]]);
  });

  it("says which file it writes where the path is a link, and which names keep the older one", async () => {
    mkdirSync(at("elsewhere"));
    writeFileSync(at("elsewhere/real.csv"), BAD);
    symlinkSync("elsewhere/real.csv", at("link.csv"));
    linkSync(at("bad.csv"), at("twin.csv"));
    const { code, err } = await fix("link.csv bad.csv --write");
    expect({ code, err }).toEqual({
      code: 0,
      err: `poam: link.csv is a link: what was written is ${at("elsewhere/real.csv")}
poam: bad.csv had another name (hard link): under it the file is as it was.
`,
    });
    expect([text("elsewhere/real.csv"), text("bad.csv"), text("twin.csv")]).toEqual([GOOD, GOOD, BAD]);
    expect(lstatSync(at("link.csv")).isSymbolicLink()).toBe(true);
  });

  it("corrects a whole workbook as the real rules say, and then has nothing left to do", async () => {
    copyFileSync("fixtures/err/fedramp-rev5-deviations.xlsx", at("a.xlsx"));
    const real = async () => ENGINE;
    const { code, out, err } = await fix("a.xlsx --write --unsafe --as-of 2026-03-31", real);
    expect(code).toBe(0);
    expect(out).toContain("  'Open POA&M Items' row 11  V-103 → 'Closed POA&M Items' row 5\n");
    expect(out).toMatch(/\na\.xlsx: \d+ cells changed in 4 parts; 8 of 12 parts byte-identical · 1 item moved\n$/);
    expect(err).toContain("poam: a.xlsx: Excel will recalculate the formulas when it opens the workbook.\n");
    const again = await fix("a.xlsx --write --unsafe --as-of 2026-03-31", real);
    expect(again).toEqual({ code: 0, out: "a.xlsx: nothing to fix, so no file was written\n", err: "" });
  });
});
