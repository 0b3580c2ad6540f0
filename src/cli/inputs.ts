import { basename, isAbsolute, join, relative, resolve } from "node:path";
import { nearest } from "../config/nearest.js";
import { UserError } from "../model/user-error.js";
import { globPattern, hasMagic } from "./glob.js";
import type { Host } from "./host.js";

/** A workbook to check; `path` is as the user wrote or would write it. */
export interface Input {
  readonly path: string;
  readonly absolute: string;
}

const WORKBOOK = /\.(xlsx|xlsm|csv)$/i;
/** What Excel lays beside a workbook while it is open. */
const LOCK_FILE = /^~\$/;
const PASSED_OVER = ["node_modules", ".git"];

/**
 * The files that the arguments mean, each once and in order: files as given, folders with all workbooks in them, and
 * patterns that no shell has expanded. A file that does not exist is left to be reported with the others.
 */
export async function expandInputs(args: readonly string[], host: Host): Promise<readonly Input[]> {
  const inputs = new Map<string, Input>();
  for (const arg of args) {
    for (const path of await expand(arg, host)) {
      const absolute = resolve(host.cwd, path);
      if (args.length > 1 && LOCK_FILE.test(basename(path))) continue;
      if (!inputs.has(absolute)) inputs.set(absolute, { path, absolute });
    }
  }
  return [...inputs.values()];
}

/** The sentence for a file that is not there, with the name in its folder that comes closest. */
export async function noSuchFile({ path, absolute }: Input, host: Host): Promise<string> {
  const folder = resolve(absolute, "..");
  const entries = (await host.files.kind(folder)) === "folder" ? await host.files.list(folder) : [];
  const names = entries.filter(({ name }) => WORKBOOK.test(name) && !LOCK_FILE.test(name)).map(({ name }) => name);
  const [near] = nearest(basename(path), names);
  return `there is no file ${path}.${near ? ` Did you mean ${join(path, "..", near)}?` : ""}`;
}

async function expand(arg: string, host: Host): Promise<readonly string[]> {
  if (arg === "-") throw new UserError("stdin", "poam does not read from standard input. Give the name of a file.");
  const kind = await host.files.kind(resolve(host.cwd, arg));
  if (kind === "folder") return workbooksIn(arg, host);
  if (kind === undefined && hasMagic(arg)) return matching(arg, host);
  return [arg];
}

async function workbooksIn(folder: string, host: Host): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const path of walk(resolve(host.cwd, folder), Number.POSITIVE_INFINITY, host)) {
    if (WORKBOOK.test(path)) found.push(asWritten(path, folder, host));
  }
  if (found.length > 0) return found;
  throw new UserError(
    "no-match",
    `there is no workbook (.xlsx, .xlsm, .csv) in ${folder === "." ? "this folder" : folder}.`,
  );
}

async function matching(glob: string, host: Host): Promise<readonly string[]> {
  const { base, pattern, depth } = globPattern(host.platform === "win32" ? glob.replaceAll("\\", "/") : glob);
  const root = resolve(host.cwd, base);
  const found: string[] = [];
  if ((await host.files.kind(root)) === "folder") {
    for await (const path of walk(root, depth, host)) {
      if (pattern.test(relative(root, path).replaceAll("\\", "/"))) found.push(asWritten(path, base, host));
    }
  }
  if (found.length > 0) return found;
  throw new UserError("no-match", `no file matches ${glob}.`);
}

/** Files in a folder and the folders below it, in the order of their names; without lock files. */
async function* walk(folder: string, depth: number, host: Host): AsyncIterable<string> {
  const entries = [...(await host.files.list(folder))].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, kind } of entries) {
    if (kind === "file" && !LOCK_FILE.test(name)) yield join(folder, name);
    if (kind === "folder" && depth > 1 && !PASSED_OVER.includes(name)) yield* walk(join(folder, name), depth - 1, host);
  }
}

/** Relative where the user's argument was. */
function asWritten(path: string, arg: string, host: Host): string {
  return isAbsolute(arg) ? path : relative(host.cwd, path);
}
