import { quoted } from "./quoted.js";
import { eachItem, rule } from "./rule.js";
import { scannerOf } from "./scanner.js";

export default rule({
  id: "source-identifier-missing",
  summary: "The identifier under which the source reported it is blank",
  why: "A scanner's finding is matched with next month's scan by the scanner's own id. Without it nobody can show that the item is still there, or gone.",
  help: "Enter the scanner's id of the vulnerability, such as its plugin number. Where the source gives none, do as the form says.",
  severity: "warning",
  options: {
    stateNone: { summary: "whether the form wants None where the source gives no identifier", default: false },
  },
  examples: [
    {
      rows: [
        { id: "V-1", source: "Nessus", sourceIdentifier: "209149" },
        { id: "V-2", source: "Security Assessment Report" },
        { id: "V-3", source: "Penetration test by the 3PAO" },
      ],
    },
    { title: "the one item for all configuration findings", rows: { id: "V-1", source: "Nessus", controls: "CM-6" } },
    {
      rows: { id: "V-1", source: "Tenable Nessus" },
      says: ['blank, although the source is a scanner: "Tenable Nessus"'],
    },
    {
      rows: { id: "V-1", source: "Monthly vulnerability scan" },
      says: ['blank, although the source is a scanner: "Monthly vulnerability scan"'],
    },
    {
      options: { stateNone: true },
      rows: [
        { id: "V-1", source: "Security Assessment Report", sourceIdentifier: "None" },
        { id: "V-2", source: "Security Assessment Report" },
      ],
      says: ["blank: where the source gives no identifier, the form wants None"],
    },
  ],
  check: eachItem(
    (item, { option }) => {
      if (item.kindOf("sourceIdentifier") !== "empty" || !item.source?.value) return undefined;
      const at = item.sourceIdentifier!;
      const scanner = scannerOf(item);
      if (scanner) {
        const message = `blank, although the source is a scanner: ${quoted(scanner)}`;
        return { at, field: "sourceIdentifier", message, related: [{ at: item.source, label: "source" }] };
      }
      if (!option("stateNone")) return undefined;
      return {
        at,
        field: "sourceIdentifier",
        message: "blank: where the source gives no identifier, the form wants None",
      };
    },
    ["source", "sourceIdentifier"],
  ),
});
