import { lateness, type Windows } from "../model/lateness.js";
import { eachItem, placeOf, rule } from "./rule.js";

const WINDOWS = { windows: { Critical: 30, High: 30, Moderate: 90, Low: 180 } };

const RELEASED = {
  detectedOn: "2026-01-02",
  originalRating: "High",
  vendorDependency: "Yes",
  vendorCheckIn: "2026-03-20",
};

export default rule({
  id: "overdue",
  summary: "An open item is past its due date",
  why: "Late items are what reviewers count first: enough of them bring a detailed finding review or a corrective action plan, and an agency may withdraw its authorization.",
  help: "Close it with its evidence, or say in the item why it takes longer and by when it will be done. Where it waits for a vendor, a risk adjustment or a false positive's approval, record that in the columns made for it.",
  severity: "error",
  options: {
    windows: {
      summary: "days from detection to completion for each rating; a rating without days is due on its scheduled date",
      default: {},
    },
    checkInDays: {
      summary: "a vendor dependency holds while the last check-in is at most this many days before the POA&M date",
      default: 30,
    },
  },
  examples: [
    { rows: { id: "V-1", scheduledCompletion: "2026-03-31" } },
    {
      rows: { id: "V-1", scheduledCompletion: "2026-03-30" },
      says: ["due 2026-03-30 (scheduled completion date), 1 day overdue on 2026-03-31"],
    },
    {
      title: "the rating's window counts, whatever the column says",
      options: WINDOWS,
      rows: { id: "V-1", detectedOn: "2026-01-02", scheduledCompletion: "2026-09-01", originalRating: "High" },
      says: ["due 2026-02-01 (High: 30 days from 2026-01-02), 58 days overdue on 2026-03-31"],
    },
    {
      title: "a vendor dependency with a fresh check-in is not late",
      options: WINDOWS,
      header: { poamDate: "2026-03-31" },
      rows: {
        id: "V-1",
        detectedOn: "2026-01-02",
        originalRating: "High",
        vendorDependency: "Yes",
        vendorCheckIn: "2026-03-01",
      },
    },
    {
      title: "a check-in 31 days old no longer holds",
      options: WINDOWS,
      header: { poamDate: "2026-03-31" },
      rows: {
        id: "V-1",
        detectedOn: "2026-01-02",
        originalRating: "High",
        vendorDependency: "Yes",
        vendorCheckIn: "2026-02-28",
      },
      says: ["due 2026-02-01 (High: 30 days from 2026-01-02), 58 days overdue on 2026-03-31"],
    },
    {
      title: "the vendor's release ends the waiting and begins the window anew",
      options: WINDOWS,
      header: { poamDate: "2026-03-31" },
      rows: [
        { ...RELEASED, id: "V-1", comments: "Vendor: fix released on 2026-03-01." },
        { ...RELEASED, id: "V-2", comments: "Vendor: fix released on 2026-02-28." },
        { ...RELEASED, id: "V-3", vendorDependency: "No", comments: "Vendor: fix released on 2026-03-01." },
      ],
      says: ["due 2026-03-30 (High: 30 days from 2026-02-28, the release of the fix), 1 day overdue on 2026-03-31"],
    },
    {
      title: "an approved false positive is not late",
      options: WINDOWS,
      rows: { id: "V-1", detectedOn: "2026-01-02", originalRating: "High", falsePositive: "Yes" },
    },
  ],
  check: eachItem((item, { poam, asOf, option }) => {
    const { due, basis, daysOverdue } = lateness(item, {
      asOf,
      windows: option("windows") as Windows,
      checkInDays: option("checkInDays") as number,
      submittedOn: poam.submittedOn?.value ?? asOf,
    });
    if (daysOverdue === 0) return undefined;
    const days = daysOverdue === 1 ? "1 day" : `${daysOverdue} days`;
    const detected = item.detectedOn?.value ? [{ at: item.detectedOn, label: "detected" }] : [];
    return {
      at: item.scheduledCompletion ?? placeOf(item),
      field: "scheduledCompletion",
      message: `due ${due} (${basis()}), ${days} overdue on ${asOf}`,
      related: detected,
    };
  }),
});
