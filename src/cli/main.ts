import type { Engine } from "./engine.js";
import { complaint } from "./errors.js";
import type { Host } from "./host.js";
import { packageFacts } from "./version.js";

/** The whole program: runs the arguments and gives the exit code. 0 ran, 1 found something, 2 could not run. */
export async function main(
  args: readonly string[],
  host: Host,
  engine: () => Promise<Engine> = async () => (await import("./engine.js")).ENGINE,
): Promise<number> {
  try {
    if (args[0] === "--version" || args[0] === "-V") {
      await host.stdout.write(`${packageFacts().version}\n`);
      return 0;
    }
    if (args.length === 0) {
      await host.stdout.write(SHORT_HELP);
      return 0;
    }
    const { run } = await import("./program.js");
    return await run(args, host, engine);
  } catch (error) {
    await host.stderr.write(complaint(error, args.includes("--debug")));
    return 2;
  }
}

/** What `poam` alone says; kept here so that it needs nothing else. */
const SHORT_HELP = `poam checks Plans of Action & Milestones: FedRAMP, eMASS, CMMC and NIST 800-171 workbooks.

  poam lint acme-poam.xlsx          what is wrong, exact to the cell
  poam fix acme-poam.xlsx           what can be corrected, cell by cell; --write does it

All commands: poam --help
`;
