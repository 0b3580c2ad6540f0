import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ControlNotation, readControls } from "../../src/model/control.js";
import { HOSTILE } from "./hostile.js";

const shown = (text: string, notation: ControlNotation) =>
  readControls(text, notation).map(({ scheme, id }) => `${scheme} ${id ?? "?"}`);

describe("readControls", () => {
  it.each([
    ["AC-2", "800-53 AC-2"],
    ["AC-2(1)", "800-53 AC-2(1)"],
    ["AC-2 (1)", "800-53 AC-2(1)"],
    ["AC-02(01)", "800-53 AC-2(1)"],
    ["AC–2", "800-53 AC-2"],
    ["ac-2", "800-53 AC-2"],
    ["ac-2.1", "800-53 AC-2(1)"],
    ["AC-2a", "800-53 AC-2"],
    ["AC-2.a.", "800-53 AC-2"],
    ["AC-2(3)(d)", "800-53 AC-2(3)"],
    ["AC-1 a 1 (a)", "800-53 AC-1"],
    ["CM-6 b", "800-53 CM-6"],
    ["AC-02(01)_ODP[01]", "800-53 AC-2(1)"],
    ["AC-2 Account Management", "800-53 AC-2"],
    ["SC-7(5) [FedRAMP]", "800-53 SC-7(5)"],
    ["NIST SP 800-53 Rev. 5: AC-2", "800-53 AC-2"],
    ["CM", "800-53 CM"],
    ["PS-6.c.2.2", "800-53 PS-6"],
    ["AC-2(1).1", "800-53-procedure AC-2(1)"],
    ["CCI-000366", "cci CCI-000366"],
    ["3.11.2", "800-171r2 3.11.2"],
    ["3.1.2[a]", "800-171r2 3.1.2"],
    ["03.11.02", "800-171r3 03.11.02"],
    ["03.11.02.a", "800-171r3 03.11.02"],
    ["RA.L2-3.11.2", "cmmc RA.L2-3.11.2"],
    ["AC.L1-b.1.i", "cmmc AC.L1-b.1.i"],
    ["AC.L1-3.1.1", "cmmc AC.L1-3.1.1"],
    ["AC.1.001", "cmmc AC.1.001"],
    ["IA-L2-3.5.1", "cmmc IA.L2-3.5.1"],
    ["AC.L2- 3.1.19", "cmmc AC.L2-3.1.19"],
    ["RA.L3-3.11.1e", "cmmc RA.L3-3.11.1e"],
    ["NIST 800-171 RA.L2-3.11.2", "cmmc RA.L2-3.11.2"],
    ["MS.AAD.3.1v1", "other MS.AAD.3.1v1"],
    ["COAS-1", "other COAS-1"],
    ["Govern", "other Govern"],
    ["PR.AC-1", "other PR.AC-1"],
    ["3.11.1e", "other 3.11.1e"],
    ["AC2", "800-53 ?"],
    ["AC-2.1x", "800-53 ?"],
    ["AC-123", "800-53 ?"],
    ["CCI-366", "cci ?"],
    ["3.01.02", "800-171r2 ?"],
    ["RA.L2-3.11.1e", "cmmc ?"],
  ])("%j means the same in columns of 800-53 and of any notation", (text, expected) => {
    expect(shown(text, "800-53")).toEqual([expected]);
    expect(shown(text, "any")).toEqual([expected]);
  });

  it.each([
    ["AC-2.1", "emass", ["800-53-procedure AC-2"]],
    ["ac-2.1", "emass", ["800-53-procedure AC-2"]],
    [" PS-5.a.1", "emass", ["800-53-procedure PS-5"]],
    ["AC-2.1", "any", ["800-53-procedure AC-2"]],
    ["AC-2.1", "oscal", ["800-53 AC-2(1)"]],
    ["ac-2_smt.a", "oscal", ["800-53 AC-2"]],
    ["AC-2.1", "800-53", ["800-53 ?"]],
    ["ZZ-9", "800-53", ["800-53 ZZ-9"]],
    ["ZZ-9", "any", ["other ZZ-9"]],
    ["Access Control", "800-53", ["800-53 ?"]],
    ["Access Control", "any", ["other Access Control"]],
    ["A.5.1", "any", ["other A.5.1"]],
    ["V-230296", "cmmc", ["cmmc ?"]],
  ] as const)("%j in a column of %s", (text, notation, expected) => {
    expect(shown(text, notation)).toEqual(expected);
  });

  it.each([
    ["RA-5, SI-2", ["RA-5", "SI-2"]],
    ["RA-5;SI-2|CM-6\r\nAC-2", ["RA-5", "SI-2", "CM-6", "AC-2"]],
    ["AC-2 / CM-6/SI-2", ["AC-2", "CM-6", "SI-2"]],
    ["AC-2 and AC-3 & AC-4", ["AC-2", "AC-3", "AC-4"]],
    ["AC-2 AC-3 IA-5(1)", ["AC-2", "AC-3", "IA-5(1)"]],
    ["AC-2 (1) (3)", ["AC-2(1)", "AC-2(3)"]],
    ["AC-2(1, 3)", ["AC-2(1)", "AC-2(3)"]],
    ["AC-2, (1), (3)", ["AC-2", "AC-2(1)", "AC-2(3)"]],
    ["CM and AC", ["CM", "AC"]],
    ["SR-5: Acquisition Strategies, Tools, and Methods, AC-1 Policy and Procedures", ["SR-5", "AC-1"]],
    ["CCI-000366 CCI-000367", ["CCI-000366", "CCI-000367"]],
    ["3.1.1, 3.1.2", ["3.1.1", "3.1.2"]],
    ["N/A", []],
    ["", []],
    ["NIST SP 800-53", []],
  ])("%j", (text, ids) => {
    expect(readControls(text, "800-53").map(({ id }) => id)).toEqual(ids);
  });

  it("keeps the text as it is written", () => {
    expect(readControls("ac-02 (1), SI-2", "any").map(({ text }) => text)).toEqual(["ac-02 (1)", "SI-2"]);
  });

  it("reads back lists of labels", () => {
    const label = fc
      .tuple(fc.constantFrom("AC", "SI", "SR"), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 30 }))
      .map(([family, number, more]) => `${family}-${number}${more ? `(${more})` : ""}`);
    fc.assert(
      fc.property(fc.array(label), fc.constantFrom(", ", ";", "\n", " / ", " ", " and "), (ids, separator) => {
        expect(readControls(ids.join(separator), "800-53").map(({ id }) => id)).toEqual(ids);
      }),
    );
  });

  it("reads anything", () => {
    const notation = fc.constantFrom<ControlNotation>("800-53", "emass", "oscal", "800-171", "cmmc", "any");
    fc.assert(fc.property(fc.string(), notation, (text, as) => void readControls(text, as)));
    for (const text of HOSTILE) readControls(text, "any");
  });
});
