import { assetShorthand } from "../codecs/asset-shorthand.js";
import { quoted } from "./quoted.js";
import { eachItem, rule } from "./rule.js";

export default rule({
  id: "asset-shorthand",
  summary: "Affected assets are summed up instead of named",
  why: "Whoever fixes or checks the item must know every asset it concerns, and the inventory is compared name by name. A range or a word such as various can hide an asset, or keep one in that was never affected.",
  help: "Name each asset as in the inventory, one a line.",
  severity: "error",
  examples: [
    { rows: { id: "V-1", assets: "172.16.0.3 (80/TCP)\nhttps://example.com/a-z\nall-in-one-printer-01\n10.0.0.5/24" } },
    { title: "no asset at all is another matter", rows: { id: "V-1", assets: "N/A" } },
    {
      rows: [
        { id: "V-1", assets: "Various" },
        { id: "V-2", assets: "see attached list" },
        { id: "V-3", assets: "web-01\nall Windows servers" },
        { id: "V-4", assets: "10.0.0.0/24" },
        { id: "V-5", assets: "10.0.0.1 - 10.0.0.50" },
        { id: "V-6", assets: "web[01-10]" },
        { id: "V-7", assets: "web-01, web-02, etc." },
      ],
      says: [
        '"Various" does not name the assets',
        '"see attached list" does not name the assets',
        '"all Windows servers" does not name the assets',
        '"10.0.0.0/24" does not name the assets',
        '"10.0.0.1 - 10.0.0.50" does not name the assets',
        '"web[01-10]" does not name the assets',
        '"etc." does not name the assets',
      ],
    },
  ],
  check: eachItem(
    ({ assets }) => {
      if (assets?.kind !== "text") return undefined;
      const shorthand = assetShorthand(assets.text);
      return shorthand === undefined
        ? undefined
        : { at: assets, field: "assets", message: `${quoted(shorthand)} does not name the assets` };
    },
    ["assets"],
  ),
});
