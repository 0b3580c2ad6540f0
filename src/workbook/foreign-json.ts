import { UserError } from "../model/user-error.js";

/** Refuses a JSON file that holds no items of a POA&M: by name where it is known what it is. */
export function refuseForeignJson(value: unknown, name: string): never {
  const kind = isRecord(value) ? KINDS.find(({ is }) => is(value))?.kind : undefined;
  throw new UserError(
    "json",
    kind === undefined
      ? `${name} is JSON, but neither items written by poam convert nor an OSCAL POA&M.`
      : `${name} is ${kind}, not a POA&M.`,
  );
}

type Json = Readonly<Record<string, unknown>>;

const KINDS: readonly { readonly kind: string; readonly is: (json: Json) => boolean }[] = [
  ...[
    ["system-security-plan", "system security plan"],
    ["assessment-plan", "assessment plan"],
    ["assessment-results", "assessment result"],
    ["component-definition", "component definition"],
    ["catalog", "catalog"],
    ["profile", "profile"],
  ].map(([key, title]) => ({
    kind: `an OSCAL ${title}`,
    is: (json: Json) => isRecord(json[key!]) && "metadata" in (json[key!] as Json),
  })),
  { kind: "a SARIF log", is: ({ runs, $schema }) => Array.isArray(runs) || /sarif/i.test(String($schema)) },
  {
    kind: "what poam lint, status or another command printed",
    is: ({ tool }) => isRecord(tool) && tool.name === "poam",
  },
  {
    kind: "CISA's catalogue of known exploited vulnerabilities",
    is: (json) => "catalogVersion" in json && "vulnerabilities" in json,
  },
  {
    kind: "a Heimdall (HDF) result",
    is: (json) => Array.isArray(json.profiles) && ("statistics" in json || "platform" in json),
  },
  { kind: "a STIG checklist", is: ({ stigs }) => Array.isArray(stigs) },
  { kind: "a CycloneDX document", is: ({ bomFormat }) => bomFormat === "CycloneDX" },
  { kind: "an SPDX document", is: ({ spdxVersion }) => typeof spdxVersion === "string" },
  {
    kind: "a FedRAMP vulnerability report",
    is: (json) => "$schemaVersion" in json || VER_LISTS.some((list) => Array.isArray(json[list])),
  },
  {
    kind: "a template of poam's",
    is: ({ id, framework, sheets }) => typeof id === "string" && typeof framework === "string" && Array.isArray(sheets),
  },
  {
    kind: "evaluation facts for poam (poam.ver.json)",
    is: (json) =>
      isRecord(json.items) &&
      Object.values(json.items).every(isRecord) &&
      Object.keys(json).every((key) => VER_KEYS.includes(key)),
  },
  { kind: "a poam config", is: (json) => ["rules", "packs", "extends", "asOf"].some((key) => key in json) },
];

/** What the three reports that poam convert writes list, and what else poam.ver.json may say. */
const VER_LISTS = ["vulnerabilities", "acceptedVulnerabilities", "activeVulnerabilities"];
const VER_KEYS = ["$schema", "certificationPackageOverviewUri", "reportPeriod", "class", "items"];

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
