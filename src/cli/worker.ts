import { type Stats, statSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { DISK } from "./disk.js";
import { ENGINE } from "./engine.js";
import { workerAnswerer } from "./fleet/worker-check.js";
import type { Files } from "./host.js";
import { processHost } from "./process-host.js";

/**
 * A thread that has nothing else to do looks at files itself: another one that does is long in coming where all
 * processors are busy.
 */
const files: Files = {
  ...DISK,
  kind: async (path) => (statsOf(path) ? "file" : DISK.kind(path)),
};

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
