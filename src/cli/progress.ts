import { cut, printable } from "../reporters/printable.js";
import type { Host } from "./host.js";

/** Tells on stderr how far a long run is; silent off a terminal, and for work of up to a second. */
export interface Progress {
  readonly show: (done: number, name: string) => Promise<void>;
  /** Wipes the line: before anything else is printed, and at the end. */
  readonly clear: () => Promise<void>;
}

const SILENT: Progress = { show: async () => {}, clear: async () => {} };

export function progressOf(total: number, host: Host, quiet: boolean): Progress {
  if (!host.stderr.isTTY || quiet || host.env.TERM === "dumb") return SILENT;
  const start = host.now().getTime();
  let shown = false;
  return {
    async show(done, name) {
      const elapsed = host.now().getTime() - start;
      if (elapsed < 1000) return;
      shown = true;
      await host.stderr.write(`\r\u001b[2K${line(done, total, elapsed, name, host.stderr.columns ?? 80)}`);
    },
    async clear() {
      if (shown) await host.stderr.write("\r\u001b[2K");
      shown = false;
    },
  };
}

function line(done: number, total: number, elapsed: number, name: string, width: number): string {
  const filled = Math.round((20 * done) / total);
  const bar = "█".repeat(filled) + "░".repeat(20 - filled);
  const left = done > 0 ? `, ${duration((elapsed / done) * (total - done))} left` : "";
  return cut(`${bar} ${done} of ${total}${left}  ${printable(name)}`, width - 1);
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
