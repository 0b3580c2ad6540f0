import { expect, it } from "vitest";
import { CONDITIONS, type Condition } from "../../src/model/item-status.js";
import { PLAIN } from "../../src/reporters/paint.js";
import { statusPretty } from "../../src/reporters/status-pretty.js";

const NONE = Object.fromEntries(CONDITIONS.map((one) => [one, 0])) as Record<Condition, number>;

it("gives the paint of a heading's lines nothing but the line", () => {
  // Chalk prints every argument that it is given.
  const strong = (...said: readonly unknown[]) => `<${said.join("|")}>`;
  const run = {
    version: "1",
    asOf: "2026-03-31",
    paint: { ...PLAIN, strong },
    width: 40,
    terminal: true,
    quiet: false,
    soonDays: 30,
    only: CONDITIONS,
    everything: false,
  };
  const file = {
    path: "acme.xlsx",
    template: "generic",
    packs: [],
    error: null,
    counts: { total: 3, open: 3, closed: 0, configuration: 0 },
    conditions: { ...NONE, overdue: 1, undated: 1, stale: 1 },
    items: [],
  };
  expect([...statusPretty.file(file, run, 0)].join("")).toBe(
    "<acme.xlsx: 3 items: 1 overdue, 1 without>\n<a due date, 1 stale>\n",
  );
});
