import { ownerFault } from "../codecs/owner.js";
import { quoted } from "./quoted.js";
import { eachItemOf, rule } from "./rule.js";

export default rule({
  id: "owner-not-a-person",
  summary: "Nobody in particular answers for an item",
  why: "What a team owns, each of its members leaves to the others. An assessor asks who will be asked when the date has passed.",
  help: "Name one person, or a role that one person holds, such as ISSO or IT Security Manager. The team may stand beside it.",
  severity: "warning",
  examples: [
    { rows: { id: "V-1", pointOfContact: "Jane Doe, jane.doe@example.com" } },
    { rows: { id: "V-1", pointOfContact: "IT Security Manager" } },
    { rows: { id: "V-1", pointOfContact: "Security Team - J. Doe" } },
    {
      title: "a form that asks for an office",
      template: "nist-cui",
      rows: { id: "1", pointOfContact: "IT Department" },
    },
    { title: "a closed item", rows: [], closed: [{ id: "V-1", pointOfContact: "IT" }] },
    {
      rows: [
        { id: "V-1", pointOfContact: "Security Team" },
        { id: "V-2", pointOfContact: "soc@example.com" },
        { id: "V-3", pointOfContact: "CEO / CTO" },
        { id: "V-4", pointOfContact: "TBD" },
      ],
      says: [
        '"Security Team" is a team, not a person',
        '"soc@example.com" is a shared mailbox',
        '"CEO / CTO" is more than one person',
        '"TBD" is nobody yet',
      ],
    },
  ],
  check: eachItemOf(({ poam }) => {
    const columns = poam.registers.flatMap(({ sheet, columns }) => columns.map((column) => ({ sheet, ...column })));
    const asking = columns.filter(({ field, heading }) => field === "pointOfContact" && !OFFICE.test(heading));
    const sheets = new Set(asking.map(({ sheet }) => sheet));
    // The same few people own all items.
    const judged = new Map<string, string | undefined>();
    if (sheets.size === 0) return undefined;
    return ({ state, sheet, pointOfContact: owner }) => {
      if (state !== "open" || owner?.kind !== "text" || !sheets.has(sheet)) return undefined;
      if (!judged.has(owner.text)) judged.set(owner.text, ownerFault(owner.text));
      const fault = judged.get(owner.text);
      if (fault === undefined) return undefined;
      return { at: owner, field: "pointOfContact", message: `${quoted(owner.text, 60)} ${fault}` };
    };
  }),
});

/** Headings that ask for an office, and so get one. */
const OFFICE = /(?:^|[\W_])(?:office|org|organi[sz]ation|department|team|group|company|entity)(?:[\W_]|$)/i;
