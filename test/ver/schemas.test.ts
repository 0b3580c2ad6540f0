import { existsSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { verReports } from "../../src/ver/reports.js";
import { carried, EVALUATED, item, SETTINGS, sidecar } from "./items.js";

const FOLDER = "../shared/facts/schemas";
const SCHEMAS = {
  "vulnerability-detail.json": "fedramp-vulnerability-detail-report",
  "accepted-vulnerabilities.json": "fedramp-accepted-vulnerability-info",
  "historical-activity.json": "fedramp-historical-ver-activity",
} as const;

/** An open one, a late one, a closed one, a false positive, two accepted ones, a finding of the configuration. */
const ITEMS = [
  item({ id: "V-1", controls: "RA-5", originalRating: "High", scheduledCompletion: "2026-12-24" }, {}, 6),
  item({ id: "V-2", vendorDependency: "Yes", scheduledCompletion: "2026-11-10" }, {}, 7),
  item({ id: "V-3", completedOn: "2026-11-12" }, { state: "closed" }, 8),
  item({ id: "V-4", completedOn: "2026-11-12", falsePositive: "Yes" }, { state: "closed" }, 9),
  item({ id: "V-5", operationalRequirement: "Yes" }, {}, 10),
  item({ id: "V-6", detectedOn: "2026-01-04" }, {}, 11),
  item({ id: "V-7" }, { state: "configuration" }, 12),
];
const REACHED = { ...EVALUATED, internetReachable: true, likelyExploitable: true, rating: 5 } as const;
const COMPLETE = {
  "V-1": { ...EVALUATED, projectedNextReduction: { estimatedAt: "2026-12-01", targetRating: 1 } },
  "V-2": { ...REACHED, detectedAt: "2026-11-01T08:30Z" },
  "V-3": REACHED,
  "V-4": EVALUATED,
  "V-5": { ...EVALUATED, potentialAgencyImpact: "None.", supplementaryRiskInformation: "Filtered upstream." },
  "V-6": { ...EVALUATED, evaluatedOn: "2026-01-09" },
  "V-7": { ...EVALUATED, explanation: "May slip by a week." },
} as const;

describe("what a complete sidecar makes", () => {
  const { reports, gaps } = verReports(carried(...ITEMS), sidecar(COMPLETE), SETTINGS);

  it("has no gaps, and each item once in the reports of the period and once in the history", () => {
    expect(gaps).toEqual([]);
    const [detail, accepted, history] = reports.map(({ json }) => JSON.stringify(json));
    const idsIn = (text: string | undefined) =>
      [...text!.matchAll(/"providerTrackingId":"(.*?)"/g)].map(([, id]) => id!);
    expect(idsIn(detail)).toEqual(["V-1", "V-2", "V-3", "V-4", "V-7"]);
    expect(idsIn(accepted)).toEqual(["V-5", "V-6"]);
    expect(idsIn(history).sort()).toEqual(["V-1", "V-2", "V-3", "V-4", "V-5", "V-6", "V-7"]);
  });

  it("is, whole, what the facts say", () => {
    const { json } = verReports(carried(ITEMS[1]!), sidecar(COMPLETE), SETTINGS).reports[0]!;
    expect(json).toEqual({
      certificationPackageOverviewUri: "https://example.com/cpo.json",
      reportPeriod: { from: "2026-11-01T00:00:00Z", to: "2026-11-30T23:59:59Z" },
      vulnerabilities: [
        {
          providerTrackingId: "V-2",
          detection: { detectedAt: "2026-11-01T08:30:00Z", detectionSource: "Nessus" },
          vulnerabilityDescription: "Weakness found by Nessus",
          evaluationCompletedAt: "2026-11-03T00:00:00Z",
          isInternetReachable: true,
          isLikelyExploitable: true,
          currentRating: 5,
          overdueStatus: { isOverdue: true, explanation: "Vendor dependency: waits for the vendor's fix." },
          supplementaryRiskInformation: "Vendor dependency: waits for the vendor's fix.",
        },
      ],
    });
  });
});

describe.skipIf(!existsSync(FOLDER))("FedRAMP's schemas of 2026-06-24", () => {
  // As published, references go to `….json/$defs/…`: without a # that is no place in the file of common definitions.
  const text = (name: string) =>
    readFileSync(`${FOLDER}/${name}-schema-2026-06-24.json`, "utf8").replaceAll(".json/$defs/", ".json#/$defs/");
  // FedRAMP puts the version of its schemas under a keyword of its own.
  const ajv = new Ajv2020({ allErrors: true, keywords: ["$schemaVersion"] });
  ajv.addFormat("date-time", (value) => {
    const [, date, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.exec(value) ?? [];
    return date !== undefined && new Date(`${date}T${time}Z`).toISOString().startsWith(`${date}T${time}`);
  });
  ajv.addFormat("date", /^\d{4}-\d\d-\d\d$/);
  ajv.addFormat("uri", (value) => /^[a-z][a-z0-9+.-]*:/i.test(value) && URL.canParse(value));
  if (existsSync(FOLDER)) {
    for (const name of ["fedramp-common-definitions", ...Object.values(SCHEMAS)]) ajv.addSchema(JSON.parse(text(name)));
  }
  const idOf = (name: string) => `https://fedramp.gov/schemas/${name}-schema-2026-06-24.json`;
  const faults = (name: keyof typeof SCHEMAS, json: object) => {
    const validate = ajv.getSchema(idOf(SCHEMAS[name]))!;
    validate(JSON.parse(JSON.stringify(json)));
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
  const names = Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[];

  it.each(names)("%s of a complete sidecar", (name) => {
    for (const withDescription of [false, true]) {
      const settings = { ...SETTINGS, withDescription };
      const { reports } = verReports(carried(...ITEMS), sidecar(COMPLETE), settings);
      expect(faults(name, reports.find((one) => one.name === name)!.json)).toEqual([]);
    }
  });

  it.each(names)("%s without any sidecar: what the evaluation says is left out, as the schema allows", (name) => {
    const { reports, gaps } = verReports(carried(...ITEMS), sidecar(), SETTINGS);
    expect(gaps.length).toBeGreaterThan(0);
    expect(faults(name, reports.find((one) => one.name === name)!.json)).toEqual([]);
  });

  it.each([
    [
      "vulnerability-detail.json",
      ["", "/vulnerabilities/0", "/vulnerabilities/0/detection", "/vulnerabilities/0/detection"],
    ],
    ["accepted-vulnerabilities.json", [""]],
    [
      "historical-activity.json",
      ["", ...["", "/detection", "/detection"].map((at) => `/activeVulnerabilities/0${at}`)],
    ],
  ] as const)("%s misses only what it requires and nobody supplied, and each is a gap", (name, places) => {
    const settings = { ...SETTINGS, certificationPackageOverviewUri: undefined };
    const { reports, gaps } = verReports(carried(item({ id: "", detectedOn: "", source: "" })), sidecar(), settings);
    const found = faults(name, reports.find((one) => one.name === name)!.json);
    expect(found.map((fault) => fault.split(" ")[0])).toEqual(places);
    for (const fault of found) expect(fault).toContain("must have required property");
    expect(gaps.map(({ fact }) => fact)).toEqual([
      "certificationPackageOverviewUri",
      ...["trackingId", "detectedAt", "detectionSource"],
      ...["evaluatedOn", "internetReachable", "likelyExploitable", "rating"],
    ]);
  });

  it("finds a fault where there is one", () => {
    const { json } = verReports(carried(...ITEMS), sidecar(COMPLETE), SETTINGS).reports[0]!;
    const wrong = JSON.parse(JSON.stringify(json).replaceAll("2026-11-03T00:00:00Z", "2026-11-31T00:00:00Z"));
    wrong.vulnerabilities[1].overdueStatus = { isOverdue: true };
    expect(faults("vulnerability-detail.json", wrong)).toEqual(
      expect.arrayContaining([
        '/vulnerabilities/4/evaluationCompletedAt must match format "date-time"',
        "/vulnerabilities/1/overdueStatus must have required property 'explanation'",
      ]),
    );
  });
});
