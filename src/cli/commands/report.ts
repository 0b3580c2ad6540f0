import { extname, resolve } from "node:path";
import type { Portfolio, Report } from "../../model/report.js";
import { UserError } from "../../model/user-error.js";
import type { DatedPoam } from "../../report.js";
import { poamOpener } from "../checker.js";
import { complaint, failureOf } from "../errors.js";
import { expandInputs, type Input, noSuchFile } from "../inputs.js";
import { chunks, identities, newFile } from "../outputs.js";
import type { Session } from "../program.js";
import { type RunSettings, settingsFor } from "../settings.js";
import { packageFacts } from "../version.js";
import { earlierPoams } from "./earlier-poams.js";
import { dayOf } from "./poam-day.js";
import { type Content, rendered } from "./render-report.js";
import type { ReportFlags, ReportFormat } from "./report-flags.js";

/** `poam report`: the month's status report of a workbook, or of several together. */
export async function reportCommand(session: Session, files: readonly string[], flags: ReportFlags): Promise<number> {
  const { host } = session;
  if (files.length === 0) {
    throw new UserError("no-files", "no file was given. For example: poam report acme-poam.xlsx -o report.html");
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

/** `-f`, else what the file's name ends in, else Markdown. */
function formatOf({ format, output }: ReportFlags): ReportFormat {
  const toFile = output !== undefined && output !== "-";
  const byName = toFile ? BY_EXTENSION[extname(output).toLowerCase()] : "markdown";
  if (toFile && format !== undefined && byName !== undefined && format !== byName) {
    throw new UserError(
      "usage",
      `-f ${format} and -o ${output} contradict each other: leave out -f, or name it after its form.`,
    );
  }
  const chosen = format ?? byName;
  if (chosen === undefined) {
    throw new UserError("usage", `-o ${output}: end the name in .md, .html, .xlsx or .json, or give the form with -f.`);
  }
  if (chosen === "xlsx" && !toFile) {
    throw new UserError("usage", "a workbook cannot be printed. Give it a file: -o report.xlsx");
  }
  return chosen;
}

const BY_EXTENSION: Readonly<Record<string, ReportFormat>> = {
  ".md": "markdown",
  ".markdown": "markdown",
  ".html": "html",
  ".htm": "html",
  ".xlsx": "xlsx",
  ".json": "json",
};

/** A slip of the pen must not replace somebody's workbook by a report. */
async function refuseRead(output: string | undefined, read: readonly string[], { host }: Session): Promise<void> {
  if (output === undefined || output === "-") return;
  const own = await identities([resolve(host.cwd, output)], host);
  const used = await identities(read, host);
  if ([...own].some((one) => used.has(one))) {
    throw new UserError(
      "usage",
      `${output} is read in this run: poam does not write the report over it. Give another name.`,
    );
  }
}

/** A workbook that is there may be somebody's POA&M; only what poam itself reported may be reported anew. */
async function refuseWorkbook(output: string | undefined, { host, engine }: Session): Promise<void> {
  if (output === undefined || !WORKBOOK.test(output)) return;
  const path = resolve(host.cwd, output);
  if ((await host.files.kind(path)) !== "file") return;
  const isOwn = await host.files
    .read(path)
    .then((bytes) => engine.openWorkbook(bytes, output))
    .then(
      () => false,
      (error) => error instanceof UserError && error.code === "own-report",
    );
  if (isOwn) return;
  throw new UserError("usage", `${output} is there already, and is no report of poam's: give another name.`);
}

const WORKBOOK = /\.(xls[xmb]?|csv|tsv)$/i;

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

async function put(content: Content, output: string | undefined, { host }: Session): Promise<void> {
  const pieces = Buffer.isBuffer(content) ? [content] : chunks(typeof content === "string" ? [content] : content);
  if (output === undefined || output === "-") {
    for (const piece of pieces) await host.stdout.write(`${piece}`);
    return;
  }
  const file = await newFile(output, host);
  try {
    for (const piece of pieces) await file.write(piece);
    await file.close();
  } catch (error) {
    await file.abandon().catch(() => {});
    throw error;
  }
}
