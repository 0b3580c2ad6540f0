import { createHash, randomBytes } from "node:crypto";
import { type BigIntStats, constants, createReadStream } from "node:fs";
import { access, copyFile, link, lstat, open, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { FileVersion, Replaced, ReplaceOptions } from "./host.js";

/** `Files.readVersion` on a disk, by a reader that refuses what is no file. */
export async function readVersion(path: string, read: (path: string) => Promise<Buffer>): Promise<FileVersion> {
  // Looked at before it is read: what is written meanwhile makes another version.
  const stats = await stat(path, { bigint: true });
  const bytes = await read(path);
  return { bytes, mark: markOf(stats, createHash("sha256").update(bytes).digest("hex")) };
}

/**
 * `Files.replace` on a disk. The new file is written beside the old one under a name of its own and gets that one's place
 * by a rename, which happens or does not: a run that is killed leaves the file as it was, or as it should be.
 */
export async function replace(
  path: string,
  bytes: Buffer,
  older: FileVersion,
  { backup }: ReplaceOptions,
): Promise<Replaced> {
  const target = await realpath(path);
  const stats = await stat(target, { bigint: true });
  await refuseOpen(path, target);
  await refuseReadOnly(path, target, stats);
  const temporary = await writeBeside(target, bytes, stats, path);
  let kept: string | undefined;
  try {
    await refuseOpen(path, target);
    if ((await markOnDisk(target)) !== older.mark) throw failure("CHANGED", path);
    if (backup) kept = await keep(target);
    await renamed(temporary, target, path);
  } catch (error) {
    await rm(temporary, { force: true });
    if (kept !== undefined) await rm(kept, { force: true });
    throw error;
  }
  await syncFolder(dirname(target));
  const shown = join(await realpath(dirname(path)), basename(path));
  return { linkTo: target === shown ? undefined : target, otherNames: Number(stats.nlink) - 1, backup: kept };
}

/** `Files.add` on a disk. */
export async function add(path: string, bytes: Buffer, like: string): Promise<void> {
  if (await exists(path)) throw failure("EEXIST", path);
  const stats = await stat(like, { bigint: true });
  // A copy of what may only be read is its owner's to write.
  const temporary = await writeBeside(path, bytes, { uid: stats.uid, gid: stats.gid, mode: stats.mode | 0o200n }, path);
  try {
    // A link, unlike a rename, is never made over a file that has appeared meanwhile.
    await link(temporary, path).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST" || (await exists(path))) throw failure("EEXIST", path);
      await rename(temporary, path);
    });
  } finally {
    await rm(temporary, { force: true });
  }
  await syncFolder(dirname(path));
}

/** What is left of a run that was killed is known by its name, and cleared away by a later one. */
const TEMPORARY = /^\.poam-\d+-[0-9a-f]{12}\.tmp$/;
/** No run writes for an hour, in nanoseconds, between its last byte and the rename. */
const ABANDONED = 3_600_000_000_000n;

/** Writes a file of its own beside the path, with the owner and the mode of another, and brings it safely to the disk. */
async function writeBeside(
  path: string,
  bytes: Buffer,
  like: Pick<BigIntStats, "uid" | "gid" | "mode">,
  shown: string,
): Promise<string> {
  const folder = dirname(path);
  const name = join(folder, `.poam-${process.pid}-${randomBytes(6).toString("hex")}.tmp`);
  const file = await open(name, "wx", 0o600).catch((error: NodeJS.ErrnoException) => {
    throw ["EACCES", "EPERM", "EROFS"].includes(error.code ?? "") ? failure("FOLDER", shown) : error;
  });
  try {
    try {
      await file.writeFile(bytes);
      // Only root can give a file to another owner, and only a member to a group: else it is that of who runs poam.
      await file.chown(Number(like.uid), Number(like.gid)).catch(() => {});
      await file.chmod(Number(like.mode) & 0o7777);
      await file.sync();
      await clearAbandoned(folder, await file.stat({ bigint: true }));
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(name, { force: true });
    throw error;
  }
  return name;
}

/** Removes what runs that were killed have left, by the clock of the disk itself: a share may have another than we. */
async function clearAbandoned(folder: string, own: BigIntStats): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!TEMPORARY.test(name)) continue;
    const path = join(folder, name);
    const stats = await lstat(path, { bigint: true }).catch(() => undefined);
    if (stats && own.mtimeNs - stats.mtimeNs > ABANDONED) await rm(path, { force: true }).catch(() => {});
  }
}

/** Excel and LibreOffice lay a note beside a file that they have open, under the name by which they opened it. */
async function refuseOpen(...paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    if (await exists(join(dirname(path), `~$${basename(path)}`))) throw failure("EXCEL", paths[0]!);
    if (await exists(join(dirname(path), `.~lock.${basename(path)}#`))) throw failure("LIBREOFFICE", paths[0]!);
  }
}

/** Root may write everything; a file without leave to write for anybody is meant to stay. */
async function refuseReadOnly(path: string, target: string, { mode }: BigIntStats): Promise<void> {
  if ((mode & 0o222n) === 0n) throw failure("READONLY", path);
  await access(target, constants.W_OK).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EROFS" ? error : failure("READONLY", path);
  });
}

/** Keeps the file under a second name; a link costs nothing, and is never made over a file that is there. */
async function keep(path: string): Promise<string> {
  for (let number = 1; ; number++) {
    const name = `${path}.bak${number === 1 ? "" : number}`;
    try {
      await link(path, name).catch(async (error: NodeJS.ErrnoException) => {
        if (error.code === "EEXIST") throw error;
        await copyFile(path, name, constants.COPYFILE_EXCL);
        await synced(name, "r+");
      });
      return name;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

/** Windows does not let go of a file that a program has open. */
async function renamed(from: string, to: string, shown: string): Promise<void> {
  await rename(from, to).catch((error: NodeJS.ErrnoException) => {
    const busy = process.platform === "win32" && ["EPERM", "EACCES"].includes(error.code ?? "");
    throw busy ? failure("EBUSY", shown) : error;
  });
}

/** A rename is on the disk once its folder is; Windows and some shares have no such thing. */
async function syncFolder(folder: string): Promise<void> {
  await synced(folder, "r").catch(() => {});
}

async function synced(path: string, flags: string): Promise<void> {
  const opened = await open(path, flags);
  await opened.sync().finally(() => opened.close());
}

async function markOnDisk(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return markOf(await stat(path, { bigint: true }), hash.digest("hex"));
}

function markOf({ dev, ino, size, mtimeNs }: BigIntStats, hash: string): string {
  return `${dev}:${ino}:${size}:${mtimeNs}:${hash}`;
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENAMETOOLONG") return false;
      throw error;
    },
  );
}

function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code, path });
}
