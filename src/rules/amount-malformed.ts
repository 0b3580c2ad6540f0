import type { Issue } from "../model/finding.js";
import { quoted } from "./quoted.js";
import { AMOUNTS } from "./resource-amounts.js";
import { eachItem, rule } from "./rule.js";

export default rule({
  id: "amount-malformed",
  summary: "Hours or an amount that the form does not take for a number",
  why: "The form takes numbers of at most 15 digits and two decimals, none below zero; anything else is refused, or left out of the sums.",
  help: "Enter the bare number, without unit or currency.",
  severity: "error",
  examples: [
    {
      template: "emass-army-2026",
      rows: { id: "1", personnelFundedHours: "40", personnelUnfundedHours: "0", nonPersonnelFunded: "1200.50" },
    },
    {
      template: "emass-army-2026",
      rows: {
        id: "1",
        personnelFundedHours: "40 hours",
        personnelUnfundedHours: "-8",
        nonPersonnelFunded: "1200.505",
        nonPersonnelUnfunded: "1234567890123456",
      },
      says: [
        '"40 hours" is no number',
        "-8 is below zero",
        "1200.505 has more than two decimals",
        "1234567890123456 has more than 15 digits",
      ],
    },
  ],
  check: eachItem(
    (item) => {
      let issues: Issue[] | undefined;
      for (const field of AMOUNTS) {
        const cell = item[field];
        const fault = cell?.value === undefined ? undefined : faultIn(cell.value, cell.kind === "number");
        if (fault) (issues ??= []).push({ at: cell!, field, message: fault });
      }
      return issues;
    },
    ["personnelFundedHours"],
  ),
});

/** What a number's cell shows is a matter of its format; a text must be the bare number. */
function faultIn(text: string, isNumber: boolean): string | undefined {
  const bare = isNumber ? text.replace(/[$€£,\s]/g, "") : text;
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(bare);
  if (!parts) return isNumber ? undefined : `${quoted(text)} is no number`;
  if (parts[1]) return `${bare} is below zero`;
  if (parts[2]!.length > 15) return `${bare} has more than 15 digits`;
  return (parts[3]?.length ?? 0) > 2 ? `${bare} has more than two decimals` : undefined;
}
