import { parentPort, workerData } from "node:worker_threads";
import { ENGINE } from "./engine.js";
import { workerAnswerer } from "./fleet/worker-check.js";
import { processHost } from "./process-host.js";

// What a thread of `poam lint --jobs` runs: a workbook in, what was found out.
const answer = workerAnswerer({ host: processHost(), engine: ENGINE }, workerData);
parentPort!.on("message", async (task) => parentPort!.postMessage(await answer(task)));
