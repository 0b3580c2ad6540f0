import type { FieldName } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import type { PoamItem } from "../model/item.js";
import { quoted } from "./quoted.js";
import { eachItemOf, hasField, rule } from "./rule.js";

const OPTIONS = { limits: { resources: 20, pointOfContact: 15, milestoneDescription: 20 }, parted: ["pointOfContact"] };

export default rule({
  id: "text-too-long",
  summary: "A text is longer than the system takes",
  why: "The import refuses the item, or cuts the text where nobody sees it.",
  help: "Shorten the text; what is cut out may go into a document that the item names.",
  severity: "error",
  options: {
    limits: { summary: "the most characters that each field takes", default: {} },
    parted: { summary: "fields whose limit holds for each part between commas", default: [] },
  },
  examples: [
    { title: "just as long", options: OPTIONS, rows: { id: "V-1", resources: "Two administrator days".slice(0, 20) } },
    {
      title: "blanks around the text do not count",
      options: OPTIONS,
      rows: { id: "V-1", pointOfContact: "Program Office , Dana Whitfield" },
    },
    {
      options: OPTIONS,
      template: "emass-navy-2026",
      rows: [{ id: "1", resources: "One administrator day" }, { milestoneDescription: "Patch all of the relays" }],
      says: ["21 characters, 1 more than the 20 that fit", "23 characters, 3 more than the 20 that fit"],
    },
    {
      options: OPTIONS,
      template: "emass-navy-2026",
      rows: { id: "1", pointOfContact: "Example Program Office, Dana Whitfield" },
      says: ['"Example Program Office" has 22 characters, 7 more than the 15 that fit between two commas'],
    },
  ],
  check: eachItemOf(({ poam, option }) => {
    const limits = Object.entries(option("limits") as Readonly<Record<string, number>>) as [FieldName, number][];
    const present = limits.filter(([field]) => hasField(poam, field));
    const parted = new Set(option("parted") as readonly string[]);
    return (item) => {
      let issues: Issue[] | undefined;
      const visit = (row: PoamItem, field: FieldName, limit: number) => {
        if (row.kindOf(field) !== "text" || row[field]!.text.length <= limit) return;
        const message = tooLong(row, field, limit, parted.has(field));
        if (message) (issues ??= []).push({ at: row[field]!, field, message });
      };
      for (const [field, limit] of present) {
        visit(item, field, limit);
        if (field.startsWith("milestone")) for (const row of item.continuations) visit(row, field, limit);
      }
      return issues;
    };
  }),
});

function tooLong(row: PoamItem, field: FieldName, limit: number, isParted: boolean): string | undefined {
  // A milestone's date stands in its cell but is stored apart, and several of one cell are several texts.
  const milestones = field === "milestones" ? (row.milestones?.value ?? []).map(({ text }) => text) : undefined;
  const whole = row[field]!.text;
  const parts = (milestones ?? (isParted ? whole.split(",") : [whole])).map((part) => part.trim());
  const longest = parts.reduce((long, part) => (part.length > long.length ? part : long), "");
  if (longest.length <= limit) return undefined;
  const more = `${longest.length} characters, ${longest.length - limit} more than the ${limit} that fit`;
  return isParted ? `${quoted(longest)} has ${more} between two commas` : more;
}
