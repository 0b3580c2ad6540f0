import { dependenciesIn } from "./dependencies.js";
import { rule, wholePoam } from "./rule.js";

const TWO = [{ id: "R-1" }, { id: "R-2", dependencies: "R-1" }];

export default rule({
  id: "dependency-unknown",
  summary: "An item depends on one that the register does not have",
  why: "Nobody can follow what the item waits for: the id was mistyped, or the other item was deleted instead of closed.",
  help: "Correct the id, or remove the dependency if it is gone.",
  severity: "warning",
  examples: [
    { template: "generic", header: false, rows: TWO },
    {
      title: "no item's id",
      template: "generic",
      header: false,
      rows: [{ id: "R-1", dependencies: "Change CHG-441, 2 engineers" }],
    },
    {
      template: "generic",
      header: false,
      rows: [...TWO, { id: "R-3", dependencies: "R-1 and R-12" }],
      says: ["depends on R-12, which is not in the register"],
    },
  ],
  check: wholePoam((poam) =>
    [...dependenciesIn(poam).values()].flatMap(({ unknown, cell, field, item }) => {
      if (unknown.length === 0) return [];
      const message = `depends on ${unknown.join(", ")}, which ${unknown.length > 1 ? "are" : "is"} not in the register`;
      return { at: cell, field, item, message };
    }),
  ),
});
