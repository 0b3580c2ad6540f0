import { describe, expect, it } from "vitest";
import { unitLost } from "../../src/convert/unit-lost.js";

describe("a unit that only the heading names", () => {
  it.each([
    ["Cost (k$)", "Estimated Cost", "k$"],
    ["Cost ($K)", "Cost", "$K"],
    ["Cost [USD]", "Cost", "USD"],
    ["Resources (in thousands of dollars)", "Resources Required", "thousands of dollars"],
    ["Effort (person-days)", "Resources Required", "person-days"],
    ["Progress (%)", "Percent Complete", "%"],
  ])("%s → %s", (from, to, unit) => {
    expect(unitLost(from, to)).toBe(`its unit, ${unit}, stood in the heading alone`);
  });

  it.each([
    ["Cost (k$)", "Cost (K$)"],
    ["Cost", "Estimated Cost"],
    ["Owner (primary)", "Point of Contact"],
    ["Due date (if known)", "Scheduled Completion Date"],
    [undefined, "Cost"],
  ])("not in %s → %s", (from, to) => {
    expect(unitLost(from, to)).toBeUndefined();
  });
});
