import type { Portfolio, Report } from "../../model/report.js";
import { UserError } from "../../model/user-error.js";
import type { DatedPoam } from "../../report.js";
import { poamOpener } from "../checker.js";
import { complaint, failureOf } from "../errors.js";
import { expandInputs, type Input, noSuchFile } from "../inputs.js";
import type { Session } from "../program.js";
import { type RunSettings, settingsFor } from "../settings.js";
import { packageFacts } from "../version.js";
import { earlierPoams } from "./earlier-poams.js";
import { dayOf } from "./poam-day.js";
import { rendered } from "./render-report.js";
import type { ReportFlags } from "./report-flags.js";
import { formatOf, put, refuseRead, refuseWorkbook } from "./report-output.js";

/** `poam report`: the month's status report of a workbook, or of several together. */
export async function reportCommand(session: Session, files: readonly string[], flags: ReportFlags): Promise<number> {
  const { host } = session;
  if (files.length === 0) {
    throw new UserError("no-files", "no file was given. For example: poam report acme-poam.xlsx -o report.html");
  }
  if (flags.ver) return (await import("./ver-report.js")).verReportCommand(session, files, flags);
  if (flags.withDescription) {
    throw new UserError("usage", "--with-description is of the vulnerability report: give --ver with it.");
  }
  const format = formatOf(flags);
  const inputs = await expandInputs(files, host);
  const previous = flags.previous ?? [];
  if (previous.length > 0 && inputs.length > 1) {
    throw new UserError(
      "usage",
      "--previous is one system's past: report on one workbook with it, or name it in each poam.config.json.",
    );
  }
  const { previous: _, ...settingFlags } = flags;
  const settings = await settingsFor(inputs, settingFlags, session);
  const past = await expandInputs(previous, host);
  for (const input of past) await mustExist(input, session);
  const read = [...inputs, ...past].map(({ absolute }) => absolute);
  await refuseRead(flags.output, [...read, ...settings.files], session);
  await refuseWorkbook(flags.output, session);
  const made = await reportsOf(session, inputs, past, settings, flags);
  if (made.reports.length === 0) return 2;
  const content = await rendered(
    made.reports,
    { several: inputs.length > 1, format, asOf: settings.asOf, flags, unreadable: made.unreadable },
    session,
  );
  await put(content, flags.output, session);
  return made.unreadable.length > 0 ? 2 : 0;
}

async function mustExist(input: Input, { host }: Session): Promise<void> {
  if (input.failure !== undefined) return;
  if ((await host.files.kind(input.absolute)) !== undefined) return;
  throw new UserError("no-such-file", await noSuchFile(input, host));
}

interface Made {
  readonly reports: readonly Report[];
  readonly unreadable: Portfolio["unreadable"];
}

/** The reports of the workbooks that can be read; the others are complained of, and do not stop them. */
async function reportsOf(
  session: Session,
  inputs: readonly Input[],
  past: readonly Input[],
  settings: RunSettings,
  flags: ReportFlags,
): Promise<Made> {
  const { host } = session;
  const { reportOf } = await import("../../report.js");
  const open = await poamOpener(session, settings, () => {});
  const reports: Report[] = [];
  const unreadable: Made["unreadable"][number][] = [];
  for (const input of inputs) {
    try {
      const { poam, options } = await open(input);
      const { template, columns, evidence, redact, report } = settings.of(input);
      const current: DatedPoam = { workbook: input.path, poam, day: dayOf(poam, input.path) ?? settings.asOf };
      const earlier = await earlierPoams(past, evidence.previous, input, current, { template, columns }, session);
      const facts = { ...report, ...(flags.organisation !== undefined && { organisation: flags.organisation }) };
      const tool = `poam ${packageFacts().version}`;
      reports.push(reportOf(current, earlier, { ...options, facts, redact, tool }));
    } catch (error) {
      const { failure, sentence: reason } = failureOf(error, input.path);
      unreadable.push({ workbook: input.path, reason });
      await host.stderr.write(complaint(failure, flags.debug === true, input.path));
    }
  }
  await warnOfMonths(reports, session);
  return { reports, unreadable };
}

/** A portfolio adds up systems: months of one system would count its items several times. */
async function warnOfMonths(reports: readonly Report[], { host }: Session): Promise<void> {
  const named = reports.filter(({ header }) => header.system);
  const nameOf = ({ header }: Report) => header.system!.trim().toLowerCase();
  for (const name of new Set(named.map(nameOf))) {
    const same = named.filter((report) => nameOf(report) === name);
    if (same.length < 2) continue;
    const workbooks = same.map(({ header }) => header.workbook).join(", ");
    const sentence = `${workbooks} are of one system, and are added up as several: give the earlier months with --previous.`;
    await host.stderr.write(complaint(new UserError("one-system", sentence), false));
  }
}
