import { type Filters, filterBar, filterStyle, filtersOf } from "./html-filters.js";
import { fileSection } from "./html-findings.js";
import { FINDINGS_STYLE } from "./html-findings-style.js";
import { htmlPage } from "./html-page.js";
import { escaped } from "./html-text.js";
import { count, lastLine } from "./last-line.js";
import type { LintRun, Reporter, Summary } from "./report.js";
import { STYLE } from "./report-style.js";
import { type Total, totalTile } from "./total-tile.js";

/**
 * For people without a terminal: one page, each finding beside its row of the sheet, to be narrowed by severity, rule and owner
 * without a script. Made anew for each run, as what can be chosen is known after the last file.
 */
export function html(): Reporter {
  const sections: string[] = [];
  const filters = filtersOf();
  return {
    begin: () => "",
    file(result, run, index) {
      sections.push(fileSection(result, run, index, filters));
      return [];
    },
    end: (summary, run) => page(summary, run, sections, filters),
  };
}

function page(summary: Summary, run: LintRun, sections: readonly string[], filters: Filters): string {
  const { path, files, unreadable } = summary;
  const tool = `poam ${run.version}`;
  const closing = lastLine(summary, run) ?? `${count(unreadable, "file")} could not be read · as of ${run.asOf}`;
  const title = `POA&M check – ${path ?? count(files, "file")}`;
  const body = `<header>
<div>
<h1>POA&amp;M check</h1>
<p class="subtitle">${escaped(path ?? count(files, "file"))}</p>
</div>
</header>
<main>
<dl class="totals">
${totals(summary).map(totalTile).join("\n")}
</dl>
${filterBar(filters)}
${sections.join("\n")}
</main>
<footer>${escaped(closing)} · ${escaped(tool)}</footer>`;
  return htmlPage({ title, tool, style: `${STYLE}${FINDINGS_STYLE}${filterStyle(filters)}`, wide: true, body });
}

function totals({ errors, warnings, infos, items, unreadable, suppressed }: Summary): readonly Total[] {
  return [
    { label: plural(errors, "error"), value: errors, alarm: errors > 0 },
    { label: plural(warnings, "warning"), value: warnings },
    { label: plural(infos, "info"), value: infos },
    { label: plural(items.total, "item"), value: items.total },
    { label: "of them open", value: items.open },
    ...(suppressed > 0 ? [{ label: "suppressed", value: suppressed }] : []),
    ...(unreadable > 0 ? [{ label: `${plural(unreadable, "file")} not read`, value: unreadable, alarm: true }] : []),
  ];
}

function plural(number: number, noun: string): string {
  return number === 1 ? noun : `${noun}s`;
}
