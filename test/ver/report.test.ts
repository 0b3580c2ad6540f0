import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { memoryHost } from "../cli/memory-host.js";
import { asSet, rowsOfHtml, rowsOfMarkdown, rowsOfXlsx } from "../report/printed-rows.js";

const POAM = `POA&M ID,Weakness Name,Weakness Description,Source,Original Detection Date,Scheduled Completion Date,Status,Status Date,Controls,Original Risk Rating,Operational Requirement,Comments
V-1,planted name,planted text,Nessus,2026-11-02,2026-12-10,Open,2026-11-20,RA-5,High,,planted comment
V-2,planted name,planted text,Burp & co,2026-10-02,2026-12-10,Open,2026-11-20,AC-2,Low,,
V-3,planted name,planted text,Burp,2026-10-02,2026-12-10,Completed,2026-11-15,RA-5,Low,,
V-4,planted name,planted text,Nessus,2026-10-02,2026-12-10,Open,2026-11-20,RA-5,Low,Yes,
V-5,planted name,planted text,Nessus,2026-01-02,2026-12-10,Open,2026-11-20,RA-5,Low,,
`;
const EVALUATED = { internetReachable: true, likelyExploitable: true };
const SIDECAR = {
  certificationPackageOverviewUri: "https://example.com/cpo.json",
  class: "C",
  items: {
    "V-1": { ...EVALUATED, evaluatedOn: "2026-11-03", rating: 4, explanation: "Fix | in test." },
    "V-2": { evaluatedOn: "2026-10-03" },
    "V-3": { ...EVALUATED, evaluatedOn: "2026-10-03", rating: 2 },
    "V-4": { ...EVALUATED, evaluatedOn: "2026-10-03", rating: 1, acceptanceRationale: "Needed." },
    "V-5": { internetReachable: false, likelyExploitable: false, evaluatedOn: "2026-01-09", rating: 2 },
  },
};
const FILES = { "/home/me/poam.csv": POAM, "/home/me/poam.ver.json": JSON.stringify(SIDECAR) };

async function report(args: readonly string[], files: Readonly<Record<string, string>> = FILES) {
  const host = memoryHost({ files });
  const code = await main(["report", "--ver", "poam.csv", "--as-of", "2026-11-22", ...args], host);
  return { code, out: host.out(), err: host.err(), written: host.written };
}

describe("poam report --ver", () => {
  it("prints Markdown; what is missing goes to stderr, by kind", async () => {
    const { code, out, err } = await report([]);
    expect(code).toBe(0);
    expect(out).toMatch(/^# FedRAMP Vulnerability Report – 2026-11-01 to 2026-11-30\n/);
    expect(err).toBe(
      "poam: poam.csv: missing: of 1 item: whether internet-reachable (1), whether likely exploitable (1), N-rating (1). poam convert --to ver --missing lists them.\n",
    );
  });

  it("counts what its JSON lists", async () => {
    const { counts, reports, missing } = JSON.parse((await report(["-f", "json"])).out);
    const { vulnerabilities } = reports["vulnerability-detail.json"];
    const ids = (list: readonly { providerTrackingId: string }[]) => list.map((one) => one.providerTrackingId);
    expect(ids(vulnerabilities)).toEqual(["V-1", "V-2", "V-3"]);
    expect(counts).toEqual({
      ...{ reported: 3, active: 2, fullyMitigated: 1, partiallyMitigated: 0, falsePositive: 0, overdue: 1 },
      ...{ reachableAndExploitable: 1, accepted: 2 },
      byRating: [
        { rating: 5, active: 0, accepted: 0 },
        { rating: 4, active: 1, accepted: 0 },
        { rating: 3, active: 0, accepted: 0 },
        { rating: 2, active: 0, accepted: 1 },
        { rating: 1, active: 0, accepted: 1 },
        { rating: null, active: 1, accepted: 0 },
      ],
      missing: ["internetReachable", "likelyExploitable", "rating"].map((fact) => ({ fact, items: ["V-2"] })),
    });
    expect(missing).toEqual(
      ["internetReachable", "likelyExploitable", "rating"].map((fact) => ({ fact, item: "V-2", cell: "'poam'!A3" })),
    );
    const accepted = reports["accepted-vulnerabilities.json"].acceptedVulnerabilities;
    expect(accepted.map((one: { acceptanceRationale: string }) => one.acceptanceRationale)).toEqual([
      "Needed.",
      "Not fully mitigated within 192 days of evaluation (VER-TFR-MAV)",
    ]);
    expect(ids(reports["historical-activity.json"].activeVulnerabilities)).toEqual(["V-1", "V-2", "V-3"]);
  });

  it.each([
    ["markdown", "r.md", async (text: string) => rowsOfMarkdown(text)],
    ["html", "r.html", async (text: string) => rowsOfHtml(text)],
    ["xlsx", "r.xlsx", async (text: string) => rowsOfXlsx(Buffer.from(text, "latin1"))],
  ])("%s prints what the JSON says", async (_, name, rowsOf) => {
    const { code, out, written } = await report(["-o", name]);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    const printed = asSet(await rowsOf(written.get(`/home/me/${name}`)!));
    const found = (description: string, ...[id, detected, source, evaluated, reach, exploit, rating]: string[]) => [
      id,
      detected,
      source,
      `Weakness found by ${source}, control ${description}`,
      evaluated,
      reach,
      exploit,
      rating,
    ];
    const [nothing, low] = ["not supplied", "original risk rating Low"];
    const rows = [
      [
        ...found("RA-5, original risk rating High", "V-1", "2026-11-02", "Nessus", "2026-11-03", "yes", "yes", "N4"),
        "yes",
        "Fix | in test.",
        "",
      ],
      [
        ...found(`AC-2, ${low}`, "V-2", "2026-10-02", "Burp & co", "2026-10-03", nothing, nothing, nothing),
        "no",
        "",
        "",
      ],
      [
        ...found(`RA-5, ${low}`, "V-3", "2026-10-02", "Burp", "2026-10-03", "yes", "yes", "N2"),
        "",
        "",
        "Fully Mitigated",
      ],
      [...found(`RA-5, ${low}`, "V-4", "2026-10-02", "Nessus", "2026-10-03", "yes", "yes", "N1"), "Needed."],
      [
        ...found(`RA-5, ${low}`, "V-5", "2026-01-02", "Nessus", "2026-01-09", "no", "no", "N2"),
        "Not fully mitigated within 192 days of evaluation (VER-TFR-MAV)",
      ],
      ["Active", "2"],
      ["Accepted", "2"],
      ["N-rating", "1", "V-2"],
    ];
    for (const row of rows) expect([...printed]).toContain(row.join("\t"));
  });

  it("tells nothing of the POA&M's prose but on request", async () => {
    for (const format of ["markdown", "html", "json"]) {
      expect((await report(["-f", format])).out).not.toContain("planted");
    }
    const told = (await report(["-f", "json", "--with-description"])).out;
    expect(told).toContain("planted text");
    expect(told).toContain("planted comment");
    expect(told).not.toContain("planted name");
  });

  it("redacted, names items by their places and says nothing that anybody wrote", async () => {
    const { out } = await report(["-f", "json", "--redact", "--with-description"]);
    expect(out).toContain("'poam'!A2");
    expect(out).not.toMatch(/V-\d|planted|Nessus|Burp|Needed|Fix/);
  });

  it("takes the list of what is missing, filled in, over the sidecar beside the workbook", async () => {
    const files = {
      ...FILES,
      "/home/me/poam.config.json": '{ "ver": "missing.csv" }',
      "/home/me/missing.csv": "POA&M ID,Internet-Reachable,Likely Exploitable,N-Rating\nV-2,No,No,N3\n",
    };
    const { err, out } = await report(["-f", "json"], files);
    expect(err).toBe("");
    expect(JSON.parse(out).counts.missing).toEqual([]);
  });

  it.each([
    [["other.csv"], "--ver reports on one workbook. poam convert --to ver joins several."],
    [["--previous", "poam.csv"], "--ver reports on the period alone: it has no use for --previous."],
    [["-o", "poam.csv", "-f", "json"], "poam.csv is read in this run"],
    [["-o", "poam.ver.json"], "poam.ver.json is read in this run"],
  ])("%o is refused", async (args, message) => {
    const { code, err, written } = await report(args, { ...FILES, "/home/me/other.csv": POAM });
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(written.size).toBe(0);
  });

  it("--with-description without --ver is refused", async () => {
    const host = memoryHost({ files: FILES });
    expect(await main(["report", "poam.csv", "--with-description"], host)).toBe(2);
    expect(host.err()).toContain("give --ver with it");
  });
});

describe("poam.ver.json", () => {
  it.each([
    [
      '{ "certificationPackageOverviewUri": "cpo", "items": {} }',
      'certificationPackageOverviewUri cannot be "cpo"; it must be a full address, as https://example.com/cpo.json.',
    ],
    [
      '{ "certificationPackageOverviewUri": "https://a b", "items": {} }',
      'certificationPackageOverviewUri cannot be "https://a b"; it must be a full address, as https://example.com/cpo.json.',
    ],
    [
      '{ "reportPeriod": { "from": "2026-11-30", "to": "2026-11-01" }, "items": {} }',
      "reportPeriod: it ends before it begins.",
    ],
    [
      '{ "reportPeriod": { "from": "May" }, "items": {} }',
      'reportPeriod.from cannot be "May"; it must be a day, as 2026-03-14.',
    ],
    ['{ "class": "E", "items": {} }', 'class cannot be "E"; it must be A, B, C or D.'],
    ['{ "class": "C" }', "items is missing; it must be an object { … } of facts by POA&M id."],
    ['{ "item": {} }', "there is no key item. Did you mean items?"],
    ["[]", "the file cannot be a list; it must be an object { … }."],
    ['{ "items": { "V-1": [] } }', "item V-1: its facts cannot be a list; it must be an object { … }."],
    [
      '{ "items": { "V-1": { "detectedAt": "yesterday" } } }',
      'item V-1: detectedAt cannot be "yesterday"; it must be a day, as 2026-03-14, or a time with its zone, as 2026-03-14T09:30:00Z.',
    ],
    [
      '{ "items": { "V-1": {}, "V-2": { "rating": "N4" } } }',
      'item V-2: rating cannot be "N4"; it must be a number from 1 to 5.',
    ],
    ['{ "items": { "V-1": { "rating": 6 } } }', "item V-1: rating cannot be 6; it must be a number from 1 to 5."],
    [
      '{ "items": { "V-1": { "internetReachable": "yes" } } }',
      'item V-1: internetReachable cannot be "yes"; it must be true or false.',
    ],
    [
      '{ "items": { "V-1": { "finalDisposition": "Remediated" } } }',
      'item V-1: finalDisposition cannot be "Remediated"; it must be Fully Mitigated, Partially Mitigated or False Positive.',
    ],
    [
      '{ "items": { "V-1": { "description": " " } } }',
      'item V-1: description cannot be ""; it must be a text that is not blank.',
    ],
    [
      '{ "items": { "V-1": { "evaluatedon": "2026-11-03" } } }',
      "item V-1: there is no key evaluatedon. Did you mean evaluatedOn?",
    ],
    [
      '{ "items": { "V-1": { "projectedNextReduction": { "estimated": "2026-11-03", "targetRating": 1 } } } }',
      "item V-1: projectedNextReduction: there is no key estimated. Did you mean estimatedAt?",
    ],
    [
      '{ "items": { "V-1": { "projectedNextReduction": { "targetRating": 1 } } } }',
      "item V-1: projectedNextReduction.estimatedAt is missing; it must be a day, as 2026-03-14, or a time with its zone, as 2026-03-14T09:30:00Z.",
    ],
  ])("%s: %s", async (text, message) => {
    const { code, err } = await report([], { ...FILES, "/home/me/poam.ver.json": text });
    expect(code).toBe(2);
    expect(err).toContain(`poam.ver.json: ${message}`);
  });
});
