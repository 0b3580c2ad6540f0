import { dirname, resolve } from "node:path";
import { UserError } from "../model/user-error.js";
import { named } from "./errors.js";
import type { Host } from "./host.js";
import { newFile } from "./outputs.js";

/** Writes a file of poam's own making: whole or not at all, and over another one only where `force` says so. */
export async function putNew(
  output: string,
  content: string | Buffer,
  { force }: { readonly force: boolean },
  host: Host,
): Promise<void> {
  await refuseTaken(output, { force }, host);
  const file = await newFile(output, host);
  try {
    await file.write(content);
    await file.close();
  } catch (error) {
    await file.abandon();
    throw error;
  }
}

/** Refuses a name that is a folder, or of a file that is there already, or in no folder. */
export async function refuseTaken(
  output: string,
  { force }: { readonly force: boolean },
  { files, cwd }: Host,
): Promise<void> {
  const kind = await named(output, "output", () => files.kind(resolve(cwd, output)));
  if (kind === "folder") throw new UserError("usage", `${output} is a folder. Give the name of a file.`);
  if (kind === "file" && !force) {
    throw new UserError("usage", `${output} exists already. Give another name, or --force to write over it.`);
  }
  if ((await named(output, "output", () => files.kind(resolve(cwd, dirname(output))))) !== "folder") {
    throw new UserError("output", `there is no folder for ${output}.`);
  }
}
