import { type DateOrder, readDate } from "../codecs/date.js";
import { cellFix } from "./cell-fix.js";
import { eachDate } from "./date-cells.js";
import { rule } from "./rule.js";

export default rule({
  id: "date-ambiguous",
  summary: "A text date that means one day in one country and another elsewhere",
  why: "03/04/2026 is 4 March to one reader and 3 April to another. Deadlines counted from it differ by a month.",
  help: "Enter it as a real date, or write it as 2026-03-04.",
  severity: "warning",
  fixable: "unsafe",
  options: {
    order: { summary: "what the fix takes to come first, the month or the day: mdy, dmy, or none", default: "" },
  },
  examples: [
    { title: "only one reading exists", asText: true, rows: { id: "V-1", detectedOn: "03/25/2026" } },
    {
      title: "nothing in the workbook tells which comes first",
      asText: true,
      rows: { id: "V-1", detectedOn: "03/04/2026" },
      says: ["03/04/2026 can be 2026-03-04 or 2026-04-03; it is not read, as nothing in the workbook tells which"],
    },
    {
      title: "other dates of the workbook have the month first",
      asText: true,
      rows: [
        { id: "V-1", detectedOn: "03/04/2026" },
        { id: "V-2", detectedOn: "03/25/2026" },
      ],
      says: [
        "03/04/2026 can be 2026-03-04 or 2026-04-03; read as 2026-03-04, as the workbook's other dates are written",
      ],
    },
    {
      title: "with the order given",
      asText: true,
      options: { order: "dmy" },
      rows: { id: "V-1", detectedOn: "03/04/2026" },
      says: ["03/04/2026 can be 2026-03-04 or 2026-04-03; it is not read, as nothing in the workbook tells which"],
      fixed: { id: "V-1", detectedOn: "2026-04-03" },
    },
    {
      title: "with an order given that the workbook's other dates contradict",
      asText: true,
      options: { order: "dmy" },
      rows: { id: "V-1", detectedOn: "03/04/2026", statusDate: "03/25/2026" },
      says: [
        "03/04/2026 can be 2026-03-04 or 2026-04-03; read as 2026-03-04, as the workbook's other dates are written",
      ],
    },
  ],
  check: eachDate(({ poam, option }) => {
    const order = option("order") as DateOrder | "";
    const isTyped = poam.workbook.format !== "csv";
    return (cell, field) => {
      const { doubt, text, value } = cell;
      if (doubt !== "ambiguous") return undefined;
      const { orders } = readDate(text, undefined);
      const readings = orders ? [orders.mdy, orders.dmy] : [];
      const read = value
        ? `read as ${value}, as the workbook's other dates are written`
        : "it is not read, as nothing in the workbook tells which";
      const message = `${text.trim()} can be ${readings.join(" or ")}; ${read}`;
      const day = order === "" ? undefined : orders?.[order];
      if (!day || (value && value !== day) || field === "milestoneDue") return { message };
      return { message, ...cellFix(cell, isTyped ? { date: day } : day, `enter ${day}`, "unsafe") };
    };
  }),
});
