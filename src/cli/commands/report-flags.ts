import type { Command } from "commander";
import { common, examples, oneOf, repeated } from "../options.js";
import type { Does, Session } from "../program.js";
import type { SettingFlags } from "../settings.js";

export interface ReportFlags extends Omit<SettingFlags, "previous"> {
  readonly output?: string;
  readonly format?: ReportFormat;
  readonly previous?: readonly string[];
  readonly organisation?: string;
  readonly ver?: true;
  readonly withDescription?: true;
  readonly debug?: true;
}

export const REPORT_FORMATS = ["markdown", "html", "xlsx", "json"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** `poam report` and its flags. */
export function addReport(program: Command, does: Does): void {
  const command = program
    .command("report")
    .summary("the month's status report: Markdown, HTML, xlsx, JSON")
    .description(
      "Makes the month's status report of a workbook, as FedRAMP's ConMon Monthly Report has it: what is open, late and aging, vendor dependencies, deviations, escalation triggers, what changed. Several workbooks make a portfolio report.",
    )
    .usage("[options] <workbooks…>")
    .argument("[files...]", "workbooks, folders or patterns")
    .option("-o, --output <file>", "where to write it (- prints it); .md, .html, .xlsx or .json says in which form")
    .option("-f, --format <format>", "markdown (default), html, xlsx or json", oneOf("-f", REPORT_FORMATS))
    .option("--previous <file|folder>", "POA&Ms of earlier months, for trends and changes (repeatable)", repeated)
    .option("--ver", "FedRAMP's monthly vulnerability report (VER-TFR-MHR), by the facts in poam.ver.json")
    .option("--with-description", "with --ver: tell the POA&M's own descriptions, rationales and comments")
    .option("--organisation <name>", "whose report it is; default: what the workbook or the config says")
    .option("--as-of <date>", "the day that stands for today, as 2026-03-31")
    .option("-t, --template <id|file>", "the form of the workbooks; default: what their headings show")
    .option("-p, --pack <id>", "framework whose rules hold (repeatable); default: the form's", repeated)
    .option("--rule <id=level>", "how grave a rule is: error, warning, info or off (repeatable)", repeated)
    .option("--kev <file>", "CISA's catalogue of known exploited vulnerabilities (JSON)")
    .option("--conditional-date <date>", "CMMC: the day of the Conditional status, as 2026-03-31")
    .option("--config <file>", "this config instead of the nearest poam.config.json")
    .option("--no-config", "no config")
    .option("--redact", "no text from cells: items are named by their places (also POAM_REDACT=1)");
  common(command);
  examples(
    command,
    "poam report acme-poam.xlsx -o report.html",
    "poam report 2026-06.xlsx --previous past-months/ --as-of 2026-06-30",
    "poam report systems/*.xlsx -o portfolio.xlsx",
    "poam report --ver acme-poam.xlsx --as-of 2026-11-30 -o vulnerabilities.html",
  );
  const action = does(async (session: Session, files: string[], flags: ReportFlags) =>
    (await import("./report.js")).reportCommand(session, files, flags),
  );
  command.action((files, flags) => action(files, flags));
}
