import { type CellRef, columnLetters, reference } from "../model/cell.js";
import type { FieldName } from "../model/field.js";
import type { Finding } from "../model/finding.js";
import { grouped } from "./groups.js";
import { classesFor, type Filters } from "./html-filters.js";
import { escaped, lines } from "./html-text.js";
import { amount, count } from "./last-line.js";
import { ranges } from "./ranges.js";
import type { FileResult, LintRun } from "./report.js";
import type { ShownPoam, ShownRegister } from "./shown-poam.js";
import { suppressionText } from "./suppressed.js";

/** One workbook: what it is, and a table for each of its sheets with findings. `index` counts the files from 0. */
export function fileSection(result: FileResult, { asOf }: LintRun, index: number, filters: Filters): string {
  const { path, poam, packs, error, findings } = result;
  const id = `file-${index + 1}`;
  const facts = poam
    ? [
        poam.template,
        packs.join(", "),
        `${count(poam.counts.total, "item")}, ${amount(poam.counts.open)} open`,
        `as of ${asOf}`,
      ]
    : [];
  return `<section class="file" aria-labelledby="${id}">
<h2 id="${id}">${escaped(path)}</h2>
${error === null ? `<p class="note">${facts.filter(Boolean).map(escaped).join(" · ")}</p>` : `<p class="unreadable">${escaped(error)}</p>`}
${error === null && findings.length === 0 ? "<p>No problems.</p>" : ""}
${tables(result, filters).join("\n")}
</section>`;
}

/** A sheet's findings, those about no item first, then by row; of many alike the first are shown. */
function tables({ path, findings, poam }: FileResult, filters: Filters): string[] {
  const shown = new Set<Finding>();
  const left: { first: Finding; rest: readonly Finding[] }[] = [];
  for (const { first, more } of grouped(findings)) {
    const all = [first, ...more];
    for (const finding of all.slice(0, ALIKE)) shown.add(finding);
    if (all.length > ALIKE) left.push({ first, rest: all.slice(ALIKE) });
  }
  const sheets = [...new Set(findings.map(({ at }) => at.sheet))];
  return sheets.map((sheet) => {
    const own = findings.filter((finding) => finding.at.sheet === sheet && shown.has(finding)).sort(byRow);
    const rows = own.map((finding) => findingRow(finding, sheetOf(poam, sheet), filters));
    const rest = left
      .filter(({ first }) => first.at.sheet === sheet)
      .map(({ first, rest }) => restRow(first, rest, filters));
    return `<div class="sheet table" role="region" aria-label="${escaped(`${sheet} of ${path}`)}" tabindex="0">
<table>
<caption>${escaped(sheet)}</caption>
<thead><tr><th scope="col">Row</th><th scope="col">Item</th><th scope="col">Owner</th><th scope="col">Cells</th><th scope="col">Finding</th></tr></thead>
<tbody>
${[...rows, ...rest].join("\n")}
</tbody>
</table>
</div>`;
  });
}

/** So many findings that say the same of one column are shown row by row. */
const ALIKE = 200;

function byRow(a: Finding, b: Finding): number {
  return Number(a.item !== null) - Number(b.item !== null) || a.at.row - b.at.row || a.at.column - b.at.column;
}

/** What is known of a sheet's cells. */
interface KnownSheet {
  readonly register: ShownRegister | undefined;
  readonly text: (at: CellRef) => string;
  readonly heading: (at: CellRef) => string;
  readonly field: (row: number, field: FieldName) => string;
}

function sheetOf(poam: ShownPoam | undefined, name: string): KnownSheet {
  const register = poam?.registers.find(({ sheet }) => sheet === name);
  const text = (at: CellRef) => (poam?.sheets.includes(at.sheet) ? poam.textAt(at) : "");
  const registerAt = ({ sheet, row }: CellRef) => {
    const one = poam?.registers.find((register) => register.sheet === sheet);
    return one && row > one.headingRow ? one : undefined;
  };
  return {
    register,
    text,
    heading(at) {
      const one = registerAt(at);
      return one ? text({ ...at, row: one.headingRow }) : "";
    },
    field(row, field) {
      const column = register?.columns.find((one) => one.field === field)?.column;
      return column === undefined ? "" : text({ sheet: name, row, column });
    },
  };
}

function findingRow(finding: Finding, sheet: KnownSheet, filters: Filters): string {
  const { at, item, rule, severity, related, suppressed } = finding;
  const isOfItem = item !== null;
  const owner = isOfItem ? sheet.field(at.row, "pointOfContact") : "";
  const classes = classesFor(filters, { severity, rule, owner, findings: 1 });
  const weakness = isOfItem ? sheet.field(at.row, "weakness") : "";
  const others = related.slice(0, RELATED);
  const more = related.length - others.length;
  return `<tr class="${classes}${suppressed ? " suppressed" : ""}">
<th scope="row">${at.row}</th>
<td class="item">${isOfItem ? `<b>${escaped(item)}</b>` : ""}${weakness === "" ? "" : `<br>${escaped(cut(weakness))}`}</td>
<td>${escaped(cut(owner))}</td>
<td><ul class="cells">${cellEntry(at, "", sheet, at.sheet)}${others.map((one) => cellEntry(one.at, one.label, sheet, at.sheet)).join("")}${more > 0 ? `<li>and ${amount(more)} more</li>` : ""}</ul></td>
<td>${told(finding)}</td>
</tr>`;
}

const RELATED = 5;

/** A cell as `M12 Scheduled Completion Date`, what stands in it, and what it is to the finding. */
function cellEntry(at: CellRef, label: string, sheet: KnownSheet, own: string): string {
  const place = at.sheet === own ? `${columnLetters(at.column)}${at.row}` : reference(at);
  const heading = sheet.heading(at);
  const text = sheet.text(at);
  const about = label === "" ? "" : ` <i>${escaped(label)}</i>`;
  const shown = text.trim() === "" ? "" : `<b>${lines(cut(text))}</b>`;
  return `<li><code>${escaped(place)}</code> ${escaped(cut(heading))}${about}${shown}</li>`;
}

/** The finding itself; what to do, and by which source, opens without a script. */
function told({ rule, severity, message, help, cites, suppressed }: Finding): string {
  const advice = [
    ...(help === undefined ? [] : [`<p>${escaped(help)}</p>`]),
    ...cites.map((source) => `<p class="note">${escaped(source)}</p>`),
  ];
  const why = suppressed ? `<p class="note">suppressed: ${escaped(suppressionText(suppressed))}</p>` : "";
  const details = advice.length === 0 ? "" : `<details><summary>What to do</summary>${advice.join("")}</details>`;
  return `<p><span class="severity">${severity}</span> ${lines(message)} <code class="rule">${escaped(rule)}</code></p>${why}${details}`;
}

/** The rest of many findings that say the same, of whatever owner, as ranges of rows. */
function restRow(first: Finding, rest: readonly Finding[], filters: Filters): string {
  const { severity, rule, at } = first;
  const classes = classesFor(filters, { severity, rule, owner: undefined, findings: rest.length });
  const rows = [...new Set(rest.map((one) => one.at.row))].sort((a, b) => a - b);
  const where = ranges(at.column, rows, WHERE);
  return `<tr class="${classes}"><td colspan="5"><span class="severity">${severity}</span> ${amount(rest.length)} more like it, of any owner: <code>${escaped(where)}</code> <code class="rule">${escaped(rule)}</code></td></tr>`;
}

const WHERE = 200;

/** A row is to be recognised, not read: the workbook has the whole text. */
function cut(text: string): string {
  const plain = text.trim();
  return plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, "")}…`;
}

const LONGEST = 200;
