import { statSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { OldFiles } from "../host.js";
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

/** `Files.forget` on a disk. What another run has just taken away is gone all the same; what was begun and cut off begins as it may. */
export async function forget(folder: string, { names, begin, before }: OldFiles): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!names.test(name)) continue;
    const path = join(folder, name);
    const written = statSync(path, { throwIfNoEntry: false });
    if (!written?.isFile() || written.mtime >= before) continue;
    const isOurs = name.endsWith(".tmp") || begin.test(await readFile(path, "latin1").catch(() => ""));
    if (isOurs) await rm(path, { force: true });
  }
}
