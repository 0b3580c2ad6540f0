import type { WriteStream } from "node:tty";
import type { Entry, Files, Host, Output } from "./host.js";

/** The world as this process has it. */
export function processHost(): Host {
  return {
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    env: process.env,
    cwd: process.cwd(),
    platform: process.platform,
    now: () => new Date(),
    files: FILES,
  };
}

function output(stream: WriteStream): Output {
  return {
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.columns;
    },
    write: (text) => new Promise((done) => (stream.write(text) ? done() : stream.once("drain", done))),
  };
}

/** `node:fs` is loaded when a file is asked for: `poam --version` asks for none. */
const fs = () => import("node:fs/promises");

const FILES: Files = {
  read: async (path) => (await fs()).readFile(path),
  kind: async (path) => {
    const stats = await (await fs()).stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
      throw error;
    });
    return stats && (stats.isDirectory() ? "folder" : "file");
  },
  list: async (folder) => {
    const entries = await (await fs()).readdir(folder, { withFileTypes: true });
    return entries.flatMap((entry): Entry | [] => {
      if (entry.isDirectory()) return { name: entry.name, kind: "folder" };
      return entry.isFile() || entry.isSymbolicLink() ? { name: entry.name, kind: "file" } : [];
    });
  },
  create: async (path) => {
    const file = await (await fs()).open(path, "w");
    return { write: (text) => file.writeFile(text), close: () => file.close() };
  },
};
