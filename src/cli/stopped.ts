import { rmSync } from "node:fs";

const begun = new Set<string>();
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Has a half-written file taken away if poam is stopped, as by Ctrl-C; gives what is called once it is in its place or gone. */
export function goneIfStopped(path: string): () => void {
  if (begun.size === 0) for (const signal of SIGNALS) process.on(signal, stopped);
  begun.add(path);
  return () => {
    begun.delete(path);
    if (begun.size === 0) for (const signal of SIGNALS) process.off(signal, stopped);
  };
}

/** Whoever waits for poam is to see that a signal ended it. */
function stopped(signal: NodeJS.Signals): void {
  for (const path of begun) rmSync(path, { force: true });
  for (const signal of SIGNALS) process.off(signal, stopped);
  process.kill(process.pid, signal);
}
