import { basename } from "node:path";
import type { LintOptions } from "../lint.js";
import type { IsoDate } from "../model/date.js";
import type { Poam } from "../model/poam.js";
import { UserError } from "../model/user-error.js";
import { evidenceReader } from "./evidence.js";
import { type Input, noSuchFile } from "./inputs.js";
import { packsOf } from "./packs.js";
import type { Session } from "./program.js";
import type { Settings } from "./settings.js";

/** How one workbook is read and judged, by its settings. */
export interface Checker {
  readonly read: (bytes: Buffer) => Promise<Poam>;
  /** What its rules are given: packs, evidence, the system's facts. */
  readonly options: (poam: Poam) => Promise<LintOptions>;
}

/** A workbook as it was read, and by what it is judged. */
export interface OpenPoam {
  readonly poam: Poam;
  readonly options: LintOptions;
}

/** Of a run's settings, what a finding depends on. */
export interface JudgedBy {
  readonly asOf: IsoDate;
  readonly of: (input: Input) => Omit<Settings, "report" | "layers">;
}

/** Gives the checker of one workbook after the other; packs that a form asks for in vain are told to `missing`. */
export async function checkers(
  { host, engine }: Session,
  runSettings: JudgedBy,
  missing: (pack: string) => void,
): Promise<(input: Input) => Checker> {
  const evidenceOf = evidenceReader({ host, engine });
  const all = await engine.packs();
  return (input) => {
    const { template, packs, rules, columns, notes, evidence, system } = runSettings.of(input);
    return {
      read: async (bytes) => {
        const name = basename(input.absolute);
        const opened = await engine.openWorkbook(bytes, name);
        const workbook = notes ? { ...opened, notes: await engine.readNotes(bytes, name) } : opened;
        return engine.readPoam(workbook, await engine.templates(), { template, columns, fileName: input.path });
      },
      options: async (poam) => ({
        packs: packs ?? packsOf(poam.template, all, missing),
        asOf: runSettings.asOf,
        settings: rules,
        evidence: await evidenceOf(evidence, input.absolute),
        system,
      }),
    };
  };
}

/**
 * Gives what opens one workbook after the other; throws a UserError that names the nearest file where there is none. `see` is
 * shown the bytes that are judged.
 */
export async function poamOpener(
  session: Session,
  settings: JudgedBy,
  missing: (pack: string) => void,
): Promise<(input: Input, show?: () => Promise<void>, see?: (bytes: Buffer) => void) => Promise<OpenPoam>> {
  const checkerOf = await checkers(session, settings, missing);
  return async (input, show = async () => {}, see = () => {}) => {
    await show();
    await refuseMissing(input, session);
    const { read, options } = checkerOf(input);
    const bytes = await session.host.files.read(input.absolute);
    see(bytes);
    const poam = await read(bytes);
    await show();
    return { poam, options: await options(poam) };
  };
}

/** Throws a UserError that names the nearest file where there is none. */
export async function refuseMissing(input: Input, { host }: Session): Promise<void> {
  if (input.failure !== undefined) throw input.failure;
  if ((await host.files.kind(input.absolute)) === undefined) {
    throw new UserError("no-such-file", await noSuchFile(input, host));
  }
}
