import { readAnswer } from "../codecs/answer.js";
import { readCves } from "../codecs/cves.js";
import { readMilestones } from "../codecs/milestones.js";
import { readControls } from "../model/control.js";
import { type DocumentItem, shownText } from "../model/item-document.js";
import { readRating } from "../model/rating.js";
import { dateTime, schemaDay } from "./date-time.js";
import type { Json } from "./json.js";
import { CVE, DEVIATIONS, FEDRAMP, LOG, NIST, NO_PLAN, NO_STATEMENT, OWN_TOOL, PLAN, RECOMMENDATION } from "./names.js";
import { fedrampProps } from "./props.js";
import type { Writing } from "./write-item.js";

/** The risk of an item: its rating, deadline, deviations, plan and log. */
export function riskOf(writing: Writing, uuid: string): Json {
  const { text, day, part, title, description, item } = writing;
  const [deadline, mitigations] = [day("scheduledCompletion"), text("mitigations")];
  const facets = facetsOf(writing);
  const remediations = remediationsOf(writing);
  const log = riskLog(writing);
  const properties = riskProps(writing);
  return {
    ...{ uuid, title, description, statement: NO_STATEMENT },
    ...(properties.length > 0 && { props: properties }),
    status: statusOf(item, text),
    ...(facets.length > 0 && {
      characterizations: [{ origin: { actors: [{ type: "tool", "actor-uuid": OWN_TOOL }] }, facets }],
    }),
    ...(mitigations !== undefined && {
      "mitigating-factors": [{ uuid: part("mitigation"), description: mitigations }],
    }),
    ...(deadline && { deadline: dateTime(deadline) }),
    ...(remediations.length > 0 && { remediations }),
    ...(log.length > 0 && { "risk-log": { entries: log } }),
  };
}

function statusOf({ state }: DocumentItem, text: Writing["text"]): string {
  if (state === "closed") return "closed";
  const isAccepted = /^risk accepted/i.test(text("status")?.trim() ?? "");
  const deviations = DEVIATIONS.map(({ field }) => readAnswer(text(field) ?? ""));
  if (isAccepted || deviations.includes("Yes")) return "deviation-approved";
  return deviations.includes("Pending") ? "deviation-requested" : "open";
}

function riskProps({ text, day }: Writing): readonly Json[] {
  const controls = readControls(text("controls") ?? "", "any").flatMap(({ id, scheme }) => {
    return id === undefined ? [] : scheme === "800-53" ? oscalId(id) : id;
  });
  const answers = [
    ...DEVIATIONS.map(({ field, name }) => [name, ANSWERS[readAnswer(text(field) ?? "") ?? "No"]] as const),
    ["vendor-dependency", VENDOR[readAnswer(text("vendorDependency") ?? "") ?? "No"]] as const,
    ["kev-catalog", KEV[readAnswer(text("kevTracking") ?? "") ?? "Pending"]] as const,
    ["kev-due-date", day("kevDueDate")] as const,
  ];
  return fedrampProps([...[...new Set(controls)].map((id) => ["impacted-control-id", id] as const), ...answers]);
}

/** FedRAMP's words; a deviation that nobody asked for has none. */
const ANSWERS = { Yes: "approved", Pending: "pending", No: undefined } as const;
const VENDOR = { Yes: "tracking", Pending: "investigating", No: undefined } as const;
const KEV = { Yes: "yes", No: "no", Pending: undefined } as const;

/** `AC-2(1)` is ac-2.1. */
function oscalId(id: string): string {
  return id.toLowerCase().replace(/\((\d+)\)$/, ".$1");
}

function facetsOf({ text }: Writing): readonly Json[] {
  const rated = FACETS.flatMap(([field, name, state, system]) => {
    const rating = readRating(text(field) ?? "");
    if (rating === undefined) return [];
    return { name, system, value: rating.toLowerCase().replace(" ", "-"), props: [{ name: "state", value: state }] };
  });
  const cves = readCves(text("cves") ?? "").ids.map((value) => ({ name: "cve-id", system: CVE, value }));
  return [...rated, ...cves];
}

const FACETS = [
  ["originalRating", "risk", "initial", FEDRAMP],
  ["adjustedRating", "risk", "adjusted", FEDRAMP],
  ["severity", "severity", "initial", NIST],
  ["likelihood", "likelihood", "initial", NIST],
  ["impact", "impact", "initial", NIST],
] as const;

function remediationsOf(writing: Writing): readonly Json[] {
  const { text, part, definitions } = writing;
  const [recommended, plan, resources] = [text("recommendations"), text("remediationPlan"), text("resources")];
  const tasks = tasksOf(writing);
  const contact = text("pointOfContact");
  const party = contact === undefined ? undefined : definitions.party(contact);
  const planned = {
    ...{ uuid: part("plan"), lifecycle: "planned", title: PLAN, description: plan ?? NO_PLAN },
    ...(party && { origins: [{ actors: [{ type: "party", "actor-uuid": party }] }] }),
    ...(resources !== undefined && { "required-assets": [{ uuid: part("resources"), description: resources }] }),
    ...(tasks.length > 0 && { tasks }),
  };
  const isPlanned = plan !== undefined || party !== undefined || resources !== undefined || tasks.length > 0;
  return [
    ...(recommended === undefined
      ? []
      : [
          {
            uuid: part("recommendation"),
            lifecycle: "recommendation",
            title: RECOMMENDATION,
            description: recommended,
          },
        ]),
    ...(isPlanned ? [planned] : []),
  ];
}

function tasksOf({ item, part }: Writing): readonly Json[] {
  const planned = item.milestones.flatMap((row) => {
    const text = row.get("milestones");
    const listed = text === undefined ? [] : readMilestones(shownText(text));
    const own = row.get("milestoneDescription");
    const due = schemaDay(row.get("milestoneDue"));
    const alone =
      own === undefined && due === undefined ? [] : [{ text: own === undefined ? "" : shownText(own), due }];
    return [...listed, ...alone];
  });
  return planned.map(({ text, due }, index) => {
    const day = due && schemaDay({ date: due });
    const [title = "", ...further] = text.split("\n");
    return {
      ...{
        uuid: part(`task ${index + 1}`),
        type: "milestone",
        title: title.trim() === "" ? `Milestone ${index + 1}` : title,
      },
      ...(further.length > 0 && { description: further.join("\n") }),
      ...(day && { timing: { "on-date": { date: dateTime(day) } } }),
    };
  });
}

function riskLog({ item, day, part, asOf }: Writing): readonly Json[] {
  const [statusDate, checkIn, completed] = [day("statusDate"), day("vendorCheckIn"), day("completedOn")];
  const changes = item.milestones.flatMap((row) => row.get("milestoneChanges") ?? []).map(shownText);
  const closed = item.state === "closed" ? completed : undefined;
  return [
    ...(statusDate ? [{ uuid: part("status"), title: LOG.status, start: dateTime(statusDate) }] : []),
    ...changes.map((description, index) => ({
      ...{ uuid: part(`changes ${index + 1}`), title: LOG.changes, description, start: dateTime(statusDate ?? asOf) },
    })),
    ...(checkIn
      ? [
          {
            ...{ uuid: part("check-in"), title: LOG.checkIn, start: dateTime(checkIn) },
            props: fedrampProps([["vendor-dependency", "vendor-check-in"]]),
          },
        ]
      : []),
    ...(closed
      ? [{ uuid: part("closed"), title: LOG.closed, start: dateTime(closed), "status-change": "closed" }]
      : []),
  ];
}
