import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

const KILLS = 200;
/** Large enough that a kill often falls into the writing itself. */
const SIZE = 2_000_000;
/** At once on so many files, as most of the time goes into starting. */
const LANES = 4;
/** Milliseconds after which a run is killed, at most: several files' writing. */
const LONGEST = 40;

it(`killed at random moments ${KILLS} times while writing in place: the file is whole, the old or the new`, async () => {
  const folder = mkdtempSync(join(tmpdir(), "poam-kill-"));
  try {
    await Promise.all(Array.from({ length: LANES }, (_, lane) => killRuns(join(folder, `${lane}`), lane)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);

async function killRuns(folder: string, seed: number): Promise<void> {
  const random = randomFrom(seed);
  mkdirSync(folder);
  const path = join(folder, "poam.xlsx");
  writeFileSync(path, Buffer.alloc(SIZE, "a"));
  for (let kill = 0; kill < KILLS / LANES; kill++) {
    await killedAfter(random() * LONGEST, path);
    for (const name of readdirSync(folder)) {
      const temporary = name.endsWith(".tmp");
      if (!temporary) expect([name, kill, isWhole(join(folder, name))]).toEqual([name, kill, true]);
      if (name !== "poam.xlsx") rmSync(join(folder, name));
    }
    expect(readdirSync(folder)).toEqual(["poam.xlsx"]);
  }
}

async function killedAfter(milliseconds: number, path: string): Promise<void> {
  const child = spawn(process.execPath, ["test/cli/kill-child.js", path, String(SIZE)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((ready) => child.stdout.once("data", ready));
  await new Promise((wait) => setTimeout(wait, milliseconds));
  child.kill("SIGKILL");
  const signal = await new Promise((ended) => child.once("exit", (_, signal) => ended(signal)));
  // A child that ended by itself has met an error, and nothing would have been tried.
  expect(signal).toBe("SIGKILL");
}

function isWhole(path: string): boolean {
  const bytes = readFileSync(path);
  return ["a", "b"].some((letter) => bytes.equals(Buffer.alloc(SIZE, letter)));
}

/** Mulberry32: the same moments in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
