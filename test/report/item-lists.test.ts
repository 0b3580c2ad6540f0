import { describe, expect, it } from "vitest";
import { idList } from "../../src/reporters/report-cells.js";
import { triggerNames } from "../../src/reporters/trigger-words.js";

const ids = (count: number) => Array.from({ length: count }, (_, index) => `V-${index + 1}`);
const TWENTY =
  "V-1, V-2, V-3, V-4, V-5, V-6, V-7, V-8, V-9, V-10, V-11, V-12, V-13, V-14, V-15, V-16, V-17, V-18, V-19, V-20";

describe("a list of items", () => {
  it.each([
    { count: 0, printed: "" },
    { count: 1, printed: "V-1" },
    { count: 20, printed: TWENTY },
    { count: 21, printed: `${TWENTY} and 1 more` },
    { count: 3500, printed: `${TWENTY} and 3,480 more` },
  ])("of $count", ({ count, printed }) => {
    expect(idList(ids(count))).toBe(printed);
  });
});

describe("a trigger's name", () => {
  it.each([
    {
      text: "2 tripped: unauthenticated-scans-again (CAP), high-aged-30 (DFR).",
      read: "2 tripped: unauthenticated scans again (CAP), late High items older than 30 days (DFR).",
    },
    { text: "srv-high-aged-30, package-late-2", read: "srv-high-aged-30, package-late-2" },
  ])("$text", ({ text, read }) => {
    expect(triggerNames(text)).toBe(read);
  });
});
