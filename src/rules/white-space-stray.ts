import type { Cell } from "../model/cell.js";
import type { FieldName } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import { cellFix } from "./cell-fix.js";
import { eachItemOf, rule } from "./rule.js";

export default rule({
  id: "white-space-stray",
  summary: "A blank or a line break before or behind a text that is matched to the letter",
  why: "It is not seen, and makes another text: Excel's filters, look-ups and the form's own formulas do not find High where a cell holds High and a blank.",
  help: "Delete the blank. An id that was submitted with one is for its owner to settle: whoever matched it so far has matched the blank too.",
  severity: "info",
  fixable: "safe",
  examples: [
    {
      rows: {
        id: "V-1",
        originalRating: "High",
        comments: "Waiting for the vendor. ",
        description: "Port 23 answers.\n",
      },
    },
    {
      rows: { id: "V-1", originalRating: "High ", falsePositive: "No\n", sourceIdentifier: " 19506" },
      says: ["blank before the text", "blank behind the text", "line break behind the text"],
      fixed: { id: "V-1", originalRating: "High", falsePositive: "No", sourceIdentifier: "19506" },
    },
    { title: "ids are never changed", rows: { id: "V-1 " }, says: ["blank behind the text"] },
    { title: "no value of the list: that is another finding", rows: { id: "V-1", originalRating: " medium " } },
  ],
  check: eachItemOf(({ poam }) => {
    const matched = new Map(
      poam.registers.map(({ sheet, columns }) => [
        sheet,
        columns.filter(({ field, list }) => list || MATCHED.has(field)).map(({ field, list }) => ({ field, list })),
      ]),
    );
    return (item) => {
      let issues: Issue[] | undefined;
      for (const { field, list } of matched.get(item.sheet)!) {
        if (item.kindOf(field) !== "text") continue;
        const cell = item[field] as Cell<unknown>;
        const { text } = cell;
        const trimmed = text.trim();
        if (trimmed.length === text.length || (list && !list.includes(trimmed))) continue;
        const fix = field === "id" ? {} : cellFix(cell, trimmed, "trim it");
        (issues ??= []).push({ at: cell, field, message: strayIn(text), ...fix });
      }
      return issues;
    };
  }),
});

/** Besides the columns that have a list: what is looked up in scans, inventories and last month's POA&M. */
const MATCHED: ReadonlySet<FieldName> = new Set(["id", "sourceIdentifier", "vendorProduct"]);

function strayIn(text: string): string {
  const [before, behind] = [/^\s+/.exec(text)?.[0], /\s+$/.exec(text)?.[0]];
  const what = /[\r\n]/.test(`${before ?? ""}${behind ?? ""}`) ? "line break" : "blank";
  return `${what} ${before ? (behind ? "before and behind" : "before") : "behind"} the text`;
}
