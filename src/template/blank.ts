import type { Placed } from "../model/placed.js";
import type { Template } from "../model/template.js";
import { layOut } from "./lay-out.js";

/** A form with nothing placed on it. */
export function blankOf(template: Template): Placed {
  return { header: new Map(), sheets: layOut(template).map((sheet) => ({ sheet, items: [] })) };
}
