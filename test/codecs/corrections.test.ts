import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assetsByLine, readAssets } from "../../src/codecs/assets.js";
import {
  catalogueSpelling,
  controlsParted,
  intendedControl,
  pointedEnhancement,
  respelled,
} from "../../src/codecs/controls.js";
import { correctedCves, readCves } from "../../src/codecs/cves.js";
import { hasTimeOfDay } from "../../src/codecs/date.js";
import { listedValue } from "../../src/codecs/list-value.js";
import { renumbered } from "../../src/codecs/milestones.js";
import { checksParted } from "../../src/codecs/security-checks.js";
import type { ControlNotation } from "../../src/model/control.js";
import { HOSTILE } from "./hostile.js";

const RATINGS = ["Low", "Moderate", "High", "N/A"];
const RAW = ["I", "II", "III"];
const STATUSES = ["Completed", "Ongoing", "Not Applicable", "Archived", "Risk Accepted"];

describe("listedValue", () => {
  it.each([
    ["medium", RATINGS, "rating", "Moderate"],
    [" HIGH\n", RATINGS, "rating", "High"],
    ["l", RATINGS, "rating", "Low"],
    ["n.a.", RATINGS, "rating", "N/A"],
    ["Modrate", RATINGS, "rating", "Moderate"],
    // Two slips, another scale, another rating, and a word so short that a slip makes another word of it.
    ["Mderat", RATINGS, "rating", undefined],
    ["II", RATINGS, "rating", undefined],
    ["CAT I", RATINGS, "rating", undefined],
    ["Critical", RATINGS, "rating", undefined],
    ["Hihg", RATINGS, "rating", undefined],
    ["None", RATINGS, "rating", undefined],
    ["", RATINGS, "rating", undefined],
    ["---", RATINGS, "rating", undefined],
    ["cat ii", RAW, "rating", "II"],
    ["High", RAW, "rating", undefined],
    // Both of a list's values mean it.
    ["CAT 1", ["I", "CAT I"], "rating", undefined],
    ["y", ["Yes", "No"], "answer", "Yes"],
    ["No.", ["Yes", "No", "Pending"], "answer", "No"],
    ["pending approval", ["Yes", "No"], "answer", undefined],
    ["pending approval", ["Yes", "No", "Pending"], "answer", "Pending"],
    // What reads an answer reads no status.
    ["y", ["Yes", "No"], "choice", undefined],
    ["risk-accepted", STATUSES, "choice", "Risk Accepted"],
    ["Complete", STATUSES, "choice", "Completed"],
    ["Closed", STATUSES, "choice", undefined],
    ["Open", STATUSES, "choice", undefined],
    ["Mod", RATINGS, "rating", "Moderate"],
    ["Mod.", RATINGS, "rating", "Moderate"],
    ["“High”;", RATINGS, "rating", "High"],
    ["na", RATINGS, "rating", "N/A"],
    ["N / A", RATINGS, "rating", "N/A"],
    ["on-going", STATUSES, "choice", "Ongoing"],
    ["RiskAccepted", STATUSES, "choice", "Risk Accepted"],
    ["other (see comments)", ["Other (see comments)"], "choice", "Other (see comments)"],
    // One number is no slip of another.
    ["Level 3", ["Level 2"], "choice", undefined],
    // Doubt, negation and comparison are not the list's to lose.
    ["Low?", RATINGS, "rating", undefined],
    [">Low", RATINGS, "rating", undefined],
    ["<High", RATINGS, "rating", undefined],
    ["≠High", RATINGS, "rating", undefined],
    ["!High", RATINGS, "rating", undefined],
    ["High / ?", RATINGS, "rating", undefined],
    ["High*", RATINGS, "rating", undefined],
    ["~High", RATINGS, "rating", undefined],
    ["-High", RATINGS, "rating", undefined],
    ["High-", RATINGS, "rating", undefined],
    ["High +", RATINGS, "rating", undefined],
    ["(High)", RATINGS, "rating", undefined],
    ["Thigh", RATINGS, "rating", undefined],
    ["nHigh", RATINGS, "rating", undefined],
    ["Modrate?", RATINGS, "rating", undefined],
    ["I/I", RAW, "rating", undefined],
    ["Yes?", ["Yes", "No", "Pending"], "answer", undefined],
    ["!Yes", ["Yes", "No", "Pending"], "answer", undefined],
    ["¬yes", ["Yes", "No", "Pending"], "answer", undefined],
    ["~Yes", ["Yes", "No", "Pending"], "answer", undefined],
    ["≠No", ["Yes", "No", "Pending"], "answer", undefined],
    ["pending?", ["Yes", "No", "Pending"], "answer", undefined],
  ] as const)("%j of %j as %s is %j", (text, list, kind, value) => {
    expect(listedValue(text, list, kind)).toBe(value);
  });
});

describe("correctedCves", () => {
  it.each([
    ["cve-2024-1234", "CVE-2024-1234"],
    ["See cve 2024 12345 (vendor) and CVE-2023-0001.", "See CVE-2024-12345 (vendor) and CVE-2023-0001."],
    ["CVE–2024–1234\nCVE_2023_0002", "CVE-2024-1234\nCVE-2023-0002"],
    ["CVE-2024-1234", undefined],
    ["N/A", undefined],
    ["2024-12345", undefined],
    ["cve-2024-1234, CVE-2024-12", undefined],
    ["CVE-2024-1234a", undefined],
  ])("%j is %j", (text, corrected) => {
    expect(correctedCves(text)).toBe(corrected);
  });

  it("keeps the ids that were read, and is done at once", () => {
    const id = fc.tuple(
      fc.constantFrom("CVE-", "cve-", "CVE ", "Cve–", "cve_", "CVE", "", "RHSA-"),
      fc.integer({ min: 1999, max: 2026 }),
      fc.constantFrom("-", " ", "–", ":"),
      fc.integer({ min: 1, max: 99_999 }),
    );
    const text = fc.array(fc.tuple(id, fc.constantFrom(", ", "\n", " ", "; see ")), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(text, (parts) => {
        const written = parts.map(([one, between]) => one.join("") + between).join("");
        const corrected = correctedCves(written);
        if (corrected === undefined) return;
        expect(readCves(corrected)).toEqual({ ids: readCves(written).ids, malformed: [] });
        expect(correctedCves(corrected)).toBeUndefined();
      }),
    );
  });
});

describe("assetsByLine", () => {
  it.each([
    ["web-01, web-02; web-3\ndb-01; db-02", "web-01\nweb-02\nweb-3\ndb-01\ndb-02"],
    ["web-01 (80/tcp, 443/tcp), web-02\nFirewall, primary", "web-01 (80/tcp, 443/tcp)\nweb-02\nFirewall, primary"],
    ["10.0.0.1, 10.0.0.2:443; 192.168.1.7", "10.0.0.1\n10.0.0.2:443\n192.168.1.7"],
    ["mail.a.example.com, db01.example.com", "mail.a.example.com\ndb01.example.com"],
    ["- web-01, web-02", "web-01\nweb-02"],
    ["https://a.example/x, https://b.example/y", "https://a.example/x\nhttps://b.example/y"],
    ["web-01\nweb-02", undefined],
    ["Firewall, primary", undefined],
    // Of several kinds: what follows may say more of the first.
    ...[
      "web-01, db-01",
      "web-01, us-east-1a",
      "web-01, RHEL8",
      "web-01, tcp/443",
      "web-01, 2026-03-04",
      "web-01, version-2",
      "10.0.0.1, 255.255.255.0",
      "10.0.0.1, 0.0.0.255",
      "10.0.0.1, CVE-2024-1234",
      "10.0.0.1, web-01",
      "host-1, SC-7",
      "dell-r740, rack-12",
      "web.example.com, db.example.org",
      // Of one kind, and no assets.
      "AC-2, AC-3",
      "CVE-2024-1234, CVE-2024-1235",
      "2026-03-04, 2026-03-05",
      "us-east-1, us-east-2",
      "us-gov-west-1a, us-gov-west-1b",
      "v1.2, v1.3",
      "RHEL8, RHEL9",
      "1.1.1, 1.1.2",
      "tcp443, tcp80",
      // A line that is not parted leaves the others as well.
      "web-01, web-02\nweb-03, RHEL8",
    ].map((text) => [text, undefined] as const),
    // The second is a port of the first.
    ["web-01 (80/tcp), 443/tcp", undefined],
  ])("%j is %j", (text, parted) => {
    expect(assetsByLine(text)).toBe(parted);
    if (parted) expect(readAssets(parted)).toEqual(readAssets(text));
  });
});

describe("controls", () => {
  const exists = (_: string, id: string) => ["AC-2", "AC-2(1)", "SC-13", "CCI-000366"].includes(id);

  it.each([
    ["ac-2(1), SI-2", "800-53", "AC-2(1), SI-2"],
    ["AC–2 (1) Account management", "800-53", "AC-2 (1) Account management"],
    ["see ac-20; ac-2", "800-53", undefined],
    ["ac-20; ac-2", "800-53", "AC-20; AC-2"],
    ["ac-2(1)(3), ac-2(1)(3)", "800-53", "AC-2(1)(3), AC-2(1)(3)"],
    ["AC-02(01)", "800-53", undefined],
    ["ac-2.1", "emass", "AC-2.1"],
    ["cci-000366", "emass", "CCI-000366"],
    ["ac-2, patching", "800-53", undefined],
  ] as const)("%j in %s is spelled %j", (text, notation, spelled) => {
    expect(respelled(text, notation, catalogueSpelling)).toBe(spelled);
  });

  it.each([
    ["AC2", "800-53", "AC-2"],
    ["sc 13, AC2(1)", "800-53", "SC-13, AC-2(1)"],
    ["CCI-366", "emass", "CCI-000366"],
    ["AC99", "800-53", undefined],
    ["AC2, patching", "800-53", undefined],
    ["AC-2.1", "800-53", undefined],
  ] as const)("%j in %s can only mean %j", (text, notation: ControlNotation, meant) => {
    expect(respelled(text, notation, (control) => intendedControl(control, exists))).toBe(meant);
  });

  it("takes a point for brackets only where it is asked to", () => {
    expect(respelled("AC-2.1, SC-13", "800-53", (one) => pointedEnhancement(one, exists))).toBe("AC-2(1), SC-13");
    expect(respelled("AC-2.9", "800-53", (one) => pointedEnhancement(one, exists))).toBeUndefined();
  });

  it.each([
    ["AC-2, AC-3", ";", "AC-2; AC-3"],
    ["AC-2(1)(3)\nSI-2 (1)", ",", "AC-2(1)(3), SI-2 (1)"],
    ["RA-5 and SI-2", ",", "RA-5, SI-2"],
    ["AC-2(1), (3)", ";", undefined],
    ["NIST SP 800-53: AC-2, AC-3", ";", undefined],
    ["AC-17 Remote Access, Wireless, AC-3", ";", undefined],
    ["AC-2, patching", ";", undefined],
    ["AC-2 & AC-3 / AC-4 | AC-5", ";", "AC-2; AC-3; AC-4; AC-5"],
    ["AC-2a., AC-3 (b)", ";", "AC-2a.; AC-3 (b)"],
    // Ranges, choices, exceptions and their like.
    ["AC-1 through AC-3", ",", undefined],
    ["AC-1 thru AC-3, AC-7", ",", undefined],
    ["AC-1 to AC-3", ",", undefined],
    ["AC-1 until AC-3", ",", undefined],
    ["AC-1 - AC-3, AC-7", ",", undefined],
    ["AC-1:AC-3, AC-7", ",", undefined],
    ["AC-2 not AC-3", ",", undefined],
    ["AC-2, except AC-3", ",", undefined],
    ["AC-2, AC-3 (not AC-4)", ",", undefined],
    ["no AC-2, AC-3", ",", undefined],
    ["AC-2 or AC-3", ",", undefined],
    ["AC-2 and/or AC-3", ",", undefined],
    ["AC-2 superseded by AC-3", ",", undefined],
    ["AC-2 per AC-3", ",", undefined],
    ["AC-2 in AC-3", ",", undefined],
    ["AC-2 plus AC-3", ",", undefined],
    ["AC-2 + AC-3", ",", undefined],
    ["AC-2, AC-3 and", ",", undefined],
  ])("%j parted by %j is %j", (text, separator, parted) => {
    expect(controlsParted(text, "800-53", separator)).toBe(parted);
  });
});

it("makes no list of a range of assessment procedures", () => {
  expect(controlsParted("AC-2.1, AC-2.4", "emass", ";")).toBe("AC-2.1; AC-2.4");
  expect(controlsParted("AC-2.1 through AC-2.4", "emass", ";")).toBeUndefined();
});

describe("checksParted", () => {
  it.each([
    ["19506, 21745", "19506; 21745"],
    ["SV-1r1_rule\n2016-A-0279;V-1", "SV-1r1_rule; 2016-A-0279; V-1"],
    ["Nessus 19506, 21745", undefined],
  ])("%j is %j", (text, parted) => {
    expect(checksParted(text, ";")).toBe(parted);
  });
});

describe("renumbered", () => {
  it.each([
    [
      "(1) 2026-06-15 : a\n\n(1) 2026-06-30 : b\non 12 hosts (linux)\n\n(2) 2026-07-01 : c",
      "(1) 2026-06-15 : a\n\n(2) 2026-06-30 : b\non 12 hosts (linux)\n\n(3) 2026-07-01 : c",
    ],
    [
      "(3) 2026-06-15 : a\r\n\r\n(3) 2026-06-30 : b\r\n\r\n(7) 2026-07-01 : c",
      "(3) 2026-06-15 : a\r\n\r\n(4) 2026-06-30 : b\r\n\r\n(7) 2026-07-01 : c",
    ],
    // A text refers to a number, or stands there twice.
    ["(1) 2026-06-15 : a, see (2)\n\n(1) 2026-06-30 : b\n\n(2) 2026-07-01 : c after (1)", undefined],
    ["(1) 2026-06-15 : a\n\n(1) 2026-06-30 : b, after milestone 1", undefined],
    ["(1) 2026-06-15 : a\n\n(1) 2026-06-30 : b\nin step 1", undefined],
    ["(1) 2026-06-15 : a\n\n(1) 2026-06-30 : b, once Steps 1 and 2 are done", undefined],
    ["(1) 2026-06-15 : a\n\n(1) 2026-06-30 : b, as #1", undefined],
    ["(1) 2026-06-15 : Patch\n\n(1) 2026-06-15 : patch", undefined],
    ["(1) 2026-06-15 : Patch\n\n(1) 2026-06-30 : Patch", undefined],
    // In order, out of order, with another fault besides.
    ["(1) 2026-06-15 : a\n\n(2) 2026-06-30 : b", undefined],
    ["(2) 2026-06-15 : a\n\n(1) 2026-06-30 : b", undefined],
    ["(1) 2026-06-15 : a\n(1) 2026-06-30 : b", undefined],
    ["(1) 2026-06-15 : a\n\n(1) June : b", undefined],
    ["N/A", undefined],
  ])("%j is %j", (text, numbered) => {
    expect(renumbered(text)).toBe(numbered);
  });
});

describe("hasTimeOfDay", () => {
  it.each([
    ["2026-03-14", false],
    ["March 14, 2026", false],
    ["2026-03-14 00:00:00", false],
    ["2026-03-14T00:00:00.000Z", false],
    ["3/14/2026 12:00 AM", false],
    ["3/14/2026 12:00 PM", true],
    ["2026-03-14 14:30", true],
    ["2026-03-14T00:00:01Z", true],
    ["2026-03-14T00:00:00-05:00", true],
  ])("%j: %s", (text, has) => {
    expect(hasTimeOfDay(text)).toBe(has);
  });
});

describe("texts made to stall", () => {
  it.each(HOSTILE)("%#", (text) => {
    for (const correct of [
      correctedCves,
      assetsByLine,
      renumbered,
      hasTimeOfDay,
      (one: string) => checksParted(one, ";"),
      (one: string) => controlsParted(one, "800-53", ";"),
      (one: string) => respelled(one, "800-53", catalogueSpelling),
    ]) {
      correct(text);
    }
  });
});
