import { eachItemOf, rule } from "./rule.js";
import { isUmbrella } from "./umbrella.js";

const UMBRELLA = { id: "V-1", weakness: "Configuration findings of the monthly scan", controls: "CM-6" };
const CONFIGURATION = [{ id: "V-301", weakness: "Banner missing", controls: "AC-8" }];

export default rule({
  id: "configuration-umbrella-controls",
  summary: "The item for all configuration findings lists other controls than CM-6",
  why: "In monthly submissions one CM-6 item stands for all configuration findings; the controls of each are listed with the finding. Assessments want an item for each control instead.",
  help: "Leave CM-6 alone in its controls, or, for an assessment, make an item for each control.",
  severity: "info",
  examples: [
    { rows: UMBRELLA, configuration: CONFIGURATION },
    { title: "an enhancement of CM-6", rows: { ...UMBRELLA, controls: "CM-6, CM-6(1)" }, configuration: CONFIGURATION },
    { title: "a finding about one setting", rows: { ...UMBRELLA, weakness: "No banner", controls: "CM-6, AC-8" } },
    {
      rows: { ...UMBRELLA, controls: "CM-6, AC-8, AU-2" },
      configuration: CONFIGURATION,
      says: ["stands for all configuration findings, but lists AC-8, AU-2 besides CM-6"],
    },
  ],
  check: eachItemOf(({ poam }) => {
    if (poam.counts.configuration === 0) return undefined;
    return (item) => {
      const others = item.controls?.value?.flatMap(({ id }) => (id && !/^CM-6(?!\d)/.test(id) ? [id] : [])) ?? [];
      if (others.length === 0 || !isUmbrella(item)) return undefined;
      const message = `stands for all configuration findings, but lists ${others.join(", ")} besides CM-6`;
      return { at: item.controls!, field: "controls", message };
    };
  }),
});
