import { eachItem, rule } from "./rule.js";

export default rule({
  id: "source-identifiers-grouped",
  summary: "Several of a scanner's ids in one item",
  why: "Each vulnerability that a scanner tells apart is an item of its own: it has its own deadline and its own proof of closure. Grouped, one fix seems to close them all, and the counts are too low.",
  help: "Give each of the scanner's ids an item of its own, with its own POA&M id.",
  severity: "error",
  examples: [
    {
      title: "one id, in words or twice",
      rows: [
        { id: "V-1", sourceIdentifier: "209149" },
        { id: "V-2", sourceIdentifier: "Plugin 209149" },
        { id: "V-3", sourceIdentifier: "209149\n209149" },
        { id: "V-4", sourceIdentifier: "SV-230221r743913_rule" },
      ],
    },
    {
      title: "numbers of reports and CVE ids are no scanner's ids",
      rows: [
        { id: "V-1", sourceIdentifier: "SAR 2025-0017, finding 4" },
        { id: "V-2", sourceIdentifier: "CVE-2024-1234, CVE-2024-1235" },
        { id: "V-3", sourceIdentifier: "CWE-79, CWE-80" },
      ],
    },
    {
      rows: [
        { id: "V-1", sourceIdentifier: "209149, 209150; 187315" },
        { id: "V-2", sourceIdentifier: "QID 38173\nQID 38174" },
        { id: "V-3", sourceIdentifier: "SV-230221r743913_rule / SV-230222r743916_rule" },
      ],
      says: [
        "209149 and 2 more ids in one item",
        "38173 and 1 more id in one item",
        "SV-230221r743913_rule and 1 more id in one item",
      ],
    },
  ],
  check: eachItem(
    ({ sourceIdentifier: cell }) => {
      if (cell?.kind !== "text" || ONE_WORD.test(cell.text) || cell.text.length > LONGEST) return undefined;
      const words = cell.text.split(/[\s,;|/&]+/).filter((word) => word !== "" && !LABEL.test(word));
      const ids = new Set(words.map((word) => word.replace(/^(?:plugin|qid)[-:#]/i, "")));
      if (ids.size < 2 || ![...ids].every((id) => SCANNER_ID.test(id))) return undefined;
      const more = ids.size === 2 ? "1 more id" : `${ids.size - 1} more ids`;
      return { at: cell, field: "sourceIdentifier", message: `${[...ids][0]} and ${more} in one item` };
    },
    ["sourceIdentifier"],
  ),
});

const ONE_WORD = /^[\w.:-]*$/;
const LONGEST = 20_000;
const LABEL =
  /^(?:nessus|tenable|qualys|plugins?|qids?|vuln(?:erability)?|ids?|numbers?|nos?\.?|and|#|-)(?:\(s\))?:?$/i;
/** A number as Nessus (4 to 6 digits) and Qualys (5 to 7) give them, or a rule of a STIG; 2019 to 2030 are years. */
const SCANNER_ID = /^(?!20[12]\d$)(?:\d{4,7}|SV-\d{1,8}(?:r\d{1,8})?(?:_rule)?|V-\d{4,6})$/i;
