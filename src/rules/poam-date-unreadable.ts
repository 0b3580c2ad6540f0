import { quoted } from "./quoted.js";
import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "poam-date-unreadable",
  summary: "The POA&M's own date is not a date",
  why: "The date says which month the POA&M speaks for; vendor check-ins and detections are measured against it. Where it cannot be read, nothing can.",
  help: "Enter the day of submission as a real date.",
  severity: "error",
  examples: [
    { header: { poamDate: "2026-03-31" }, rows: [] },
    { title: "a date typed as text can be read", header: { poamDate: "March 31, 2026" }, rows: [] },
    { title: "a blank date is another rule's", header: { poamDate: "" }, rows: [] },
    { header: { poamDate: "March 2026" }, rows: [], says: ['"March 2026" is not the date of a day'] },
    { header: { poamDate: "2026-02-30" }, rows: [], says: ['"2026-02-30" is not the date of a day'] },
    { header: { poamDate: "03/04/2026" }, rows: [], says: ['"03/04/2026" can be read as two different days'] },
  ],
  check: wholePoam(({ submittedOn }) => {
    if (!submittedOn || submittedOn.kind === "unsaved-formula") return undefined;
    const { doubt, value, text } = submittedOn;
    if (doubt === "ambiguous") return { at: submittedOn, message: `${quoted(text)} can be read as two different days` };
    if (value !== undefined && doubt !== "unformatted") return undefined;
    return { at: submittedOn, message: `${quoted(text)} is not the date of a day` };
  }),
});
