import { resolve } from "node:path";
import { named } from "./errors.js";
import type { Host } from "./host.js";

/** How a new file is put on the disk. */
export interface LikeChoice {
  /** A file as readable as which it is to be. */
  readonly like: string;
  /** Whether it may take the place of one that is there. */
  readonly force: boolean;
}

/** Writes a file whole or not at all; its troubles are told under the name that the user gave it. */
export async function putLike(output: string, bytes: Buffer, { like, force }: LikeChoice, host: Host): Promise<void> {
  const { files, cwd } = host;
  const path = resolve(cwd, output);
  await named(output, "output", async () => {
    if (force && (await files.kind(path)) === "file") {
      await files.replace(path, bytes, await files.readVersion(path), { backup: false });
    } else await files.add(path, bytes, like);
  });
}
