import type { Command } from "commander";
import { common, examples } from "../options.js";
import type { Does, Session } from "../program.js";

/** `poam explain` and its flags. */
export function addExplain(program: Command, does: Does): void {
  const command = program
    .command("explain")
    .summary("what a rule checks, why, what to do, who asks for it")
    .description("Explains a rule: what it checks and why, what to do, examples, and which packs cite what for it.")
    .argument("[rule]", "a rule's id; without it, all rules are listed");
  common(command);
  examples(command, "poam explain overdue", "poam explain");
  const action = does(async (session: Session, rule: string | undefined, flags: { color?: boolean }) =>
    (await import("./explain.js")).explainCommand(session, rule, flags),
  );
  command.action((rule, flags) => action(rule, flags));
}
