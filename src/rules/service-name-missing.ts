import { isPlaceholder } from "../codecs/placeholder.js";
import { identityOf, type PoamItem } from "../model/item.js";
import { headingOf } from "./heading-of.js";
import { rule, wholePoam } from "./rule.js";

export default rule({
  id: "service-name-missing",
  summary: "The service that an item concerns is not named",
  why: "An agency uses some of a provider's services. Without their names it cannot tell which items concern it.",
  help: "Name the services as they are listed on the marketplace, one a line, or write All or Internal. An offering without services of its own may leave the column blank: then turn this rule off.",
  severity: "warning",
  examples: [
    { rows: { id: "V-1", serviceName: "All" } },
    { title: "closed items need none", rows: { id: "V-1", serviceName: "Internal" }, closed: [{ id: "V-2" }] },
    { title: "a form without the column", template: "fedramp-rev5-v2.0", rows: { id: "V-1" } },
    {
      title: "told once where no item has one",
      rows: [{ id: "V-1" }, { id: "V-2" }],
      says: ["no open item names a service"],
    },
    {
      rows: [
        { id: "V-1", serviceName: "Flux Storage" },
        { id: "V-2", serviceName: "N/A" },
      ],
      says: ["no service is named, although other items name one"],
    },
  ],
  check: wholePoam((poam) => {
    if (poam.counts.open === 0) return undefined;
    const missing: PoamItem[] = [];
    let named = 0;
    for (const item of poam.items()) {
      if (item.state !== "open" || !item.serviceName) continue;
      if (item.serviceName.value === undefined || isPlaceholder(item.serviceName.value)) missing.push(item);
      else named++;
    }
    if (missing.length === 0) return undefined;
    if (named === 0)
      return { at: headingOf(poam, "serviceName"), field: "serviceName", message: "no open item names a service" };
    return missing.map((item) => ({
      at: item.serviceName!,
      field: "serviceName" as const,
      item: identityOf(item),
      message: "no service is named, although other items name one",
    }));
  }),
});
