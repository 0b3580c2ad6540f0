import { type IsoDate, isIsoDate } from "../model/date.js";
import { didYouMean } from "../model/nearest.js";

/** What a line of a note suppresses, and why; or the fault for which it cannot be read. */
export type SuppressionLine =
  | { readonly rules: readonly string[]; readonly reason: string; readonly until?: IsoDate }
  | { readonly fault: string };

/**
 * Reads the lines of a note that suppress findings: `poam: ignore overdue until 2026-06-30 -- the AO accepted the delay`.
 * Several rules are parted by commas, the reason may stand behind a long dash, too; other lines are passed over. `known` are
 * the ids of all rules.
 */
export function suppressionLines(note: string, known: readonly string[]): SuppressionLine[] {
  return note.split(/\r\n?|\n|\u2028/).flatMap((line) => {
    const said = /^\s*poam:\s*ignore\b(.*)$/i.exec(line)?.[1];
    return said === undefined ? [] : lineOf(said, known);
  });
}

function lineOf(said: string, known: readonly string[]): SuppressionLine {
  const dash = /\s(?:--|[–—])(?=\s|$)/.exec(said);
  const reason = dash ? said.slice(dash.index + dash[0].length).trim() : "";
  const [names = "", until] = said
    .slice(0, dash?.index)
    .trim()
    .split(/(?:^|\s+)until\s+/i);
  const byName = new Map(known.map((id) => [id.toLowerCase(), id]));
  const rules = names.split(/[\s,]+/).flatMap((name) => (name === "" ? [] : (byName.get(name.toLowerCase()) ?? name)));
  if (rules.length === 0) return { fault: "it names no rule" };
  const unknown = rules.find((rule) => !known.includes(rule));
  if (unknown !== undefined) {
    return { fault: `there is no rule ${unknown}.${didYouMean(unknown, known)}`.replace(/\.$/, "") };
  }
  if (until !== undefined && !isIsoDate(until.trim())) {
    return { fault: `${until.trim() || "nothing"} is no day of the form 2026-03-31` };
  }
  if (reason === "") return { fault: "it gives no reason behind --" };
  return { rules, reason, ...(until !== undefined && { until: until.trim() }) };
}
