import type { Finding } from "../model/finding.js";
import type { Rule } from "../rules/rule.js";
import type { FileResult } from "./report.js";
import type { ShownPoam } from "./shown-poam.js";

/**
 * What may be shown where cell text may not: places, rules, severities, sources, counts and fingerprints. The message
 * becomes the rule's summary, the help the rule's own, labels of related places, the item's id, the fix (which quotes
 * cells) and the reason of a suppression are left out; no excerpt can be made, as the POA&M is left without its sheets. Done once, before any format, so
 * that no format can forget it. A fingerprint is a hash of rule, id and field: who can guess the id can confirm it.
 */
export function redacted(result: FileResult, rules: readonly RuleText[]): FileResult {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const findings = result.findings.map((finding) => withoutText(finding, known.get(finding.rule)));
  return { ...result, poam: result.poam && withoutCells(result.poam), findings };
}

/**
 * The same for a result that is kept, and redacted once more when it is shown: whether a fix is safe is still known, as it is
 * counted before.
 */
export function redactedToKeep(result: FileResult, rules: readonly RuleText[]): FileResult {
  const { findings, ...others } = redacted(result, rules);
  const fixes = result.findings.map(({ fix }) => fix && { title: "", safety: fix.safety, patches: [] });
  return { ...others, findings: findings.map((finding, index) => ({ ...finding, fix: fixes[index] })) };
}

/** What may be told of a rule in place of what it said. */
type RuleText = Pick<Rule, "id" | "summary" | "help">;

function withoutText(finding: Finding, rule: RuleText | undefined): Finding {
  return {
    ...finding,
    message: rule?.summary ?? finding.rule,
    help: rule?.help,
    item: null,
    related: finding.related.map(({ at }) => ({ at, label: "" })),
    fix: undefined,
    ...(finding.suppressed && { suppressed: { ...finding.suppressed, reason: "" } }),
  };
}

function withoutCells(poam: ShownPoam): ShownPoam {
  return { ...poam, sheets: [], registers: [], textAt: () => "" };
}
