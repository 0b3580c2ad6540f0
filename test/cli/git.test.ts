import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FileRow } from "../form-file.js";
import { changesFrom, fileOf } from "../merge/merging.js";

const hasGit = spawnSync("git", ["--version"]).status === 0;
if (!hasGit) console.warn("git is absent: the tests in a real repository are skipped");

/** The lines that the README gives, with the program of this folder for `poam`. `npm test` has built it. */
const POAM = `"${process.execPath}" "${resolve("bin/poam.js")}"`;
const README = readFileSync("README.md", "utf8");
const ATTRIBUTES = "*.xlsx diff=poam merge=poam\n";
const CONFIG = [...README.matchAll(/^git config ((?:diff|merge)\.poam\.\w+) '?([^'\n]*)'?$/gm)].map(
  ([, key, value]) => [key!, value!],
);

const item = (id: string, more: FileRow = {}): FileRow => ({ id, weakness: `Weakness of ${id}`, ...more });
const workbook = (...items: readonly FileRow[]) =>
  fileOf({ open: Object.fromEntries(items.map((row, index) => [9 + index, row])) });
const BASE = workbook(item("V-1"), item("V-2"));
const OURS = workbook(item("V-1", { description: "ours" }), item("V-2"));

describe.skipIf(!hasGit || process.platform === "win32")("in a Git repository", () => {
  let folder: string;
  const git = (...args: readonly string[]) => {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
    const { status, stdout, stderr } = spawnSync("git", args, { cwd: folder, encoding: "utf8", env });
    return { status, stdout, stderr };
  };
  const commit = (bytes: Buffer, message: string) => {
    writeFileSync(join(folder, "acme.xlsx"), bytes);
    git("add", ".");
    git("commit", "-qm", message);
  };
  /** Ours on main, theirs on a branch, both from one commit. */
  const branches = (theirs: Buffer) => {
    commit(BASE, "base");
    git("switch", "-qc", "theirs");
    commit(theirs, "theirs");
    git("switch", "-q", "main");
    commit(OURS, "ours");
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "poam-git-"));
    execFileSync("git", ["init", "-q", "-b", "main", folder]);
    for (const [key, value] of [
      ["user.name", "A"],
      ["user.email", "a@b"],
      ["commit.gpgsign", "false"],
    ])
      git("config", key!, value!);
    for (const [key, value] of CONFIG) git("config", key!, value!.replace(/^poam/, POAM));
    writeFileSync(join(folder, ".gitattributes"), ATTRIBUTES);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("has the README's lines", () => {
    expect(README).toContain(ATTRIBUTES.trim());
    expect(CONFIG.map(([key]) => key)).toEqual([
      "diff.poam.textconv",
      "merge.poam.name",
      "merge.poam.driver",
      "merge.poam.recursive",
    ]);
  });

  it("stops at what two branches decided otherwise when they merged each other before", () => {
    const decided = (text: string) => workbook(item("V-1", { description: text }), item("V-2"));
    const mergeAndDecide = (what: string, text: string) => {
      expect(git("merge", what).status).toBe(1);
      commit(decided(text), `${text} stands`);
    };
    commit(BASE, "base");
    git("switch", "-qc", "hers");
    commit(decided("hers"), "hers");
    git("switch", "-q", "main");
    commit(decided("mine"), "mine");
    const mine = git("rev-parse", "main").stdout.trim();
    mergeAndDecide("hers", "mine");
    git("switch", "-q", "hers");
    mergeAndDecide(mine, "hers");
    git("switch", "-q", "main");
    expect(git("merge", "hers").status).toBe(1);
    expect(git("status", "--porcelain").stdout).toBe("UU acme.xlsx\n");
  });

  it("merges what two people did to different items", () => {
    branches(workbook(item("V-1"), item("V-2", { description: "theirs" }), item("V-3")));
    const { status, stdout } = git("merge", "theirs", "-m", "both");
    expect(stdout).toContain("acme.xlsx: 1 item added · 1 cell changed · no conflicts");
    expect(status).toBe(0);
    expect(git("status", "--porcelain").stdout).toBe("");
    const merged = readFileSync(join(folder, "acme.xlsx"));
    expect(changesFrom(OURS, merged)).toEqual({
      "Open E10": "theirs",
      "Open B11": "V-3",
      "Open D11": "Weakness of V-3",
    });
  });

  it("stops at a conflict, which it names, with everything else merged", () => {
    branches(workbook(item("V-1", { description: "theirs" }), item("V-2", { description: "theirs" })));
    const { status, stdout } = git("merge", "theirs");
    expect(status).toBe(1);
    expect(stdout).toContain("conflict: V-1 Weakness Description\n  --> 'Open POA&M Items'!E9\n");
    expect(stdout).toContain("CONFLICT (content): Merge conflict in acme.xlsx");
    expect(git("status", "--porcelain").stdout).toBe("UU acme.xlsx\n");
    expect(changesFrom(OURS, readFileSync(join(folder, "acme.xlsx")))).toEqual({ "Open E10": "theirs" });
  });

  it("leaves ours where it cannot merge at all", () => {
    branches(Buffer.from("no workbook"));
    const { status, stderr } = git("merge", "theirs");
    expect(status).toBe(1);
    expect(stderr).toContain("poam: ");
    expect(readFileSync(join(folder, "acme.xlsx")).equals(OURS)).toBe(true);
  });

  it("shows what a commit did, line by line", () => {
    branches(BASE);
    const { stdout } = git("diff", "HEAD~", "HEAD");
    expect(
      stdout
        .split("\n")
        .filter((line) => /^[+-](?![+-])/.test(line))
        .join("\n"),
    ).toMatch(/^\+.*ours$/);
  });
});
