import { extname, resolve } from "node:path";
import type { Report } from "../../model/report.js";
import type { ReportSection } from "../../model/report-section.js";
import { UserError } from "../../model/user-error.js";
import type { DatedPoam } from "../../report.js";
import { complaint } from "../errors.js";
import { expandInputs, type Input, noSuchFile } from "../inputs.js";
import { fileFailure, poamOpener } from "../open-poam.js";
import { identities, newFile } from "../outputs.js";
import { packsOf } from "../packs.js";
import type { Session } from "../program.js";
import { type RunSettings, settingsFor } from "../settings.js";
import { packageFacts } from "../version.js";
import { earlierPoams } from "./earlier-poams.js";
import { dayOf, openPoam } from "./open-poam.js";
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
  const made = await reportsOf(session, inputs, past, settings, flags);
  if (made.reports.length === 0) return 2;
  const text = await printed(made.reports, inputs.length > 1, format, settings, flags, session);
  await put(text, flags.output, session);
  return made.unreadable > 0 ? 2 : 0;
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

interface Made {
  readonly reports: readonly Report[];
  readonly unreadable: number;
}

/** The reports of the workbooks that can be read; the others are complained of, and do not stop them. */
async function reportsOf(
  session: Session,
  inputs: readonly Input[],
  past: readonly Input[],
  settings: RunSettings,
  flags: ReportFlags,
): Promise<Made> {
  const { host, engine } = session;
  const { reportOf } = await import("../../report.js");
  const evidenceOf = evidenceReader(session);
  const reports: Report[] = [];
  let unreadable = 0;
  for (const input of inputs) {
    try {
      if (input.failure !== undefined) throw input.failure;
      const { template, packs, rules, columns, evidence: paths, system, redact, report } = settings.of(input);
      const { asOf } = settings;
      const poam = await openPoam(input, { template, columns }, session);
      const options: ReportOptions = {
        asOf,
        packs: packs ?? packsOf(poam.template, await engine.packs()),
        settings: rules,
        evidence: await evidenceOf(paths, input.absolute),
        system,
        redact,
        tool: `poam ${packageFacts().version}`,
        facts: { ...report, ...(flags.organisation !== undefined && { organisation: flags.organisation }) },
      };
      const current: DatedPoam = { workbook: input.path, poam, day: dayOf(poam, input.path) ?? asOf };
      const earlier = await earlierPoams(past, paths.previous, input, current, { template, columns }, session);
      reports.push(reportOf(current, earlier, options));
    } catch (error) {
      unreadable++;
      const sentence = plainSentence(error, input.path);
      const told = sentence === undefined ? error : new UserError("file", aboutFile(sentence, input.path));
      await host.stderr.write(complaint(told, flags.debug === true, input.path));
    }
  }
  return { reports, unreadable };
}

/** The report in its form; each form is loaded when it is asked for. */
async function printed(
  reports: readonly Report[],
  several: boolean,
  format: ReportFormat,
  { asOf }: RunSettings,
  { organisation }: ReportFlags,
  session: Session,
): Promise<string | Buffer> {
  const { version } = packageFacts();
  const tool = `poam ${version}`;
  if (several) {
    const { portfolioOf } = await import("../../portfolio.js");
    const { portfolioSections } = await import("../../reporters/portfolio-sections.js");
    const portfolio = portfolioOf(reports, { asOf, organisation: organisation ?? commonOrganisation(reports), tool });
    const sections = portfolioSections(portfolio);
    if (format === "json") {
      return (await import("../../reporters/report-json.js")).portfolioJson(portfolio, reports, version);
    }
    if (format === "markdown") {
      return (await import("../../reporters/report-markdown.js")).portfolioMarkdown(portfolio, sections);
    }
    throw notYet(format);
  }
  const report = reports[0]!;
  if (format === "json") return (await import("../../reporters/report-json.js")).reportJson(report, version);
  const { sectionsOf } = await import("../../reporters/report-sections.js");
  const sections: readonly ReportSection[] = sectionsOf(report);
  if (format === "markdown") {
    return (await import("../../reporters/report-markdown.js")).reportMarkdown(report, sections);
  }
  throw notYet(format);
}

function notYet(format: ReportFormat): UserError {
  return new UserError("usage", `this version of poam writes no ${format} report yet.`);
}

/** The organisation that all systems share. */
function commonOrganisation(reports: readonly Report[]): string | undefined {
  const [first, ...others] = new Set(reports.map(({ header }) => header.organisation));
  return others.length === 0 ? first : undefined;
}

async function put(text: string | Buffer, output: string | undefined, { host }: Session): Promise<void> {
  if (typeof text === "string" && (output === undefined || output === "-")) return host.stdout.write(text);
  const file = await newFile(output!, host);
  try {
    await file.write(text);
    await file.close();
  } catch (error) {
    await file.abandon().catch(() => {});
    throw error;
  }
}
