import { type CellRef, columnLetters, reference } from "../model/cell.js";
import type { Finding, Severity } from "../model/finding.js";
import { SUPPRESSION_FAULTS } from "../model/suppression.js";
import type { Rule } from "../rules/rule.js";
import { fileRecord, text } from "./json.js";
import { printable } from "./printable.js";
import type { FileResult, LintRun, Reporter, Summary } from "./report.js";
import { pathUri } from "./repository-path.js";
import { ruleHelp } from "./rule-help.js";

/**
 * For code scanning: SARIF 2.1.0 (OASIS), one result a line. A workbook has no lines: `region.startLine` is the row, and the
 * logical location is the cell. Only rules that found something are described. Made anew for each run, as it counts them.
 */
export function sarif(): Reporter {
  const indexes = new Map<string, number>();
  const artifacts: object[] = [];
  const notifications: object[] = [];
  let results = 0;
  return {
    begin: () => `{"$schema":${text(SCHEMA)},"version":"2.1.0","runs":[{"results":[`,
    *file(result, { folder }) {
      const artifact = { uri: pathUri(result.path, folder), index: artifacts.length };
      artifacts.push(artifactRecord(result, artifact.uri));
      if (result.error !== null) notifications.push(notification(result.error, artifact));
      for (const finding of result.findings) {
        const { rule } = finding;
        if (!indexes.has(rule)) indexes.set(rule, indexes.size);
        yield `${results++ > 0 ? "," : ""}\n${text(resultRecord(finding, indexes.get(rule)!, artifact))}`;
      }
    },
    end: (summary, run) =>
      `\n],\n"tool":${text({ driver: driver([...indexes.keys()], run) })},\n${text({
        artifacts,
        invocations: [invocation(summary, notifications)],
        properties: { asOf: run.asOf, packs: summary.packs },
      }).slice(1)}]}\n`,
  };
}

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

interface Artifact {
  readonly uri: string;
  readonly index: number;
}

function artifactRecord(result: FileResult, uri: string): object {
  const { template, packs, items } = fileRecord(result);
  return { location: { uri }, roles: ["analysisTarget"], properties: { template, packs, items } };
}

/** `suppressions` stands on every result, as SARIF wants it on all or none (3.27.23). */
function resultRecord(finding: Finding, ruleIndex: number, artifact: Artifact): object {
  const { rule, severity, message, help, cites, at, item, field, related, fingerprint, suppressed } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: plainMessage(message) },
    locations: [location(at, artifact)],
    ...(related.length > 0 && {
      relatedLocations: related.map(({ at, label }, index) => ({
        id: index + 1,
        ...location(at, artifact),
        ...(label !== "" && { message: { text: plainMessage(label) } }),
      })),
    }),
    // GitHub tells old findings from new by the second name; without it, it would take the lines of the file.
    partialFingerprints: { "poamFinding/v1": fingerprint, primaryLocationLineHash: `${fingerprint}:1` },
    suppressions: suppressed
      ? [
          {
            kind: "external",
            status: "accepted",
            ...(suppressed.reason !== "" && { justification: printable(suppressed.reason) }),
            ...(suppressed.until !== undefined && { properties: { until: suppressed.until } }),
          },
        ]
      : [],
    properties: { item: item && printable(item), field: field ?? null, help: help ? printable(help) : null, cites },
  };
}

function location(at: CellRef, artifactLocation: Artifact): object {
  return {
    physicalLocation: { artifactLocation, region: { startLine: at.row } },
    logicalLocations: [
      {
        name: `${columnLetters(at.column)}${at.row}`,
        fullyQualifiedName: printable(reference(at)),
        kind: "cell",
      },
    ],
  };
}

/** On one line, and without what viewers would make a link of (3.11.6): messages quote cells. */
function plainMessage(message: string): string {
  return printable(message).replaceAll("](", "] (");
}

function driver(ids: readonly string[], { version, rules }: LintRun): object {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  return { name: "poam", version, semanticVersion: version, rules: ids.map((id) => descriptor(id, known.get(id))) };
}

function descriptor(id: string, rule: Rule | undefined): object {
  if (!rule) return faultDescriptor(id);
  return {
    id,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.why },
    help: { text: `${rule.why}\n\n${rule.help}`, markdown: ruleHelp(rule).join("\n").trim() },
    defaultConfiguration: { level: LEVELS[rule.severity] },
  };
}

/** What is found of a suppression itself has no rule behind it. */
function faultDescriptor(id: string): object {
  const fault = SUPPRESSION_FAULTS.find((fault) => fault.id === id);
  if (!fault) return { id };
  const { summary, help, severity } = fault;
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: { text: help },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function notification(error: string, artifactLocation: Artifact): object {
  return {
    level: "error",
    message: { text: plainMessage(error) },
    locations: [{ physicalLocation: { artifactLocation } }],
  };
}

function invocation({ unreadable }: Summary, toolExecutionNotifications: readonly object[]): object {
  return { executionSuccessful: unreadable === 0, toolExecutionNotifications };
}
