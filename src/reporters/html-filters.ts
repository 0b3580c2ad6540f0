import { SEVERITIES, type Severity } from "../model/finding.js";
import { escaped } from "./html-text.js";
import { amount } from "./last-line.js";

/** What the findings of a page can be narrowed to; each choice counts its findings. */
export interface Filters {
  readonly severities: Map<Severity, number>;
  readonly rules: Map<string, number>;
  /** By the text without regard to case and blanks. */
  readonly owners: Map<string, Owner>;
}

interface Owner {
  readonly name: string;
  readonly index: number;
  findings: number;
}

export function filtersOf(): Filters {
  return { severities: new Map(), rules: new Map(), owners: new Map() };
}

/** Counts findings under what they can be narrowed to, and gives the classes of their row. */
export function classesFor(
  { severities, rules, owners }: Filters,
  {
    severity,
    rule,
    owner,
    findings,
  }: { severity: Severity; rule: string; owner: string | undefined; findings: number },
): string {
  severities.set(severity, (severities.get(severity) ?? 0) + findings);
  rules.set(rule, (rules.get(rule) ?? 0) + findings);
  const classes = ["finding", severity, `rule-${rule}`];
  const name = owner?.replace(/\s+/g, " ").trim();
  if (!name) return classes.join(" ");
  const key = name.toLowerCase();
  const known = owners.get(key) ?? { name, index: owners.size, findings: 0 };
  known.findings += findings;
  owners.set(key, known);
  return [...classes, `owner-${known.index}`].join(" ");
}

/** Three lists to choose from; a form, so that its button takes all choices back without a script. */
export function filterBar(filters: Filters): string {
  const { severities, rules, owners } = filters;
  if (severities.size === 0) return "";
  const found = SEVERITIES.filter((severity) => severities.has(severity));
  const byName = <T>(all: Iterable<[string, T]>) => [...all].sort(([a], [b]) => (a < b ? -1 : 1));
  return `<form class="filters" aria-label="Which findings are shown">
${choice(
  "severity",
  "Severity",
  found.map((one) => [`show-${one}`, one, severities.get(one)!] as const),
)}
${choice(
  "rule",
  "Rule",
  byName(rules).map(([rule, findings]) => [`show-rule-${rule}`, rule, findings] as const),
)}
${choice(
  "owner",
  "Owner",
  byName(owners).map(([, { name, index, findings }]) => [`show-owner-${index}`, name, findings] as const),
)}
<button type="reset">Show all</button>
</form>`;
}

function choice(id: string, label: string, options: readonly (readonly [string, string, number])[]): string {
  if (options.length < 2) return "";
  const entries = options.map(
    ([option, name, findings]) => `<option id="${option}">${escaped(name)} (${amount(findings)})</option>`,
  );
  return `<label for="by-${id}">${label}<select id="by-${id}" autocomplete="off"><option>all</option>${entries.join("")}</select></label>`;
}

/** A choice hides the rows of others, and the tables in which it has no row. */
export function filterStyle({ severities, rules, owners }: Filters): string {
  const chosen = [
    ...[...severities.keys()].map((one) => [`show-${one}`, one] as const),
    ...[...rules.keys()].map((one) => [`show-rule-${one}`, `rule-${one}`] as const),
    ...[...owners.values()].map(({ index }) => [`show-owner-${index}`, `owner-${index}`] as const),
  ];
  return chosen
    .map(
      ([option, shown]) =>
        `body:has(#${option}:checked) :is(tr.finding:not(.${shown}), .file:not(:has(.${shown})), .sheet:not(:has(.${shown}))) { display: none; }\n`,
    )
    .join("");
}
