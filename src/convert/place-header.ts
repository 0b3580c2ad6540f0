import type { CarriedValue } from "../model/carried-item.js";
import type { CellValue } from "../model/cell.js";
import type { HeaderField, Template } from "../model/template.js";
import type { LossTally } from "./losses.js";

/** The values of a form's header block; what it does not ask for is dropped, as no cell would take it. */
export function placeHeader(
  header: ReadonlyMap<HeaderField, CarriedValue>,
  template: Template,
  losses: LossTally,
): ReadonlyMap<HeaderField, Exclude<CellValue, null>> {
  const placed = new Map<HeaderField, Exclude<CellValue, null>>();
  for (const [field, value] of header) {
    const named = { ...value, heading: `header: ${value.heading ?? field}` };
    const entry = template.header?.find((one) => one.field === field);
    if (!entry) {
      losses.dropped(undefined, named, "the form's header block has no place for it");
      continue;
    }
    const listed = entry.list?.find((one) => one.toLowerCase() === value.text.trim().toLowerCase());
    placed.set(field, listed ?? value.value);
    losses.carried(undefined, named, `header: ${entry.label}`);
  }
  return placed;
}
