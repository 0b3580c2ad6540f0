import type { CellRef } from "../model/cell.js";
import type { PoamItem } from "../model/item.js";
import { bySubject, subjectOf } from "./item-subject.js";
import { itemKey, previousItems } from "./previous-items.js";
import { eachItemOf, placeOf, rule } from "./rule.js";

const BEFORE = { id: "1024", description: "Open port on the relay", controls: "SC-7.3", sourceIdentifier: "V-239904" };
const STEP = { milestoneId: "4100", milestoneDescription: "Close the port", milestoneDue: "2026-05-04" };

export default rule({
  id: "id-edited",
  summary: "An id that the system gives was changed or deleted",
  why: "The system numbers items and milestones itself and finds them by that number: under another one, or none, a known item comes in again as a new one.",
  help: "Restore the id. New rows leave it blank.",
  severity: "warning",
  examples: [
    { title: "without last month's POA&M", template: "emass-navy-2026", rows: { ...BEFORE, id: "9" } },
    {
      title: "a new row, and one whose text was edited",
      template: "emass-navy-2026",
      previous: { rows: [{ ...BEFORE, ...STEP }] },
      rows: [
        { ...BEFORE, ...STEP, description: "Open port" },
        { ...BEFORE, id: "", description: "Weak cipher" },
      ],
    },
    {
      template: "emass-navy-2026",
      previous: { rows: [BEFORE] },
      rows: { ...BEFORE, id: "1042" },
      says: ["id 1042 was 1024 in the previous POA&M"],
    },
    {
      template: "emass-navy-2026",
      previous: { rows: [BEFORE] },
      rows: { ...BEFORE, id: "" },
      says: ["id is blank, but was 1024 in the previous POA&M"],
    },
    {
      title: "a milestone's id",
      template: "emass-navy-2026",
      previous: { rows: [{ ...BEFORE, ...STEP }] },
      rows: { ...BEFORE, ...STEP, milestoneId: "1" },
      says: ["milestone id 1 was 4100 in the previous POA&M"],
    },
  ],
  check: eachItemOf(({ poam, evidence: { previous } }) => {
    if (!previous) return undefined;
    const [before, now] = [previousItems(previous), new Set([...poam.items()].map(itemKey))];
    const gone = bySubject(previous, (item) => !now.has(itemKey(item)));
    return (item) => {
      const old = before.get(itemKey(item) ?? "");
      if (old) return milestonesOf(item).flatMap((row) => changedMilestone(row, item, old) ?? []);
      const was = gone.get(subjectOf(item) ?? "")?.id?.value;
      return was ? { at: placeOf(item), field: "id", message: said("id", item.id?.value, was) } : undefined;
    };
  }),
});

function said(what: string, now: string | undefined, was: string): string {
  return now
    ? `${what} ${now} was ${was} in the previous POA&M`
    : `${what} is blank, but was ${was} in the previous POA&M`;
}

function milestonesOf(item: PoamItem): readonly PoamItem[] {
  return item.milestoneId ? [item, ...item.continuations] : [];
}

function changedMilestone(row: PoamItem, item: PoamItem, old: PoamItem) {
  const [text, due] = [row.milestoneDescription?.value, row.milestoneDue?.value];
  const ids = new Set(milestonesOf(item).map((one) => one.milestoneId?.value));
  const twin = milestonesOf(old).filter(
    (one) => text && one.milestoneDescription?.value === text && one.milestoneDue?.value === due,
  );
  const was = twin.length === 1 ? twin[0]!.milestoneId?.value : undefined;
  if (!was || ids.has(was)) return undefined;
  const at: CellRef = row.milestoneId!;
  return { at, field: "milestoneId" as const, message: said("milestone id", row.milestoneId!.value, was) };
}
