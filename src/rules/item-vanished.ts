import type { CellRef } from "../model/cell.js";
import { identityOf, type PoamItem } from "../model/item.js";
import type { Poam } from "../model/poam.js";
import { itemKey, previousItems } from "./previous-items.js";
import { quoted } from "./quoted.js";
import { rule, wholePoam } from "./rule.js";
import { weaknessKey } from "./weakness-key.js";

const FOUND = { weakness: "OpenSSL", sourceIdentifier: "209149", assets: "web-01", detectedOn: "2026-01-12" };

export default rule({
  id: "item-vanished",
  summary: "An open item of last month's POA&M is nowhere in this one",
  why: "An item leaves the open sheet by being closed, with its date and evidence. One that simply disappears was never shown to be fixed.",
  help: "Put the item back, or on the closed sheet once it is fixed, under the id that it had.",
  severity: "error",
  examples: [
    { title: "without last month's POA&M", rows: [] },
    {
      title: "still open, or closed since; what was closed before may go",
      previous: { rows: [{ id: "V-1" }, { id: "V-2" }], closed: [{ id: "V-3" }] },
      rows: { id: "v-1" },
      closed: [{ id: "V-2" }],
    },
    {
      previous: { rows: [{ id: "V-1" }, { id: "V-2", weakness: "Weak ciphers" }] },
      rows: { id: "V-1" },
      says: ['V-2 ("Weak ciphers") was open in the previous POA&M and is neither open nor closed now'],
    },
    {
      title: "under another id",
      previous: { rows: [{ id: "V-2", ...FOUND }] },
      rows: { id: "V-7", ...FOUND },
      says: ['V-2 ("OpenSSL") was open in the previous POA&M; the same weakness now bears the id V-7'],
    },
  ],
  check: wholePoam((poam, { evidence }) => {
    const at = idHeading(poam);
    if (!evidence.previous || !at) return undefined;
    const before = previousItems(evidence.previous);
    const gone = new Map([...before].filter(([, { state }]) => state === "open"));
    // A configuration finding may since have become an item of its own, and the other way round.
    for (const item of poam.items()) gone.delete(itemKey(item)?.replace(/^configuration\0/, "") ?? "");
    if (gone.size === 0) return undefined;
    const isNew = (item: PoamItem) => !before.has(itemKey(item) ?? "");
    const renamed = new Map([...poam.items()].filter(isNew).map((item) => [weaknessKey(item), item]));
    return [...gone.values()].map((item) => {
      const now = renamed.get(weaknessKey(item) ?? "");
      const fate = now?.id?.value
        ? `; the same weakness now bears the id ${now.id.value}`
        : " and is neither open nor closed now";
      const message = `${nameOf(item)} was open in the previous POA&M${fate}`;
      return { at: now?.id ?? at, field: "id", item: identityOf(item), message };
    });
  }),
});

function nameOf({ id, weakness }: PoamItem): string {
  return weakness?.value ? `${id!.value} (${quoted(weakness.value)})` : id!.value!;
}

/** Where an item that is not there would stand: under the heading of the ids. */
function idHeading({ registers }: Poam): CellRef | undefined {
  for (const { sheet, headingRow: row, columns } of registers) {
    const column = columns.find(({ field }) => field === "id")?.column;
    if (column !== undefined) return { sheet, row, column };
  }
  return undefined;
}
