import { basename } from "node:path";
import type { Finding } from "../model/finding.js";
import type { Poam } from "../model/poam.js";
import { UserError } from "../model/user-error.js";
import type { Pack } from "../packs/pack.js";
import { evidenceReader } from "./evidence.js";
import { type Input, noSuchFile } from "./inputs.js";
import { packsOf } from "./packs.js";
import type { Session } from "./program.js";
import type { RunSettings } from "./settings.js";

/** How one workbook is read and checked, by its settings. */
export interface Checker {
  readonly read: (bytes: Buffer) => Promise<Poam>;
  /** The packs whose rules hold for it. */
  readonly packs: (poam: Poam) => readonly Pack[];
  readonly lint: (poam: Poam) => Promise<Finding[]>;
}

/** Gives what checks one workbook after the other; packs that a form asks for in vain are told to `missing`. */
export async function checkers(
  { host, engine }: Session,
  runSettings: RunSettings,
  missing: (pack: string) => void,
): Promise<(input: Input) => Checker> {
  const evidenceOf = evidenceReader({ host, engine });
  const all = await engine.packs();
  return (input) => {
    const { template, packs, rules, columns, evidence: paths, system } = runSettings.of(input);
    const packsFor = (poam: Poam) => packs ?? packsOf(poam.template, all, missing);
    return {
      packs: packsFor,
      read: async (bytes) => {
        const workbook = await engine.openWorkbook(bytes, basename(input.absolute));
        return engine.readPoam(workbook, await engine.templates(), { template, columns, fileName: input.path });
      },
      lint: async (poam) => {
        const evidence = await evidenceOf(paths, input.absolute);
        const { asOf } = runSettings;
        return engine.lint(poam, { packs: packsFor(poam), asOf, settings: rules, evidence, system });
      },
    };
  };
}

/** Throws a UserError that names the nearest file where there is none. */
export async function refuseMissing(input: Input, { host }: Session): Promise<void> {
  if (input.failure !== undefined) throw input.failure;
  if ((await host.files.kind(input.absolute)) === undefined) {
    throw new UserError("no-such-file", await noSuchFile(input, host));
  }
}
