import type { PoamItem } from "../model/item.js";
import { effectiveRating } from "../model/lateness.js";
import { itemKey, previousItems } from "./previous-items.js";
import { eachItemOf, rule } from "./rule.js";

const BEFORE = {
  id: "V-1",
  detectedOn: "2026-01-12",
  scheduledCompletion: "2026-02-11",
  originalRating: "High",
  riskAdjustment: "Pending",
};
const NOW = { ...BEFORE, scheduledCompletion: "2026-04-12" };

export default rule({
  id: "due-date-changed",
  summary: "The scheduled completion date is not last month's, and nothing gives a reason",
  why: "The date stays once it is recorded, so that lateness can be seen. It moves only with an approved risk adjustment or a vendor's release.",
  help: "Restore the date and explain the delay in the milestones or the plan. After a vendor's release, give its date in the comments.",
  severity: "error",
  examples: [
    { title: "without last month's POA&M", rows: NOW },
    { title: "unchanged", previous: { rows: [BEFORE] }, rows: BEFORE },
    { previous: { rows: [BEFORE] }, rows: NOW, says: ["due 2026-04-12, but 2026-02-11 in the previous POA&M"] },
    {
      title: "an approved adjustment",
      previous: { rows: [BEFORE] },
      rows: { ...NOW, riskAdjustment: "Yes", adjustedRating: "Moderate" },
    },
    {
      title: "a vendor's release, with its date in the comments",
      previous: { rows: [BEFORE] },
      rows: { ...NOW, vendorDependency: "Yes", comments: "Vendor released the fix on 2026-03-13." },
    },
    {
      title: "a vendor dependency alone does not move it",
      previous: { rows: [BEFORE] },
      rows: { ...NOW, vendorDependency: "Yes", comments: "Not released as of 2026-03-20." },
      says: ["due 2026-04-12, but 2026-02-11 in the previous POA&M"],
    },
    {
      title: "earlier, as the rating was raised",
      previous: { rows: [{ ...BEFORE, originalRating: "Low", scheduledCompletion: "2026-07-11" }] },
      rows: BEFORE,
    },
    {
      title: "its detection date was changed, which is the fault",
      previous: { rows: [BEFORE] },
      rows: { ...NOW, detectedOn: "2026-03-13" },
    },
  ],
  check: eachItemOf(({ evidence }) => {
    const before = evidence.previous && previousItems(evidence.previous);
    return (
      before &&
      ((item) => {
        const old = before.get(itemKey(item) ?? "");
        const [now, then] = [item.scheduledCompletion, old?.scheduledCompletion?.value];
        if (!old || !now?.value || !then || now.value === then) return undefined;
        // The date follows the detection date, and a change of that is reported itself.
        if (item.detectedOn?.value !== old.detectedOn?.value || hasReason(item, old)) return undefined;
        const message = `due ${now.value}, but ${then} in the previous POA&M`;
        return { at: now, field: "scheduledCompletion", message };
      })
    );
  }),
});

/** Whether the item gives a reason for which its scheduled completion date may move. */
export function hasReason(item: PoamItem, old: PoamItem): boolean {
  const [rating, ratingBefore] = [effectiveRating(item)?.value, effectiveRating(old)?.value];
  if (item.riskAdjustment?.value === "Yes" && rating !== ratingBefore) return true;
  if (item.vendorDependency?.value === "Yes" && namesRelease(item.comments?.value ?? "")) return true;
  // A scanner may raise its rating, and CISA may list the vulnerability: both bring the date forward.
  const isEarlier = item.scheduledCompletion!.value! < old.scheduledCompletion!.value!;
  return isEarlier && (rating !== ratingBefore || item.kevTracking?.value === "Yes");
}

/** Whether a remark gives a release with its day; in whatever words, as a reviewer will read them. */
function namesRelease(remark: string): boolean {
  const sentences = remark.slice(0, LONGEST).split(/[\n;]|\.(?=\s|$)/);
  return sentences.some((one) => /releas|available|publish/i.test(one) && DATE.test(one) && !NOT_YET.test(one));
}

const LONGEST = 20_000;
const NOT_YET = /\b(?:not|no|until|will|expect(?:s|ed)?|planned|estimated|eta)\b|n't\b/i;
const DATE =
  /\b(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,4})\b/i;
