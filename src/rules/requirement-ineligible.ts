import type { Issue } from "../model/finding.js";
import type { PoamItem } from "../model/item.js";
import { ineligibility } from "./ineligibility.js";
import { isOfAssessment, levelOf, requirementsIn } from "./requirements.js";
import { eachItemOf, placeOf, rule } from "./rule.js";

export default rule({
  id: "requirement-ineligible",
  summary: "An open requirement that may not stand on the POA&M of an assessment",
  why: "A Conditional status is given only if every open requirement is one that may wait. A single one that may not means no status at all, whatever the score.",
  help: "Meet the requirement before the assessment ends. If this is the operational plan of action and not the POA&M of an assessment, say so in the config.",
  severity: "error",
  options: { level: { summary: "the level that the POA&M is for, where the config does not say: 2 or 3", default: 2 } },
  examples: [
    {
      template: "cmmc",
      rows: [
        { id: "P-1", controls: "AC.L2-3.1.8" },
        { id: "P-2", controls: "AC.L3-3.1.2e" },
        { id: "P-3", controls: "SC.L2-3.13.11", requirementPoints: "3" },
        { id: "P-4", controls: "AC.L2-3.1.12", status: "Completed" },
      ],
    },
    {
      template: "cmmc",
      rows: [
        { id: "P-1", controls: "AC.L2-3.1.8, AC.L2- 3.1.12" },
        { id: "P-2", controls: "IA-L2-3.5.3", requirementPoints: "3" },
        { id: "P-3", controls: "3.10.3" },
        { id: "P-4", controls: "CA.L2-3.12.4" },
        { id: "P-5", controls: "SC.L2-3.13.11", requirementPoints: "5" },
      ],
      says: [
        "AC.L2-3.1.12 may not stand on a POA&M: it is worth 5 points, and only requirements of 1 point may",
        "IA.L2-3.5.3 may not stand on a POA&M: it is worth 5 points (3 where partly met), and only requirements of 1 point may",
        "PE.L2-3.10.3 may not stand on a POA&M: it is excluded by name",
        "CA.L2-3.12.4 may not stand on a POA&M: without an up-to-date system security plan nothing is scored",
        "SC.L2-3.13.11 may not stand on a POA&M at 5 points: only where encryption is employed but not FIPS-validated, at 3",
      ],
    },
    {
      title: "the operational plan of action may hold any",
      template: "cmmc",
      system: { kind: "operational" },
      rows: { id: "P-1", controls: "AC.L2-3.1.12" },
    },
    {
      title: "Level 3 starts where Level 2 is met in full",
      template: "cmmc",
      options: { level: 3 },
      rows: [
        { id: "P-1", controls: "AC.L2-3.1.8" },
        { id: "P-2", controls: "RA.L3-3.11.1e" },
        { id: "P-3", controls: "3.14.3e" },
      ],
      says: [
        "AC.L2-3.1.8 is a requirement of Level 2, which must be met in full before Level 3 is assessed",
        "RA.L3-3.11.1e may not stand on a POA&M: it is excluded by name",
        "SI.L3-3.14.3e may not stand on a POA&M: it is excluded by name",
      ],
    },
    {
      title: "Level 1 allows no POA&M",
      template: "cmmc",
      rows: { id: "P-1", controls: "AC.L1-b.1.iii" },
      says: ["AC.L1-b.1.iii is a requirement of Level 1, which allows no POA&M"],
    },
    {
      template: "cmmc",
      system: { cmmcLevel: 1 },
      rows: { id: "P-1", controls: "AC.L2-3.1.8" },
      says: ["Level 1 allows no POA&M: each of its requirements must be met"],
    },
  ],
  check: eachItemOf((context) => {
    if (!isOfAssessment(context)) return undefined;
    const level = levelOf(context);
    return (item) => {
      if (item.state !== "open") return undefined;
      const at = item.controls ?? placeOf(item);
      if (level === 1) {
        return { at, field: "controls", message: "Level 1 allows no POA&M: each of its requirements must be met" };
      }
      const issues = requirementsIn(item).flatMap((requirement): readonly Issue[] => {
        const message = ineligibility(requirement, item, level);
        return message === undefined ? [] : [{ at, field: "controls", message, related: related(item) }];
      });
      return issues.length > 0 ? issues : undefined;
    };
  }),
});

function related({ poamEligible }: PoamItem) {
  return poamEligible?.value ? [{ at: poamEligible, label: `eligible: ${poamEligible.value}` }] : [];
}
