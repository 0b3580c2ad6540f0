import { isAnotherWeakness, itemKey, previousItems } from "./previous-items.js";
import { eachItemOf, rule } from "./rule.js";

const BEFORE = { id: "V-1", weakness: "OpenSSL before 3.0.15", detectedOn: "2026-01-12", sourceIdentifier: "209149" };

export default rule({
  id: "detection-date-changed",
  summary: "The detection date is not last month's",
  why: "A weakness is detected once, and its deadline counts from that day. A later date hides how old it is; reviewers compare the two months.",
  help: "Restore the date. If it was wrong from the start, say so in the comments and allow this finding with that reason.",
  severity: "error",
  examples: [
    { title: "without last month's POA&M", rows: BEFORE },
    { title: "unchanged", previous: { rows: [BEFORE] }, rows: BEFORE },
    { title: "blank last month", previous: { rows: [{ id: "V-1" }] }, rows: BEFORE },
    {
      previous: { rows: [BEFORE] },
      rows: { ...BEFORE, detectedOn: "2026-02-12" },
      says: ["detected 2026-02-12, but 2026-01-12 in the previous POA&M"],
    },
    {
      title: "another weakness under the same id is another fault",
      previous: { rows: [BEFORE] },
      rows: { id: "V-1", weakness: "Weak ciphers", detectedOn: "2026-02-12", sourceIdentifier: "70658" },
    },
  ],
  check: eachItemOf(({ evidence }) => {
    const before = evidence.previous && previousItems(evidence.previous);
    return (
      before &&
      ((item) => {
        const old = before.get(itemKey(item) ?? "");
        const [now, then] = [item.detectedOn, old?.detectedOn?.value];
        if (!old || !now?.value || !then || now.value === then || isAnotherWeakness(item, old)) return undefined;
        const message = `detected ${now.value}, but ${then} in the previous POA&M`;
        return { at: now, field: "detectedOn", message };
      })
    );
  }),
});
