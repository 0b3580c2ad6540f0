import { basename, dirname, extname, resolve } from "node:path";
import { UserError } from "../model/user-error.js";
import { printable } from "../reporters/printable.js";
import { named } from "./errors.js";
import type { FileVersion, Host } from "./host.js";
import { type Input, shownFrom } from "./inputs.js";

/** Where a corrected workbook goes: into the place of the old one, or to a file of its own. */
export interface Target {
  readonly output: string | undefined;
  readonly backup: boolean;
}

/** Writes a corrected workbook and says on stderr what its path does not show; gives the paths as the user knows them. */
export async function putFixed(
  bytes: Buffer,
  older: FileVersion,
  { path, absolute }: Input,
  { output, backup }: Target,
  { files, stderr, cwd }: Host,
): Promise<{ readonly written: string; readonly backup: string | null }> {
  if (output !== undefined) {
    await named(output, "output", () => files.add(resolve(cwd, output), bytes, absolute));
    return { written: output, backup: null };
  }
  const { linkTo, otherNames, backup: kept } = await files.replace(absolute, bytes, older, { backup });
  const say = (what: string) => stderr.write(`poam: ${printable(`${path} ${what}`)}\n`);
  if (linkTo !== undefined) await say(`is a link: what was written is ${linkTo}`);
  if (otherNames === 1) await say("had another name (hard link): under it the file is as it was.");
  if (otherNames > 1) await say(`had ${otherNames} other names (hard links): under them the file is as it was.`);
  return { written: path, backup: kept === undefined ? null : shownFrom(cwd, kept) };
}

/** Refuses a name for the corrected workbook that is taken, or that would make another kind of file of it. */
export async function refuseOutput(output: string, { path }: Input, { files, cwd }: Host): Promise<void> {
  if (output === "-") {
    throw new UserError(
      "usage",
      "-o - would print the workbook. Give the name of a file, or --diff to see the changes.",
    );
  }
  const [before, after] = [path, output].map((name) => extname(name).toLowerCase());
  const kind = await named(output, "output", () => files.kind(resolve(cwd, output)));
  if (kind === "folder") {
    throw new UserError(
      "usage",
      `${output} is a folder. Name the file, as -o ${output.replace(/[\\/]$/, "")}/${basename(path)}`,
    );
  }
  if ((await files.kind(resolve(cwd, dirname(output)))) !== "folder") {
    throw new UserError("output", `there is no folder for ${output}.`);
  }
  if (before !== after) {
    throw new UserError(
      "usage",
      `-o ${output}: a ${before || "file without extension"} stays one, so the name must end in ${before || "none"}.`,
    );
  }
  if (kind === "file") throw new UserError("usage", `${output} exists already. Give another name with -o.`);
}
