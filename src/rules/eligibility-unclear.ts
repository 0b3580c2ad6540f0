import { isOfAssessment, isPartial, levelOf, requirementsIn } from "./requirements.js";
import { eachItemOf, rule } from "./rule.js";

export default rule({
  id: "eligibility-unclear",
  summary: "A requirement that may wait in one case only, and the row does not say that it is this case",
  why: "Without encryption the requirement costs 5 points and may not stand on a POA&M; with encryption that is not FIPS-validated it costs 3 and may. The assessor decides by what is written.",
  help: "Say in the description which it is, e.g. that encryption is employed but is not FIPS-validated, and give 3 points.",
  severity: "warning",
  options: { level: { summary: "the level that the POA&M is for, where the config does not say: 2 or 3", default: 2 } },
  examples: [
    {
      template: "cmmc",
      rows: [
        { id: "P-1", controls: "SC.L2-3.13.11", requirementPoints: "3" },
        { id: "P-2", controls: "SC.L2-3.13.11", requirementPoints: "5", description: "CUI is not encrypted" },
        {
          id: "P-3",
          controls: "SC.L2-3.13.11",
          description: "Backups use AES-256 of a module without FIPS validation",
        },
        { id: "P-4", controls: "SC.L2-3.13.8", description: "CUI is sent in the clear" },
      ],
    },
    {
      template: "cmmc",
      rows: [
        { id: "P-1", controls: "3.13.11", description: "FIPS-validated cryptography is not employed" },
        {
          id: "P-2",
          controls: "SC.L2-3.13.11",
          requirementPoints: "5",
          description: "Encryption is employed but not FIPS-validated",
        },
      ],
      says: [
        "SC.L2-3.13.11 may stand here only where encryption is employed but not FIPS-validated, and the row does not say so",
        "SC.L2-3.13.11 is at 5 points, the case without encryption, but the text says that encryption is employed",
      ],
    },
    {
      template: "cmmc",
      system: { kind: "operational" },
      rows: { id: "P-1", controls: "SC.L2-3.13.11", description: "Key store to be replaced" },
    },
  ],
  check: eachItemOf((context) => {
    if (!isOfAssessment(context) || levelOf(context) !== 2) return undefined;
    return (item) => {
      if (item.state !== "open" || !item.controls?.value) return undefined;
      const requirement = requirementsIn(item).find(({ eligible }) => eligible === "conditional");
      if (!requirement || isPartial(item, requirement) !== undefined) return undefined;
      const { id, points } = requirement;
      const message =
        Number(item.requirementPoints?.value) === points
          ? `${id} is at ${points} points, the case without encryption, but the text says that encryption is employed`
          : `${id} may stand here only where encryption is employed but not FIPS-validated, and the row does not say so`;
      return { at: item.controls, field: "controls", message };
    };
  }),
});
