import { eachItem, rule } from "./rule.js";

export default rule({
  id: "detection-implausible",
  summary: "The detection date is too long ago to be true",
  why: "A date before the system could have been assessed is a slip of the keyboard or an empty cell's serial number, and the age computed from it is nonsense.",
  help: "Look up when the weakness was detected and correct the date.",
  severity: "warning",
  options: { since: { summary: "the first day on which a detection is plausible", default: "1990-01-01" } },
  examples: [
    { rows: { id: "V-1", detectedOn: "1990-01-01" } },
    {
      rows: { id: "V-1", detectedOn: "1930-03-14" },
      says: ["detected 1930-03-14: before 1990-01-01 is not plausible"],
    },
    {
      options: { since: "2011-01-01" },
      rows: [
        { id: "V-1", detectedOn: "2010-12-31" },
        { id: "V-2", detectedOn: "2011-01-01" },
      ],
      says: ["detected 2010-12-31: before 2011-01-01 is not plausible"],
    },
  ],
  check: eachItem(
    ({ detectedOn }, { option }) => {
      const since = option("since") as string;
      if (!detectedOn?.value || detectedOn.value >= since) return undefined;
      const message = `detected ${detectedOn.value}: before ${since} is not plausible`;
      return { at: detectedOn, field: "detectedOn", message };
    },
    ["detectedOn"],
  ),
});
