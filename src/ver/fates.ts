import type { Carried, CarriedItem, CarriedValue } from "../model/carried-item.js";
import type { CellRef } from "../model/cell.js";
import { FIELDS, type FieldName } from "../model/field.js";
import type { FieldFate } from "../model/losses.js";
import { factColumn } from "./fact-columns.js";
import type { KnownItem } from "./known-items.js";
import { isApproved } from "./vulnerability.js";

/** What becomes of each value of the POA&M: the JSON member that it goes into, or why it goes nowhere. */
export function fatesOf(
  carried: Carried,
  reported: readonly KnownItem[],
  withDescription: boolean,
): readonly FieldFate[] {
  const fates = new Map<string, Map<Fate, Writable>>();
  const count = (field: FieldName | undefined, { heading, at }: Named, ended: Fate) => {
    const from = heading ?? (field ? FIELDS[field].label : "");
    let ofHeading = fates.get(from);
    if (!ofHeading) fates.set(from, (ofHeading = new Map()));
    let known = ofHeading.get(ended);
    if (!known) {
      const fate = ended.to === undefined ? "dropped" : "carried";
      ofHeading.set(ended, (known = { ...ended, from, field, fate, label: undefined, count: 0, cells: [] }));
    }
    known.count++;
    if (known.fate === "dropped") known.cells.push(at);
  };
  const knownBy = new Map(reported.map((known) => [known.item, known]));
  for (const item of carried.items) {
    const known = knownBy.get(item);
    const left = item.state === "documentation" ? dropped("a document's deficiency is no vulnerability") : LATER;
    for (const [field, value] of item.fields) {
      count(field, value, known ? fateOf(field, value, item, known, withDescription) : left);
    }
    for (const row of item.milestones) for (const [field, value] of row) count(field, value, known ? NO_PLACE : left);
    for (const value of item.others) count(undefined, value, known ? otherFate(value.heading, known) : left);
  }
  for (const [name, value] of carried.header) {
    count(undefined, { ...value, heading: `header: ${value.heading ?? name}` }, NO_PLACE);
  }
  for (const cell of carried.unread) count(cell.field, cell, dropped("a formula without a saved result"));
  return [...fates.values()].flatMap((ofHeading) => [...ofHeading.values()]);
}

interface Named {
  readonly heading: string | undefined;
  readonly at: CellRef;
}

interface Fate {
  readonly to: string | undefined;
  readonly why: string | undefined;
}

type Writable = { -readonly [K in keyof FieldFate]: K extends "cells" ? CellRef[] : FieldFate[K] };

/** One object for each, by which values are counted. */
const FATES = new Map<string, Fate>();

function carriedTo(to: string): Fate {
  return fate(to, undefined);
}

function dropped(why: string): Fate {
  return fate(undefined, why);
}

function fate(to: string | undefined, why: string | undefined): Fate {
  const key = to ?? `dropped: ${why}`;
  let known = FATES.get(key);
  if (!known) FATES.set(key, (known = { to, why }));
  return known;
}

const NO_PLACE = dropped("the schema has no place for it");
const UNDISCLOSED = dropped("VER-RPT-NID: what helps to exploit a weakness is not told");
const LATER = dropped("detected after the as-of day");
const MISDATED = dropped("after the as-of day, or before the detection");
const REPLACED = dropped("the facts given for its evaluation say it instead");

function fateOf(
  field: FieldName,
  { value }: CarriedValue,
  item: CarriedItem,
  { facts, isClosed }: KnownItem,
  withDescription: boolean,
): Fate {
  const isDay = typeof value === "object";
  const onRequest = (to: string, isReplaced: boolean) =>
    isReplaced ? REPLACED : withDescription ? carriedTo(to) : UNDISCLOSED;
  switch (field) {
    case "id":
      return facts.trackingId === undefined ? carriedTo("providerTrackingId") : REPLACED;
    case "detectedOn":
      if (facts.detectedAt !== undefined) return REPLACED;
      return isDay ? carriedTo("detection.detectedAt") : dropped("cannot be read as a day");
    case "source":
      return facts.detectionSource === undefined ? carriedTo("detection.detectionSource") : REPLACED;
    case "sourceDetails":
      return onRequest("detection.detectionSource", facts.detectionSource !== undefined);
    case "description":
      return onRequest("vulnerabilityDescription", facts.description !== undefined);
    case "controls":
    case "originalRating":
      return facts.description === undefined && !withDescription ? carriedTo("vulnerabilityDescription") : NO_PLACE;
    case "comments":
      return onRequest("supplementaryRiskInformation", facts.supplementaryRiskInformation !== undefined);
    case "vendorDependency":
    case "vendorCheckIn":
      if (!isApproved(item, "vendorDependency")) return NO_PLACE;
      if (facts.supplementaryRiskInformation !== undefined) return REPLACED;
      return isClosed ? NO_PLACE : carriedTo("supplementaryRiskInformation");
    case "falsePositive":
      return isClosed ? carriedTo("finalDisposition") : NO_PLACE;
    case "operationalRequirement":
      return isApproved(item, field) && !isClosed ? carriedTo("acceptanceRationale") : NO_PLACE;
    case "deviationRationale":
      if (!isApproved(item, "operationalRequirement")) return NO_PLACE;
      return onRequest("acceptanceRationale", facts.acceptanceRationale !== undefined);
    case "scheduledCompletion":
    case "revisedCompletion":
      return isDay && !isClosed ? carriedTo("overdueStatus.isOverdue") : NO_PLACE;
    case "completedOn":
    case "remediatedOn":
    case "status":
      return carriedTo("finalDisposition");
    case "weakness":
    case "assets":
    case "cves":
    case "sourceIdentifier":
    case "assetAddress":
    case "assetHost":
      return UNDISCLOSED;
    default:
      return NO_PLACE;
  }
}

function otherFate(heading: string, { unreadable, doubtful }: KnownItem): Fate {
  const column = factColumn(heading);
  if (column?.fact === "evaluatedOn" && doubtful.includes(column.fact)) return MISDATED;
  if (unreadable.includes(heading)) return dropped("cannot be read");
  return column ? carriedTo(MEMBERS[column.fact]) : NO_PLACE;
}

const MEMBERS: Readonly<Record<NonNullable<ReturnType<typeof factColumn>>["fact"], string>> = {
  trackingId: "providerTrackingId",
  detectedAt: "detection.detectedAt",
  detectionSource: "detection.detectionSource",
  evaluatedOn: "evaluationCompletedAt",
  internetReachable: "isInternetReachable",
  likelyExploitable: "isLikelyExploitable",
  rating: "currentRating",
  explanation: "overdueStatus.explanation",
  closedOn: "finalDisposition",
  description: "vulnerabilityDescription",
  potentialAgencyImpact: "potentialAgencyImpact",
  supplementaryRiskInformation: "supplementaryRiskInformation",
  acceptanceRationale: "acceptanceRationale",
};
