import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "poam-date-in-future",
  summary: "The POA&M's own date has not come yet",
  why: "Vendor check-ins are measured against this date: one in the future makes them look older than they are, and the POA&M speaks for a month that nobody knows.",
  help: "Enter the day on which the POA&M is submitted.",
  severity: "error",
  examples: [
    { header: { poamDate: "2026-03-31" }, rows: [] },
    {
      header: { poamDate: "2026-04-01" },
      rows: [],
      says: ["the POA&M's own date, 2026-04-01, lies in the future (as of 2026-03-31)"],
    },
  ],
  check: wholePoam(({ submittedOn }, { asOf }) => {
    if (!submittedOn?.value || submittedOn.value <= asOf) return undefined;
    const message = `the POA&M's own date, ${submittedOn.value}, lies in the future (as of ${asOf})`;
    return { at: submittedOn, message };
  }),
});
