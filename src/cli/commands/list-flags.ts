import type { Command } from "commander";
import { common, examples } from "../options.js";
import type { Does, Session } from "../program.js";

/** What can be listed. */
export const LISTED = ["templates", "packs", "rules", "formats"] as const;

/** `poam list` and its flags. */
export function addList(program: Command, does: Does): void {
  const command = program
    .command("list")
    .summary("templates, packs, rules or formats that poam knows")
    .description("Lists what poam knows: a table on a terminal, tab-separated lines in a pipe.")
    .argument("<what>", "templates, packs, rules or formats")
    .option("--json", "as JSON");
  common(command);
  examples(command, "poam list templates", "poam list rules --json");
  const action = does(async (session: Session, what: string, flags: { json?: true }) =>
    (await import("./list.js")).listCommand(session, what, flags),
  );
  command.action((what, flags) => action(what, flags));
}
