import type { CarriedItem } from "../model/carried-item.js";
import { readControls } from "../model/control.js";
import { readRating } from "../model/rating.js";
import { isNeutralSource } from "./neutral-source.js";

/**
 * What can be told of any weakness without helping anybody to exploit it (VER-RPT-NID): `Weakness found by Nessus, control
 * RA-5, original risk rating High`. Of the POA&M's texts only the source goes in, where that is neutral, too; controls and ratings
 * as the catalogue has them.
 */
export function neutralDescription(item: CarriedItem, source: string | undefined): string {
  const { state, fields } = item;
  const kind = state === "configuration" ? "Configuration weakness" : "Weakness";
  const controls = controlsOf(fields.get("controls"));
  const rating = readRating(fields.get("originalRating")?.text ?? "");
  return [
    source === undefined || !isNeutralSource(source, item) ? kind : `${kind} found by ${source}`,
    ...(controls.length === 0 ? [] : [`${controls.length === 1 ? "control" : "controls"} ${controls.join(", ")}`]),
    ...(rating === undefined ? [] : [`original risk rating ${rating}`]),
  ].join(", ");
}

/** Only ids of catalogues that are known here: in a column of any notation other words pass for ids. */
function controlsOf(value: ReturnType<CarriedItem["fields"]["get"]>): readonly string[] {
  if (!value) return [];
  const read = readControls(value.text, value.notation ?? "any");
  return [...new Set(read.flatMap(({ id, scheme }) => (id === undefined || scheme === "other" ? [] : [id])))];
}
