import type { Finding } from "../model/finding.js";
import { oneLine } from "./html-finding.js";
import { escaped } from "./html-text.js";
import { amount } from "./last-line.js";

/** What a workbook's findings have in common by rule, in the order in which the rules are found first. */
export interface FoundRule {
  readonly first: Finding;
  readonly count: number;
}

export function foundRules(findings: readonly Finding[]): ReadonlyMap<string, FoundRule> {
  const rules = new Map<string, FoundRule>();
  for (const finding of findings) {
    const { first = finding, count = 0 } = rules.get(finding.rule) ?? {};
    rules.set(finding.rule, { first, count: count + 1 });
  }
  return rules;
}

/** Each rule once: how often it is found, and, where not all of it is, how often on the page; what to do; by whose word. */
export function htmlRules(
  rules: ReadonlyMap<string, FoundRule>,
  onPage: ReadonlyMap<string, FoundRule>,
  id: string,
): string {
  const rows = [...rules.values()].map(({ first: { rule, severity, help, cites }, count }) => {
    const here = onPage.get(rule)?.count ?? 0;
    const some = here === count ? "" : ` <span class="aside">${amount(here)} of them above</span>`;
    const sources = cites.map((source) => `<p class="aside">${oneLine(source)}</p>`).join("");
    return `<tr><th scope="row"><span class="kind ${severity}">${severity}</span> ${escaped(rule)}</th><td class="number">${amount(count)}${some}</td><td>${help === undefined ? "" : `<p>${oneLine(help)}</p>`}${sources}</td></tr>`;
  });
  return `<section class="rules" aria-labelledby="${id}">
<h3 id="${id}">What to do, rule by rule</h3>
<table>
<thead><tr><th scope="col">Rule</th><th scope="col" class="number">Findings</th><th scope="col">What to do</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
</section>
`;
}
