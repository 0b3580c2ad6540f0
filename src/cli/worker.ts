import { readFileSync, type Stats, statSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { DISK } from "./disk.js";
import { ENGINE } from "./engine.js";
import { workerAnswerer } from "./fleet/worker-check.js";
import type { Files } from "./host.js";
import { processHost } from "./process-host.js";

/**
 * A thread that has nothing else to do waits for small files itself: another one that reads them is long in coming where all
 * processors are busy.
 */
const files: Files = {
  ...DISK,
  read: async (path) => ((statsOf(path)?.size ?? LARGE) < LARGE ? readFileSync(path) : DISK.read(path)),
  kind: async (path) => (statsOf(path) ? "file" : DISK.kind(path)),
};

const LARGE = 1 << 20;

/** Of what is a file and can be reached; all else is the usual way's to tell. */
function statsOf(path: string): Stats | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? stats : undefined;
  } catch {
    return undefined;
  }
}

// What a thread of `poam lint --jobs` runs: a workbook in, what was found out.
const answer = workerAnswerer({ host: { ...processHost(), files }, engine: ENGINE }, workerData);
parentPort!.on("message", async (task) => parentPort!.postMessage(await answer(task)));
