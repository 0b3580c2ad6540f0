import { quoted } from "./quoted.js";
import { eachItem, rule } from "./rule.js";

export default rule({
  id: "asset-listed-twice",
  summary: "The same asset stands twice in one item",
  why: "Counts of affected assets come out too high, and when one of the two is struck out the asset seems to be fixed.",
  help: "List each asset once, with each of its ports where the scanner gives them.",
  severity: "info",
  examples: [
    { rows: { id: "V-1", assets: "web-01 (80/TCP)\nweb-01 (443/TCP)\nweb-02" } },
    { rows: { id: "V-1", assets: "web-01\nweb-02\nWEB-01" }, says: ['"WEB-01" is listed twice'] },
    {
      rows: { id: "V-1", assets: "web-01 (80/tcp)\nweb-01 (80/TCP)\nweb-02\nweb-02" },
      says: ['"web-01 (80/TCP)" and 1 more are listed twice'],
    },
  ],
  check: eachItem(
    ({ assets }) => {
      if (assets?.kind !== "text" || !/[\n,;]/.test(assets.text) || !assets.value) return undefined;
      const seen = new Set<string>();
      const twice = new Map<string, string>();
      for (const { name, port, protocol } of assets.value) {
        const key = `${name.toLowerCase()}\0${port ?? ""}\0${protocol ?? ""}`;
        if (seen.has(key))
          twice.set(
            key,
            port === undefined ? name : `${name} (${port}${protocol ? `/${protocol.toUpperCase()}` : ""})`,
          );
        seen.add(key);
      }
      const [first] = twice.values();
      if (first === undefined) return undefined;
      const more = twice.size > 1 ? ` and ${twice.size - 1} more are` : " is";
      return { at: assets, field: "assets", message: `${quoted(first)}${more} listed twice` };
    },
    ["assets"],
  ),
});
