import { headingOf } from "./heading-of.js";
import { itemKey } from "./previous-items.js";
import { requestName, requestsIn } from "./requests.js";
import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "deviation-request-unmatched",
  summary: "A deviation request for an item that the POA&M does not have",
  why: "A request is decided for one item and recorded there. One whose item cannot be found is returned.",
  help: "Correct the POA&M id in the request, or add the item.",
  severity: "error",
  examples: [
    { deviations: [{ id: "v-1", requestNumber: "7", requestType: "FP" }], rows: { id: "V-1" } },
    { title: "closed since", deviations: [{ id: "V-1", requestType: "FP" }], rows: [], closed: [{ id: "V-1" }] },
    {
      deviations: [{ id: "V-9", requestNumber: "7", requestType: "FP" }],
      rows: { id: "V-1" },
      says: ["request 7 is for V-9, which is neither among the open nor the closed items"],
    },
  ],
  check: wholePoam((poam, { evidence }) => {
    if (!evidence.deviations) return undefined;
    const requests = new Map(requestsIn(evidence.deviations));
    for (const item of poam.items()) requests.delete(itemKey(item) ?? "");
    return [...requests.values()].flatMap(([request]) => ({
      at: headingOf(poam, "id"),
      field: "id" as const,
      message: `${requestName(request!)} is for ${request!.id!.value}, which is neither among the open nor the closed items`,
    }));
  }),
});
