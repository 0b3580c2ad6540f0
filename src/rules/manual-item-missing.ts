import type { FieldName } from "../model/field.js";
import type { Poam } from "../model/poam.js";
import { eachItemOf, rule } from "./rule.js";

export default rule({
  id: "manual-item-missing",
  summary:
    "A scanner reports unsupported software or unvalidated cryptography, and no item is on the control that it breaks",
  why: "Such a finding shows more than a missing patch: software that its maker no longer supports breaks SA-22, cryptography without validation breaks SC-13, and assessors expect an item for that too.",
  help: "Add an item on the control, with its own plan: to replace the software, or to use a validated module.",
  severity: "warning",
  examples: [
    {
      rows: [
        { id: "V-1", weakness: "Unix Operating System Unsupported Version Detection", controls: "SI-2" },
        { id: "V-2", weakness: "Servers to be replaced", controls: "SA-22" },
      ],
    },
    {
      title: "an ordinary finding",
      rows: { id: "V-1", weakness: "TLS server supports weak ciphers", controls: "SC-8" },
    },
    {
      title: "closed",
      rows: [],
      closed: [{ id: "V-1", weakness: "PHP Unsupported Version Detection", controls: "SI-2" }],
    },
    {
      title: "told at the first such item",
      rows: [
        { id: "V-1", weakness: "PHP Unsupported Version Detection", controls: "SI-2" },
        { id: "V-2", weakness: "OpenSSL SEoL (1.0.2.x)", controls: "SI-2" },
        { id: "V-3", weakness: "Kernel module is not FIPS-validated", controls: "CM-6" },
      ],
      says: [
        "unsupported software, but no open item is on SA-22",
        "cryptography without validation, but no open item is on SC-13",
      ],
    },
  ],
  check: eachItemOf(({ poam }) => {
    const waiting = new Set(CASES);
    return ({ state, weakness }) => {
      if (state !== "open" || weakness?.value === undefined || waiting.size === 0) return undefined;
      const text = weakness.value;
      const found = [...waiting].find(({ words }) => words.test(text));
      if (!found) return undefined;
      waiting.delete(found);
      if (hasOpenItemOn(poam, found.control)) return undefined;
      const field: FieldName = "weakness";
      return { at: weakness, field, message: `${found.what}, but no open item is on ${found.control}` };
    };
  }),
});

const CASES = [
  {
    control: "SA-22",
    what: "unsupported software",
    words:
      /\bunsupported (?:\w{1,20} ){0,3}(?:version|software|operating system|os|release|web server|browser)\b|\bSEoL\b|\bend[- ]of[- ](?:life|support)\b|\bno longer (?:supported|maintained)\b/i,
  },
  {
    control: "SC-13",
    what: "cryptography without validation",
    words:
      /\b(?:not|without) (?:[\w-]{1,12} )?FIPS\b|\bnon-?FIPS\b|\bunvalidated crypto|\bFIPS mode (?:is )?(?:not enabled|disabled)/i,
  },
];

/** Asked at most once for each control, and only where such a finding is there. */
function hasOpenItemOn(poam: Poam, control: string): boolean {
  for (const { state, controls } of poam.items()) {
    if (state === "open" && controls?.value?.some(({ id }) => id === control)) return true;
  }
  return false;
}
