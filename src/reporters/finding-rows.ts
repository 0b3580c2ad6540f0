import type { Finding } from "../model/finding.js";

/** The findings that stand in one row of a sheet. */
export interface FindingRow {
  readonly sheet: string;
  readonly row: number;
  readonly findings: Finding[];
}

/** Findings by row, in their order, which is that of the sheets. */
export function rowsOf(findings: readonly Finding[]): readonly FindingRow[] {
  const rows = new Map<string, FindingRow>();
  for (const finding of findings) {
    const { sheet, row } = finding.at;
    const key = `${row} ${sheet}`;
    const known = rows.get(key);
    if (known) known.findings.push(finding);
    else rows.set(key, { sheet, row, findings: [finding] });
  }
  return [...rows.values()];
}

/**
 * The rows that a page has room for: all of them, or those in which each rule is found first, `ofRule` of each; none where
 * that is still too much. A row that is chosen has all its findings.
 */
export function chosenRows(
  rows: readonly FindingRow[],
  { all, ofRule, room }: { readonly all: number; readonly ofRule: number; readonly room: number },
): readonly FindingRow[] {
  if (countOf(rows) <= Math.min(all, room)) return rows;
  const seen = new Map<string, number>();
  const chosen = rows.filter(({ findings }) => {
    const rules = new Set(findings.map(({ rule }) => rule));
    const isFirst = [...rules].some((rule) => (seen.get(rule) ?? 0) < ofRule);
    for (const rule of rules) seen.set(rule, (seen.get(rule) ?? 0) + 1);
    return isFirst;
  });
  return countOf(chosen) <= room ? chosen : [];
}

export function countOf(rows: readonly FindingRow[]): number {
  return rows.reduce((sum, { findings }) => sum + findings.length, 0);
}
