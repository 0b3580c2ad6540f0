import { describe, expect, it } from "vitest";
import { ownerFault } from "../src/codecs/owner.js";
import { planVagueness } from "../src/codecs/plan-vagueness.js";
import { OWNERS, PLANS, UNSEEN_OWNERS, UNSEEN_PLANS } from "./judged-texts.js";

type Labelled = readonly (readonly [text: string, expected: boolean])[];

/** What a judgement says of the labelled texts. */
function measure(texts: Labelled, judge: (text: string) => string | undefined) {
  const found = texts.map(([text, expected]) => ({ text, expected, said: judge(text) !== undefined }));
  const said = found.filter((one) => one.said);
  const expected = found.filter((one) => one.expected);
  const right = said.filter((one) => one.expected).length;
  return {
    recall: right / expected.length,
    inWords: `precision ${share(right, said.length)}, recall ${share(right, expected.length)}`,
    falseAlarms: said.filter((one) => !one.expected).map(({ text }) => text),
    missed: expected.filter((one) => !one.said).map(({ text }) => text),
  };
}

function share(part: number, whole: number): string {
  return `${(part / whole).toFixed(2)} (${part}/${whole})`;
}

/**
 * The floors are what was measured, rounded down. A false alarm is worse than a miss: it teaches people not to read. So
 * precision must stay at 1, and the unseen lists say what recall is to be expected of texts nobody had in mind.
 */
describe("judgements on labelled texts", () => {
  it.each([
    ["P1 vague", PLANS, planVagueness, 0.98],
    ["P1 vague, unseen", UNSEEN_PLANS, planVagueness, 0.55],
    ["P2 owner", OWNERS, ownerFault, 0.94],
    ["P2 owner, unseen", UNSEEN_OWNERS, ownerFault, 0.77],
  ] as const)("%s", (name, texts, judge, floor) => {
    const { inWords, recall, falseAlarms, missed } = measure(texts, judge);
    console.info(`${name}: ${inWords}${missed.length > 0 ? `; missed: ${missed.join(" | ")}` : ""}`);
    expect(falseAlarms).toEqual([]);
    expect(recall).toBeGreaterThanOrEqual(floor);
  });

  it.each([
    ["a run of separators", " / ".repeat(50_000)],
    ["a run of dots and dashes", "a.-".repeat(50_000)],
    ["a long word", "a".repeat(150_000)],
    ["as long as is looked at", "a-".repeat(80)],
  ])("take no time for %s", (_, text) => {
    const start = performance.now();
    for (let i = 0; i < 1000; i++) {
      planVagueness(text);
      ownerFault(text);
    }
    expect(performance.now() - start).toBeLessThan(500);
  });
});
