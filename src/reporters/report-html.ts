import type { Portfolio, Report } from "../model/report.js";
import type { ReportCell, ReportPage, ReportSection } from "../model/report-section.js";
import { chartFigure } from "./chart.js";
import { factList, pageHead, type Total, totalTiles } from "./html-page.js";
import { htmlTable } from "./html-table.js";
import { escaped, lines } from "./html-text.js";
import { count } from "./last-line.js";
import { chartOf } from "./report-charts.js";

/** An image of the organisation's, to be embedded. */
export interface Logo {
  readonly bytes: Buffer;
  readonly type: "image/png" | "image/jpeg" | "image/svg+xml";
}

/** One system's report as a page that needs nothing else: no script, no font, no picture from elsewhere. */
export function reportHtml(report: Report, sections: readonly ReportSection[], logo?: Logo): string {
  const { terms, header } = report;
  return page({
    title: `${terms.title} – ${header.month}`,
    subtitle: [header.system, header.organisation].filter(Boolean).join(", "),
    asOf: header.asOf,
    tool: header.tool,
    logo,
    logoName: header.organisation,
    totals: totalsOf(report),
    sections,
    figure: ({ chart }) => {
      const drawn = chartOf(report, chart);
      return drawn ? [chartFigure(drawn)] : [];
    },
  });
}

/** Several systems on one page. */
export function portfolioHtml(portfolio: Portfolio, sections: readonly ReportSection[], logo?: Logo): string {
  const { asOf, organisation, tool, systems, totals } = portfolio;
  return page({
    title: `POA&M portfolio report – ${asOf}`,
    subtitle: organisation ?? "",
    asOf,
    tool,
    logo,
    logoName: organisation,
    totals: [
      { label: "systems", value: systems.length },
      { label: "open", value: totals.open },
      { label: "late", value: totals.late, alarm: totals.late > 0 },
      { label: "stale", value: totals.stale },
    ],
    sections,
    figure: () => [],
  });
}

/** A report that is nothing but its sections. */
export function pageHtml(report: ReportPage): string {
  return page({ ...report, logo: undefined, logoName: undefined, figure: () => [] });
}

interface Page {
  readonly title: string;
  readonly subtitle: string;
  readonly asOf: string;
  readonly tool: string;
  readonly logo: Logo | undefined;
  readonly logoName: string | undefined;
  readonly totals: readonly Total[];
  readonly sections: readonly ReportSection[];
  readonly figure: (section: ReportSection) => readonly string[];
}

function totalsOf({ totals, terms }: Report): readonly Total[] {
  return [
    { label: `open ${terms.items}`, value: totals.open },
    { label: terms.late, value: totals.late, alarm: totals.late > 0 },
    { label: `due within ${count(totals.soonDays, "day")}`, value: totals.dueSoon },
    { label: "stale", value: totals.stale },
    { label: "held by a vendor, deviation or accepted risk", value: totals.excused },
    { label: `closed ${terms.items}`, value: totals.closed },
  ];
}

/** The section of the header's facts stands in the header; the others follow. */
function page({ title, subtitle, asOf, tool, logo, logoName, totals, sections, figure }: Page): string {
  const facts = sections.find(({ id }) => id === "header");
  const others = sections.filter((section) => section !== facts);
  return `${pageHead({ title: subtitle === "" ? title : `${title}: ${subtitle}`, tool })}<body${isWide(sections) ? ' class="wide"' : ""}>
<header>
<div>
<h1>${escaped(title)}</h1>
${subtitle === "" ? "" : `<p class="subtitle">${escaped(subtitle)}</p>`}
</div>
${logo ? `<img src="data:${logo.type};base64,${logo.bytes.toString("base64")}" alt="${escaped(logoName ?? "logo")}">` : ""}
</header>
<main>
${facts ? factList(factsOf(facts)) : ""}
${totalTiles(totals)}
${others.length < 3 ? "" : contents(others)}
${others.map((section) => sectionOf(section, figure(section))).join("\n")}
</main>
<footer>As of <time datetime="${asOf}">${asOf}</time> · ${escaped(tool)}</footer>
</body>
</html>
`;
}

/** Whether a table needs landscape on paper. */
function isWide(sections: readonly ReportSection[]): boolean {
  return sections.some(({ tables }) => tables.some(({ columns }) => columns.length > 12));
}

function contents(sections: readonly ReportSection[]): string {
  return `<nav aria-label="Contents">
<ul>
${sections.map(({ id, title }) => `<li><a href="#${escaped(id)}">${escaped(title)}</a></li>`).join("\n")}
</ul>
</nav>`;
}

function factsOf({ tables }: ReportSection): (readonly [string, string])[] {
  return tables.flatMap(({ rows }) => rows.map(({ cells }) => [plain(cells[0]!), plain(cells[1]!)] as const));
}

function plain(cell: ReportCell): string {
  if ("is" in cell) return "not supplied";
  const { value } = cell;
  if (value === null) return "–";
  return typeof value === "object" ? value.date : lines(String(value));
}

function sectionOf({ id, title, paragraphs, tables, note, empty }: ReportSection, figures: readonly string[]): string {
  const filled = tables.filter(({ rows }) => rows.length > 0);
  const [figure, ...more] = figures;
  const head = [
    `<h2 id="${escaped(id)}">${escaped(title)}</h2>`,
    ...paragraphs.map((text) => `<p>${lines(text)}</p>`),
  ].join("\n");
  const body = [
    // On paper the heading stays with its chart.
    figure === undefined ? head : `<div class="together">\n${head}\n${figure}\n</div>`,
    ...more,
    ...filled.map((table, index) => htmlTable(table, `${id}-table-${index + 1}`)),
    ...(filled.length === 0 && figures.length === 0 && empty !== undefined ? [`<p>${escaped(empty)}</p>`] : []),
    ...(note === undefined ? [] : [`<p class="note">${lines(note)}</p>`]),
  ];
  return `<section aria-labelledby="${escaped(id)}">
${body.join("\n")}
</section>`;
}
