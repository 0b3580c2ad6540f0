import type { VerFacts } from "../model/evidence.js";
import { rule, wholePoam } from "./rule.js";

const KNOWN = {
  evaluatedOn: "2026-03-02",
  internetReachable: false,
  likelyExploitable: false,
  rating: 2,
} as const;

export default rule({
  id: "ver-facts-missing",
  summary: "Facts that vulnerability reports need and no POA&M form has a column for",
  why: "Deadlines follow from the evaluation: when it was done, whether the vulnerability can be reached and exploited, and how much it could harm an agency. Without these nothing can be said of lateness.",
  help: "Give them by POA&M id in poam.ver.json beside the workbook.",
  severity: "warning",
  examples: [
    { ver: { "V-1": KNOWN }, rows: { id: "V-1" } },
    { title: "closed items need none", ver: {}, rows: [], closed: [{ id: "V-1" }] },
    {
      ver: { "V-1": KNOWN, "V-2": { evaluatedOn: "2026-03-02" } },
      rows: [{ id: "V-1" }, { id: "V-2" }, { id: "V-3" }],
      says: [
        "of 3 open items, unknown: the evaluation date of 1, internet reachability of 2, exploitability of 2, the N-rating of 2",
      ],
    },
  ],
  check: wholePoam((poam, { evidence }) => {
    const missing = new Map<keyof VerFacts, number>();
    let open = 0;
    for (const item of poam.items()) {
      if (item.state !== "open") continue;
      open++;
      const facts = evidence.ver?.items.get(item.id?.value ?? "");
      for (const [fact] of FACTS) if (facts?.[fact] === undefined) missing.set(fact, (missing.get(fact) ?? 0) + 1);
    }
    if (missing.size === 0) return undefined;
    const said = FACTS.flatMap(([fact, name]) => (missing.has(fact) ? `${name} of ${missing.get(fact)}` : []));
    const { sheet, headingRow, columns } = poam.registers[0]!;
    const at = { sheet, row: headingRow, column: columns[0]?.column ?? 1 };
    return { at, message: `of ${open} open ${open === 1 ? "item" : "items"}, unknown: ${said.join(", ")}` };
  }),
});

const FACTS: readonly (readonly [keyof VerFacts, string])[] = [
  ["evaluatedOn", "the evaluation date"],
  ["internetReachable", "internet reachability"],
  ["likelyExploitable", "exploitability"],
  ["rating", "the N-rating"],
];
