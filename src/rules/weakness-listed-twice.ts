import type { CellRef } from "../model/cell.js";
import type { IsoDate } from "../model/date.js";
import { eachItemOf, hasField, rule } from "./rule.js";
import { findingKey } from "./weakness-key.js";

const FOUND = { weakness: "OpenSSL", sourceIdentifier: "209149", assets: "web-01\nweb-02", detectedOn: "2026-01-12" };

export default rule({
  id: "weakness-listed-twice",
  summary: "One weakness of the same assets under two ids",
  why: "A weakness keeps one id and its earliest detection date for as long as it lasts. Under a second id it is counted twice, and its deadline seems to start anew.",
  help: "Keep the item with the earlier detection date, and bring what the other one says into it.",
  severity: "warning",
  examples: [
    {
      title: "other assets, another plugin, or closed before it came back",
      rows: [
        { id: "V-1", ...FOUND },
        { id: "V-2", ...FOUND, assets: "web-01" },
        { id: "V-3", ...FOUND, sourceIdentifier: "209150" },
      ],
      closed: [{ id: "V-4", ...FOUND }],
    },
    {
      title: "two weaknesses of one report",
      rows: [
        { id: "V-1", ...FOUND, sourceIdentifier: "SAR-2025", weakness: "No plan test" },
        { id: "V-2", ...FOUND, sourceIdentifier: "SAR-2025", weakness: "No plan review" },
        { id: "V-3", ...FOUND, sourceIdentifier: "None" },
        { id: "V-4", ...FOUND, sourceIdentifier: "None" },
      ],
    },
    {
      rows: [
        { id: "V-1", ...FOUND },
        { id: "V-2", ...FOUND, assets: "WEB-02\nweb-01" },
      ],
      says: ["209149 on the same assets, detected 2026-01-12, is V-1 already"],
    },
    {
      title: "the earlier date counts",
      rows: [
        { id: "V-1", ...FOUND },
        { id: "V-2", ...FOUND, detectedOn: "2026-03-02" },
      ],
      says: ["209149 on the same assets, detected 2026-03-02, is V-1 already, detected 2026-01-12"],
    },
  ],
  check: eachItemOf(({ poam }) => {
    if (!hasField(poam, "id") || !hasField(poam, "sourceIdentifier")) return undefined;
    const first = new Map<string, Listed>();
    return (item) => {
      const { id, state, sourceIdentifier } = item;
      if (state === "closed" || !id?.value || sourceIdentifier?.value === undefined) return undefined;
      const finding = findingKey(item);
      if (finding === undefined) return undefined;
      const key = state === "open" ? finding : `${finding}\0${state}`;
      const earlier = first.get(key);
      const [name, day] = [item.weakness?.value, item.detectedOn?.value];
      if (!earlier) first.set(key, { sheet: id.sheet, row: id.row, column: id.column, id: id.value, name, day });
      if (!earlier || earlier.id.toLowerCase() === id.value.toLowerCase()) return undefined;
      // A report's own number stands for many weaknesses: only a scanner's, or the same name, tells that two are one.
      const isSameDay = day !== undefined && day === earlier.day;
      const isSameName = name !== undefined && name.toLowerCase() === earlier.name?.toLowerCase();
      if (!isSameName && !(isSameDay && /^\d{4,}$/.test(sourceIdentifier.value))) return undefined;
      const message =
        `${sourceIdentifier.value} on the same assets${day ? `, detected ${day},` : ""} is ${earlier.id} already` +
        (earlier.day && !isSameDay ? `, detected ${earlier.day}` : "");
      return { at: id, field: "id", message, related: [{ at: earlier, label: "first listed here" }] };
    };
  }),
});

/** What is kept of an item, at its id: a hundred thousand whole ones, or their cells, would be too much. */
interface Listed extends CellRef {
  readonly id: string;
  readonly name: string | undefined;
  readonly day: IsoDate | undefined;
}
