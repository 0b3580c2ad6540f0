import { join, resolve } from "node:path";
import type { Gathered } from "../../convert.js";
import type { LintOptions } from "../../lint.js";
import { isIsoDate } from "../../model/date.js";
import type { VerPeriod, VerSidecar } from "../../model/evidence.js";
import { FULL_ADDRESS, isFullAddress } from "../../model/full-address.js";
import { UserError } from "../../model/user-error.js";
import { gapList } from "../../reporters/ver-gap-list.js";
import type { Input } from "../inputs.js";
import type { Session } from "../program.js";
import { putLike } from "../put-like.js";
import type { ConvertFlags } from "./convert-flags.js";
import { refuseRead, refuseTaken } from "./convert-target.js";
import { isDropped, tell } from "./tell-losses.js";

/** What `--to ver` works on. */
export interface VerConversion {
  readonly gathered: Gathered;
  /** What each workbook is judged by: its sidecar and its system's class among it. */
  readonly options: readonly LintOptions[];
  readonly first: Input;
  readonly flags: ConvertFlags;
  readonly redact: boolean;
  /** Absolute paths of all files that the run reads. */
  readonly read: readonly string[];
}

/** The three reports of FedRAMP's, written into a folder; exits with 1 while anything is missing of them. */
export async function convertToVer(conversion: VerConversion, session: Session): Promise<number> {
  const { gathered, options, first, flags, redact, read } = conversion;
  const { host } = session;
  const { verReports } = await import("../../ver/reports.js");
  const { missingTable } = await import("../../ver/missing.js");
  const { missingCsv } = await import("../../reporters/ver-missing-csv.js");
  const { carried, from, clashes } = gathered;
  const { reports, gaps, losses } = verReports(carried, await sidecarOf(options), {
    asOf: options[0]!.asOf,
    reportPeriod: periodOf(flags.period),
    certificationPackageOverviewUri: addressOf(flags.cpoUri),
    class: options[0]!.system?.class,
    withDescription: flags.withDescription === true,
  });
  const folder = flags.output!;
  const files = reports.map(({ name, json }) => [join(folder, name), `${JSON.stringify(json, null, 2)}\n`] as const);
  const missing =
    flags.missing === undefined ? [] : [[flags.missing, [...missingCsv(missingTable(gaps))].join("")] as const];
  const written = [...files, ...missing].filter(([path]) => path !== "-");
  const outputs = written.map(([path]) => path);
  await refuseRead([...outputs, flags.lossReport], read, session);
  for (const path of outputs) await refuseTaken(path, flags.force === true, session);
  await host.files.makeFolder(resolve(host.cwd, folder));
  if (flags.missing === "-") await host.stdout.write(missing[0]![1]);
  for (const [path, text] of written) {
    await putLike(path, Buffer.from(text), { like: first.absolute, force: flags.force === true }, host);
  }
  const notes = [...gathered.notes, ...losses.notes];
  const report = {
    from,
    to: "ver",
    items: losses.items,
    fields: losses.fields,
    changes: losses.changes,
    clashes,
    notes,
  };
  await tell(report, flags, redact, session);
  await host.stderr.write(gapList(gaps, { redact }));
  if (gaps.length > 0 && flags.missing === undefined) {
    await host.stderr.write(
      "  note     --missing missing.csv writes a list of it to fill in, and --ver missing.csv reads it\n",
    );
  }
  return gaps.length > 0 || (flags.strict && isDropped(report)) ? 1 : 0;
}

async function sidecarOf(options: readonly LintOptions[]): Promise<VerSidecar> {
  const { laidOver } = await import("../../ver/missing.js");
  let all: VerSidecar = { items: new Map() };
  for (const { evidence } of options) if (evidence?.ver) all = laidOver(all, evidence.ver);
  return all;
}

function addressOf(text: string | undefined): string | undefined {
  if (text === undefined || isFullAddress(text)) return text;
  throw new UserError("usage", `--cpo-uri ${text}: write ${FULL_ADDRESS}.`);
}

function periodOf(text: string | undefined): VerPeriod | undefined {
  if (text === undefined) return undefined;
  const [from = "", to = "", ...more] = text.split("..");
  if (isIsoDate(from) && isIsoDate(to) && more.length === 0 && from <= to) return { from, to };
  throw new UserError("usage", `--period ${text}: write the first and the last day as 2026-11-01..2026-11-30.`);
}
