import { eachItem, rule } from "./rule.js";

export default rule({
  id: "threat-understated",
  summary: "An adversarial threat whose relevance is rated below High",
  why: "An adversary chooses where to strike: such a threat counts as High at the least, and a lower rating lowers the risk on paper only.",
  help: "Rate the relevance of threat High or Very High, or correct the kind of threat in its description.",
  severity: "warning",
  examples: [
    {
      template: "emass-navy-2026",
      rows: { id: "1", threatDescription: "Adversarial: outsider", relevanceOfThreat: "High" },
    },
    {
      title: "another kind of threat, or one that is only mentioned",
      template: "emass-navy-2026",
      rows: [
        { id: "1", threatDescription: "Environmental: flood", relevanceOfThreat: "Low" },
        { id: "2", threatDescription: "Non-adversarial threat", relevanceOfThreat: "Low" },
        { id: "3", threatDescription: "No adversarial activity is known", relevanceOfThreat: "Low" },
      ],
    },
    {
      template: "emass-navy-2026",
      rows: { id: "1", threatDescription: "Threat source: Adversarial (insider)", relevanceOfThreat: "Moderate" },
      says: ["the threat is adversarial, but its relevance is Moderate: at least High is expected"],
    },
  ],
  check: eachItem(
    ({ threatDescription, relevanceOfThreat }) => {
      const rating = relevanceOfThreat?.value;
      if (!rating || !LOW.has(rating) || !ADVERSARIAL.test(threatDescription?.value ?? "")) return undefined;
      return {
        at: relevanceOfThreat,
        field: "relevanceOfThreat",
        message: `the threat is adversarial, but its relevance is ${rating}: at least High is expected`,
        related: [{ at: threatDescription!, label: "threat description" }],
      };
    },
    ["threatDescription", "relevanceOfThreat"],
  ),
});

const LOW: ReadonlySet<string> = new Set(["Very Low", "Low", "Moderate"]);

/** Named as the kind of threat, at the start or behind a label; prose may say anything about adversaries. */
const ADVERSARIAL = /(?:^|\bthreat(?: source| type| event)?s?(?: is| are)? ?[:=-]? ?)adversarial\b/i;
