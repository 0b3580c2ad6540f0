import type { ItemMention, Report } from "../model/report.js";
import type { ReportCell, ReportSection } from "../model/report-section.js";
import { columns, day, figure, words } from "./report-cells.js";
import { capital } from "./report-grid-sections.js";

/** Late POA&M Item Details. */
export function lateSection({ lateItems, terms }: Report): ReportSection {
  const dated = terms.ageFrom === "detection";
  return {
    id: "late-items",
    title: terms.framework === "FedRAMP" ? "Late POA&M Item Details" : `${capital(terms.items)} ${terms.late}`,
    paragraphs: [],
    tables: [
      {
        caption: `${capital(terms.items)} ${terms.late}, most days late first`,
        columns: [
          ...columns("text", "POA&M ID", "Weakness", "Risk level"),
          ...(dated ? [...columns("date", "Detected"), ...columns("number", "POA&M age")] : []),
          ...columns("date", "Due"),
          ...columns("number", "Days late"),
          ...columns("text", "Owner", "Status"),
        ],
        rows: lateItems.map((item) => ({
          cells: [
            ...mention(item),
            ...(dated ? [day(item.detectedOn), age(item.age)] : []),
            day(item.due),
            figure(item.daysLate),
            words(item.owner),
            words(item.status),
          ],
        })),
      },
    ],
    empty: "None.",
  };
}

export function vendorSection({ vendorDependencies }: Report): readonly ReportSection[] {
  if (vendorDependencies === undefined) return [];
  return [
    {
      id: "vendor-dependencies",
      title: "Vendor Dependencies",
      paragraphs: [],
      tables: [
        {
          caption: "Open items that wait for a vendor, the check-in longest ago first",
          columns: [
            ...columns("text", "POA&M ID", "Weakness", "Risk level", "Product"),
            ...columns("date", "Last check-in"),
            ...columns("number", "Days since, at the POA&M date"),
            ...columns("text", "Holds"),
            ...columns("date", "Due"),
            ...columns("number", "Days late"),
          ],
          rows: vendorDependencies.map((item) => ({
            cells: [
              ...mention(item),
              words(item.product),
              day(item.lastCheckIn),
              age(item.daysSince),
              words(item.holds ? "yes" : "no"),
              day(item.due),
              figure(item.daysLate),
            ],
          })),
        },
      ],
      note: "A dependency holds while its last check-in is recent enough at the POA&M's date; where it does not, the item is late from its due date on.",
      empty: "None.",
    },
  ];
}

export function deviationSection({ deviations }: Report): readonly ReportSection[] {
  if (deviations === undefined) return [];
  return [
    {
      id: "deviations",
      title: "Deviations",
      paragraphs: [],
      tables: [
        {
          caption: "Deviations of open items, those to be decided first",
          columns: columns("text", "POA&M ID", "Weakness", "Risk level", "Deviation", "State", "Late", "Rationale"),
          rows: deviations.map((item) => ({
            cells: [
              ...mention(item),
              words(item.type),
              words(item.state),
              words(item.late ? "yes" : "no"),
              words(item.rationale),
            ],
          })),
        },
      ],
      empty: "None.",
    },
  ];
}

export function kevSection({ kev }: Report): readonly ReportSection[] {
  if (kev === undefined) return [];
  return [
    {
      id: "kev",
      title: "Known Exploited Vulnerabilities",
      paragraphs: [],
      tables: [
        {
          caption: "Open items tracked for CISA's directive, the earliest due date first",
          columns: [
            ...columns("text", "POA&M ID", "Weakness", "Risk level", "CVE"),
            ...columns("date", "Directive's due date"),
            ...columns("number", "Days late"),
          ],
          rows: kev.map((item) => ({
            cells: [...mention(item), words(item.cves.join(", ") || undefined), day(item.due), figure(item.daysLate)],
          })),
        },
      ],
      empty: "None.",
    },
  ];
}

/** Id, weakness and rating: the first columns of every table of items. */
export function mention({ id, weakness, rating }: ItemMention): readonly ReportCell[] {
  return [words(id), words(weakness), words(rating || undefined)];
}

/** Days, blank where the day that they count from is not known. */
function age(days: number | undefined): ReportCell {
  return { value: days ?? null };
}
