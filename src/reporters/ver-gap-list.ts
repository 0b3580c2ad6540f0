import { reference } from "../model/cell.js";
import type { GapFact, VerGap } from "../model/ver-report.js";
import { count } from "./last-line.js";
import { printable } from "./printable.js";
import { GAP_NAMES } from "./ver-gap-words.js";

/** So many items are named of each fact. */
const NAMED = 10;

/** What a person must supply, a fact a line with its items: `evaluation date: 12 items (V-101, V-102, …)`; "" where nothing is missing. */
export function gapList(gaps: readonly VerGap[], { redact }: { readonly redact: boolean }): string {
  const byFact = new Map<GapFact, VerGap[]>();
  for (const gap of gaps) {
    const of = byFact.get(gap.fact);
    if (of) of.push(gap);
    else byFact.set(gap.fact, [gap]);
  }
  const lines = [...byFact].map(([fact, all]) => {
    const items = all.flatMap(({ item }) => item ?? []);
    if (items.length === 0) return `  missing  ${GAP_NAMES[fact]}\n`;
    const names = items.slice(0, NAMED).map(({ id, at }) => (redact || !id ? reference(at) : printable(id)));
    const more = items.length > NAMED ? ` and ${(items.length - NAMED).toLocaleString("en")} more` : "";
    return `  missing  ${GAP_NAMES[fact]}: ${count(items.length, "item")} (${names.join(", ")}${more})\n`;
  });
  return lines.join("");
}
