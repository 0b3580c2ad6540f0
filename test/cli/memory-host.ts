import type { Entry, Host, Output } from "../../src/cli/host.js";

/** A world in memory: files by absolute path, what was printed as text; `/home/me` is where the user stands. */
export interface MemoryHost extends Host {
  readonly out: () => string;
  readonly err: () => string;
  /** Files that were written; bytes that are no text as Latin-1. */
  readonly written: ReadonlyMap<string, string>;
}

export interface World {
  readonly files?: Readonly<Record<string, string | Buffer>>;
  /** Files that are others under another name. */
  readonly links?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly tty?: boolean;
  readonly columns?: number;
  /** What the clock says, one reading after the other; the last one stays. */
  readonly clock?: readonly string[];
}

export function memoryHost({
  files = {},
  links = {},
  env = {},
  tty = false,
  columns = 80,
  clock = [NOON],
}: World = {}): MemoryHost {
  const contents = new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
  const written = new Map<string, string>();
  const folders = new Set(["/home/me", "/"]);
  const stdout = output(tty, columns);
  const stderr = output(tty, columns);
  const times = [...clock];
  return {
    stdout,
    stderr,
    env,
    cwd: "/home/me",
    platform: "linux",
    now: () => new Date(times.length > 1 ? times.shift()! : times[0]!),
    out: stdout.text,
    err: stderr.text,
    written,
    files: {
      read: async (path) => contents.get(path) ?? fail(isFolder(path) ? "EISDIR" : "ENOENT", path),
      kind: async (path) => (contents.has(path) ? "file" : isFolder(path) ? "folder" : undefined),
      makeFolder: async (folder) => void folders.add(folder),
      list: async (folder) => entries(folder),
      identity: async (path) => (contents.has(path) ? (links[path] ?? path) : undefined),
      create: async (path) => {
        if (!isFolder(path.replace(/\/[^/]*$/, ""))) fail("ENOENT", path);
        let all = "";
        return {
          write: async (content) => void (all += typeof content === "string" ? content : content.toString("latin1")),
          close: async () => void written.set(path, all),
          abandon: async () => {},
        };
      },
      append: async (path, text) => {
        if (!isFolder(path.replace(/\/[^/]*$/, ""))) fail("ENOENT", path);
        put(path, Buffer.concat([contents.get(path) ?? Buffer.of(), Buffer.from(text)]));
      },
      readVersion: async (path) => {
        const bytes = contents.get(path) ?? fail(isFolder(path) ? "EISDIR" : "ENOENT", path);
        return { bytes, mark: bytes.toString("latin1") };
      },
      replace: async (path, bytes, older, { backup }) => {
        if (contents.get(path)?.toString("latin1") !== older.mark) fail("CHANGED", path);
        const kept = backup ? `${path}.bak` : undefined;
        if (kept) put(kept, older.bytes);
        put(path, bytes);
        return { linkTo: links[path], otherNames: 0, backup: kept };
      },
      add: async (path, bytes) => {
        if (!isFolder(path.replace(/\/[^/]*$/, ""))) fail("ENOENT", path);
        if (contents.has(path)) fail("EEXIST", path);
        put(path, bytes);
      },
      makePrivateFolder: async (folder) => {
        if (contents.has(folder)) fail("EEXIST", folder);
        const isNew = !isFolder(folder);
        folders.add(folder);
        return isNew;
      },
      keep: async (path, text) => put(path, Buffer.from(text)),
      forget: async () => {},
    },
  };

  function put(path: string, bytes: Buffer): void {
    contents.set(path, bytes);
    written.set(path, bytes.toString());
  }

  function isFolder(path: string): boolean {
    return folders.has(path) || [...contents.keys()].some((file) => file.startsWith(`${path}/`));
  }

  function entries(folder: string): readonly Entry[] {
    const found = new Map<string, Entry>();
    const prefix = folder === "/" ? "/" : `${folder}/`;
    for (const path of contents.keys()) {
      if (!path.startsWith(prefix)) continue;
      const [name, ...below] = path.slice(prefix.length).split("/");
      found.set(name!, { name: name!, kind: below.length > 0 ? "folder" : "file" });
    }
    return [...found.values()];
  }
}

const NOON = "2026-03-31T12:00:00";

function output(isTTY: boolean, columns: number): Output & { text: () => string } {
  let all = "";
  return {
    isTTY,
    columns: isTTY ? columns : undefined,
    write: async (text) => {
      all += text;
    },
    text: () => all,
  };
}

function fail(code: string, path: string): never {
  throw Object.assign(new Error(`${code}: ${path}`), { code, path });
}
