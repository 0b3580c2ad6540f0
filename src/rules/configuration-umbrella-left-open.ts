import { eachItemOf, placeOf, rule } from "./rule.js";
import { isUmbrella } from "./umbrella.js";

const UMBRELLA = { id: "V-1", weakness: "Configuration findings of the monthly scan", controls: "CM-6" };

export default rule({
  id: "configuration-umbrella-left-open",
  summary: "The item for all configuration findings is open, but there are none",
  why: "It stays open until the last configuration finding is closed, and no longer: else it ages, and turns late for nothing.",
  help: "Close it, or list the configuration findings on their sheet.",
  severity: "error",
  examples: [
    { rows: UMBRELLA, configuration: [{ id: "V-301", weakness: "Banner missing" }] },
    { title: "a finding about one setting", rows: { ...UMBRELLA, weakness: "TLS 1.0 is enabled" } },
    { title: "a form without the sheet", template: "fedramp-rev5-v2.0", rows: UMBRELLA },
    { title: "closed", rows: [], closed: [UMBRELLA] },
    { rows: UMBRELLA, says: ["open for all configuration findings, but 'Configuration Findings' has none"] },
  ],
  check: eachItemOf(({ poam }) => {
    const register = poam.registers.find(({ state }) => state === "configuration");
    if (!register || poam.counts.configuration > 0) return undefined;
    const message = `open for all configuration findings, but '${register.sheet}' has none`;
    return (item) => (isUmbrella(item) ? { at: placeOf(item), field: "id", message } : undefined);
  }),
});
