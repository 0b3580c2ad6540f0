import { FIELDS } from "../model/field.js";
import type { Issue } from "../model/finding.js";
import { eachItem, rule } from "./rule.js";

const RECORDED = ["statusDate", "completedOn", "vendorCheckIn"] as const;

export default rule({
  id: "recorded-before-detected",
  summary: "Something was recorded before the weakness was detected",
  why: "An item has no status, no check-in with its vendor and no completion before it was found: one of the dates is wrong, and with it the item's age or its closure.",
  help: "Correct whichever date is wrong.",
  severity: "warning",
  examples: [
    {
      title: "on the day itself",
      rows: { id: "V-1", detectedOn: "2026-03-14", statusDate: "2026-03-14", vendorCheckIn: "2026-03-14" },
    },
    {
      rows: { id: "V-1", detectedOn: "2026-03-14", statusDate: "2026-03-13" },
      says: ["status date 2026-03-13, but detected later, on 2026-03-14"],
    },
    {
      title: "a closed item's status date is the day of its closure",
      rows: [],
      closed: [{ id: "V-1", detectedOn: "2026-03-14", statusDate: "2025-03-20" }],
      says: ["status date 2025-03-20, but detected later, on 2026-03-14"],
    },
    {
      rows: { id: "V-1", detectedOn: "2026-03-14", vendorCheckIn: "2026-02-14" },
      says: ["last vendor check-in date 2026-02-14, but detected later, on 2026-03-14"],
    },
    {
      title: "a detection in the future is at fault itself",
      rows: { id: "V-1", detectedOn: "2027-03-14", statusDate: "2026-03-20" },
    },
  ],
  check: eachItem(
    (item, { asOf }) => {
      const detected = item.detectedOn;
      if (!detected?.value || detected.value > asOf) return undefined;
      let issues: Issue[] | undefined;
      for (const field of RECORDED) {
        const cell = item[field];
        if (!cell?.value || cell.value >= detected.value) continue;
        const message = `${FIELDS[field].label} ${cell.value}, but detected later, on ${detected.value}`;
        (issues ??= []).push({ at: cell, field, message, related: [{ at: detected, label: "detected" }] });
      }
      return issues;
    },
    ["detectedOn"],
  ),
});
