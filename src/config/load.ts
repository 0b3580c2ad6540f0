import { dirname, join, resolve } from "node:path";
import { UserError } from "../model/user-error.js";
import { CONFIG_NAME, type Config, EMPTY_CONFIG, laidOver } from "./config.js";
import type { Known } from "./schema.js";
import { isTemplatePath } from "./template-path.js";

/** What finding and reading configs needs of the file system; `read` gives undefined where there is no such file. */
export interface ConfigFiles {
  readonly read: (path: string) => Promise<string | undefined>;
  readonly exists: (path: string) => Promise<boolean>;
  /** The path as messages name it. */
  readonly shown: (path: string) => string;
}

/** The config nearest to a folder: there, or above it up to the repository's root (where `.git` is) or the drive's. */
export async function findConfig(folder: string, files: ConfigFiles): Promise<string | undefined> {
  const path = join(folder, CONFIG_NAME);
  if (await files.exists(path)) return path;
  const parent = dirname(folder);
  return parent === folder || (await files.exists(join(folder, ".git"))) ? undefined : findConfig(parent, files);
}

/** What a config file says for all workbooks, or in one of its overrides for some. */
export interface ConfigLayer {
  /** The absolute path of the file. */
  readonly path: string;
  readonly config: Config;
  /** Of an override: its place in the list, and the patterns of its workbooks, from the folder of the file. */
  readonly override?: { readonly index: number; readonly files: readonly string[] };
}

/** What layers say together; the later win. */
export function configOfLayers(layers: readonly ConfigLayer[]): Config {
  return layers.reduce((below, { config }) => laidOver(below, config), EMPTY_CONFIG);
}

/** Reads a config and what it extends, as layers of which the later win: its own over those that it extends, its overrides over both. Paths in it become absolute. `known` is asked for once there is something to read. */
export async function loadConfig(
  path: string,
  files: ConfigFiles,
  known: () => Promise<Known>,
  through: readonly string[] = [],
  read: { count: number } = { count: 0 },
): Promise<readonly ConfigLayer[]> {
  const { shown } = files;
  if (through.includes(path)) {
    throw new UserError("config", `${shown(path)} extends itself: ${[...through, path].map(shown).join(" → ")}.`);
  }
  if (++read.count > MOST_READ) {
    throw new UserError(
      "config",
      `${shown(through[0]!)} extends more than ${MOST_READ} configs, one through the other.`,
    );
  }
  const text = await files.read(path);
  if (text === undefined) {
    const by = through.at(-1);
    const sentence = by
      ? `${shown(by)} extends ${shown(path)}, which does not exist`
      : `there is no file ${shown(path)}`;
    throw new UserError("config", `${sentence}.`);
  }
  const { parseConfig } = await import("./parse.js");
  const parsed = parseConfig(text, shown(path), await known());
  const folder = dirname(path);
  const layers: ConfigLayer[] = [];
  for (const base of parsed.extends) {
    layers.push(...(await loadConfig(resolve(folder, base), files, known, [...through, path], read)));
  }
  layers.push({ path, config: withAbsolutePaths(parsed.config, folder) });
  for (const [index, { files, config }] of parsed.overrides.entries()) {
    layers.push({ path, config: withAbsolutePaths(config, folder), override: { index, files } });
  }
  return layers;
}

/** Where each names the next one twice, a few files are read for ever. */
const MOST_READ = 250;

function withAbsolutePaths(config: Config, folder: string): Config {
  const { template, evidence = {}, report } = config;
  const ownForm = template !== undefined && isTemplatePath(template);
  return {
    ...config,
    ...(ownForm && { template: resolve(folder, template) }),
    ...(report && { report: { ...report, ...(report.logo && { logo: resolve(folder, report.logo) }) } }),
    evidence: Object.fromEntries(Object.entries(evidence).map(([name, file]) => [name, resolve(folder, file)])),
  };
}
