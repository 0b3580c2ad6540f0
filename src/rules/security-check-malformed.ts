import { isPlaceholder } from "../codecs/placeholder.js";
import { securityCheck } from "../codecs/security-checks.js";
import { quoted } from "./quoted.js";
import { eachItem, rule } from "./rule.js";

export default rule({
  id: "security-check-malformed",
  summary: "A security check that is no STIG rule, no IAVM and no plugin",
  why: "The id ties the item to the scan that found it: with any other text the next scan can neither confirm nor close the item.",
  help: "Enter the STIG rule id (SV-230221r743913_rule), the IAVM number (2016-A-0279) or the scanner's plugin id (19506).",
  severity: "warning",
  examples: [
    {
      template: "emass-navy-2026",
      rows: [
        { id: "1", sourceIdentifier: "SV-230221r743913_rule; SV-40098r2_rule" },
        { id: "2", sourceIdentifier: "2016-A-0279;19506" },
        { id: "3", sourceIdentifier: "V-239904" },
        { id: "4", sourceIdentifier: "N/A" },
      ],
    },
    {
      template: "emass-navy-2026",
      rows: { id: "1", sourceIdentifier: "SV-230221; 19506" },
      says: ['"SV-230221" is no STIG rule id (SV-230221r743913_rule), IAVM number (2016-A-0279) or plugin id (19506)'],
    },
    {
      title: "the first of several",
      template: "emass-navy-2026",
      rows: { id: "1", sourceIdentifier: "CVE-2024-6387; OpenSSH before 9.8" },
      says: [
        '"CVE-2024-6387" and 1 more are no STIG rule id (SV-230221r743913_rule), IAVM number (2016-A-0279) or plugin id (19506)',
      ],
    },
  ],
  check: eachItem(
    ({ sourceIdentifier: cell }) => {
      if (cell?.value === undefined || securityCheck(cell.value)) return undefined;
      const [first, ...more] = cell.value.split(/[;,|\r\n]/).flatMap(unknownIn);
      if (first === undefined) return undefined;
      const which = more.length > 0 ? `${quoted(first)} and ${more.length} more are` : `${quoted(first)} is`;
      const message = `${which} no STIG rule id (SV-230221r743913_rule), IAVM number (2016-A-0279) or plugin id (19506)`;
      return { at: cell, field: "sourceIdentifier", message };
    },
    ["sourceIdentifier"],
  ),
});

/** The piece, unless it is a check, or several with blanks between them. */
function unknownIn(piece: string): readonly string[] {
  const text = piece.trim();
  if (text === "" || securityCheck(text) || isPlaceholder(text)) return [];
  return text.split(/\s+/).every((word) => securityCheck(word)) ? [] : [text];
}
