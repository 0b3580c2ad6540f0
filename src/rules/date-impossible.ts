import { eachDate } from "./date-cells.js";
import { rule } from "./rule.js";

export default rule({
  id: "date-impossible",
  summary: "A date that no calendar has",
  why: "2026-02-30 is a slip of the pen for some other day, and only the owner knows which.",
  help: "Correct the day, month or year.",
  severity: "error",
  examples: [
    { title: "2028 is a leap year", asText: true, rows: { id: "V-1", scheduledCompletion: "2028-02-29" } },
    {
      asText: true,
      rows: { id: "V-1", scheduledCompletion: "2026-02-30" },
      says: ["2026-02-30 is no day of the calendar"],
    },
    {
      title: "a year with a slip of the keyboard",
      asText: true,
      rows: { id: "V-1", scheduledCompletion: "0026-03-12" },
      says: ["0026-03-12 is out of range"],
    },
  ],
  check: eachDate(() => ({ doubt, text, kind }) => {
    if (doubt === "impossible") return { message: `${text.trim()} is no day of the calendar` };
    if (doubt !== "out-of-range") return undefined;
    const isSerial = kind === "date" && !text.includes("-");
    return {
      message: isSerial ? `the number ${text} lies outside Excel's calendar` : `${text.trim()} is out of range`,
    };
  }),
});
