import type { Finding } from "../model/finding.js";
import { printable } from "./printable.js";
import type { ShownPoam } from "./shown-poam.js";

/**
 * Who answers for the item that a finding is about, on one line: as its row says, or the row of another finding of the item.
 * "" where neither does, and for findings about no item.
 */
export function ownersOf(findings: readonly Finding[], { registers, textAt }: ShownPoam): (finding: Finding) => string {
  const columns = new Map(
    registers.map(({ sheet, columns }) => [sheet, columns.find(({ field }) => field === "pointOfContact")?.column]),
  );
  const inRow = ({ at: { sheet, row } }: Finding) => {
    const column = columns.get(sheet);
    return column === undefined ? "" : printable(textAt({ sheet, row, column })).trim();
  };
  const known = new Map<string, string>();
  for (const finding of findings) {
    const key = itemKey(finding);
    if (key === undefined || known.get(key)) continue;
    known.set(key, inRow(finding));
  }
  return (finding) => (finding.item === null ? "" : inRow(finding) || (known.get(itemKey(finding) ?? "") ?? ""));
}

/** What rows of one item share; undefined where the id does not tell it from others. */
function itemKey({ item, sharedId, at }: Finding): string | undefined {
  return item && !sharedId ? JSON.stringify([at.sheet, item]) : undefined;
}
