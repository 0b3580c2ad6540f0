import type { BigIntStats, Stats } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Entry, Files, NewFile } from "./host.js";
import { goneIfStopped } from "./stopped.js";

/** The file system of this machine. */
export const DISK: Files = {
  read: async (path) => {
    const { readFileSync, statSync } = await import("node:fs");
    const stats = statSync(path);
    // Of thousands of small files, each would wait its turn five times in another thread.
    if (stats.isFile() && stats.size < LARGE) return readFileSync(path);
    const { readFile } = await fs();
    if (stats.isFIFO() && PASSED_IN.test(path)) return readPipe(path);
    if (!stats.isFile()) throw failure(kindOf(stats), path);
    if (stats.size > MOST) throw failure("EFBIG", path);
    return readFile(path);
  },
  kind: async (path) => {
    const stats = await statOf(path);
    return stats && (stats.isDirectory() ? "folder" : "file");
  },
  makeFolder: async (folder) => {
    await (await fs()).mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  },
  list: async (folder) => {
    const entries = await (await fs()).readdir(folder, { withFileTypes: true });
    return entries.flatMap((entry): Entry | [] => {
      if (entry.isDirectory()) return { name: entry.name, kind: "folder" };
      return entry.isFile() || entry.isSymbolicLink() ? { name: entry.name, kind: "file" } : [];
    });
  },
  identity: async (path) => {
    const stats = await statOf(path);
    return stats && `${stats.dev}:${stats.ino}`;
  },
  create: async (path) => {
    const older = await statOf(path);
    const { open, realpath } = await fs();
    if (STREAM.test(path) || (older && !older.isFile())) return inPlace(await open(path, "w"));
    return beside(older ? await realpath(path) : path, older);
  },
  append: async (path, text) => (await fs()).appendFile(path, text),
  readVersion: async (path) => (await safely()).readVersion(path, DISK.read),
  replace: async (path, bytes, older, options) => (await safely()).replace(path, bytes, older, options),
  add: async (path, bytes, like) => (await safely()).add(path, bytes, like),
  makePrivateFolder: async (folder) => (await kept()).makePrivateFolder(folder),
  keep: async (path, text) => (await kept()).keep(path, text),
  forget: async (folder, old) => (await kept()).forget(folder, old),
};

/** From here on, reading takes longer than handing it over to another thread. */
const LARGE = 1 << 20;
/** No workbook is as large, and no buffer much larger. */
const MOST = 1 << 30;
/** Pipes that the shell hands over as files: `/dev/stdin`, and `<( … )`. */
const PASSED_IN = /^\/(dev\/stdin|(dev|proc\/(self|\d+))\/fd\/\d+)$/;
/** What cannot be replaced, as it is no file of a folder. */
const STREAM = /^\/(dev|proc)\//;

/** `node:fs` is loaded when a file is asked for: `poam --version` asks for none. */
const fs = () => import("node:fs/promises");
const safely = () => import("./safe-write.js");
const kept = () => import("./fleet/kept-files.js");

/** Here and now: in another thread, each of thousands would wait its turn. Undefined where there is nothing. */
async function statOf(path: string): Promise<BigIntStats | undefined> {
  const { statSync } = await import("node:fs");
  return statSync(path, { bigint: true, throwIfNoEntry: false });
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return "EISDIR";
  return stats.isFIFO() ? "PIPE" : stats.isSocket() ? "SOCKET" : "DEVICE";
}

function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code, path });
}

async function readPipe(path: string): Promise<Buffer> {
  const { createReadStream } = await import("node:fs");
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of createReadStream(path)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST) throw failure("EFBIG", path);
  }
  return Buffer.concat(chunks);
}

let begun = 0;

/** Writes beside the file and renames at the end; in place where the folder takes no new file but has the older one. */
async function beside(path: string, older: BigIntStats | undefined): Promise<NewFile> {
  const { access, constants, open, rename, rm } = await fs();
  if (older) await access(path, constants.W_OK);
  const name = join(dirname(path), `.poam-${process.pid}-${++begun}.tmp`);
  const file = await open(name, "wx").catch((error: unknown) => {
    if (!older) throw error;
  });
  if (!file) return inPlace(await open(path, "w"));
  const settled = goneIfStopped(name);
  const discard = () => rm(name, { force: true }).finally(settled);
  return {
    write: (content) => file.writeFile(content),
    async close() {
      if (older) await file.chmod(Number(older.mode));
      await file.close();
      await rename(name, path);
      settled();
    },
    abandon: () => file.close().then(discard, discard),
  };
}

function inPlace(file: FileHandle): NewFile {
  const close = () => file.close();
  return { write: (content) => file.writeFile(content), close, abandon: close };
}
