import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { POAM } from "./subjects.js";

/** A run may last so long, in milliseconds: exceljs never ends on some of the issued forms. */
const LIMIT = 60_000;

/** Subjects that take longer than this are run once. */
const LONG = 10_000;

/** Runs the subjects in turn, again and again, and gives the medians: wall and CPU in milliseconds, peak memory in MB. */
export async function measure(subjects, runs, limit = LIMIT) {
  const samples = new Map(subjects.map((subject) => [subject, []]));
  for (let run = 0; run < runs; run++) {
    for (const [subject, taken] of samples) {
      if (taken.length > 0 && taken[0].wall > LONG) continue;
      taken.push(await runOnce(subject, limit));
    }
  }
  return [...samples].map(([{ name }, taken]) => ({
    name,
    limit,
    runs: taken.length,
    timedOut: taken.some(({ timedOut }) => timedOut),
    failed: taken.find(({ failed }) => failed)?.failed,
    wall: median(taken, "wall"),
    cpu: median(taken, "cpu"),
    megabytes: median(taken, "megabytes"),
  }));
}

/** Median wall time of `node -e 0` and of `poam --version`, in milliseconds, run in turn. */
export async function startup(runs) {
  const bare = { command: process.execPath, args: ["-e", "0"] };
  const version = { command: process.execPath, args: [POAM, "--version"] };
  const samples = { bare: [], version: [] };
  for (let run = 0; run < runs; run++) {
    samples.bare.push(await runOnce(bare));
    samples.version.push(await runOnce(version));
  }
  const failed = samples.version.find((sample) => sample.failed)?.failed;
  return { bare: median(samples.bare, "wall"), version: median(samples.version, "wall"), failed };
}

function runOnce({ command, args }, limit = LIMIT) {
  const folder = mkdtempSync(join(tmpdir(), "poam-bench-run-"));
  const usage = join(folder, "usage.json");
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(command, args, {
      env: { ...process.env, BENCH_USAGE: usage },
      stdio: ["ignore", "ignore", "pipe"],
      timeout: limit,
      killSignal: "SIGKILL",
    });
    let said = "";
    child.stderr.on("data", (data) => {
      said = (said + data).slice(0, 500);
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      const wall = Number(process.hrtime.bigint() - start) / 1e6;
      const timedOut = signal === "SIGKILL" && wall >= limit;
      const failed = !timedOut && code !== 0 && code !== 1 ? `exit ${code ?? signal}: ${said.trim()}` : undefined;
      resolve({ wall, timedOut, failed, ...readUsage(usage) });
      rmSync(folder, { recursive: true, force: true });
    });
  });
}

/** Nothing where the process was stopped before it could write. */
function readUsage(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return {};
  }
}

function median(samples, key) {
  const values = samples
    .map((sample) => sample[key])
    .filter((value) => value !== undefined)
    .sort((a, b) => a - b);
  if (values.length === 0) return undefined;
  const middle = Math.floor(values.length / 2);
  return values.length % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}
