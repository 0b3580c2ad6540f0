import { listedValue } from "../codecs/list-value.js";
import { cellFix } from "./cell-fix.js";
import { quoted } from "./quoted.js";
import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "header-value-unknown",
  summary: "A value of the header block that the form's list does not have",
  why: "The impact level decides which controls apply; a level that the form does not know decides nothing.",
  help: "Choose one of the form's values.",
  severity: "error",
  fixable: "safe",
  examples: [
    { header: { impactLevel: "Moderate" }, rows: [] },
    { header: { impactLevel: "Medium" }, rows: [], says: ['Impact Level "Medium" is not one of Low, Moderate, High'] },
    { header: { impactLevel: "High?" }, rows: [], says: ['Impact Level "High?" is not one of Low, Moderate, High'] },
  ],
  check: wholePoam(({ header }) =>
    header
      .filter(({ entry, value, filled }) => filled && entry.list && !includes(entry.list, value.value!))
      .map(({ entry, value }) => {
        const meant = listedValue(value.value!, entry.list!, "rating");
        const message = `${entry.label} "${value.value}" is not one of ${entry.list!.join(", ")}`;
        return { at: value, message, ...cellFix(value, meant, `write ${quoted(meant)}`) };
      }),
  ),
});

function includes(list: readonly string[], value: string): boolean {
  return list.some((one) => one.toLowerCase() === value.toLowerCase());
}
