import { readDate } from "../codecs/date.js";
import { isPlaceholder } from "../codecs/placeholder.js";
import type { Issue } from "../model/finding.js";
import { milestoneDays } from "./milestone-rows.js";
import { quoted } from "./quoted.js";
import { eachItem, rule } from "./rule.js";
import { takesMilestones } from "./status-in.js";

export default rule({
  id: "milestone-date-not-last",
  summary: "A milestone that does not end with its date",
  why: "Where text and date share a cell, the import takes the date from the end of the text: one in front of it, in the middle of it or missing is not found.",
  help: "Write the text and then the day: Implement procedure A 10/25/2026.",
  severity: "error",
  examples: [
    {
      template: "emass-2020",
      rows: [{ id: "1", milestones: "Implement procedure A 10/25/2026" }, { milestones: "Test by 2026-11-05." }],
    },
    { title: "nothing there", template: "emass-2020", rows: { id: "1", milestones: "N/A", milestoneChanges: "" } },
    {
      title: "of several in one cell, that is the fault",
      template: "emass-2020",
      rows: { id: "1", milestones: "05/01/2026 Test\n06/01/2026 Deploy" },
    },
    {
      template: "emass-2020",
      rows: { id: "1", milestones: "10/25/2026: implement procedure A", milestoneChanges: "Moved to 9 Nov 2026" },
      says: [
        'date before the end of the text: "10/25/2026: implement procedure A"',
        'date not in digits: "Moved to 9 Nov 2026"',
      ],
    },
    {
      title: "no date, no such day, or no text",
      template: "emass-2020",
      rows: [{ id: "1", milestones: "Test" }, { milestones: "Test 02/30/2026" }, { milestones: "05/01/2026" }],
      says: ['no date: "Test"', 'no such day: "Test 02/30/2026"', 'no text: "05/01/2026"'],
    },
  ],
  check: eachItem((item) => {
    if (!takesMilestones(item)) return undefined;
    let issues: Issue[] | undefined;
    for (const row of item.continuations.length > 0 ? [item, ...item.continuations] : [item]) {
      for (const field of ["milestones", "milestoneChanges"] as const) {
        const cell = row[field];
        if (cell?.kind !== "text" || isPlaceholder(cell.text)) continue;
        const fault = faultIn(cell.text, cell.value?.some(({ due }) => due) ?? false);
        if (!fault || milestoneDays(row, field).length > 1) continue;
        (issues ??= []).push({ at: cell, field, message: `${fault}: ${quoted(cell.text, 60)}` });
      }
    }
    return issues;
  }),
});

function faultIn(text: string, isDated: boolean): string | undefined {
  const last = LAST_WORD.exec(text);
  if (!last) return DATE.test(text) ? "date before the end of the text" : isDated ? "date not in digits" : "no date";
  if (readDate(last[1]!, "mdy").value === undefined) return "no such day";
  return /[\p{L}\p{N}]/u.test(text.slice(0, last.index)) ? undefined : "no text";
}

const DATE = /\b(?:\d{1,2}([-/])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2})\b/;
const LAST_WORD = /\b(\d{1,2}([-/])\d{1,2}\2(?:\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2})[).\s]{0,8}$/;
