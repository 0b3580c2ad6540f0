import { findAsset, inventoryAssets } from "./inventory-assets.js";
import { quoted } from "./quoted.js";
import { eachItemOf, rule } from "./rule.js";

const INVENTORY = [
  { assets: "web-01", assetPublic: "Yes" },
  { assets: "db-01", assetPublic: "No" },
];

export default rule({
  id: "public-asset-called-internal",
  summary: "The rationale calls an asset internal that is public in the inventory",
  why: "That nothing outside can reach the asset is what most adjustments rest on. If the inventory says otherwise, the approval rests on an error, or the inventory does.",
  help: "Find out which is right and correct the rationale or the inventory's Public column.",
  severity: "warning",
  examples: [
    {
      title: "an internal asset, and one that is said to be public",
      inventory: INVENTORY,
      rows: [
        { id: "V-1", assets: "db-01", deviationRationale: "The host is internal-facing." },
        { id: "V-2", assets: "web-01", deviationRationale: "The host is external-facing and not internal-facing." },
      ],
    },
    { title: "without an inventory", rows: { id: "V-1", assets: "web-01", deviationRationale: "Internal-facing." } },
    {
      inventory: INVENTORY,
      rows: { id: "V-1", assets: "db-01\nweb-01 (443/TCP)", deviationRationale: "The hosts are internal facing only." },
      says: ['the rationale says "internal facing", but web-01 is public in the inventory'],
    },
    {
      inventory: INVENTORY,
      rows: { id: "V-1", assets: "web-01", deviationRationale: "The host is not internet accessible." },
      says: ['the rationale says "not internet accessible", but web-01 is public in the inventory'],
    },
  ],
  check: eachItemOf(({ evidence }) => {
    const inventory = evidence.inventory && inventoryAssets(evidence.inventory);
    return (
      inventory &&
      (({ state, assets, deviationRationale: rationale }) => {
        const said = state === "closed" ? undefined : INTERNAL.exec(rationale?.value ?? "")?.[0];
        if (said === undefined || EXTERNAL.test(rationale!.value!)) return undefined;
        const exposed = assets?.value?.find(({ name }) => findAsset(name, inventory)?.isPublic === "Yes");
        if (!exposed) return undefined;
        const message = `the rationale says ${quoted(said)}, but ${exposed.name} is public in the inventory`;
        return { at: rationale!, field: "deviationRationale", message, related: [{ at: assets!, label: "assets" }] };
      })
    );
  }),
});

const INTERNAL =
  /(?<!\bnot )\binternal(?:ly)?[- ](?:facing|only)\b|\bnot (?:an? )?(?:internet|external(?:ly)?|public(?:ly)?)[- ](?:facing|reachable|accessible|exposed)\b/i;
/** Said of some of the assets, so that the others may be the internal ones. */
const EXTERNAL =
  /(?<!\bnot (?:an? )?)\b(?:external(?:ly)?|internet|public(?:ly)?)[- ](?:facing|reachable|accessible|exposed)\b/i;
