import type { Finding } from "../model/finding.js";

/** Findings that say the same of one column, in the order of their first. */
export interface FindingGroup {
  readonly first: Finding;
  readonly more: Finding[];
}

/** Up to this many alike are shown one by one. */
const SHOWN_SINGLY = 3;
/** So many different messages of one rule are shown for a column; further ones count as more of the last. */
const SHAPES = 3;

/** Puts findings together that repeat, so that twenty thousand stay readable; groups of up to three are taken apart. */
export function grouped(findings: readonly Finding[]): FindingGroup[] {
  const groups: FindingGroup[] = [];
  const byColumn = new Map<string, Map<string, FindingGroup>>();
  for (const finding of findings) {
    const { sheet, column } = finding.at;
    const why = JSON.stringify(finding.suppressed ?? null);
    const key = `${finding.severity}\n${finding.rule}\n${why}\n${column}\n${sheet}`;
    let shapes = byColumn.get(key);
    if (!shapes) byColumn.set(key, (shapes = new Map()));
    const shape = shapeOf(finding.message);
    const group = shapes.get(shape) ?? (shapes.size < SHAPES ? undefined : [...shapes.values()].at(-1));
    if (group) {
      group.more.push(finding);
    } else {
      const made = { first: finding, more: [] };
      shapes.set(shape, made);
      groups.push(made);
    }
  }
  return groups.flatMap(apart);
}

function apart(group: FindingGroup): FindingGroup[] {
  if (group.more.length >= SHOWN_SINGLY) return [group];
  return [group.first, ...group.more].map((first) => ({ first, more: [] }));
}

/** The message without what comes from cells: quoted texts, and words with a digit (dates, ids, numbers). */
function shapeOf(message: string): string {
  return message.replace(/"[^"]*"|“[^”]*”|'[^']*'/g, "…").replace(/\S*\d\S*/g, "#");
}
