import { basename, isAbsolute, join, relative, resolve } from "node:path";
import { globPattern, hasMagic } from "../model/glob.js";
import { nearest } from "../model/nearest.js";
import { UserError } from "../model/user-error.js";
import type { Entry, Host } from "./host.js";

/** A workbook to check; `path` is as the user wrote or would write it. */
export interface Input {
  readonly path: string;
  readonly absolute: string;
  /** Why it, or what lies in this folder, cannot be had at all. */
  readonly failure?: unknown;
}

const WORKBOOK = /\.(xlsx|xlsm|csv|tsv)$/i;
/** What Excel lays beside a workbook while it is open. */
const LOCK_FILE = /^~\$/;
const PASSED_OVER = ["node_modules", ".git"];

/**
 * The files that the arguments mean, each once and in order: files as given, folders with all workbooks in them, and
 * patterns that no shell has expanded. What does not exist or cannot be opened is left to be reported with the others.
 */
export async function expandInputs(args: readonly string[], host: Host): Promise<readonly Input[]> {
  const inputs = new Map<string, Input>();
  for (const arg of args) {
    for (const { path, failure } of await expand(arg, host)) {
      const absolute = resolve(host.cwd, path);
      if (args.length > 1 && LOCK_FILE.test(basename(path))) continue;
      if (!inputs.has(absolute)) inputs.set(absolute, { path, absolute, ...(await reached(absolute, failure, host)) });
    }
  }
  return [...inputs.values()];
}

/** The path as messages name it: relative where it lies below. */
export function shownFrom(cwd: string, path: string): string {
  const near = relative(cwd, path);
  return near.startsWith("..") ? path : near || ".";
}

/** The sentence for a file that is not there, with the name in its folder that comes closest. */
export async function noSuchFile({ path, absolute }: Input, host: Host): Promise<string> {
  const names = await workbookNames(resolve(absolute, ".."), host);
  if (names.includes(basename(path))) return `${path} is a link to a file that does not exist.`;
  const [near] = nearest(basename(path), names);
  return `there is no file ${path}.${near ? ` Did you mean ${join(path, "..", near)}?` : ""}`;
}

/** The workbooks right in a folder; none where it cannot be looked into. */
export async function workbookNames(folder: string, { files }: Host): Promise<readonly string[]> {
  return (await files.list(folder).catch(() => []))
    .map(({ name }) => name)
    .filter((name) => WORKBOOK.test(name) && !LOCK_FILE.test(name));
}

/** A file, or a folder that cannot be looked into. */
interface Found {
  readonly path: string;
  readonly failure?: unknown;
}

/** A file in a folder that cannot be entered is there, but out of reach. */
async function reached(absolute: string, failure: unknown, { files }: Host): Promise<{ failure?: unknown }> {
  if (failure !== undefined) return { failure };
  return files.kind(absolute).then(
    () => ({}),
    (failure) => ({ failure }),
  );
}

async function expand(arg: string, host: Host): Promise<readonly Found[]> {
  if (arg === "-") throw new UserError("stdin", "poam does not read from standard input. Give the name of a file.");
  const kind = await host.files.kind(resolve(host.cwd, arg)).catch(() => undefined);
  if (kind === "folder") return workbooksIn(arg, host);
  if (kind === undefined && hasMagic(arg)) return matching(arg, host);
  return [{ path: arg }];
}

async function workbooksIn(folder: string, host: Host): Promise<readonly Found[]> {
  const found: Found[] = [];
  for await (const { path, failure } of walk(resolve(host.cwd, folder), Number.POSITIVE_INFINITY, host)) {
    if (failure || WORKBOOK.test(path)) found.push({ path: asWritten(path, folder, host), failure });
  }
  if (found.length > 0) return found;
  throw new UserError(
    "no-match",
    `there is no workbook (.xlsx, .xlsm, .csv, .tsv) in ${folder === "." ? "this folder" : folder}.`,
  );
}

async function matching(glob: string, host: Host): Promise<readonly Found[]> {
  const { base, matches, depth } = globPattern(withSlashes(glob, host));
  const root = resolve(host.cwd, base);
  const found: Found[] = [];
  if ((await host.files.kind(root)) === "folder") {
    for await (const { path, failure } of walk(root, depth, host)) {
      if (failure || matches(withSlashes(relative(root, path), host)))
        found.push({ path: asWritten(path, base, host), failure });
    }
  }
  if (found.length > 0) return found;
  throw new UserError("no-match", `no file matches ${glob}.`);
}

/** Files in a folder and the folders below it, in the order of their names; without lock files. */
async function* walk(folder: string, depth: number, host: Host): AsyncIterable<Found> {
  let entries: readonly Entry[];
  try {
    entries = [...(await host.files.list(folder))].sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (failure) {
    yield { path: folder, failure };
    return;
  }
  for (const { name, kind } of entries) {
    if (kind === "file" && !LOCK_FILE.test(name)) yield { path: join(folder, name) };
    if (kind === "folder" && depth > 1 && !PASSED_OVER.includes(name)) yield* walk(join(folder, name), depth - 1, host);
  }
}

/** As patterns part folders. Elsewhere than on Windows a backslash is a letter of a name. */
export function withSlashes(path: string, { platform }: Host): string {
  return platform === "win32" ? path.replaceAll("\\", "/") : path;
}

/** Relative where the user's argument was. */
function asWritten(path: string, arg: string, host: Host): string {
  return isAbsolute(arg) ? path : relative(host.cwd, path) || ".";
}
