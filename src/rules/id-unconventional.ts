import { quoted } from "./quoted.js";
import { eachItem, rule } from "./rule.js";

export default rule({
  id: "id-unconventional",
  summary: "An id that is not the form's usual prefix and a number",
  why: "Ids of one pattern are easily counted, sorted and found. The form's guide recommends one; it does not ask for it.",
  help: "Number new items V-1, V-2 and so on. Leave the ids of items that were submitted as they are.",
  severity: "info",
  options: { prefix: { summary: "what stands before the number", default: "V-" } },
  examples: [
    { rows: [{ id: "V-1" }, { id: "V-0042" }, {}] },
    { rows: { id: "POAM-7" }, says: ['"POAM-7" is not V- and a number'] },
    { options: { prefix: "POAM-" }, rows: { id: "POAM-7" } },
  ],
  check: eachItem(
    ({ id }, { option }) => {
      const prefix = option("prefix") as string;
      if (!id?.value || (id.value.startsWith(prefix) && /^\d+$/.test(id.value.slice(prefix.length)))) return undefined;
      return { at: id, field: "id", message: `${quoted(id.value)} is not ${prefix} and a number` };
    },
    ["id"],
  ),
});
