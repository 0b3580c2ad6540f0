import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { goneIfStopped } from "../stopped.js";

/** `Files.makePrivateFolder` on a disk. */
export async function makePrivateFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" && (await stat(folder)).isDirectory()) return false;
    const above = dirname(folder);
    // Not Node's `recursive`: where a folder that is there takes none, as /proc, it tries for ever.
    if (code !== "ENOENT" || (await stat(above).catch(() => undefined)) !== undefined) throw error;
    await makePrivateFolder(above);
    return makePrivateFolder(folder);
  }
}

let begun = 0;

/** `Files.keep` on a disk: under a name of its own first, so that nobody reads half of it. */
export async function keep(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}-${++begun}.tmp`;
  const settled = goneIfStopped(temporary);
  try {
    const file = await open(temporary, "wx", 0o600);
    await file.writeFile(text).finally(() => file.close());
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    settled();
  }
}

/** `Files.forget` on a disk. What another run has just taken away is gone all the same. */
export async function forget(folder: string, names: RegExp, before: Date): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!names.test(name)) continue;
    const path = join(folder, name);
    const written = await stat(path).catch(() => undefined);
    if (written?.isFile() && written.mtime < before) await rm(path, { force: true });
  }
}
