import type { FieldName } from "../model/field.js";
import type { ItemValue } from "../model/item-document.js";
import { readRating } from "../model/rating.js";
import { isRecord, type Json, pass, records, takeDay, takeText } from "./json.js";
import { DEVIATIONS, LOG, NO_PLAN, NO_STATEMENT, PLAN, RECOMMENDATION } from "./names.js";
import { takeProp, takeProps } from "./props.js";
import type { ItemReading } from "./reading.js";

export function readRisk(risk: Json, reading: ItemReading): void {
  const { put, taken, references } = reading;
  // A POA&M's own status says more than OSCAL's; ours is in a property where there is one.
  if (references.isOwn) taken.mark(risk, "status");
  else put("status", takeText(taken, risk, "status"));
  pass(taken, risk, "statement", [NO_STATEMENT, risk.description]);
  const controls = takeProps(risk, "impacted-control-id", taken);
  if (controls.length > 0) put("controls", controls.map(controlLabel).join(", "));
  put("scheduledCompletion", takeDay(taken, risk, "deadline"));
  for (const { field, name } of DEVIATIONS) put(field, answerOf(takeProp(risk, name, taken)));
  put("vendorDependency", answerOf(takeProp(risk, "vendor-dependency", taken)));
  put("kevTracking", answerOf(takeProp(risk, "kev-catalog", taken)));
  const kevDue = takeProp(risk, "kev-due-date", taken);
  put("kevDueDate", kevDue === undefined ? undefined : (takeDay(taken, { kevDue }, "kevDue") ?? kevDue));
  readFacets(risk, reading);
  const factors = records(risk, "mitigating-factors").flatMap((one) => takeText(taken, one, "description") ?? []);
  if (factors.length > 0) put("mitigations", factors.join("\n\n"));
}

function readFacets(risk: Json, { put, taken, fields }: ItemReading): void {
  const cves: string[] = [];
  for (const facet of records(risk, "characterizations").flatMap((one) => records(one, "facets"))) {
    const isCve = facet.name === "cve-id" || /cve\.mitre\.org|cve\.org/.test(String(facet.system));
    const state = records(facet, "props").find(({ name }) => name === "state");
    const field = FACETS[`${facet.name} ${state?.value ?? "initial"}`];
    const value = typeof facet.value === "string" ? facet.value : undefined;
    // The first of a kind counts; another tool's is kept by its name.
    if (value === undefined || (!isCve && (!field || fields.has(field)))) continue;
    for (const key of ["name", "value", "system"]) taken.mark(facet, key);
    if (state) for (const key of ["name", "value", "ns"]) taken.mark(state, key);
    if (isCve) cves.push(value);
    else put(field!, readRating(value) ?? value);
  }
  if (cves.length > 0) put("cves", cves.join(", "));
}

/** The fields of facets, by name and state. */
const FACETS: Readonly<Record<string, FieldName>> = Object.assign(Object.create(null), {
  "risk initial": "originalRating",
  "risk adjusted": "adjustedRating",
  "severity initial": "severity",
  "likelihood initial": "likelihood",
  "impact initial": "impact",
});

export function readRemediations(risk: Json, { put, milestones, taken, references, fields }: ItemReading): void {
  const recommended: string[] = [];
  const planned: string[] = [];
  for (const one of records(risk, "remediations")) {
    const isRecommended = one.lifecycle === "recommendation";
    pass(taken, one, "lifecycle", ["recommendation", "planned"]);
    pass(taken, one, "title", [PLAN, RECOMMENDATION]);
    pass(taken, one, "description", [NO_PLAN]);
    const description = one.description === NO_PLAN ? undefined : takeText(taken, one, "description");
    if (description) (isRecommended ? recommended : planned).push(description);
    const parties = records(one, "origins").flatMap((origin) => records(origin, "actors"));
    for (const actor of parties) {
      pass(taken, actor, "type", ["party", "tool"]);
      const name = references.nameOf(String(actor["actor-uuid"]));
      if (actor.type !== "party" || isRecommended || fields.has("pointOfContact")) continue;
      put("pointOfContact", name);
      if (name !== undefined) taken.mark(actor, "actor-uuid");
    }
    const assets = records(one, "required-assets").flatMap((asset) => takeText(taken, asset, "description") ?? []);
    if (assets.length > 0 && !fields.has("resources")) put("resources", assets.join("\n"));
    for (const task of records(one, "tasks")) {
      const row = milestoneOf(task, taken);
      if (row.size > 0) milestones.push(row);
    }
  }
  if (recommended.length > 0) put("recommendations", recommended.join("\n\n"));
  if (planned.length > 0) put("remediationPlan", planned.join("\n\n"));
}

function milestoneOf(task: Json, taken: ItemReading["taken"]): Map<FieldName, ItemValue> {
  const row = new Map<FieldName, ItemValue>();
  pass(taken, task, "type", ["milestone"]);
  const title = takeText(taken, task, "title");
  const description = takeText(taken, task, "description");
  const texts = [title, description === title ? undefined : description].filter((one) => one !== undefined);
  if (texts.length > 0) row.set("milestoneDescription", texts.join("\n"));
  const timing = isRecord(task.timing) ? task.timing : {};
  const onDate = isRecord(timing["on-date"]) ? timing["on-date"] : undefined;
  const range = isRecord(timing["within-date-range"]) ? timing["within-date-range"] : undefined;
  const due = takeDay(taken, onDate, "date") ?? takeDay(taken, range, "end");
  if (due) row.set("milestoneDue", due);
  return row;
}

/** The latest check-in, closing and status have a field; what else was logged is kept a line each. */
export function readRiskLog(risk: Json, { put, milestones, others, taken, references }: ItemReading): void {
  const log = isRecord(risk["risk-log"]) ? records(risk["risk-log"], "entries") : [];
  const fields = new Map(log.map((entry) => [entry, fieldOfEntry(entry, taken)]));
  const latest = new Map<FieldName | undefined, Json>();
  for (const [entry, field] of fields) {
    const before = latest.get(field);
    if (!before || String(entry.start) > String(before.start)) latest.set(field, entry);
  }
  const remaining: string[] = [];
  for (const entry of log) {
    const field = fields.get(entry);
    const isLatest = latest.get(field) === entry;
    const day = takeDay(taken, entry, "start");
    const title = takeText(taken, entry, "title");
    const description = takeText(taken, entry, "description");
    const change = takeText(taken, entry, "status-change");
    if (references.isOwn && title === LOG.changes && description !== undefined) {
      if (milestones.length === 0) milestones.push(new Map());
      if (!milestones[0]!.has("milestoneChanges")) milestones[0]!.set("milestoneChanges", description);
      continue;
    }
    if (field && isLatest) put(field, day);
    const isSaid = description === undefined && (title === undefined || TITLES.includes(title));
    if (field && isLatest && isSaid) continue;
    const said = [title, description, change && `status: ${change}`].filter((one) => one).join(": ");
    remaining.push([day?.date, said].filter((one) => one).join(" "));
  }
  if (remaining.length > 0) others.push({ heading: "risk.risk-log", value: remaining.join("\n") });
}

const TITLES: readonly string[] = Object.values(LOG);

function fieldOfEntry(entry: Json, taken: ItemReading["taken"]): FieldName | undefined {
  const title = typeof entry.title === "string" ? entry.title : "";
  const isCheckIn = takeProps(entry, "vendor-dependency", taken).includes("vendor-check-in");
  if (isCheckIn || /vendor check-?in/i.test(title)) return "vendorCheckIn";
  if (entry["status-change"] === "closed") return "completedOn";
  return title === LOG.status ? "statusDate" : undefined;
}

/** FedRAMP's words for how far a deviation has come. */
function answerOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const word = value.toLowerCase();
  if (["approved", "tracking", "yes"].includes(word)) return "Yes";
  if (["pending", "investigating"].includes(word)) return "Pending";
  return ["withdrawn", "resolved", "no"].includes(word) ? "No" : value;
}

/** OSCAL's id as people write it: `ac-2.1` is AC-2(1). */
function controlLabel(id: string): string {
  return id.replace(/^([a-z]{2}-\d{1,2})(?:\.(\d{1,2}))?$/, (_, control: string, enhancement?: string) => {
    return `${control.toUpperCase()}${enhancement === undefined ? "" : `(${enhancement})`}`;
  });
}
