import type { Command } from "commander";
import { bashCompletion } from "../completion/bash.js";
import { fishCompletion } from "../completion/fish.js";
import { type ProgramShape, shapeOf } from "../completion/shape.js";
import { knownValues } from "../completion/values.js";
import { zshCompletion } from "../completion/zsh.js";
import type { Session } from "../program.js";
import type { Shell } from "./completion-flags.js";

const SCRIPTS: Readonly<Record<Shell, (program: ProgramShape) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** `poam completion`: the script of a shell, made from the program itself. */
export async function completionCommand({ host, engine }: Session, shell: Shell, program: Command): Promise<number> {
  const values = await knownValues(
    engine,
    program.commands.map((command) => command.name()),
  );
  await host.stdout.write(SCRIPTS[shell](shapeOf(program, values)));
  return 0;
}
