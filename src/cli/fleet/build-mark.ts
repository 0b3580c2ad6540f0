import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageFacts } from "../version.js";
import { sha256 } from "./check.js";

/**
 * What tells this poam from every other: its version, Node.js', and what stands in its code and its forms. The version alone
 * would do for those who use it, but whoever changes a rule would be shown what the rule found before.
 */
export function buildMark(): Promise<string> {
  mark ??= markOf();
  return mark;
}

let mark: Promise<string> | undefined;

async function markOf(): Promise<string> {
  const folders = [new URL("..", import.meta.url), new URL("../../templates/", import.meta.url)];
  const files = await Promise.all(folders.map((folder) => contents(fileURLToPath(folder)).catch(() => [])));
  // One executable file has no folder of code: it is known by its size and the time when it was made.
  const own = files[0]!.length > 0 ? files.flat() : [await executable()];
  return sha256([packageFacts().version, process.version, ...own].join("\n"));
}

async function contents(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder, { recursive: true })).filter(
    (name) => /\.(?:js|ts|json)$/.test(name) && !name.endsWith(".d.ts"),
  );
  return Promise.all(names.sort().map(async (name) => `${name} ${sha256(await readFile(join(folder, name)))}`));
}

async function executable(): Promise<string> {
  const { size, mtimeMs } = await stat(process.execPath);
  return `${size} ${mtimeMs}`;
}
