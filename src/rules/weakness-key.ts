import { isPlaceholder } from "../codecs/placeholder.js";
import type { PoamItem } from "../model/item.js";

/** What makes two items the same finding: source identifier and assets, in any order, and the day of detection; undefined where one is blank. */
export function weaknessKey(item: PoamItem): string | undefined {
  const found = findingKey(item);
  const day = item.detectedOn?.value;
  return found && day && `${found}\0${day}`;
}

/** The same without the day. */
export function findingKey({ sourceIdentifier, assets }: PoamItem): string | undefined {
  const id = sourceIdentifier?.value;
  if (id === undefined || !assets || assets.kind === "empty" || isPlaceholder(id) || isPlaceholder(assets.text)) {
    return undefined;
  }
  // Joined it is one text; a template's would be kept as its pieces, twice as large, in the maps of a hundred thousand keys.
  return [id.toLowerCase(), inOrder(assets.text.trim().toLowerCase())].join("\0");
}

function inOrder(assets: string): string {
  if (!/[\n,;]/.test(assets)) return assets;
  return assets
    .split(/[\s,;]*[\n,;]\s*/)
    .sort()
    .join("\n");
}
