import { basename } from "node:path";
import type { LintOptions } from "../lint.js";
import type { Poam } from "../model/poam.js";
import { UserError } from "../model/user-error.js";
import { evidenceReader } from "./evidence.js";
import { type Input, noSuchFile } from "./inputs.js";
import { packsOf } from "./packs.js";
import type { Session } from "./program.js";
import type { RunSettings } from "./settings.js";

/** A workbook as it was read, and by what it is judged. */
export interface OpenPoam {
  readonly poam: Poam;
  readonly options: LintOptions;
}

/** Gives what opens one workbook after the other; packs that the form asks for and this poam lacks are told to `missing`. */
export async function poamOpener(
  { host, engine }: Session,
  settings: RunSettings,
  missing: (pack: string) => void,
): Promise<(input: Input) => Promise<OpenPoam>> {
  const evidenceOf = evidenceReader({ host, engine });
  const all = await engine.packs();
  return async (input) => {
    const { path, absolute, failure } = input;
    if (failure !== undefined) throw failure;
    const { template, packs, rules, columns, evidence: paths, system } = settings.of(input);
    if ((await host.files.kind(absolute)) === undefined) {
      throw new UserError("no-such-file", await noSuchFile(input, host));
    }
    const workbook = await engine.openWorkbook(await host.files.read(absolute), basename(absolute));
    const poam = await engine.readPoam(workbook, await engine.templates(), { template, columns, fileName: path });
    const evidence = await evidenceOf(paths, absolute);
    const used = packs ?? packsOf(poam.template, all, missing);
    return { poam, options: { packs: used, asOf: settings.asOf, settings: rules, evidence, system } };
  };
}
