import { assetEntries } from "../codecs/assets.js";
import { quoted } from "./quoted.js";
import { eachItem, rule } from "./rule.js";

export default rule({
  id: "asset-list-malformed",
  summary: "Several assets stand on one line",
  why: "The form asks for one asset a line. Tools that compare the list with the inventory take a line for a name, and find none of its assets.",
  help: "Put each asset on a line of its own (Alt+Enter in Excel).",
  severity: "warning",
  examples: [
    { rows: { id: "V-1", assets: "172.16.0.3 (80/tcp, 443/tcp)\nhttps://example.com/a,b;c\nfe80::1" } },
    { title: "a name with a comma", rows: { id: "V-1", assets: "Firewall, primary" } },
    {
      rows: { id: "V-1", assets: "web-01, web-02; web-03\ndb-01" },
      says: ['"web-01, web-02; web-03" holds 3 assets: one a line is expected'],
    },
  ],
  check: eachItem(
    ({ assets }) => {
      if (assets?.kind !== "text" || !/[,;]/.test(assets.text)) return undefined;
      for (const line of assets.text.split(/[\r\n]+/)) {
        const entries = /[,;]/.test(line) ? assetEntries(line) : [];
        if (entries.length > 1 && entries.every((entry) => IDENTIFIER.test(entry))) {
          const message = `${quoted(line)} holds ${entries.length} assets: one a line is expected`;
          return { at: assets, field: "assets", message };
        }
      }
      return undefined;
    },
    ["assets"],
  ),
});

/** A host name, address or URL, with its ports: one word that has a digit or a point in it, and is no port itself. */
const IDENTIFIER = /^(?!\d{1,5}(?:\/(?:tcp|udp))?$)[^\s.\d]{0,200}[.\d]\S*(?: ?\([^()]*\))?$/i;
