import type { Issue } from "../model/finding.js";
import type { PoamItem } from "../model/item.js";
import { isOfAssessment, pointsOf, requirementsIn } from "./requirements.js";
import { eachItemOf, hasField, rule } from "./rule.js";

export default rule({
  id: "requirement-misstated",
  summary: "Points or eligibility that the requirement does not have",
  why: "What a requirement is worth and whether it may wait is settled by regulation. A score added up from wrong points, or a plan built on wrong eligibility, falls apart in the assessment.",
  help: "Enter the points and the eligibility that the regulation gives the requirement.",
  severity: "error",
  examples: [
    {
      template: "cmmc",
      rows: [
        { id: "P-1", controls: "AC.L2-3.1.8", requirementPoints: "1", poamEligible: "Yes" },
        { id: "P-2", controls: "SC.L2-3.13.11", requirementPoints: "3", poamEligible: "Yes" },
        { id: "P-3", controls: "SC.L2-3.13.11", requirementPoints: "5", poamEligible: "No" },
        { id: "P-4", controls: "RA.L3-3.11.2e", requirementPoints: "1", poamEligible: "Yes" },
        { id: "P-5", controls: "CA.L2-3.12.4" },
        { id: "P-6", controls: "AC.L2-3.1.8, AC.L2-3.1.12", requirementPoints: "5" },
      ],
    },
    {
      template: "cmmc",
      rows: [
        { id: "P-1", controls: "AC.L2-3.1.8", requirementPoints: "5", poamEligible: "No" },
        { id: "P-2", controls: "SC.L2-3.13.11", requirementPoints: "1" },
        { id: "P-3", controls: "CA.L2-3.12.4", requirementPoints: "1" },
      ],
      says: [
        "points 5, but AC.L2-3.1.8 is worth 1",
        "eligible No, but AC.L2-3.1.8 may stand on a POA&M",
        "points 1, but SC.L2-3.13.11 is worth 5, or 3 where partly met",
        "points 1, but CA.L2-3.12.4 is not worth points: it must be met to be scored at all",
      ],
    },
    {
      title: "an open one that may not is told at its id",
      template: "cmmc",
      rows: [
        { id: "P-1", controls: "AC.L2-3.1.12", requirementPoints: "5", poamEligible: "Yes" },
        { id: "P-2", controls: "AC.L2-3.1.13", requirementPoints: "5", poamEligible: "Yes", status: "Completed" },
      ],
      says: ["eligible Yes, but AC.L2-3.1.13 may not stand on a POA&M"],
    },
  ],
  check: eachItemOf((context) => {
    const { poam } = context;
    const judgesEligible = isOfAssessment(context);
    if (!hasField(poam, "requirementPoints") && !hasField(poam, "poamEligible")) return undefined;
    const listed = new Map(
      poam.registers.map(({ sheet, columns }) => [
        sheet,
        columns.find(({ field }) => field === "requirementPoints")?.list,
      ]),
    );
    return (item) => [
      ...points(item, listed.get(item.sheet)),
      ...(judgesEligible ? eligible(item, context.system.cmmcLevel) : []),
    ];
  }),
});

/** A number that the form's list does not have is another rule's. */
function points(item: PoamItem, list: readonly string[] | undefined): readonly Issue[] {
  const [stated, requirement] = [pointsOf(item), requirementsIn(item)[0]];
  if (stated === undefined || !requirement || requirement.level === 1) return [];
  if (list && !list.includes(String(stated))) return [];
  const { id, points, partialPoints } = requirement;
  if (stated === points || stated === partialPoints || (points === undefined && stated === 0)) return [];
  const partly = partialPoints === undefined ? "" : `, or ${partialPoints} where partly met`;
  const worth =
    points === undefined ? "not worth points: it must be met to be scored at all" : `worth ${points}${partly}`;
  const message = `points ${stated}, but ${id} is ${worth}`;
  return [{ at: item.requirementPoints!, field: "requirementPoints", message }];
}

/** An open item that may not stand on the POA&M is another rule's, whatever this column says. */
function eligible(item: PoamItem, level: number | undefined): readonly Issue[] {
  const cell = item.poamEligible;
  const requirements = cell?.value ? requirementsIn(item) : [];
  if (!cell || requirements.length !== 1) return [];
  const { id, eligible, level: own } = requirements[0]!;
  if (cell.value === "No" && eligible === "yes" && (level ?? own) === own) {
    return [{ at: cell, field: "poamEligible", message: `eligible No, but ${id} may stand on a POA&M` }];
  }
  if (cell.value === "Yes" && eligible === "never" && item.state === "closed") {
    return [{ at: cell, field: "poamEligible", message: `eligible Yes, but ${id} may not stand on a POA&M` }];
  }
  return [];
}
