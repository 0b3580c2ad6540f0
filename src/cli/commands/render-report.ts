import { extname } from "node:path";
import type { IsoDate } from "../../model/date.js";
import type { Portfolio, Report } from "../../model/report.js";
import { UserError } from "../../model/user-error.js";
import type { Logo } from "../../reporters/report-html.js";
import { named } from "../errors.js";
import { shownFrom } from "../inputs.js";
import type { Session } from "../program.js";
import { packageFacts } from "../version.js";
import type { ReportFlags, ReportFormat } from "./report-flags.js";

export interface Rendering {
  /** A portfolio report, even where only one of its workbooks could be read. */
  readonly several: boolean;
  readonly format: ReportFormat;
  readonly asOf: IsoDate;
  readonly flags: ReportFlags;
  readonly unreadable: Portfolio["unreadable"];
}

/** A report as it is written: whole, or in pieces where a hundred thousand items do not fit one string. */
export type Content = string | Buffer | Iterable<string>;

/** The reports in the form asked for; only that one is loaded. */
export async function rendered(
  reports: readonly Report[],
  { several, format, asOf, flags, unreadable }: Rendering,
  session: Session,
): Promise<Content> {
  const { version } = packageFacts();
  if (!several) return FORMS[format](reports[0]!, version, await logoOf(reports[0]!.header.logo, format, session));
  const { portfolioOf } = await import("../../portfolio.js");
  const organisation = flags.organisation ?? shared(reports, ({ header }) => header.organisation);
  const portfolio = portfolioOf(reports, { asOf, organisation, tool: `poam ${version}`, unreadable });
  const logo = await logoOf(
    shared(reports, ({ header }) => header.logo),
    format,
    session,
  );
  return PORTFOLIO_FORMS[format](portfolio, reports, version, logo);
}

type Form = (report: Report, version: string, logo: Logo | undefined) => Promise<Content>;

const FORMS: Readonly<Record<ReportFormat, Form>> = {
  json: async (report, version) => (await import("../../reporters/report-json.js")).reportJson(report, version),
  markdown: async (report) =>
    (await import("../../reporters/report-markdown.js")).reportMarkdown(report, await sectionsOf(report)),
  html: async (report, _, logo) =>
    (await import("../../reporters/report-html.js")).reportHtml(report, await sectionsOf(report), logo),
  xlsx: async (report, _, logo) => {
    const { withChartTables } = await import("../../reporters/chart-tables.js");
    const { reportXlsx } = await import("../../workbook/report-xlsx.js");
    return reportXlsx(report, withChartTables(report, await sectionsOf(report)), logo);
  },
};

type PortfolioForm = (
  portfolio: Portfolio,
  reports: readonly Report[],
  version: string,
  logo: Logo | undefined,
) => Promise<Content>;

const PORTFOLIO_FORMS: Readonly<Record<ReportFormat, PortfolioForm>> = {
  json: async (portfolio, reports, version) =>
    (await import("../../reporters/report-json.js")).portfolioJson(portfolio, reports, version),
  markdown: async (portfolio) =>
    (await import("../../reporters/report-markdown.js")).portfolioMarkdown(
      portfolio,
      await portfolioSections(portfolio),
    ),
  html: async (portfolio, _, __, logo) =>
    (await import("../../reporters/report-html.js")).portfolioHtml(portfolio, await portfolioSections(portfolio), logo),
  xlsx: async (portfolio, _, __, logo) =>
    (await import("../../workbook/report-xlsx.js")).portfolioXlsx(portfolio, await portfolioSections(portfolio), logo),
};

const sectionsOf = async (report: Report) => (await import("../../reporters/report-sections.js")).sectionsOf(report);
const portfolioSections = async (portfolio: Portfolio) =>
  (await import("../../reporters/portfolio-sections.js")).portfolioSections(portfolio);

/** What all reports have in common; undefined where they differ. */
function shared<T>(reports: readonly Report[], of: (report: Report) => T): T | undefined {
  const [first, ...others] = new Set(reports.map(of));
  return others.length === 0 ? first : undefined;
}

async function logoOf(path: string | undefined, format: ReportFormat, { host }: Session): Promise<Logo | undefined> {
  if (path === undefined || (format !== "html" && format !== "xlsx")) return undefined;
  const shown = shownFrom(host.cwd, path);
  const type = IMAGES[extname(path).toLowerCase()];
  if (type === undefined) throw new UserError("config", `report.logo: ${shown} is no PNG, JPEG or SVG file.`);
  return { type, bytes: await named(shown, "config", () => host.files.read(path)) };
}

const IMAGES: Readonly<Record<string, Logo["type"]>> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".svg": "image/svg+xml",
};
