import { assetShorthand } from "../codecs/asset-shorthand.js";
import { findAsset, inventoryAssets } from "./inventory-assets.js";
import { quoted } from "./quoted.js";
import { eachItemOf, rule } from "./rule.js";

const INVENTORY = [
  { assets: "web-01", assetAddress: "172.16.0.3" },
  { assets: "app.example.com", assetPublic: "Yes" },
];

export default rule({
  id: "asset-not-in-inventory",
  summary: "An affected asset that the inventory does not list",
  why: "Inventory, scans and POA&M are compared by the asset's unique identifier. One that is not found there is unknown to the boundary, decommissioned or misspelt.",
  help: "Write the asset's unique identifier as in the inventory, add the asset to the inventory, or take it out of the item if it is gone.",
  severity: "error",
  examples: [
    { title: "without an inventory", rows: { id: "V-1", assets: "web-99" } },
    {
      title: "ports, case and paths aside; closed items may name what is gone",
      inventory: INVENTORY,
      rows: { id: "V-1", assets: "web-01 (80/TCP)\nWEB-01 (443/TCP)\nhttps://app.example.com/login" },
      closed: [{ id: "V-2", assets: "web-99" }],
    },
    {
      title: "shorthand and N/A are other rules'",
      inventory: INVENTORY,
      rows: [
        { id: "V-1", assets: "Various" },
        { id: "V-2", assets: "N/A" },
      ],
    },
    { inventory: INVENTORY, rows: { id: "V-1", assets: "web-01\nweb-99" }, says: ['"web-99" is not in the inventory'] },
    {
      inventory: INVENTORY,
      rows: { id: "V-1", assets: "web-97 (22/TCP)\nweb-98\nweb-99\nweb-97 (80/TCP)" },
      says: ['"web-97" and 2 more are not in the inventory'],
    },
    {
      inventory: INVENTORY,
      rows: { id: "V-1", assets: "172.16.0.3 (80/TCP)" },
      says: ['"172.16.0.3" is not a unique identifier of the inventory, but an address of web-01'],
    },
  ],
  check: eachItemOf(({ evidence }) => {
    const inventory = evidence.inventory && inventoryAssets(evidence.inventory);
    if (!inventory || inventory.byIdentifier.size === 0) return undefined;
    return ({ state, assets }) => {
      if (state === "closed" || !assets?.value) return undefined;
      const unknown = new Set<string>();
      for (const { name } of assets.value) if (!findAsset(name, inventory)) unknown.add(name);
      const [first] = unknown;
      if (first === undefined || inventory.byIdentifier.has(assets.text.trim().toLowerCase())) return undefined;
      if (assetShorthand(assets.text) !== undefined) return undefined;
      const address = unknown.size === 1 ? inventory.byAddress.get(first.toLowerCase()) : undefined;
      const message = address
        ? `${quoted(first)} is not a unique identifier of the inventory, but an address of ${address.identifier}`
        : unknown.size === 1
          ? `${quoted(first)} is not in the inventory`
          : `${quoted(first)} and ${unknown.size - 1} more are not in the inventory`;
      return { at: assets, field: "assets", message };
    };
  }),
});
