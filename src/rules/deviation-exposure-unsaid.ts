import { isPlaceholder } from "../codecs/placeholder.js";
import { deviationsOf, named } from "./deviations.js";
import { eachItem, rule } from "./rule.js";

const ASKED = { id: "V-1", riskAdjustment: "Pending" };

export default rule({
  id: "deviation-exposure-unsaid",
  summary: "A rationale that does not say whether the component faces the outside",
  why: "How far a weakness can be reached decides most of its risk: the form asks every rationale of an adjustment or an operational requirement for it.",
  help: "Say whether the component is internal-facing or external-facing.",
  severity: "warning",
  examples: [
    { rows: { ...ASKED, deviationRationale: "One batch job reads it. The part is internal-facing." } },
    { title: "in other words", rows: { ...ASKED, deviationRationale: "Not reachable from the Internet." } },
    {
      title: "a false positive",
      rows: { id: "V-1", falsePositive: "Yes", deviationRationale: "The fix is backported." },
    },
    { title: "blank is another finding", rows: ASKED },
    {
      rows: { ...ASKED, deviationRationale: "One batch job reads it." },
      says: ["does not say whether the component is internal- or external-facing, as a risk adjustment needs"],
    },
  ],
  check: eachItem(
    (item) => {
      const claimed = deviationsOf(item, "Yes", "Pending").filter((field) => field !== "falsePositive");
      const text = claimed.length > 0 ? item.deviationRationale?.value : undefined;
      if (text === undefined || isPlaceholder(text) || EXPOSURE.test(text)) return undefined;
      const article = claimed[0] === "operationalRequirement" ? "an" : "a";
      const message = `does not say whether the component is internal- or external-facing, as ${article} ${named(claimed)} needs`;
      return { at: item.deviationRationale!, field: "deviationRationale", message };
    },
    ["deviationRationale"],
  ),
});

/** Any word on where the component stands: whether it says enough is for the reader to judge. */
const EXPOSURE =
  /internal|external|internet|public|private|facing|exposed|isolated|air[- ]?gap|dmz|perimeter|boundary|subnet|vlan|vpc|firewall|intranet|reachable|inbound|segment/i;
