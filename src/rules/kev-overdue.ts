import { daysBetween } from "../model/date.js";
import { kevDue } from "../model/kev.js";
import { exceptionOf, type Windows, windowOf } from "../model/lateness.js";
import { eachItem, placeOf, rule } from "./rule.js";

const OPTIONS = { windows: { High: 30, Moderate: 90, Low: 180 } };
const LISTED = [{ cve: "CVE-2025-1000", addedOn: "2026-03-01", dueOn: "2026-03-22" }];
const ITEM = { id: "V-1", detectedOn: "2026-03-02", originalRating: "Moderate" };

export default rule({
  id: "kev-overdue",
  summary: "A known exploited vulnerability is open beyond CISA's due date",
  why: "It is being exploited somewhere. CISA's due date comes before the rating's window, and neither a vendor dependency nor a deviation moves it.",
  help: "Remediate it now or take the asset out of use, and tell the authorizing officials.",
  severity: "error",
  options: {
    windows: { summary: "days from detection to completion for each rating", default: {} },
    checkInDays: { summary: "how long a vendor dependency holds after a check-in, in days", default: 30 },
    catalogDates: { summary: "whether the catalogue's due dates bind where the column is blank", default: true },
  },
  examples: [
    { title: "due today", options: OPTIONS, rows: { ...ITEM, kevTracking: "Yes", kevDueDate: "2026-03-31" } },
    {
      title: "the rating's window ends before it: that is another finding",
      options: OPTIONS,
      rows: { ...ITEM, detectedOn: "2025-11-01", kevTracking: "Yes", kevDueDate: "2026-03-01" },
    },
    {
      title: "approved false positive",
      options: OPTIONS,
      rows: { ...ITEM, falsePositive: "Yes", kevDueDate: "2026-03-22" },
    },
    {
      title: "what excuses from the rating's window does not excuse from CISA's date",
      options: OPTIONS,
      header: { poamDate: "2026-03-31" },
      rows: {
        ...ITEM,
        detectedOn: "2025-11-01",
        vendorDependency: "Yes",
        vendorCheckIn: "2026-03-20",
        kevDueDate: "2026-03-01",
      },
      says: ["known exploited and due 2026-03-01, 30 days overdue on 2026-03-31"],
    },
    {
      options: OPTIONS,
      rows: { ...ITEM, kevTracking: "Yes", kevDueDate: "2026-03-30" },
      says: ["known exploited and due 2026-03-30, 1 day overdue on 2026-03-31"],
    },
    {
      title: "the catalogue's date where the item has none",
      options: OPTIONS,
      kev: LISTED,
      rows: { ...ITEM, cves: "CVE-2025-1000" },
      says: ["known exploited (CVE-2025-1000) and due 2026-03-22, 9 days overdue on 2026-03-31"],
    },
  ],
  check: eachItem((item, { poam, asOf, evidence, option }) => {
    const found = kevDue(item, option("catalogDates") === true ? evidence.kev : undefined);
    if (!found || found.due >= asOf) return undefined;
    const { due, entry } = found;
    const terms = {
      asOf,
      windows: option("windows") as Windows,
      checkInDays: option("checkInDays") as number,
      submittedOn: poam.submittedOn?.value ?? asOf,
    };
    const window = windowOf(item, terms);
    if (window && window.end <= due && !exceptionOf(item, terms)) return undefined;
    const late = daysBetween(due, asOf);
    const which = entry ? ` (${entry.cve})` : "";
    return {
      at: item.kevDueDate ?? placeOf(item),
      field: "kevDueDate",
      message: `known exploited${which} and due ${due}, ${late === 1 ? "1 day" : `${late} days`} overdue on ${asOf}`,
    };
  }),
});
