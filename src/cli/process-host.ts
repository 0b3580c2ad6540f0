import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { WriteStream } from "node:tty";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { DISK } from "./disk.js";
import type { Host, Output } from "./host.js";

/** The world as this process has it. */
export function processHost(): Host {
  const { stdout, stderr } = process;
  return {
    stdout: output(stdout, (error) => {
      throw Object.assign(error, { path: "standard output" });
    }),
    // Where complaints cannot be written there is nobody to complain to.
    stderr: output(stderr, () => {}),
    env: process.env,
    cwd: process.cwd(),
    platform: process.platform,
    now: () => new Date(),
    files: DISK,
    ...(existsSync(WORKER) && { startWorker }),
    get processors() {
      return availableParallelism();
    },
  };
}

/**
 * A thread for many workbooks, one after the other. V8 would collect its small heap every few hundred of them and lose with
 * it the code that it has compiled for rules: with more room (128 MB) from the beginning two threads are done a tenth sooner.
 */
function startWorker(setup: unknown): Worker {
  setFlagsFromString("--initial-heap-size=128");
  return new Worker(WORKER, { workerData: setup });
}

/** A file of its own beside this one; poam as one executable file has none. */
const WORKER = new URL("./worker.js", import.meta.url);

/** Once nobody reads any more (`poam lint … | head`), what is still printed is dropped: the exit code stays that of the run. */
function output(stream: WriteStream, failed: (error: NodeJS.ErrnoException) => void): Output {
  let closed = false;
  stream.on("error", () => {});
  return {
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.columns;
    },
    async write(text) {
      if (closed) return;
      const error = await new Promise<NodeJS.ErrnoException | null | undefined>((done) => stream.write(text, done));
      if (error?.code === "EPIPE") closed = true;
      else if (error) failed(error);
    },
  };
}
