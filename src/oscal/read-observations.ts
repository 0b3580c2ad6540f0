import { type Json, pass, records, type Taken, takeDay, takeText, texts } from "./json.js";
import { DEVIATIONS, NO_DETECTION, OWN_TOOL } from "./names.js";
import { takeProps } from "./props.js";
import type { ItemReading } from "./reading.js";

/** When and by whom the weakness was found, on which assets, what proves it, and why a deviation is asked for. */
export function readObservations(
  item: Json,
  observations: readonly Json[],
  risks: readonly Json[],
  reading: ItemReading,
): void {
  const { put, taken, references } = reading;
  const actors = { tools: [] as string[], parties: [] as string[], unknown: [] as string[] };
  const identifiers: string[] = [];
  const assets: string[] = [];
  const evidence: string[] = [];
  const rationales: string[] = [];
  const characterizations = risks.flatMap((risk) => records(risk, "characterizations"));
  const origins = characterizations.flatMap((one) => (typeof one.origin === "object" ? [one.origin as Json] : []));
  for (const origin of [
    ...[item, ...risks].flatMap((one) => records(one, "origins")),
    ...observations.flatMap((one) => records(one, "origins")),
    ...origins,
  ]) {
    for (const actor of records(origin, "actors")) {
      pass(taken, actor, "type", ["tool", "party", "assessment-platform"]);
      identifiers.push(...["vulnerability-id", "plugin-id"].flatMap((name) => takeProps(actor, name, taken)));
      const uuid = String(actor["actor-uuid"]);
      taken.mark(actor, "actor-uuid");
      if (uuid === OWN_TOOL) continue;
      const name = references.nameOf(uuid);
      if (name === undefined) actors.unknown.push(uuid);
      else (actor.type === "party" ? actors.parties : actors.tools).push(name);
    }
  }
  for (const observation of observations) {
    const kinds = texts(observation, "types");
    const isDeviation = DEVIATIONS.some(({ name }) => kinds.includes(name));
    const isVendor = kinds.includes("vendor-dependency");
    passKinds(observation, kinds, taken);
    pass(taken, observation, "description", [item.description, risks[0]?.description]);
    if (isDeviation || isVendor) pass(taken, observation, "title", [...TITLES, observation.description]);
    if (isDeviation) rationales.push(takeText(taken, observation, "description") ?? "");
    else if (!isVendor && observation.remarks !== NO_DETECTION && !reading.fields.has("detectedOn")) {
      put("detectedOn", takeDay(taken, observation, "collected"));
    }
    if (references.isOwn && (isDeviation || isVendor || observation.remarks === NO_DETECTION))
      taken.mark(observation, "collected");
    pass(taken, observation, "remarks", [NO_DETECTION]);
    const subjects = records(observation, "subjects").map((one) => subjectName(one, reading));
    if (isVendor && subjects.length > 0) {
      put("vendorProduct", subjects.join("\n"));
      pass(taken, observation, "description", [subjects.join("\n")]);
    } else if (!isDeviation) assets.push(...subjects);
    evidence.push(...evidenceOf(observation, reading));
  }
  // Who ran the tool matters less than the tool; both are kept.
  const [source, beside] = actors.tools.length > 0 ? [actors.tools, actors.parties] : [actors.parties, []];
  put("source", joined(source, ", "));
  const further = joined([...beside, ...actors.unknown], "\n");
  if (further !== undefined) reading.others.push({ heading: "origins.actors", value: further });
  put("sourceIdentifier", joined(identifiers, "\n"));
  put("assets", joined(assets, "\n"));
  put("evidence", joined(evidence, "\n"));
  put("deviationRationale", joined(rationales.filter(Boolean), "\n\n"));
}

const TITLES = ["Vendor Dependency", "Operational Requirement", "False Positive", "Risk Adjustment"];

/** Methods and types that say no more than that something was found. */
function passKinds(observation: Json, kinds: readonly string[], taken: Taken): void {
  const methods = texts(observation, "methods");
  if (methods.every((method) => method === "UNKNOWN")) taken.mark(observation, "methods");
  const known = ["finding", "vendor-dependency", ...DEVIATIONS.map(({ name }) => name as string)];
  if (kinds.every((kind) => known.includes(kind))) taken.mark(observation, "types");
}

function subjectName(subject: Json, { taken, references }: ItemReading): string {
  pass(taken, subject, "type", ["inventory-item", "component"]);
  const uuid = String(subject["subject-uuid"]);
  taken.mark(subject, "subject-uuid");
  return takeText(taken, subject, "title") ?? references.nameOf(uuid) ?? uuid;
}

function evidenceOf(observation: Json, { taken, references }: ItemReading): readonly string[] {
  return records(observation, "relevant-evidence").flatMap((one) => {
    const description = takeText(taken, one, "description");
    const hrefs = [one, ...records(one, "links")].flatMap((link) => takeText(taken, link, "href") ?? []);
    const text = [description, ...hrefs.map(references.target)].filter((part) => part !== undefined).join(" ");
    return text === "" ? [] : [text];
  });
}

/** The texts, each once. */
function joined(all: readonly string[], separator: string): string | undefined {
  return all.length > 0 ? [...new Set(all)].join(separator) : undefined;
}
