import type { Command } from "commander";
import { common, examples, oneOf } from "../options.js";
import type { Does, Session } from "../program.js";

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** `poam completion` and its flags. */
export function addCompletion(program: Command, does: Does): void {
  const command = program
    .command("completion")
    .summary("a script with which bash, zsh or fish completes commands, flags and ids")
    .description("Prints a script with which a shell completes poam's commands, flags, templates, packs and rules.")
    .argument("<shell>", "bash, zsh or fish", oneOf("the shell", SHELLS));
  common(command);
  examples(
    command,
    'eval "$(poam completion bash)"      # in ~/.bashrc',
    'eval "$(poam completion zsh)"       # in ~/.zshrc, behind compinit',
    "poam completion fish > ~/.config/fish/completions/poam.fish",
  );
  const action = does(async (session: Session, shell: Shell) =>
    (await import("./completion.js")).completionCommand(session, shell, program),
  );
  command.action((shell) => action(shell));
}
