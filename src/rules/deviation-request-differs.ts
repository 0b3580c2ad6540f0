import { FIELDS, type FieldName } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import type { PoamItem } from "../model/item.js";
import { disagreements } from "./disagreement.js";
import { itemKey } from "./previous-items.js";
import { requestedDeviations, requestName, requestsIn } from "./requests.js";
import { eachItemOf, rule } from "./rule.js";

const ITEM = { id: "V-1", originalRating: "High", detectedOn: "2026-03-02", cves: "CVE-2026-0001" };
const REQUEST = { ...ITEM, requestNumber: "7", requestType: "FP", requestStatus: "Pending" };

export default rule({
  id: "deviation-request-differs",
  summary: "The item and its deviation request disagree",
  why: "The official decides on what the request says. If rating, date or CVE are others than in the POA&M, or the answer is not the one that was given, the decision does not hold for the item.",
  help: "Correct the POA&M, or submit the request again.",
  severity: "error",
  examples: [
    { deviations: [REQUEST], rows: { ...ITEM, falsePositive: "Pending" } },
    { title: "no request for it", deviations: [{ ...REQUEST, id: "V-2" }], rows: { ...ITEM, originalRating: "Low" } },
    { title: "no form at hand", rows: { ...ITEM, falsePositive: "Yes" } },
    {
      title: "refused once, and asked again",
      deviations: [{ ...REQUEST, requestStatus: "Rejected" }, REQUEST],
      rows: { ...ITEM, falsePositive: "Pending" },
    },
    {
      deviations: [REQUEST],
      rows: {
        ...ITEM,
        originalRating: "Moderate",
        detectedOn: "2026-03-04",
        cves: "CVE-2026-0002",
        falsePositive: "Pending",
      },
      says: [
        "detection date 2026-03-04, but 2026-03-02 in request 7",
        "original risk rating Moderate, but High in request 7",
        "CVE CVE-2026-0002, but CVE-2026-0001 in request 7",
      ],
    },
    {
      deviations: [{ ...REQUEST, requestStatus: "Rejected" }],
      rows: { ...ITEM, falsePositive: "Pending" },
      says: ["false positive is Pending, but request 7 is Rejected"],
    },
    {
      title: "the rating that was asked for",
      deviations: [{ ...REQUEST, requestType: "OR RA", adjustedRating: "Moderate" }],
      rows: { ...ITEM, riskAdjustment: "Pending", adjustedRating: "Low", operationalRequirement: "Pending" },
      says: ["adjusted risk rating Low, but Moderate in request 7"],
    },
  ],
  check: eachItemOf(({ evidence }) => {
    if (!evidence.deviations) return undefined;
    const requests = requestsIn(evidence.deviations);
    return (item) => {
      const own = requests.get(itemKey(item) ?? "");
      return own?.flatMap((request) => [
        ...disagreements(item, request, comparedIn(request), requestName(request)),
        ...answerIssues(item, request, own),
      ]);
    };
  }),
});

function comparedIn(request: PoamItem): readonly FieldName[] {
  const isAdjusted = requestedDeviations(request).includes("riskAdjustment");
  return ["originalRating", "cves", "detectedOn", ...(isAdjusted ? (["adjustedRating"] as const) : [])];
}

/** What the answer must be once the request is decided; of several requests for one deviation nobody knows which counts. */
function answerIssues(item: PoamItem, request: PoamItem, all: readonly PoamItem[]): Issue[] {
  const status = request.requestStatus?.value;
  const allowed = status === undefined ? undefined : ANSWERS[status.toLowerCase()];
  if (!allowed) return [];
  return requestedDeviations(request).flatMap((field) => {
    const alone = all.filter((one) => requestedDeviations(one).includes(field)).length === 1;
    const at = item[field];
    const answer = at?.value ?? "blank";
    if (!alone || !at || allowed.includes(answer)) return [];
    return { at, field, message: `${FIELDS[field].label} is ${answer}, but ${requestName(request)} is ${status}` };
  });
}

const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  approved: ["Yes"],
  pending: ["Pending"],
  rejected: ["No", "blank"],
  withdrawn: ["No", "blank"],
};
