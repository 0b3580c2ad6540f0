import { ENGINE, type Engine } from "../../src/cli/engine.js";
import { type Finding, SEVERITIES } from "../../src/model/finding.js";
import type { Poam } from "../../src/model/poam.js";
import type { Pack } from "../../src/packs/pack.js";
import type { Rule } from "../../src/rules/rule.js";

/**
 * Reads as poam reads, with one rule of its own: an item whose comment is `error`, `warning` or `info` is found at fault.
 * A comment `crash` is a bug. So the tests of the command line do not depend on what the real rules say.
 */
export async function markedEngine(): Promise<Engine> {
  return {
    ...ENGINE,
    rules: async () => [MARKED, OTHER],
    packs: async () => PACKS,
    lint: async (poam, { settings, packs, asOf }) => {
      const { severity, options } = settings.marked ?? {};
      if (severity === "off") return [];
      return findings(poam).map((finding) => ({
        ...finding,
        severity: severity ?? finding.severity,
        message: `${finding.message} (${packs.map(({ id }) => id)}, ${asOf}${options ? `, ${JSON.stringify(options)}` : ""})`,
      }));
    },
  };
}

/** A home-made register with an item for each comment. */
export function register(...comments: string[]): string {
  const rows = comments.map(
    (comment, index) => `V-${index + 1},Old TLS on ${index + 1},Ann,2026-05-01,Open,${comment}`,
  );
  return ["POAM ID,Weakness Name,Point of Contact,Scheduled Completion Date,Status,Comments", ...rows, ""].join("\n");
}

const RULE = {
  why: "Marks are there to be found.",
  help: "Take the mark away.",
  severity: "error",
  examples: [],
  check: { per: "poam", run: () => undefined },
} as const satisfies Partial<Rule>;

const MARKED: Rule = {
  ...RULE,
  id: "marked",
  summary: "An item is marked",
  options: {
    days: { summary: "how many", default: 30 },
    words: { summary: "which", default: ["a"] },
    windows: { summary: "days by rating", default: {} },
  },
  examples: [{ rows: { comments: "fine" } }, { title: "a mark", rows: { comments: "error" }, says: ["marked error"] }],
};
const OTHER: Rule = { ...RULE, id: "unmarked", summary: "An item is not marked" };

const PACKS: readonly Pack[] = [
  {
    id: "best-practice",
    title: "Best practice",
    summary: "For all",
    rules: { marked: { cites: [{ document: "A Guide", version: "2", section: "3.1" }] } },
  },
  { id: "strict", title: "Strict", summary: "For some", rules: {} },
];

function findings(poam: Poam): Finding[] {
  return [...poam.items()].flatMap((item): Finding | [] => {
    const mark = item.comments?.text ?? "";
    if (mark === "crash") throw new TypeError("secret of the cell");
    const severity = SEVERITIES.find((severity) => mark.startsWith(severity));
    if (!severity) return [];
    const { sheet, row, column } = item.comments!;
    return {
      rule: "marked",
      severity,
      message: `marked ${mark}`,
      help: undefined,
      cites: [],
      at: { sheet, row, column },
      item: item.id?.text ?? "",
      field: "comments",
      related: [],
      fix: undefined,
      fingerprint: "0123456789abcdef",
    };
  });
}
