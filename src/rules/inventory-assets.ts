import type { Answer } from "../model/item.js";
import type { Poam } from "../model/poam.js";

/** One asset of the inventory, by its unique identifier as written there. */
export interface InventoryAsset {
  readonly identifier: string;
  readonly isPublic: Answer | undefined;
}

/** The inventory's assets, folded in case as host names are: by identifier, and by address, DNS name or URL. */
export interface InventoryAssets {
  readonly byIdentifier: ReadonlyMap<string, InventoryAsset>;
  readonly byAddress: ReadonlyMap<string, InventoryAsset>;
}

/** Made once for all rules that look an asset up. */
export function inventoryAssets(inventory: Poam): InventoryAssets {
  let assets = known.get(inventory);
  if (assets === undefined) {
    const [byIdentifier, byAddress] = [new Map<string, InventoryAsset>(), new Map<string, InventoryAsset>()];
    for (const { assets: cell, assetAddress, assetHost, assetPublic } of inventory.items()) {
      const identifier = cell?.text.trim();
      if (!identifier) continue;
      const asset = { identifier, isPublic: assetPublic?.value };
      byIdentifier.set(identifier.toLowerCase(), asset);
      for (const text of [assetAddress?.text, assetHost?.text]) {
        for (const name of text?.split(/[\s,;]+/) ?? []) if (name !== "") byAddress.set(name.toLowerCase(), asset);
      }
    }
    assets = { byIdentifier, byAddress };
    known.set(inventory, assets);
  }
  return assets;
}

const known = new WeakMap<Poam, InventoryAssets>();

/** The asset that a name in a POA&M stands for; a URL by the host in it. Undefined where the inventory does not list it. */
export function findAsset(name: string, { byIdentifier, byAddress }: InventoryAssets): InventoryAsset | undefined {
  const folded = name.toLowerCase();
  const listed = byIdentifier.get(folded);
  if (listed || !folded.includes("://")) return listed;
  const host = /^[a-z][a-z0-9+.-]{0,15}:\/\/([^/?#]{1,300})/.exec(folded)?.[1]?.replace(/:\d{1,5}$/, "");
  const url = folded.replace(/\/$/, "");
  return (
    [host, url, `${url}/`].map((one) => one && (byIdentifier.get(one) ?? byAddress.get(one))).find(Boolean) || undefined
  );
}
