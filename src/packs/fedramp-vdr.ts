import type { Citation, Pack } from "./pack.js";

const RULES = (section: string): Citation => ({
  document: "FedRAMP Consolidated Rules 2026",
  version: "2026.07.14.01",
  section,
  from: "2026-07-04",
});

const BOD: Citation = { document: "CISA BOD 26-04", section: "remediation timelines", from: "2026-06-10" };

/** The rules that replace the POA&M; what a POA&M has no column for comes from `poam.ver.json` and the system's class. */
export const fedrampVdr: Pack = {
  id: "fedramp-vdr",
  title: "FedRAMP vulnerability detection and response (2026)",
  summary: "Deadlines by class, impact, reachability and exploitability; required from 2026-12-07, grace to 2027-03-07",
  rules: {
    "form-superseded": [
      {
        severity: "warning",
        until: "2027-03-07",
        options: { since: "2026-12-07", grace: "2027-03-07" },
        cites: [RULES("timeline of VDR and VER")],
      },
      {
        severity: "error",
        from: "2027-03-08",
        options: { since: "2026-12-07", grace: "2027-03-07" },
        cites: [RULES("timeline of VDR and VER")],
      },
    ],
    "ver-facts-missing": { cites: [RULES("VER-EVA and VER-RPT-VDT")] },
    "mitigation-overdue": { cites: [RULES("VDR-TFR-PVR")] },
    "overdue-unexplained": { cites: [RULES("VER-RPT-VDT")] },
    "evaluation-late": { cites: [RULES("VER-TFR-EVU")] },
    "acceptance-due": { cites: [RULES("VER-TFR-MAV")] },
    // Its timelines bind 180 days after the directive's issue; until then they are announced, not owed.
    "remediation-late": [
      { severity: "info", from: "2026-06-10", until: "2026-12-06", cites: [BOD], covers: ["BO001", "BO002", "BO003"] },
      { severity: "error", from: "2026-12-07", cites: [BOD, RULES("VDR-TFR-KEV")] },
    ],
  },
  notShown: {
    BO004: "BOD 19-02 and 22-01 are revoked; due dates of the catalogue count until the day before BOD 26-04.",
  },
};
