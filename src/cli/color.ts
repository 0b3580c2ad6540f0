import { type Paint, PLAIN } from "../reporters/paint.js";
import type { Host, Output } from "./host.js";

/** The colours for one stream: `--color` or `--no-color` decide, then FORCE_COLOR, NO_COLOR, and whether it is a terminal. */
export async function paintFor(output: Output, { env }: Host, flag: boolean | undefined): Promise<Paint> {
  if (!(flag ?? wantsColor(output, env))) return PLAIN;
  const { Chalk } = await import("chalk");
  const chalk = new Chalk({ level: 1 });
  return {
    error: chalk.bold.red,
    warning: chalk.bold.yellow,
    info: chalk.bold.cyan,
    strong: chalk.bold,
    faint: chalk.dim,
    mark: chalk.blue,
    good: chalk.green,
  };
}

function wantsColor(output: Output, env: Host["env"]): boolean {
  const { FORCE_COLOR, NO_COLOR, TERM } = env;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  if (NO_COLOR) return false;
  return output.isTTY && TERM !== "dumb";
}
