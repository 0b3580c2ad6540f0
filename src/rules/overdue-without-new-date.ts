import { lateness, type Windows } from "../model/lateness.js";
import { quoted } from "./quoted.js";
import { eachItem, rule } from "./rule.js";

const LATE = { id: "V-1", detectedOn: "2026-01-02", originalRating: "High" };
const OPTIONS = { windows: { High: 30 } };
const three = "fedramp-rev5-v3.0";

export default rule({
  id: "overdue-without-new-date",
  summary: "The plan of an overdue item says nothing of when it will be done",
  why: "Once the due date has passed, it no longer tells anybody anything: the plan must say why more time is needed and by when the work will be done.",
  help: "Write the reason for the delay and the new day into the plan; the due date itself stays.",
  severity: "warning",
  options: {
    windows: { summary: "days from detection to completion for each rating", default: {} },
    checkInDays: { summary: "how long a vendor dependency holds after a check-in, in days", default: 30 },
  },
  examples: [
    {
      template: three,
      options: OPTIONS,
      rows: { ...LATE, remediationPlan: "Vendor image is late; roll out by 2026-04-20" },
    },
    {
      title: "any word of time will do",
      template: three,
      options: OPTIONS,
      rows: { ...LATE, remediationPlan: "Replace the relay in the next release" },
    },
    {
      title: "said in the comments",
      template: three,
      options: OPTIONS,
      rows: { ...LATE, remediationPlan: "Patch nginx", comments: "Moved to May" },
    },
    { title: "a blank plan is another finding", template: three, options: OPTIONS, rows: LATE },
    {
      title: "not late",
      template: three,
      options: OPTIONS,
      rows: { ...LATE, detectedOn: "2026-03-02", remediationPlan: "Patch nginx" },
    },
    {
      template: three,
      options: OPTIONS,
      rows: { ...LATE, remediationPlan: "Patch nginx to 1.27.1" },
      says: ['overdue since 2026-02-01, but the plan, "Patch nginx to 1.27.1", does not say by when it will be done'],
    },
  ],
  check: eachItem(
    (item, { poam, asOf, option }) => {
      if (item.state !== "open" || item.milestones) return undefined;
      const windows = option("windows") as Windows;
      const checkInDays = option("checkInDays") as number;
      const { due, daysOverdue } = lateness(item, {
        asOf,
        windows,
        checkInDays,
        submittedOn: poam.submittedOn?.value ?? asOf,
      });
      if (daysOverdue === 0) return undefined;
      const { remediationPlan, milestoneChanges, comments } = item;
      if (remediationPlan?.value === undefined) return undefined;
      const texts = [remediationPlan, milestoneChanges, comments];
      if (texts.some((cell) => cell && TIME.test(cell.text))) return undefined;
      const message = `overdue since ${due}, but the plan, ${quoted(remediationPlan.value)}, does not say by when it will be done`;
      return { at: remediationPlan, field: "remediationPlan", message };
    },
    ["remediationPlan"],
  ),
});

/** Any mention of time: a plan in which none stands surely names no day. */
const TIME =
  /\b(?:20\d{2}|\d{1,2}\/\d{1,2}|\d{1,2}-\d{1,2}-\d{2,4}|q[1-4]|quarter|days?|weeks?|months?|years?|sprint|release|window|cycle|today|tomorrow|next|upcoming|soon|until|monday|tuesday|wednesday|thursday|friday|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|fall|winter)\b/i;
