import { isPlaceholder } from "../codecs/placeholder.js";
import type { PoamItem } from "../model/item.js";
import { eachItem, rule } from "./rule.js";

export default rule({
  id: "closed-without-evidence",
  summary: "A closed item with nothing that shows its closure",
  why: "An item is closed when somebody can see that the weakness is gone: a scan without it, a screenshot, an approval. Assessors draw samples of closed items and ask for just that.",
  help: "Name the document that shows it among the supporting documents, or reopen the item.",
  severity: "error",
  examples: [
    { rows: [], closed: [{ id: "V-1", evidence: "Remediation Evidence : nessus-2026-01-05.pdf" }] },
    {
      title: "a note on what was verified",
      rows: [],
      closed: [{ id: "V-1", comments: "Absent from the scan of 2026-01-05" }],
    },
    {
      title: "an approved false positive has its rationale",
      rows: [],
      closed: [{ id: "V-1", falsePositive: "Yes", deviationRationale: "False Positive : backported" }],
    },
    { title: "an open item", rows: { id: "V-1" } },
    {
      rows: [],
      closed: [{ id: "V-1" }, { id: "V-2", evidence: "N/A", comments: "None" }],
      says: ["closed, but no evidence is named", "closed, but no evidence is named"],
    },
  ],
  check: eachItem(
    (item) => {
      if (item.state !== "closed" || showsClosure(item)) return undefined;
      return { at: item.evidence!, field: "evidence", message: "closed, but no evidence is named" };
    },
    ["evidence"],
  ),
});

/** Whether anything is named that shows the weakness to be gone. */
export function showsClosure({ evidence, comments, deviationRationale, falsePositive }: PoamItem): boolean {
  const shown = [evidence, comments, falsePositive?.value === "Yes" ? deviationRationale : undefined];
  return shown.some((cell) => cell?.value !== undefined && !isPlaceholder(cell.value));
}
