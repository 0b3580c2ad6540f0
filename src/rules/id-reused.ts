import { FIELDS } from "../model/field.js";
import { isAnotherWeakness, itemKey, previousItems } from "./previous-items.js";
import { quoted } from "./quoted.js";
import { eachItemOf, rule } from "./rule.js";

const BEFORE = { id: "V-1", weakness: "OpenSSL before 3.0.15", detectedOn: "2026-01-12", sourceIdentifier: "209149" };

export default rule({
  id: "id-reused",
  summary: "An id that stood for another weakness last month",
  why: "Deviation requests and evidence point to an item by its id. When the id passes to another weakness, an approval for the old one seems to hold for the new.",
  help: "Give the new weakness an id that was never used, and keep the old item, open or closed, under its own.",
  severity: "error",
  examples: [
    { title: "without last month's POA&M", rows: { id: "V-1", weakness: "Weak ciphers", detectedOn: "2026-03-02" } },
    {
      title: "a name may be reworded and a date mended",
      previous: { rows: [BEFORE] },
      rows: [
        { ...BEFORE, weakness: "Outdated OpenSSL on web servers" },
        { ...BEFORE, id: "V-2", weakness: "Weak ciphers", detectedOn: "2026-03-02" },
      ],
    },
    {
      previous: { rows: [BEFORE] },
      rows: { id: "V-1", weakness: "Weak ciphers", detectedOn: "2026-03-02", sourceIdentifier: "70658" },
      says: ['V-1 was "OpenSSL before 3.0.15", detected 2026-01-12, in the previous POA&M'],
    },
    {
      title: "where no scanner's id tells, most of the name must differ",
      previous: { rows: [{ id: "V-1", weakness: "No contingency plan test", detectedOn: "2026-01-12" }] },
      rows: { id: "V-1", weakness: "Contingency plan was not tested", detectedOn: "2026-01-15" },
    },
    {
      previous: { rows: [{ id: "V-1", weakness: "No contingency plan test", detectedOn: "2026-01-12" }] },
      rows: { id: "V-1", weakness: "Accounts of leavers stay active", detectedOn: "2026-03-02" },
      says: ['V-1 was "No contingency plan test", detected 2026-01-12, in the previous POA&M'],
    },
  ],
  check: eachItemOf(({ evidence }) => {
    const before = evidence.previous && previousItems(evidence.previous);
    return (
      before &&
      ((item) => {
        const old = before.get(itemKey(item) ?? "");
        if (!old || !isAnotherWeakness(item, old)) return undefined;
        const message = `${item.id!.value} was ${quoted(old.weakness!.text)}, detected ${old.detectedOn!.value}, in the previous POA&M`;
        return { at: item.id!, field: "id", message, related: [{ at: item.weakness!, label: FIELDS.weakness.label }] };
      })
    );
  }),
});
