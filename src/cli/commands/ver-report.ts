import { UserError } from "../../model/user-error.js";
import type { VerReport } from "../../model/ver-report.js";
import { gapSentence } from "../../reporters/ver-gap-words.js";
import { poamOpener } from "../checker.js";
import { expandInputs } from "../inputs.js";
import type { Session } from "../program.js";
import { settingsFor } from "../settings.js";
import { packageFacts } from "../version.js";
import type { Content } from "./render-report.js";
import type { ReportFlags, ReportFormat } from "./report-flags.js";
import { formatOf, put, refuseRead, refuseWorkbook } from "./report-output.js";

/** `poam report --ver`: FedRAMP's monthly vulnerability report of one workbook. */
export async function verReportCommand(
  session: Session,
  files: readonly string[],
  flags: ReportFlags,
): Promise<number> {
  const { host } = session;
  const format = formatOf(flags);
  const inputs = await expandInputs(files, host);
  const [input] = inputs;
  if (!input || inputs.length > 1) {
    throw new UserError("usage", "--ver reports on one workbook. poam convert --to ver joins several.");
  }
  if (flags.previous) {
    throw new UserError("usage", "--ver reports on the period alone: it has no use for --previous.");
  }
  const { previous: _, ...settingFlags } = flags;
  const settings = await settingsFor(inputs, settingFlags, session);
  await refuseRead(flags.output, [input.absolute, ...settings.files], session);
  await refuseWorkbook(flags.output, session);
  const { poam, options } = await (await poamOpener(session, settings, () => {}))(input);
  const { redact, report: facts } = settings.of(input);
  const { verReportOf } = await import("../../ver-report.js");
  const report = verReportOf(poam, options.evidence?.ver ?? { items: new Map() }, {
    asOf: settings.asOf,
    reportPeriod: undefined,
    certificationPackageOverviewUri: undefined,
    class: options.system?.class,
    withDescription: flags.withDescription === true,
    facts: { ...facts, ...(flags.organisation !== undefined && { organisation: flags.organisation }) },
    redact,
    workbook: input.path,
    tool: `poam ${packageFacts().version}`,
  });
  await put(await rendered(report, format), flags.output, session);
  const missing = gapSentence(report.activity.gaps);
  if (missing !== undefined) {
    await host.stderr.write(`poam: ${input.path}: ${missing}. poam convert --to ver --missing lists them.\n`);
  }
  return 0;
}

async function rendered(report: VerReport, format: ReportFormat): Promise<Content> {
  if (format === "json") {
    const { verDocuments } = await import("../../ver/reports.js");
    const reports = Object.fromEntries(verDocuments(report.activity).map(({ name, json }) => [name, json]));
    return (await import("../../reporters/ver-json.js")).verJson(report, reports, packageFacts().version);
  }
  const page = (await import("../../reporters/ver-sections.js")).verPage(report);
  if (format === "html") return (await import("../../reporters/report-html.js")).pageHtml(page);
  if (format === "xlsx") return (await import("../../workbook/report-xlsx.js")).pageXlsx(page);
  return (await import("../../reporters/report-markdown.js")).pageMarkdown(page);
}
