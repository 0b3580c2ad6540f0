import { assetEntries, assetsByLine, holdsSeveral } from "../codecs/assets.js";
import { cellFix } from "./cell-fix.js";
import { quoted } from "./quoted.js";
import { eachItem, rule } from "./rule.js";

export default rule({
  id: "asset-list-malformed",
  summary: "Several assets stand on one line",
  why: "The form asks for one asset a line. Tools that compare the list with the inventory take a line for a name, and find none of its assets.",
  help: "Put each asset on a line of its own (Alt+Enter in Excel).",
  severity: "warning",
  fixable: "safe",
  examples: [
    { rows: { id: "V-1", assets: "172.16.0.3 (80/tcp, 443/tcp)\nhttps://example.com/a,b;c\nfe80::1" } },
    { title: "a name with a comma", rows: { id: "V-1", assets: "Firewall, primary" } },
    {
      rows: { id: "V-1", assets: "web-01, web-02; web-03\ndb-01" },
      says: ['"web-01, web-02; web-03" holds 3 assets: one a line is expected'],
      fixed: { id: "V-1", assets: "web-01\nweb-02\nweb-03\ndb-01" },
    },
    {
      title: "the second may say more of the first",
      rows: { id: "V-1", assets: "web-01, RHEL8" },
      says: ['"web-01, RHEL8" holds 2 assets: one a line is expected'],
    },
  ],
  check: eachItem(
    ({ assets }) => {
      if (assets?.kind !== "text" || !/[,;]/.test(assets.text)) return undefined;
      for (const line of assets.text.split(/[\r\n]+/)) {
        if (!holdsSeveral(line)) continue;
        const message = `${quoted(line)} holds ${assetEntries(line).length} assets: one a line is expected`;
        const fix = cellFix(assets, assetsByLine(assets.text), "put each asset on a line of its own");
        return { at: assets, field: "assets", message, ...fix };
      }
      return undefined;
    },
    ["assets"],
  ),
});
