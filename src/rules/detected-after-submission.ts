import { eachItem, rule } from "./rule.js";

export default rule({
  id: "detected-after-submission",
  summary: "Detection date is after the POA&M's own date",
  why: "A POA&M cannot list what had not been found when it was made: either its date is last month's or the detection date is wrong.",
  help: "Bring the POA&M's date in the header block up to date, or correct the detection date.",
  severity: "error",
  examples: [
    { header: { poamDate: "2026-03-20" }, rows: { id: "V-1", detectedOn: "2026-03-20" } },
    {
      header: { poamDate: "2026-03-20" },
      rows: { id: "V-1", detectedOn: "2026-03-25" },
      says: ["detected 2026-03-25, after the POA&M's own date, 2026-03-20"],
    },
  ],
  check: eachItem(
    ({ detectedOn }, { poam, asOf }) => {
      const submitted = poam.submittedOn;
      if (!detectedOn?.value || !submitted?.value) return undefined;
      // A detection in the future is another rule's, with a better reason.
      if (detectedOn.value <= submitted.value || detectedOn.value > asOf) return undefined;
      return {
        at: detectedOn,
        field: "detectedOn",
        message: `detected ${detectedOn.value}, after the POA&M's own date, ${submitted.value}`,
        related: [{ at: submitted, label: "POA&M date" }],
      };
    },
    ["detectedOn"],
  ),
});
