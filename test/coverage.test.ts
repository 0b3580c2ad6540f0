import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PACKS } from "../src/packs/index.js";
import { RULES } from "../src/rules/index.js";
import { coverageTable, NUMBERED, uncovered } from "./reference/coverage.js";

const FACTS = "../shared/facts";

describe("every numbered rule", () => {
  it("is carried out, or it is said why a sheet cannot show it", () => expect(uncovered(PACKS)).toEqual([]));

  it("is covered by a rule that exists", () => {
    const ids = new Set(RULES.map(({ id }) => id));
    for (const pack of PACKS)
      for (const rule of Object.keys(pack.rules)) expect(ids, `${pack.id}: ${rule}`).toContain(rule);
  });

  it("is one of the sources' own", () => {
    const known = new Set(NUMBERED.flatMap(({ numbers }) => numbers));
    for (const pack of PACKS) {
      const covered = Object.values(pack.rules)
        .flat()
        .flatMap(({ covers = [] }) => covers);
      for (const number of [...covered, ...Object.keys(pack.notShown ?? {})]) expect(known, pack.id).toContain(number);
    }
  });

  it("stands in the table that is shown", () =>
    expect(coverageTable(PACKS, RULES)).toMatchFileSnapshot("../src/packs/README.md"));

  it.skipIf(!existsSync(FACTS))("is in the list that the sources give", () => {
    const text = (name: string) => readFileSync(`${FACTS}/${name}`, "utf8");
    const found = [
      ...[...text("fedramp.md").matchAll(/\*\*(F\d{3})\*\*/g)].map(([, number]) => number!),
      ...[...`${text("emass-rules.csv")}\n${text("other-rules.csv")}`.matchAll(/^([A-Z]{2}\d{3}),/gm)].map(
        ([, number]) => number!,
      ),
      ...[...text("best-practice.md").matchAll(/^\| ([RP]\d+) \|/gm)].map(([, number]) => number!),
      "O1",
      "O2",
      "O3",
      "O4",
    ];
    expect([...new Set(found)].sort()).toEqual(NUMBERED.flatMap(({ numbers }) => numbers).sort());
  });
});
