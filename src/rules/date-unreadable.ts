import { isPlaceholder } from "../codecs/placeholder.js";
import { eachDate } from "./date-cells.js";
import { quoted } from "./quoted.js";
import { rule } from "./rule.js";

export default rule({
  id: "date-unreadable",
  summary: "A date column holds something that is no date",
  why: "Nothing can be counted from it: neither whether the item is late nor how old it is. Reviewers return such rows, and every figure made of the column leaves them out.",
  help: "Enter a day, e.g. 2026-06-30. If it is not known yet, plan one: a span or a quarter cannot be missed, so it cannot be tracked.",
  severity: "error",
  examples: [
    { rows: { id: "V-1", detectedOn: "2026-01-05" } },
    { title: "a blank or N/A where a date is optional", rows: { id: "V-1", vendorCheckIn: "N/A" } },
    { rows: { id: "V-1", scheduledCompletion: "TBD" }, says: ['"TBD" is no date'] },
    { rows: { id: "V-1", scheduledCompletion: "30 days" }, says: ['"30 days" is a span, not a day'] },
  ],
  check: eachDate(({ poam }) => ({ doubt, text, value, column, sheet }, field) => {
    if (value !== undefined) return undefined;
    if (doubt === "relative") return { message: `${quoted(text)} is a span, not a day` };
    if (doubt !== "unreadable") return undefined;
    const register = poam.registers.find((one) => one.sheet === sheet);
    const required = register?.columns.find((one) => one.column === column && one.field === field)?.required;
    return isPlaceholder(text) && required !== true ? undefined : { message: `${quoted(text)} is no date` };
  }),
});
