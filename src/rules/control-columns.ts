import type { ControlNotation, ControlReference } from "../model/control.js";
import type { Issue } from "../model/finding.js";
import type { PoamItem } from "../model/item.js";
import type { Poam } from "../model/poam.js";

/** What a judgement says of each control that an item names, once for each text. */
export function eachControl(
  item: PoamItem,
  judge: (control: ControlReference) => string | undefined,
): readonly Issue[] | undefined {
  const cell = item.controls;
  if (!cell?.value || cell.kind === "error") return undefined;
  let issues: Issue[] | undefined;
  for (const control of cell.value) {
    const message = judge(control);
    if (message && !issues?.some((issue) => issue.message === message)) {
      (issues ??= []).push({ at: cell, field: "controls", message });
    }
  }
  return issues;
}

/** How the item's own column writes controls. Looked up only where a control is in doubt. */
export function notationOf(item: PoamItem, poam: Poam): ControlNotation {
  const register = poam.registers.find(({ sheet }) => sheet === item.sheet);
  return register?.columns.find(({ field }) => field === "controls")?.notation ?? "any";
}
