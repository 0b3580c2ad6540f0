import { dirname, relative, resolve } from "node:path";
import { type Config, EMPTY_CONFIG } from "../config/config.js";
import { type ConfigFiles, type ConfigLayer, configOfLayers, findConfig, loadConfig } from "../config/load.js";
import { globMatcher } from "../model/glob.js";
import { decodeFile } from "../workbook/text-encoding.js";
import { named } from "./errors.js";
import type { Host } from "./host.js";
import { shownFrom, withSlashes } from "./inputs.js";
import type { Session } from "./program.js";

/** What the configs say of one workbook. */
export interface WorkbookConfig {
  /** The same object for all workbooks for which the same layers hold. */
  readonly config: Config;
  /** What of the config's files holds for it, the later over the earlier. */
  readonly layers: readonly ConfigLayer[];
}

/** Gives the config for a workbook: the one at `choice`, none (false), or the nearest. Each file is read once, and noted in `read`. */
export function configReader(
  choice: string | false | undefined,
  { host, engine }: Session,
  read: Set<string>,
): (workbook: string) => Promise<WorkbookConfig> {
  if (choice === false) return async () => NONE;
  const files = configFiles(host, read);
  const known = async () => ({
    rules: await engine.rules(),
    packs: await engine.packs(),
    templates: (await engine.templates()).map(({ id }) => id),
  });
  const loaded = new Map<string, Promise<(workbook: string) => WorkbookConfig>>();
  const load = (path: string) => {
    let loading = loaded.get(path);
    if (!loading) loaded.set(path, (loading = loadConfig(path, files, known).then((layers) => chooser(layers, host))));
    return loading;
  };
  if (choice !== undefined) return async (workbook) => (await load(resolve(host.cwd, choice)))(workbook);
  const found = new Map<string, Promise<string | undefined>>();
  return async (workbook) => {
    const folder = dirname(workbook);
    let finding = found.get(folder);
    if (!finding) found.set(folder, (finding = findConfig(folder, files)));
    const path = await finding;
    return path === undefined ? NONE : (await load(path))(workbook);
  };
}

const NONE: WorkbookConfig = { config: EMPTY_CONFIG, layers: [] };

/** Gives what of the layers holds for a workbook. */
function chooser(layers: readonly ConfigLayer[], host: Host): (workbook: string) => WorkbookConfig {
  const tests = layers.map(({ path, override }) => {
    // File systems differ in how they write an accent.
    const files = override?.files.map((file) => file.normalize());
    const matchers = files?.map(globMatcher);
    return (workbook: string) => {
      const from = withSlashes(relative(dirname(path), workbook), host).normalize();
      // A name may have brackets itself.
      return !files || files.includes(from) || matchers!.some((matches) => matches(from));
    };
  });
  const made = new Map<string, WorkbookConfig>();
  return (workbook) => {
    const holds = tests.map((test) => test(workbook));
    let config = made.get(holds.join());
    if (!config) {
      const held = layers.filter((_, index) => holds[index]);
      made.set(holds.join(), (config = { config: configOfLayers(held), layers: held }));
    }
    return config;
  };
}

function configFiles({ files, cwd }: Host, read: Set<string>): ConfigFiles {
  const shown = (path: string) => shownFrom(cwd, path);
  return {
    read: (path) =>
      named(shown(path), "config", async () => {
        if ((await files.kind(path)) === undefined) return undefined;
        read.add(path);
        return decodeFile(await files.read(path));
      }),
    exists: async (path) => (await files.kind(path)) !== undefined,
    shown,
  };
}
