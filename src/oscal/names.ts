import { POAM_NAMESPACE, uuidV5 } from "./uuid.js";

/** The namespace of properties that carry what OSCAL has no place for. */
export const OWN_NS = "urn:poam:oscal";
export const FEDRAMP_NS = "https://fedramp.gov/ns/oscal";
export const FEDRAMP = "https://fedramp.gov";
export const NIST = "http://csrc.nist.gov/ns/oscal";
export const RFC_4122 = "https://ietf.org/rfc/rfc4122";
export const CVE = "http://cve.mitre.org";

/** The component that stands for poam itself, where OSCAL asks for an actor and nobody is known. */
export const OWN_TOOL = uuidV5(POAM_NAMESPACE, "tool");

/** Texts that stand where OSCAL asks for one and the item has none; they mean nothing when they are read. */
export const NO_DETECTION = "The day of detection is not recorded.";
export const NO_STATEMENT = "No Risk Statement";
export const NO_PLAN = "No remediation plan recorded.";
export const PLAN = "Remediation plan";
export const RECOMMENDATION = "Recommendation";
export const NO_TITLE = "POA&M item";
export const NO_DESCRIPTION = "No description.";

/** Titles of entries in the risk log. */
export const LOG = {
  status: "Status",
  changes: "Milestone changes",
  checkIn: "Vendor check-in",
  closed: "Risk closed",
} as const;

/** Deviations: the field, and the name of its property and of the observation that explains it. */
export const DEVIATIONS = [
  { field: "riskAdjustment", name: "risk-adjustment" },
  { field: "falsePositive", name: "false-positive" },
  { field: "operationalRequirement", name: "operational-requirement" },
] as const;
