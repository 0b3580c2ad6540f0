import { isPlaceholder } from "../codecs/placeholder.js";
import { quoted } from "./quoted.js";
import { eachItem, rule } from "./rule.js";

export default rule({
  id: "vendor-product-unneeded",
  summary: "A product is named although nothing waits for a vendor",
  why: "The cell names what the item waits for. With a vendor dependency of No the two contradict each other, and the reader cannot tell which one is old.",
  help: "Empty the cell, or set the vendor dependency to Yes and record the check-ins.",
  severity: "error",
  examples: [
    { rows: { id: "V-1", vendorDependency: "Yes", vendorProduct: "Edge Gateway" } },
    { title: "N/A names no product", rows: { id: "V-1", vendorDependency: "No", vendorProduct: "N/A" } },
    { title: "no answer", rows: { id: "V-1", vendorProduct: "Edge Gateway" } },
    {
      rows: { id: "V-1", vendorDependency: "No", vendorProduct: "Edge Gateway" },
      says: ['"Edge Gateway" is named, but vendor dependency is No'],
    },
  ],
  check: eachItem(
    (item) => {
      if (item.state !== "open" || item.vendorDependency?.value !== "No") return undefined;
      const product = item.vendorProduct;
      if (product?.value === undefined || isPlaceholder(product.value)) return undefined;
      return {
        at: product,
        field: "vendorProduct",
        message: `${quoted(product.value)} is named, but vendor dependency is No`,
        related: [{ at: item.vendorDependency, label: "vendor dependency" }],
      };
    },
    ["vendorDependency", "vendorProduct"],
  ),
});
