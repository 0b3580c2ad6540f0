import type { Report } from "../model/report.js";
import { SCAN_TARGETS, type ScanTarget } from "../model/report-facts.js";
import type { ReportCell, ReportSection, ReportTable } from "../model/report-section.js";
import { columns, counted, day, figure, idList, listed, supplied, words } from "./report-cells.js";
import { capital } from "./report-grid-sections.js";
import { mention } from "./report-item-sections.js";
import { triggerNames } from "./trigger-words.js";

/** The facts of the report. */
export function headerSection({ header, terms }: Report): ReportSection {
  const fedramp = terms.framework === "FedRAMP";
  return factsSection("header", "About This Report", [
    ["System", supplied(header.system)],
    [fedramp ? "Cloud service provider" : "Organisation", supplied(header.organisation)],
    [fedramp ? "FedRAMP ID" : "System ID", supplied(header.systemId)],
    ["Impact level", supplied(header.impactLevel)],
    ["As of", day(header.asOf)],
    ["POA&M date", header.submittedOn ? day(header.submittedOn) : supplied(undefined)],
    ["Workbook", words(header.workbook)],
    ["Form", words(header.template.title)],
    ["Rules", words(header.packs.join(", "))],
    ["Earlier POA&Ms", words(header.previous.map(({ workbook, day }) => `${workbook} (${day})`).join(", ") || "none")],
    ["Layout and figures", words(terms.sources.join("; "))],
    ["Made by", words(header.tool)],
  ]);
}

/** System Status and Overview, and the report in one table. */
export function statusSummary({ facts, totals, terms, changes }: Report): ReportSection {
  return {
    ...factsSection("status", "System Status and Overview", [
      ["System status", supplied(facts.systemStatus)],
      [`Open ${terms.items}`, figure(totals.open)],
      [capital(terms.late), figure(totals.late)],
      ["Held by a vendor, a deviation or an accepted risk", figure(totals.excused)],
      [`Due within ${totals.soonDays} days`, figure(totals.dueSoon)],
      ["Stale", figure(totals.stale)],
      ["Added since the last POA&M", figure(changes?.added.length)],
      ["Closed since the last POA&M", figure(changes?.closed.length)],
    ]),
    paragraphs: facts.overview === undefined ? ["Overview: not supplied."] : paragraphsOf(facts.overview),
  };
}

function factsSection(id: string, title: string, facts: readonly (readonly [string, ReportCell])[]): ReportSection {
  const rows = facts.map(([name, cell]) => ({ cells: [words(name), cell] }));
  const table = { caption: "In short", columns: columns("text", "Fact", "Value"), rows };
  return { id, title, paragraphs: [], tables: [table] };
}

export function triggersSection({ triggers }: Report): readonly ReportSection[] {
  if (triggers.length === 0) return [];
  return [
    {
      id: "triggers",
      title: "Escalation Triggers",
      paragraphs: [],
      tables: [
        {
          caption: "What brings a detailed finding review (DFR) or a corrective action plan (CAP)",
          columns: [
            ...columns("text", "Trigger", "Level"),
            ...columns("number", "Count", "Threshold"),
            ...columns("text", "Unit", "State", "Items", "Detail"),
          ],
          rows: triggers.map(({ what, level, count, threshold, unit, state, items, detail }) => ({
            cells: [
              words(what),
              words(level),
              count === undefined && state === "not-supplied" ? supplied(undefined) : { value: count ?? null },
              { value: threshold ?? null },
              words(unit || undefined),
              words(state.replace("-", " ")),
              listed(items),
              words(triggerNames(detail)),
            ],
            as: state,
          })),
        },
      ],
      note: `Source: ${triggers[0]!.source}. Agencies may set triggers of their own.`,
    },
  ];
}

/** The raw and the unique scanning summaries by target, where they were supplied. */
export function scansSection({ scans, uniqueVulnerabilities, facts }: Report): readonly ReportSection[] {
  if (uniqueVulnerabilities === undefined && scans.length === 0) return [];
  const tables = (["unique", "raw"] as const).flatMap((kind): ReportTable | [] => {
    const given = scans.filter((scan) => scan[kind] !== undefined);
    if (given.length === 0) return [];
    return {
      caption: kind === "raw" ? "Raw scanning summary" : "Unique scanning summary by target",
      columns: [
        ...columns("text", "Month"),
        ...columns(
          "number",
          ...SCAN_TARGETS.flatMap((target) => RATINGS.map(([, short]) => `${NAMES[target]} ${short}`)),
        ),
      ],
      rows: given.map((scan) => ({
        cells: [
          words(monthLabel(scan.month)),
          ...SCAN_TARGETS.flatMap((target) => RATINGS.map(([rating]) => figure(scan[kind]?.[target]?.[rating]))),
        ],
      })),
    };
  });
  return [
    {
      id: "scans",
      title: "Raw Scanning Summary",
      paragraphs: facts.scans === undefined ? ["Scan summaries: not supplied."] : [],
      tables,
    },
  ];
}

/** `2026-05` as the other tables have it: `May 2026`. */
function monthLabel(month: string): string {
  const [year, number] = month.split("-");
  const name = MONTHS.slice(3 * Number(number) - 3, 3 * Number(number));
  return name === "" ? month : `${name} ${year}`;
}

const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

const NAMES: Readonly<Record<ScanTarget, string>> = { os: "OS", web: "Web", database: "DB" };
const RATINGS = [
  ["high", "High"],
  ["moderate", "Mod"],
  ["low", "Low"],
] as const;

/** Items of Note: ours, then those of the config. */
export function notesSection({ notes, facts }: Report): ReportSection {
  return {
    id: "notes",
    title: "Items of Note",
    paragraphs: [],
    tables: [
      {
        caption: "What a reviewer looks at first",
        columns: columns("text", "Note", "Items"),
        rows: [
          ...notes.map(({ id, text, items }) => ({
            cells: [words(id === "triggers" ? triggerNames(text) : text), listed(items)],
          })),
          ...(facts.itemsOfNote ?? []).map((text) => ({ cells: [words(text), words(undefined)] })),
        ],
      },
    ],
    empty: "None.",
  };
}

export function changesSection({ changes, terms }: Report): ReportSection {
  const title = "Changes Since the Last POA&M";
  if (changes === undefined) {
    const paragraphs = ["Not supplied: give the POA&Ms of earlier months with --previous."];
    return { id: "changes", title, paragraphs, tables: [] };
  }
  const { since, openBefore, openNow, regrouped } = changes;
  const kinds = ["added", "closed", "reopened", "vanished"] as const;
  const rowsOf = (kind: (typeof kinds)[number]) =>
    changes[kind].map((item) => ({ cells: [words(kind), ...mention(item), words(item.state)] }));
  return {
    id: "changes",
    title,
    paragraphs: [
      `Since ${since.workbook} of ${since.day}: ${openBefore} open then, ${openNow} open now.`,
      ...(regrouped.length > 0
        ? [
            `${regrouped.length} regrouped between open items and configuration findings: ${idList(regrouped.map(({ id }) => id))}.`,
          ]
        : []),
    ],
    tables: [
      {
        caption: `How many ${terms.items} were added, closed, reopened, or are in neither list any more`,
        columns: columns("number", ...kinds.map(capital)),
        rows: [
          {
            cells: kinds.map((kind) =>
              counted({ count: changes[kind].length, items: changes[kind].map(({ id }) => id) }),
            ),
          },
        ],
      },
      {
        caption: "Which they are",
        columns: columns("text", "Change", "POA&M ID", "Weakness", "Risk level", "State"),
        rows: kinds.flatMap(rowsOf),
      },
    ],
  };
}

/** The due dates ahead. */
export function outlookSection({ trends }: Report): ReportSection {
  const { open, pastDue, undated, months } = trends.burnDown;
  return {
    id: "outlook",
    title: "Due Dates Ahead",
    paragraphs: [`${open} open: ${pastDue} past their due date, ${undated} without one.`],
    tables: [
      {
        caption: "Items due in each month, and how many are left open if each is closed when it is due",
        columns: [...columns("text", "Month"), ...columns("number", "Due", "Left open")],
        rows: months.map(({ label, due, left }) => ({ cells: [words(label), figure(due), figure(left)] })),
      },
    ],
    chart: "burn-down",
  };
}

/** Considerations for Review, the agencies, and sections of the organisation's own. */
export function considerationsSections({ facts, terms }: Report): readonly ReportSection[] {
  const listed = (id: string, title: string, lines: readonly string[] | undefined): readonly ReportSection[] =>
    lines === undefined && terms.framework !== "FedRAMP"
      ? []
      : [{ id, title, paragraphs: lines ?? ["Not supplied."], tables: [] }];
  return [
    ...listed("considerations", "Considerations for Review", facts.considerations),
    ...listed("agencies", "Agencies", facts.agencies),
    ...(facts.sections ?? []).map(({ title, text }, index) => ({
      id: `own-${index + 1}`,
      title,
      paragraphs: paragraphsOf(text),
      tables: [],
    })),
  ];
}

/** Text with blank lines between its paragraphs. */
function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}
