import { describe, expect, it } from "vitest";
import type { VerFacts } from "../../src/model/evidence.js";
import type { VerActivity } from "../../src/model/ver-report.js";
import { verActivity } from "../../src/ver/activity.js";
import { carried, EVALUATED, item, SETTINGS, sidecar } from "./items.js";

type ItemArgs = Parameters<typeof item>;

/** One item by itself: where it is listed, and as what. */
function alone(fields: ItemArgs[0], facts: VerFacts = EVALUATED, more: ItemArgs[1] = {}, settings = SETTINGS) {
  const activity = verActivity(carried(item(fields, more)), sidecar({ "V-1": facts }), settings);
  const [active] = activity.history.active;
  const [accepted] = activity.history.accepted;
  const { detail, acceptanceRationale } = (active ?? accepted)!;
  return { activity, detail, acceptanceRationale, missing: activity.gaps.map(({ fact }) => fact) };
}

const idsOf = (list: VerActivity["vulnerabilities"]) => list.map(({ detail }) => detail.providerTrackingId);

describe("final disposition", () => {
  it.each([
    ["open", {}, {}, undefined],
    ["open", { falsePositive: "Pending" }, {}, undefined],
    ["open", { falsePositive: "Yes" }, {}, undefined],
    ["open", { riskAdjustment: "Yes", adjustedRating: "Low" }, {}, undefined],
    ["open", {}, { finalDisposition: "Partially Mitigated" }, "Partially Mitigated"],
    ["closed", { completedOn: "2026-11-20" }, {}, "Fully Mitigated"],
    ["closed", { completedOn: "2026-11-20", falsePositive: "No" }, {}, "Fully Mitigated"],
    ["closed", { completedOn: "2026-11-20", falsePositive: "Pending" }, {}, "Fully Mitigated"],
    ["closed", { completedOn: "2026-11-20", falsePositive: "yes" }, {}, "False Positive"],
    ["closed", { statusDate: "2026-11-20", operationalRequirement: "Yes" }, {}, "Fully Mitigated"],
    ["closed", { completedOn: "2026-11-20" }, { finalDisposition: "Partially Mitigated" }, "Partially Mitigated"],
    ["configuration", {}, {}, undefined],
    ["configuration", { status: "Completed", completedOn: "2026-11-20" }, {}, "Fully Mitigated"],
  ] as const)("%s %o %o: %s", (state, fields, facts, disposition) => {
    const { detail, acceptanceRationale, missing } = alone(fields, { ...EVALUATED, ...facts }, { state });
    expect(detail.finalDisposition).toBe(disposition);
    expect(acceptanceRationale).toBeUndefined();
    expect(missing).toEqual([]);
  });
});

describe("accepted vulnerabilities", () => {
  // 2026-05-14 + 192 days = 2026-11-22, the as-of day (17 + 30 + 31 + 31 + 30 + 31 + 22 = 192).
  it.each([
    ["an approved operational requirement", { operationalRequirement: "Yes" }, {}, "Operational requirement approved"],
    ["one that is pending", { operationalRequirement: "Pending" }, {}, undefined],
    ["evaluated 192 days ago", { detectedOn: "2026-05-01" }, { evaluatedOn: "2026-05-14" }, undefined],
    [
      "evaluated 193 days ago",
      { detectedOn: "2026-05-01" },
      { evaluatedOn: "2026-05-13" },
      "Not fully mitigated within 192 days of evaluation (VER-TFR-MAV)",
    ],
    ["the provider's own word", {}, { acceptanceRationale: "Isolated enclave." }, "Isolated enclave."],
    [
      "its word about a requirement",
      { operationalRequirement: "Yes", deviationRationale: "Plant" },
      { acceptanceRationale: "Isolated." },
      "Isolated.",
    ],
    [
      "old, and an approved false positive",
      { detectedOn: "2025-01-01", falsePositive: "Yes" },
      { evaluatedOn: "2025-01-01" },
      undefined,
    ],
    [
      "old, and fully mitigated",
      { detectedOn: "2025-01-01" },
      { evaluatedOn: "2025-01-01", finalDisposition: "Fully Mitigated" },
      undefined,
    ],
  ] as const)("%s", (_, fields, facts, rationale) => {
    const { activity, acceptanceRationale, detail } = alone(fields, { ...EVALUATED, rating: 1, ...facts });
    expect(acceptanceRationale).toBe(rationale);
    expect(idsOf(activity.accepted)).toEqual(rationale ? ["V-1"] : []);
    expect(idsOf(activity.vulnerabilities)).toEqual(rationale ? [] : ["V-1"]);
    if (rationale) expect(detail).toMatchObject({ overdueStatus: undefined, finalDisposition: undefined });
  });

  it("no age from detection makes an item accepted: without an evaluation it is asked for", () => {
    const { activity, missing } = alone({ detectedOn: "2020-01-01" }, {});
    expect(activity.accepted).toEqual([]);
    expect(missing).toEqual(["evaluatedOn", "internetReachable", "likelyExploitable", "rating"]);
  });

  it("tells the POA&M's own rationale only on request", () => {
    const fields = { operationalRequirement: "Yes", deviationRationale: "Needed by the mission." };
    expect(alone(fields).acceptanceRationale).toBe("Operational requirement approved");
    const settings = { ...SETTINGS, withDescription: true };
    expect(alone(fields, EVALUATED, {}, settings).acceptanceRationale).toBe("Needed by the mission.");
  });
});

describe("facts that cannot be so are asked for again, and told", () => {
  const misdated =
    "1 item evaluated after 2026-11-22 or before the detection: that day does not count, and is asked for again.";
  // Detected on 2026-11-02. An evaluation of 2025 would make it an accepted vulnerability, being older than 192 days.
  it.each([
    ["on the day of detection", "2026-11-02", []],
    ["before it", "2026-11-01", ["evaluatedOn"]],
    ["long before it", "2025-01-01", ["evaluatedOn"]],
    ["on the as-of day", "2026-11-22", []],
    ["after it", "2026-11-23", ["evaluatedOn"]],
  ])("evaluated %s", (_, evaluatedOn, missing) => {
    const found = alone({}, { ...EVALUATED, evaluatedOn });
    expect(found.missing).toEqual(missing);
    expect(found.activity.accepted).toEqual([]);
    expect(found.detail.evaluationCompletedAt).toBe(missing.length > 0 ? undefined : `${evaluatedOn}T00:00:00Z`);
    expect(found.activity.notes.includes(misdated)).toBe(missing.length > 0);
  });

  it.each([
    [1, true],
    [2, false],
    [5, false],
  ] as const)("a current rating of 2 that is to become %d", (targetRating, isKept) => {
    const next = { estimatedAt: "2026-12-01", targetRating };
    const { detail, activity } = alone({}, { ...EVALUATED, projectedNextReduction: next });
    const kept = { estimatedAt: "2026-12-01T00:00:00Z", targetRating };
    expect(detail.projectedNextReduction).toEqual(isKept ? kept : undefined);
    expect(
      activity.notes.includes(
        "1 item with a projected rating that is not below the current one: the projection is left out.",
      ),
    ).toBe(!isKept);
  });
});

describe("overdue", () => {
  const soon = { evaluatedOn: "2026-11-18", internetReachable: true, likelyExploitable: true, rating: 4 } as const;
  // Class C, N4, reachable and exploitable: 4 days, so from the 18th to the 22nd.
  it.each([
    ["on the last day of its timeframe", {}, soon, { isOverdue: false }, []],
    ["a day later", {}, { ...soon, evaluatedOn: "2026-11-17" }, undefined, ["explanation"]],
    [
      "a day later, explained",
      {},
      { ...soon, evaluatedOn: "2026-11-17", explanation: "Fix in test." },
      { isOverdue: true, explanation: "Fix in test." },
      [],
    ],
    [
      "a day later, waiting for a vendor",
      { vendorDependency: "Yes", vendorCheckIn: "2026-11-01", vendorProduct: "Plant" },
      { ...soon, evaluatedOn: "2026-11-17" },
      { isOverdue: true, explanation: "Vendor dependency: waits for the vendor's fix; last check-in 2026-11-01." },
      [],
    ],
    ["its timeframe goes before its own date", { scheduledCompletion: "2026-11-01" }, soon, { isOverdue: false }, []],
    ["N1 has no timeframe", { scheduledCompletion: "2026-11-01" }, { ...soon, rating: 1 }, { isOverdue: false }, []],
    ["nothing set", {}, { ...EVALUATED, likelyExploitable: undefined }, undefined, ["likelyExploitable"]],
    [
      "by its own date, the same day",
      { scheduledCompletion: "2026-11-22" },
      {},
      { isOverdue: false },
      ["evaluatedOn", "internetReachable", "likelyExploitable", "rating"],
    ],
    [
      "by its own date, a day later",
      { scheduledCompletion: "2026-11-21" },
      {},
      undefined,
      ["evaluatedOn", "internetReachable", "likelyExploitable", "rating", "explanation"],
    ],
    [
      "the revised date goes before",
      { scheduledCompletion: "2026-11-21", revisedCompletion: "2026-12-21" },
      {},
      { isOverdue: false },
      ["evaluatedOn", "internetReachable", "likelyExploitable", "rating"],
    ],
    [
      "likely to be, explained",
      {},
      { ...soon, explanation: "At risk." },
      { isOverdue: false, explanation: "At risk." },
      [],
    ],
  ] as const)("%s", (_, fields, facts, overdueStatus, missing) => {
    const own = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
    const found = alone(fields, own as VerFacts);
    expect(found.detail.overdueStatus).toEqual(overdueStatus);
    expect(found.missing).toEqual(missing);
  });

  it("class B has the time that class C does not", () => {
    const facts = { ...soon, evaluatedOn: "2026-11-15" };
    expect(alone({}, facts).missing).toEqual(["explanation"]);
    expect(alone({}, facts, {}, { ...SETTINGS, class: "B" }).detail.overdueStatus).toEqual({ isOverdue: false });
  });
});

describe("what a person must supply", () => {
  it.each([
    ["no id", { id: "" }, "open", ["trackingId"]],
    ["an id that is none", { id: "TBD" }, "open", ["trackingId"]],
    ["no detection date", { detectedOn: "" }, "open", ["detectedAt"]],
    ["a date that nobody can read", { detectedOn: "last spring" }, "open", ["detectedAt"]],
    ["no source", { source: "" }, "open", ["detectionSource"]],
    ["a source that is none", { source: "N/A" }, "open", ["detectionSource"]],
    ["closed on no day", {}, "closed", ["closedOn"]],
  ] as const)("%s", (_, fields, state, missing) => {
    const place = "'Open POA&M Items'!B6";
    const activity = verActivity(
      carried(item(fields, { state })),
      sidecar({ "V-1": EVALUATED, [place]: EVALUATED }),
      SETTINGS,
    );
    expect(activity.gaps.map(({ fact }) => fact)).toEqual(missing);
  });

  it("asks nothing of items closed before the period but what the schema requires", () => {
    const { missing, activity } = alone({ completedOn: "2026-10-31", source: "" }, {}, { state: "closed" });
    expect(missing).toEqual(["detectionSource"]);
    expect(activity.vulnerabilities).toEqual([]);
  });

  it.each(["open", "closed"] as const)("asks of an %s false positive only when it was evaluated", (state) => {
    const { missing } = alone({ completedOn: "2026-11-20", falsePositive: "Yes" }, {}, { state });
    expect(missing).toEqual(["evaluatedOn"]);
  });

  it("asks for the address of the package overview, once", () => {
    const settings = { ...SETTINGS, certificationPackageOverviewUri: undefined };
    const { gaps } = verActivity(
      carried(item({}), item({ id: "V-2" })),
      sidecar({ "V-1": EVALUATED, "V-2": EVALUATED }),
      settings,
    );
    expect(gaps).toEqual([{ fact: "certificationPackageOverviewUri", item: undefined }]);
    const known = { ...sidecar({ "V-1": EVALUATED }), certificationPackageOverviewUri: "https://example.com/x" };
    expect(verActivity(carried(item({})), known, settings).gaps).toEqual([]);
  });

  it("asks for another tracking id where two items have one, and knows them by their places", () => {
    const items = [item({}, {}, 6), item({ detectedOn: "2026-11-03" }, {}, 7)];
    const { gaps } = verActivity(carried(...items), sidecar({ "V-1": EVALUATED }), SETTINGS);
    expect(gaps.map(({ fact, item }) => [fact, item?.key])).toEqual([["trackingId", "'Open POA&M Items'!B7"]]);
    const told = sidecar({ "V-1": EVALUATED, "'Open POA&M Items'!B7": { trackingId: "V-1b" } });
    const activity = verActivity(carried(...items), told, SETTINGS);
    expect(activity.gaps).toEqual([]);
    expect(idsOf(activity.vulnerabilities)).toEqual(["V-1", "V-1b"]);
  });
});

describe("the period", () => {
  const october = { from: "2026-10-01", to: "2026-10-31" };
  it.each([
    ["open", { detectedOn: "2026-10-31" }, true, undefined],
    ["open", { detectedOn: "2026-11-01" }, false, undefined],
    ["closed", { detectedOn: "2026-09-01", completedOn: "2026-09-30" }, false, undefined],
    ["closed", { detectedOn: "2026-09-01", completedOn: "2026-10-01" }, true, "Fully Mitigated"],
    ["closed", { detectedOn: "2026-09-01", completedOn: "2026-10-31" }, true, "Fully Mitigated"],
    ["closed", { detectedOn: "2026-09-01", statusDate: "2026-10-31" }, true, "Fully Mitigated"],
    ["closed", { detectedOn: "2026-09-01", completedOn: "2026-11-01" }, true, undefined],
  ] as const)("%s %o: in October %s, %s", (state, fields, isIn, disposition) => {
    const { activity } = alone(fields, EVALUATED, { state }, { ...SETTINGS, reportPeriod: october });
    expect(idsOf(activity.vulnerabilities)).toEqual(isIn ? ["V-1"] : []);
    expect(activity.vulnerabilities[0]?.detail.finalDisposition).toBe(disposition);
    expect(idsOf(activity.history.active)).toEqual(["V-1"]);
    expect(activity.history.active[0]!.detail.finalDisposition).toBe(
      state === "closed" ? "Fully Mitigated" : undefined,
    );
  });

  it("is the month of the as-of day where nobody says, and a note tells it", () => {
    const { activity } = alone({}, EVALUATED, {}, { ...SETTINGS, reportPeriod: undefined });
    expect(activity.period).toEqual({ from: "2026-11-01", to: "2026-11-30" });
    expect(activity.notes[0]).toBe(
      "No report period was given: the reports cover 2026-11-01 to 2026-11-30, the month of 2026-11-22.",
    );
  });

  it("leaves out what was found after the as-of day, and documents' deficiencies, and says so", () => {
    const items = [item({ detectedOn: "2026-11-23" }), item({ id: "D-1" }, { state: "documentation" })];
    const { history, notes } = verActivity(carried(...items), sidecar(), SETTINGS);
    expect([...history.active, ...history.accepted]).toEqual([]);
    expect(notes).toEqual([
      "1 deficiency of documents (PL-2) left out: they are no vulnerabilities.",
      "1 item left out: detected after 2026-11-22.",
    ]);
  });
});

describe("extra columns", () => {
  it("are read as the sidecar is, which goes before them", () => {
    const others = {
      "Internet-reachable": "yes",
      "LIKELY EXPLOITABLE": "No",
      "n-rating": "N3",
      "Evaluation Date": "2026-11-04",
      Remarks: "N5",
    };
    const { activity } = alone({}, { rating: 2 }, { others });
    expect(activity.gaps).toEqual([]);
    expect(activity.vulnerabilities[0]!.detail).toMatchObject({
      evaluationCompletedAt: "2026-11-04T00:00:00Z",
      isInternetReachable: true,
      isLikelyExploitable: false,
      currentRating: 2,
    });
  });

  it("that cannot be read are asked for again, and noted", () => {
    const others = { "Internet-Reachable": "sometimes", PAIN: "high", "Evaluation Date": "03/04/2026" };
    const { missing, activity } = alone({}, { likelyExploitable: false }, { others });
    expect(missing).toEqual(["evaluatedOn", "internetReachable", "rating"]);
    expect(activity.notes).toEqual(
      expect.arrayContaining(Object.keys(others).map((heading) => `In column ${heading}, 1 value cannot be read.`)),
    );
  });
});

describe("description", () => {
  it.each([
    [{ controls: "ra-5", originalRating: "High" }, "Weakness found by Nessus, control RA-5, original risk rating High"],
    [{ controls: "SI-2, AC-2 (1)" }, "Weakness found by Nessus, controls SI-2, AC-2(1)"],
    [{ controls: "host10.corp.example", originalRating: "as told by bob" }, "Weakness found by Nessus"],
    [{ source: "", originalRating: "med" }, "Weakness, original risk rating Moderate"],
  ])("%o", (fields, description) => {
    expect(alone(fields).detail.vulnerabilityDescription).toBe(description);
  });

  it.each([
    ["Nessus 10.5", true],
    ["Tenable.io", true],
    ["Annual Assessment 2025 (3PAO)", true],
    ["FY26 self-assessment", true],
    ["Nessus plugin 104743", false],
    ["Scan: CVE-2021-44228", false],
    ["Qualys QID 38628", false],
    ["10863 (Nessus)", false],
    ["Nessus on 10.2.3.4", false],
    ["Nessus on db.corp.example", false],
    ["Burp at https://portal/login", false],
    ["Nessus on web-01", false],
    ["Nessus at Payroll", false],
  ])("names the source %s: %s", (source, isNamed) => {
    const { detail, activity } = alone({ source, assets: "payroll" });
    expect(detail.vulnerabilityDescription).toBe(isNamed ? `Weakness found by ${source}` : "Weakness");
    expect(detail.detection.detectionSource).toBe(source);
    const told =
      "1 item with a source that seems to name a vulnerability, a plugin or an asset: it is told as the detection source alone.";
    expect(activity.notes.includes(told)).toBe(!isNamed);
  });

  it("is the provider's own where the sidecar has one, or the POA&M's on request", () => {
    const facts = { ...EVALUATED, description: "A library is out of date." };
    expect(alone({ description: "Plant" }, facts).detail.vulnerabilityDescription).toBe("A library is out of date.");
    const told = alone({ description: "TLS 1.0 is on." }, EVALUATED, {}, { ...SETTINGS, withDescription: true });
    expect(told.detail.vulnerabilityDescription).toBe("TLS 1.0 is on.");
  });
});
