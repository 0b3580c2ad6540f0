import { describe, expect, it } from "vitest";
import { requirementsOf } from "../src/catalogs/cmmc.js";
import { scoreOf } from "../src/catalogs/score.js";

const idsOf = (level: 2 | 3, eligible?: string) =>
  requirementsOf(level)
    .filter((one) => eligible === undefined || one.eligible === eligible)
    .map(({ id }) => ({ id }));

describe("the score of Level 2", () => {
  it("is 110 where all is met and -203 where nothing is", () => {
    expect(scoreOf(2, [])).toEqual({ maximum: 110, needed: 88, lost: 0, points: 110, scorable: true });
    expect(scoreOf(2, idsOf(2))).toEqual({ maximum: 110, needed: 88, lost: 313, points: -203, scorable: false });
  });

  it("takes points as the requirements weigh", () => {
    const ids = ["3.1.1", "AC.L2-3.1.5", "3.1.8"].map((id) => ({ id }));
    expect(scoreOf(2, ids)).toMatchObject({ lost: 5 + 3 + 1, points: 101 });
  });

  it.each([
    ["3.5.3", undefined, 105],
    ["3.5.3", true, 107],
    ["SC.L2-3.13.11", false, 105],
    ["SC.L2-3.13.11", true, 107],
    ["3.1.1", true, 105],
    ["RA.L3-3.11.1e", undefined, 110],
    ["AC.L1-3.1.1", undefined, 110],
    ["03.05.03", undefined, 110],
  ])("%s, partly met: %s, leaves %i", (id, partial, points) => {
    expect(scoreOf(2, [{ id, partial }]).points).toBe(points);
  });

  it("takes a requirement named twice once, at the worse of its cases", () => {
    const twice = [{ id: "3.5.3", partial: true }, { id: "IA.L2-3.5.3" }, { id: "3.5.3", partial: true }];
    expect(scoreOf(2, twice).points).toBe(105);
  });

  it("is none without a system security plan", () => {
    expect(scoreOf(2, [{ id: "CA.L2-3.12.4" }])).toMatchObject({ lost: 0, scorable: false });
  });

  it("allows 22 requirements of one point, or 19 and 3.13.11 in part", () => {
    const eligible = idsOf(2, "yes");
    const conditional = { ...idsOf(2, "conditional")[0]!, partial: true };
    expect([idsOf(2, "never"), eligible, idsOf(2, "conditional")].map(({ length }) => length)).toEqual([63, 46, 1]);
    expect(requirementsOf(2).filter((one) => one.eligible === "yes" && one.points !== 1)).toEqual([]);
    const passes = (count: number, more: readonly { id: string }[] = []) => {
      const { points, needed } = scoreOf(2, [...eligible.slice(0, count), ...more]);
      return points >= needed;
    };
    expect([passes(22), passes(23)]).toEqual([true, false]);
    expect([passes(19, [conditional]), passes(20, [conditional])]).toEqual([true, false]);
  });
});

describe("the score of Level 3", () => {
  it("is the number of requirements met, of which 20 are needed", () => {
    expect(scoreOf(3, idsOf(3).slice(0, 4))).toMatchObject({ maximum: 24, needed: 20, lost: 4, points: 20 });
    expect(scoreOf(3, idsOf(3))).toMatchObject({ points: 0, scorable: true });
    expect(scoreOf(3, idsOf(2))).toMatchObject({ points: 24 });
  });
});
