import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "form-superseded",
  summary: "Vulnerability reports have taken the place of this POA&M",
  why: "From the day on which the new rules bind, a provider reports vulnerabilities as data and no longer keeps a POA&M for its agencies; a package that still has one is out of date.",
  help: "Report by the new rules (VDR and VER); agencies keep POA&Ms for their own actions only. Give the sidecar poam.ver.json what the form has no column for.",
  severity: "warning",
  options: {
    since: { summary: "the day from which the reports are required", default: "" },
    grace: { summary: "the last day of grace", default: "" },
  },
  examples: [
    { options: { since: "2026-12-07", grace: "2027-03-07" }, asOf: "2026-12-06", rows: { id: "V-1" } },
    {
      options: { since: "2026-12-07", grace: "2027-03-07" },
      asOf: "2026-12-07",
      rows: { id: "V-1" },
      says: ["vulnerability reports are required in its place since 2026-12-07; grace ends on 2027-03-07"],
    },
    {
      options: { since: "2026-12-07", grace: "2027-03-07" },
      asOf: "2027-03-08",
      rows: { id: "V-1" },
      says: ["vulnerability reports are required in its place since 2026-12-07; grace ended on 2027-03-07"],
    },
  ],
  check: wholePoam(({ registers, counts }, { asOf, option }) => {
    const [since, grace] = [option("since") as string, option("grace") as string];
    if (since === "" || asOf < since || counts.total === 0) return undefined;
    const ends = asOf > grace ? `grace ended on ${grace}` : `grace ends on ${grace}`;
    const at = { sheet: registers[0]!.sheet, row: 1, column: 1 };
    return { at, message: `vulnerability reports are required in its place since ${since}; ${ends}` };
  }),
});
