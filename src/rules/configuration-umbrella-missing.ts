import { rule, wholePoam } from "./rule.js";
import { isOnSettings } from "./umbrella.js";

const FINDINGS = [{ id: "V-301", weakness: "Banner missing" }];

export default rule({
  id: "configuration-umbrella-missing",
  summary: "There are configuration findings, but no open item stands for them",
  why: "Configuration findings are listed apart and counted nowhere; the one open item on CM-6 is how they are tracked until all of them are closed.",
  help: "Add one open item on CM-6 for all configuration findings.",
  severity: "error",
  examples: [
    { rows: { id: "V-1", controls: "CM-6" }, configuration: FINDINGS },
    { title: "none to stand for", rows: { id: "V-1", controls: "SI-2" } },
    {
      rows: { id: "V-1", controls: "SI-2" },
      configuration: FINDINGS,
      says: ["1 configuration finding, but no open item on CM-6"],
    },
    {
      title: "CM-61 is another control",
      rows: { id: "V-1", controls: "CM-61" },
      configuration: [...FINDINGS, { id: "V-302", controls: "CM-6" }],
      says: ["2 configuration findings, but no open item on CM-6"],
    },
  ],
  check: wholePoam((poam) => {
    const { configuration } = poam.counts;
    if (configuration === 0) return undefined;
    for (const item of poam.items()) if (isOnSettings(item)) return undefined;
    const { sheet, headingRow, columns } = poam.registers.find(({ state }) => state === "configuration")!;
    return {
      at: { sheet, row: headingRow, column: columns[0]!.column },
      message: `${configuration} configuration ${configuration === 1 ? "finding" : "findings"}, but no open item on CM-6`,
    };
  }),
});
