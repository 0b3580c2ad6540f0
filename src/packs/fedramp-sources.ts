import type { Citation } from "./pack.js";

export const V2_TEMPLATES = ["fedramp-2018", "fedramp-2021", "fedramp-2022", "fedramp-rev5-v2.0", "fedramp-rev5-v2.1"];
export const V3_TEMPLATES = ["fedramp-rev5-v3.0"];

export const GUIDE = (section: string): Citation => ({
  document: "FedRAMP POA&M Template Completion Guide",
  version: "2.2",
  section,
});
export const V2 = (section: string): Citation => ({
  document: "FedRAMP POA&M Template",
  version: "2.1",
  section,
  templates: V2_TEMPLATES,
});
export const V3 = (section: string): Citation => ({
  document: "FedRAMP POA&M Template",
  version: "3.0",
  section,
  templates: V3_TEMPLATES,
});
export const STRATEGY = (section: string): Citation => ({
  document: "FedRAMP Continuous Monitoring Strategy & Guide",
  version: "3.2",
  section,
});
export const PERFORMANCE = (section: string): Citation => ({
  document: "FedRAMP Continuous Monitoring Performance Management Guide",
  version: "3.0",
  section,
});
export const RISK_ADJUSTMENT = (section: string): Citation => ({
  document: "FedRAMP Automated Vulnerability Risk Adjustment Framework",
  section,
});
export const REQUEST_FORM = (section: string): Citation => ({
  document: "FedRAMP Vulnerability Deviation Request Form",
  version: "2.1",
  section,
});
export const PLAYBOOK = (section: string): Citation => ({ document: "FedRAMP Rev5 Playbook", section });
export const RFC3 = (section: string): Citation => ({ document: "FedRAMP RFC-0003", section });

/** Calendar days from detection; Critical counts within High (FedRAMP's Automated Vulnerability Risk Adjustment Framework, footnote 1). */
/** What the formula of the scheduled completion date adds; it gives none for Critical. */
export const FORMULA = { High: 30, Moderate: 90, Low: 180 };

export const WINDOWS = { Critical: 30, High: 30, Moderate: 90, Low: 180 };
