import { describe, expect, it } from "vitest";
import { BASELINES, controlsOf } from "../src/catalogs/baselines.js";
import { allCcis, findCci } from "../src/catalogs/cci.js";
import { findRequirement, requirementsOf } from "../src/catalogs/cmmc.js";
import { findControl } from "../src/catalogs/find-control.js";
import { NIST_800_53_R4, PRIVACY_800_53_R4 } from "../src/catalogs/nist-800-53-r4.js";
import { NIST_800_53_R5 } from "../src/catalogs/nist-800-53-r5.js";
import { NIST_800_171_R2 } from "../src/catalogs/nist-800-171-r2.js";
import { NIST_800_171_R3 } from "../src/catalogs/nist-800-171-r3.js";

const ids = (lines: string) => [...lines.matchAll(/^([^|\n]+)/gm)].map(([id]) => id);

describe("NIST SP 800-53", () => {
  it.each([
    ["revision 5", NIST_800_53_R5, 5, 1196, 182],
    ["revision 4", NIST_800_53_R4, 4, 922, 96],
    ["revision 4, Appendix J", PRIVACY_800_53_R4, 4, 36, 0],
  ] as const)("%s has its ids, each once", (_, lines, revision, count, withdrawn) => {
    const all = ids(lines);
    expect(new Set(all).size).toBe(count);
    expect(all.filter((id) => findControl("800-53", id, revision)?.withdrawn)).toHaveLength(withdrawn);
    for (const id of all) expect(findControl("800-53", id, revision)?.id).toBe(id);
  });

  it.each([
    ["AC-2", undefined, "Account Management", false, [], "NIST SP 800-53 r5"],
    ["AC-2(10)", undefined, "Shared and Group Account Credential Change", true, ["AC-2k"], "NIST SP 800-53 r5"],
    ["SA-12", 5, "Supply Chain Protection", true, ["SR"], "NIST SP 800-53 r5"],
    ["SA-12", 4, "Supply Chain Protection", false, [], "NIST SP 800-53 r4"],
    ["AR-2", undefined, "", false, [], "NIST SP 800-53 r4"],
  ] as const)("%s", (id, revision, title, withdrawn, successors, catalogue) => {
    expect(findControl("800-53", id, revision)).toEqual({ id, title, withdrawn, successors, catalogue });
  });

  it("says nothing of ids that are none", () => {
    for (const id of ["AC-99", "AC-2(99)", "ac-2", "CM", "", "__proto__", "constructor"]) {
      expect(findControl("800-53", id)).toBeUndefined();
    }
  });

  it("names successors that are in force", () => {
    for (const id of ids(NIST_800_53_R5)) {
      for (const next of findControl("800-53", id)!.successors.filter((name) => name.length > 2)) {
        const base = next.replace(/[a-z]$/, "");
        expect(findControl("800-53", base)?.withdrawn, `${id} → ${next}`).toBe(base === "IA-5(11)" ? undefined : false);
      }
    }
  });

  it("has the baselines' sizes", () => {
    const sizes = Object.fromEntries(BASELINES.map((name) => [name, controlsOf(name).size]));
    expect(sizes).toMatchObject({
      "nist-r5-low": 149,
      "nist-r5-moderate": 287,
      "nist-r5-high": 370,
      "nist-r5-privacy": 96,
      "fedramp-r5-li-saas": 156,
      "fedramp-r5-low": 156,
      "fedramp-r5-moderate": 323,
      "fedramp-r5-high": 410,
    });
    expect(controlsOf("nist-r5-moderate").has("AC-2(1)")).toBe(true);
    expect(controlsOf("nist-r5-low").has("AC-2(1)")).toBe(false);
  });
});

describe("NIST SP 800-171 and CMMC", () => {
  it("has the 110 requirements and their weights: 110 - 313 = -203", () => {
    const all = requirementsOf(2);
    expect(new Set(ids(NIST_800_171_R2)).size).toBe(110);
    expect(all).toHaveLength(110);
    expect(all.reduce((sum, { points = 0 }) => sum + points, 0)).toBe(313);
    const counts = (points: number | undefined) => all.filter((one) => one.points === points).length;
    expect([5, 3, 1, undefined].map(counts)).toEqual([44, 14, 51, 1]);
    expect(all.filter(({ partialPoints }) => partialPoints === 3).map(({ nist }) => nist)).toEqual([
      "3.5.3",
      "3.13.11",
    ]);
  });

  it("knows what a Conditional status allows", () => {
    const eligible = (level: 2 | 3, as: string) => requirementsOf(level).filter((one) => one.eligible === as);
    expect(["never", "yes", "conditional"].map((as) => eligible(2, as).length)).toEqual([63, 46, 1]);
    expect(eligible(2, "conditional")[0]!.id).toBe("SC.L2-3.13.11");
    expect(requirementsOf(3)).toHaveLength(24);
    expect(eligible(3, "never").map(({ id }) => id)).toEqual([
      "IR.L3-3.6.1e",
      "IR.L3-3.6.2e",
      "RA.L3-3.11.1e",
      "RA.L3-3.11.4e",
      "RA.L3-3.11.6e",
      "RA.L3-3.11.7e",
      "SI.L3-3.14.3e",
    ]);
  });

  it("has Level 1 under both kinds of id", () => {
    expect(requirementsOf(1)).toHaveLength(15);
    expect(findRequirement("AC.L1-b.1.i")).toMatchObject({ level: 1, eligible: "never" });
    expect(findRequirement("AC.L1-3.1.1")).toMatchObject({ level: 1, title: "Authorized Access Control" });
    expect(findRequirement("AC.L1-3.1.3")).toBeUndefined();
  });

  it.each([
    ["3.11.2", "RA.L2-3.11.2", 5],
    ["RA.L2-3.11.2", "RA.L2-3.11.2", 5],
    ["CA.L2-3.12.4", "CA.L2-3.12.4", undefined],
    ["RA.L3-3.11.1e", "RA.L3-3.11.1e", 1],
  ])("%s", (id, own, points) => {
    expect(findRequirement(id)).toMatchObject({ id: own, points });
    expect(findControl("cmmc", own)?.id).toBe(own);
  });

  it("has revision 3 with its withdrawn ids and their successors", () => {
    const all = ids(NIST_800_171_R3).map((id) => findControl("800-171r3", id)!);
    expect(all).toHaveLength(130);
    expect(all.filter(({ withdrawn }) => withdrawn)).toHaveLength(33);
    expect(findControl("800-171r3", "03.04.07")?.successors).toEqual(["03.04.06", "03.04.08"]);
    expect(findControl("800-171r3", "03.07.01")?.successors).toEqual([]);
    expect(findControl("800-171r2", "03.01.01")).toBeUndefined();
  });
});

describe("CCI", () => {
  it("has 5,098 entries, 71 of them deprecated", () => {
    const all = [...allCcis()];
    expect(all).toHaveLength(5098);
    expect(all.filter(({ deprecated }) => deprecated)).toHaveLength(71);
    expect(all.filter(({ revision5 }) => revision5 === undefined)).toHaveLength(1284);
    expect(all.filter(({ revision4, revision5 }) => revision4 === undefined && revision5 === undefined)).toHaveLength(
      551,
    );
  });

  it.each([
    ["CCI-000001", "AC-1 a 1", undefined],
    ["CCI-000017", "AC-2 (3)", "AC-2 (3) (d)"],
    ["CCI-000366", "CM-6 b", "CM-6 b"],
    ["CCI-002523", "SC-37", "SC-37, SC-37 (1)"],
  ])("%s", (id, revision4, revision5) => {
    expect(findCci(id)).toEqual({ id, deprecated: false, revision4, revision5 });
  });

  it("knows deprecated ones, and no others", () => {
    expect(findControl("cci", "CCI-000191")?.withdrawn).toBe(true);
    expect(findCci("CCI-009999")).toBeUndefined();
  });
});
