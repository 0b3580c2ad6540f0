import { eachItem, rule } from "./rule.js";

export default rule({
  id: "due-before-detected",
  summary: "Scheduled completion date is before the detection date",
  why: "An item cannot be due before it was found. Assessors read such a row as a typing error, and every ageing figure computed from it is wrong.",
  help: "Correct whichever date is wrong.",
  severity: "error",
  examples: [
    { rows: { id: "V-1", detectedOn: "2026-03-14", scheduledCompletion: "2026-06-12" } },
    { title: "fixed on the day", rows: { id: "V-1", detectedOn: "2026-03-14", scheduledCompletion: "2026-03-14" } },
    {
      rows: { id: "V-1", detectedOn: "2026-03-14", scheduledCompletion: "2026-02-01" },
      says: ["due 2026-02-01, but detected later, on 2026-03-14"],
    },
  ],
  check: eachItem(
    ({ detectedOn, scheduledCompletion }) => {
      if (!detectedOn?.value || !scheduledCompletion?.value) return undefined;
      if (scheduledCompletion.value >= detectedOn.value) return undefined;
      return {
        at: scheduledCompletion,
        field: "scheduledCompletion",
        message: `due ${scheduledCompletion.value}, but detected later, on ${detectedOn.value}`,
        related: [{ at: detectedOn, label: "detected" }],
      };
    },
    ["detectedOn", "scheduledCompletion"],
  ),
});
