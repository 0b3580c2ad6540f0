import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DISK } from "../../src/cli/disk.js";

// Windows has neither mode bits nor links without rights to make them.
describe.skipIf(process.platform === "win32")("a file is replaced whole or not at all", () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  const text = (name: string) => readFileSync(at(name), "utf8");
  const NEW = Buffer.from("new");

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "poam-safe-"));
    writeFileSync(at("a.xlsx"), "old", { mode: 0o640 });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("keeps its mode, and leaves nothing beside it", async () => {
    const replaced = await DISK.replace(at("a.xlsx"), NEW, await DISK.readVersion(at("a.xlsx")), { backup: false });
    expect(replaced).toEqual({ linkTo: undefined, otherNames: 0, backup: undefined });
    expect([text("a.xlsx"), statSync(at("a.xlsx")).mode & 0o7777, readdirSync(folder)]).toEqual([
      "new",
      0o640,
      ["a.xlsx"],
    ]);
  });

  it("can be replaced again by whoever reads it again", async () => {
    for (const content of ["one", "two", "three"]) {
      await DISK.replace(at("a.xlsx"), Buffer.from(content), await DISK.readVersion(at("a.xlsx")), { backup: false });
      expect(text("a.xlsx")).toBe(content);
    }
  });

  const times = () => statSync(at("a.xlsx"));
  it.each<[string, string, () => void]>([
    ["has other bytes", "CHANGED", () => writeFileSync(at("a.xlsx"), "older")],
    [
      "has as many other bytes of the same time",
      "CHANGED",
      () => {
        const { atime, mtime } = times();
        writeFileSync(at("a.xlsx"), "OLD");
        utimesSync(at("a.xlsx"), atime, mtime);
      },
    ],
    ["was saved again as it was", "CHANGED", () => utimesSync(at("a.xlsx"), 1, 1)],
    [
      "is another file by now",
      "CHANGED",
      () => {
        const { atime, mtime } = times();
        writeFileSync(at("b.xlsx"), "old");
        utimesSync(at("b.xlsx"), atime, mtime);
        renameSync(at("b.xlsx"), at("a.xlsx"));
      },
    ],
    ["is gone", "ENOENT", () => rmSync(at("a.xlsx"))],
    ["is open in Excel", "EXCEL", () => writeFileSync(at("~$a.xlsx"), "")],
    ["is open in LibreOffice", "LIBREOFFICE", () => writeFileSync(at(".~lock.a.xlsx#"), "")],
    ["is read-only", "READONLY", () => chmodSync(at("a.xlsx"), 0o444)],
  ])("is left alone where it %s: %s", async (_, code, happens) => {
    const older = await DISK.readVersion(at("a.xlsx"));
    happens();
    const before = new Map(readdirSync(folder).map((name) => [name, text(name)]));
    await expect(DISK.replace(at("a.xlsx"), NEW, older, { backup: true })).rejects.toMatchObject({ code });
    expect(new Map(readdirSync(folder).map((name) => [name, text(name)]))).toEqual(before);
  });

  // Root may write everywhere.
  it.skipIf(process.getuid?.() === 0)("is left alone where its folder takes nothing", async () => {
    const older = await DISK.readVersion(at("a.xlsx"));
    chmodSync(folder, 0o500);
    await expect(DISK.replace(at("a.xlsx"), NEW, older, { backup: false })).rejects.toMatchObject({ code: "FOLDER" });
    chmodSync(folder, 0o700);
    expect(text("a.xlsx")).toBe("old");
  });

  it("keeps every older one under a name of its own", async () => {
    writeFileSync(at("a.xlsx.bak2"), "somebody's");
    const names: (string | undefined)[] = [];
    for (const content of ["one", "two", "three"]) {
      const older = await DISK.readVersion(at("a.xlsx"));
      names.push((await DISK.replace(at("a.xlsx"), Buffer.from(content), older, { backup: true })).backup);
    }
    expect(names).toEqual([at("a.xlsx.bak"), at("a.xlsx.bak3"), at("a.xlsx.bak4")]);
    expect(["a.xlsx", "a.xlsx.bak", "a.xlsx.bak2", "a.xlsx.bak3", "a.xlsx.bak4"].map(text)).toEqual([
      "three",
      "old",
      "somebody's",
      "one",
      "two",
    ]);
  });

  it("is the link's target where the path is a link, and that is said", async () => {
    mkdirSync(at("elsewhere"));
    renameSync(at("a.xlsx"), at("elsewhere/b.xlsx"));
    symlinkSync("elsewhere/b.xlsx", at("a.xlsx"));
    const older = await DISK.readVersion(at("a.xlsx"));
    const { linkTo } = await DISK.replace(at("a.xlsx"), NEW, older, { backup: false });
    expect(linkTo).toBe(at("elsewhere/b.xlsx"));
    expect([lstatSync(at("a.xlsx")).isSymbolicLink(), text("elsewhere/b.xlsx")]).toEqual([true, "new"]);
    writeFileSync(at("elsewhere/~$b.xlsx"), "");
    const newer = await DISK.readVersion(at("a.xlsx"));
    await expect(DISK.replace(at("a.xlsx"), NEW, newer, { backup: false })).rejects.toMatchObject({ code: "EXCEL" });
  });

  it("is known by its own path where a folder above it is a link", async () => {
    mkdirSync(at("real"));
    writeFileSync(at("real/a.xlsx"), "old");
    symlinkSync("real", at("linked"));
    const older = await DISK.readVersion(at("linked/a.xlsx"));
    const { linkTo } = await DISK.replace(at("linked/a.xlsx"), NEW, older, { backup: false });
    expect([linkTo, text("real/a.xlsx")]).toEqual([undefined, "new"]);
  });

  it("leaves its other names as they were, and counts them", async () => {
    linkSync(at("a.xlsx"), at("b.xlsx"));
    const older = await DISK.readVersion(at("a.xlsx"));
    const { otherNames } = await DISK.replace(at("a.xlsx"), NEW, older, { backup: false });
    expect([otherNames, text("a.xlsx"), text("b.xlsx")]).toEqual([1, "new", "old"]);
  });

  it("clears away what killed runs have left, but no run's that may still be at work", async () => {
    const [old, young, foreign] = [".poam-7-0123456789ab.tmp", ".poam-8-0123456789ab.tmp", ".poam-notes.tmp"];
    for (const name of [old, young, foreign]) writeFileSync(at(name), "half");
    for (const name of [old, foreign]) utimesSync(at(name), 1, 1);
    await DISK.replace(at("a.xlsx"), NEW, await DISK.readVersion(at("a.xlsx")), { backup: false });
    expect([old, young, foreign].map((name) => existsSync(at(name)))).toEqual([false, true, true]);
  });
});

describe("a file is added", () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "poam-add-"));
    writeFileSync(at("a.xlsx"), "old", { mode: 0o600 });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("as readable as the one it was made from", async () => {
    await DISK.add(at("b.xlsx"), Buffer.from("new"), at("a.xlsx"));
    expect(readFileSync(at("b.xlsx"), "utf8")).toBe("new");
    expect(statSync(at("b.xlsx")).mode).toBe(statSync(at("a.xlsx")).mode);
    expect(readdirSync(folder)).toEqual(["a.xlsx", "b.xlsx"]);
  });

  it.each(["a.xlsx", "none/b.xlsx"])("but not as %s", async (name) => {
    const code = name === "a.xlsx" ? "EEXIST" : "ENOENT";
    await expect(DISK.add(at(name), Buffer.from("new"), at("a.xlsx"))).rejects.toMatchObject({ code });
    expect([readFileSync(at("a.xlsx"), "utf8"), readdirSync(folder)]).toEqual(["old", ["a.xlsx"]]);
  });

  it.skipIf(process.platform === "win32")("nor where a link leads nowhere", async () => {
    symlinkSync("nowhere", at("b.xlsx"));
    await expect(DISK.add(at("b.xlsx"), Buffer.from("new"), at("a.xlsx"))).rejects.toMatchObject({ code: "EEXIST" });
    expect(existsSync(at("nowhere"))).toBe(false);
  });
});
