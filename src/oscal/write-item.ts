import { readAnswer } from "../codecs/answer.js";
import { readAssets } from "../codecs/assets.js";
import { readCves } from "../codecs/cves.js";
import { readMilestones } from "../codecs/milestones.js";
import { readControls } from "../model/control.js";
import type { IsoDate } from "../model/date.js";
import type { FieldName } from "../model/field.js";
import type { Asset } from "../model/item.js";
import { type DocumentItem, type ItemValue, shownText } from "../model/item-document.js";
import { readRating } from "../model/rating.js";
import type { Definitions } from "./definitions.js";
import type { Json } from "./json.js";
import {
  CVE,
  DEVIATIONS,
  FEDRAMP,
  FEDRAMP_NS,
  LOG,
  NIST,
  NO_DESCRIPTION,
  NO_PLAN,
  NO_STATEMENT,
  NO_TITLE,
  OWN_TOOL,
  PLAN,
  RECOMMENDATION,
} from "./names.js";
import type { ItemParts } from "./read-item.js";
import { uuidV5 } from "./uuid.js";

interface ItemContext {
  readonly uuid: string;
  readonly asOf: IsoDate;
  readonly definitions: Definitions;
}

/** What of one item is being written. */
interface Writing extends ItemContext {
  readonly text: (field: FieldName) => string | undefined;
  readonly day: (field: FieldName) => IsoDate | undefined;
  readonly item: DocumentItem;
  /** The UUID of a part of the item. */
  readonly part: (name: string) => string;
  readonly title: string;
  readonly description: string;
}

/** A POA&M item with its observations and its risk, as far as OSCAL has places for what it holds. */
export function itemParts(item: DocumentItem, context: ItemContext): ItemParts {
  const text = (field: FieldName): string | undefined => {
    const value = item.fields.get(field);
    return value === undefined ? undefined : shownText(value);
  };
  const title = text("weakness") ?? text("id") ?? NO_TITLE;
  const writing: Writing = {
    ...{ ...context, item, text, day: (field) => dayOf(item.fields.get(field)) },
    part: (name) => uuidV5(context.uuid, name),
    title: title.replace(/\s+/g, " ").trim(),
    description: text("description") ?? text("weakness") ?? NO_DESCRIPTION,
  };
  const observations = observationsOf(writing);
  const related = observations.map(({ uuid }) => ({ "observation-uuid": uuid }));
  const uuid = writing.part("risk");
  const risk = { ...riskOf(writing, uuid), "related-observations": related };
  const [id, remarks] = [text("id"), text("comments")];
  return {
    item: {
      ...{ uuid: context.uuid, title: writing.title, description: writing.description },
      props: props([["POAM-ID", id]]),
      "related-observations": related,
      "related-risks": [{ "risk-uuid": uuid }],
      ...(remarks !== undefined && { remarks }),
    },
    risks: [risk],
    observations,
  };
}

export function dateTime(day: IsoDate): string {
  return `${day}T00:00:00Z`;
}

function dayOf(value: ItemValue | undefined): IsoDate | undefined {
  // The schema knows no leap days before 2000.
  return typeof value === "object" && isInSchema(value.date) ? value.date : undefined;
}

function isInSchema(day: IsoDate): boolean {
  return day >= "2000" && day < "3";
}

function observationsOf(writing: Writing): readonly Json[] {
  const { text, day, part, description, definitions, asOf } = writing;
  const source = text("source");
  const identifiers = props((text("sourceIdentifier")?.split("\n") ?? []).map((one) => ["vulnerability-id", one]));
  const actor = {
    ...{ type: "tool", "actor-uuid": source === undefined ? OWN_TOOL : definitions.component(source) },
    ...(identifiers.length > 0 && { props: identifiers }),
  };
  const subjects = readAssets(text("assets") ?? "").map((asset) => ({
    ...{ "subject-uuid": definitions.asset(asset.name), type: "inventory-item", title: assetTitle(asset) },
  }));
  const evidence = text("evidence");
  const collected = dateTime(day("detectedOn") ?? asOf);
  const found = {
    ...{
      uuid: part("observation"),
      description,
      methods: ["UNKNOWN"],
      types: ["finding"],
      origins: [{ actors: [actor] }],
    },
    ...(subjects.length > 0 && { subjects }),
    ...(evidence !== undefined && { "relevant-evidence": [{ description: evidence }] }),
    collected,
  };
  const deviation = DEVIATIONS.find(({ field }) => !["No", undefined].includes(readAnswer(text(field) ?? "")));
  const rationale = text("deviationRationale");
  const product = text("vendorProduct");
  return [
    found,
    ...(deviation && rationale !== undefined
      ? [{ uuid: part("deviation"), description: rationale, methods: ["UNKNOWN"], types: [deviation.name], collected }]
      : []),
    ...(product === undefined
      ? []
      : [
          {
            ...{ uuid: part("vendor"), description: product, methods: ["UNKNOWN"], types: ["vendor-dependency"] },
            ...{ subjects: [{ "subject-uuid": definitions.component(product), type: "component" }], collected },
          },
        ]),
  ];
}

function assetTitle({ name, port, protocol }: Asset): string {
  return port === undefined ? name : `${name} (${port}${protocol === undefined ? "" : `/${protocol}`})`;
}

function riskOf(writing: Writing, uuid: string): Json {
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
  return props([...[...new Set(controls)].map((id) => ["impacted-control-id", id] as const), ...answers]);
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
    const due = dayOf(row.get("milestoneDue"));
    const alone =
      own === undefined && due === undefined ? [] : [{ text: own === undefined ? "" : shownText(own), due }];
    return [...listed, ...alone];
  });
  return planned.map(({ text, due }, index) => {
    const [title = "", ...further] = text.split("\n");
    return {
      ...{
        uuid: part(`task ${index + 1}`),
        type: "milestone",
        title: title.trim() === "" ? `Milestone ${index + 1}` : title,
      },
      ...(further.length > 0 && { description: further.join("\n") }),
      ...(due && isInSchema(due) && { timing: { "on-date": { date: dateTime(due) } } }),
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
            props: props([["vendor-dependency", "vendor-check-in"]]),
          },
        ]
      : []),
    ...(closed
      ? [{ uuid: part("closed"), title: LOG.closed, start: dateTime(closed), "status-change": "closed" }]
      : []),
  ];
}

/** FedRAMP's properties, of values that a property may have. */
function props(values: readonly (readonly [name: string, value: string | undefined])[]): readonly Json[] {
  return values.flatMap(([name, value]) => {
    return value !== undefined && /^\S(.*\S)?$/u.test(value) ? { name, ns: FEDRAMP_NS, value } : [];
  });
}
