import { describe, expect, it } from "vitest";
import { FIELD_NAMES, type FieldName } from "../../src/model/field.js";
import { verReports } from "../../src/ver/reports.js";
import { carried, EVALUATED, item, SETTINGS, sidecar } from "./items.js";

/** A word of its own in every field and in a column without a meaning. */
const PLANTED = Object.fromEntries(FIELD_NAMES.map((field) => [field, `planted-${field}`])) as Record<
  FieldName,
  string
>;

/** Fields whose planted words the reports tell. */
function told(withDescription: boolean, answers: Partial<Record<FieldName, string>>, state: "open" | "closed") {
  const planted = item({ ...PLANTED, ...answers }, { state, others: { "Plugin Output": "planted-other" } });
  const { reports, gaps, notes } = verReports(carried(planted), sidecar({ "planted-id": EVALUATED }), {
    ...SETTINGS,
    withDescription,
  });
  const text = JSON.stringify([reports, notes, gaps.map(({ fact }) => fact)]);
  return [...new Set([...text.matchAll(/planted-(\w+)/g)].map(([, field]) => field!))].sort();
}

describe("what is told of a POA&M (VER-RPT-NID)", () => {
  const answers = { detectedOn: "2026-11-02", vendorDependency: "Yes", completedOn: "2026-11-20" };
  it.each([
    ["open", {}],
    ["open", { operationalRequirement: "Yes" }],
    ["open", { scheduledCompletion: "2026-11-01" }],
    ["closed", { falsePositive: "Yes" }],
    ["closed", {}],
  ] as const)("an %s item %o: its id and its source, and no other word", (state, more) => {
    expect(told(false, { ...answers, ...more }, state)).toEqual(["id", "source"]);
  });

  it("on request the prose of four fields, never the weakness, its assets or a scanner's output", () => {
    expect(told(true, { ...answers, operationalRequirement: "Yes" }, "open")).toEqual(
      ["comments", "description", "deviationRationale", "id", "source", "sourceDetails"].sort(),
    );
  });

  it("each value's fate is told, and what is dropped by the rule is named so", () => {
    const planted = item(
      { ...PLANTED, ...answers },
      { others: { "Plugin Output": "x", "N-Rating": "N2", IRV: "maybe" } },
    );
    const { losses } = verReports(carried(planted), sidecar(), SETTINGS);
    expect(losses.fields.reduce((sum, { count }) => sum + count, 0)).toBe(planted.fields.size + 3);
    const named = losses.fields.filter(({ why }) => why?.startsWith("VER-RPT-NID")).map(({ field }) => field);
    expect(named.sort()).toEqual([
      "assetAddress",
      "assetHost",
      "assets",
      "comments",
      "cves",
      "description",
      "sourceDetails",
      "sourceIdentifier",
      "weakness",
    ]);
    expect(losses.fields.find(({ from }) => from === "N-Rating")).toMatchObject({
      fate: "carried",
      to: "currentRating",
    });
    expect(losses.fields.find(({ from }) => from === "IRV")).toMatchObject({ fate: "dropped", why: "cannot be read" });
    for (const { fate, cells, count } of losses.fields) expect(cells).toHaveLength(fate === "carried" ? 0 : count);
  });
});
