import type { z } from "zod";
import { DISPOSITIONS } from "../model/evidence.js";
import { FULL_ADDRESS } from "../model/full-address.js";
import { didYouMean } from "../model/nearest.js";

type Issue = z.core.$ZodIssue;

/** A fault of `poam.ver.json` in words: of which item, at which key, what stands there and what can. `known`: the keys of an item. */
export function verFault(issue: Issue, known: readonly string[]): string {
  const [top, id, ...rest] = issue.path.map(String);
  const isOfItem = top === "items" && id !== undefined;
  const where = isOfItem ? rest : issue.path.map(String);
  const owner = isOfItem ? `item ${id}: ` : "";
  const key = where.at(-1);
  if (issue.code === "unrecognized_keys") {
    const stranger = issue.keys[0]!;
    const keys = where.length > 0 ? (PARTS[key!] ?? []) : isOfItem ? known : WHOLE;
    const near = didYouMean(stranger, keys) || ` There are ${keys.join(", ")}.`;
    return `${owner}${where.length > 0 ? `${where.join(".")}: ` : ""}there is no key ${stranger}.${near}`;
  }
  if (issue.code === "custom" && key === "reportPeriod") return `${owner}${where.join(".")}: ${issue.message}.`;
  const can = key === undefined ? "an object { … }" : expected(key);
  const at = where.length === 0 ? (isOfItem ? "its facts" : "the file") : where.join(".");
  if (issue.input === undefined) return `${owner}${at} is missing; it must be ${can}.`;
  return `${owner}${at} cannot be ${shown(issue.input)}; it must be ${can}.`;
}

const RATING = "a number from 1 to 5";
const DAY = "a day, as 2026-03-14";
const MOMENT = `${DAY}, or a time with its zone, as 2026-03-14T09:30:00Z`;
const YES_OR_NO = "true or false";

const EXPECTED: Readonly<Record<string, string>> = {
  ...{ rating: RATING, targetRating: RATING, detectedAt: MOMENT, estimatedAt: MOMENT },
  ...{ evaluatedOn: DAY, closedOn: DAY, from: DAY, to: DAY },
  ...{ internetReachable: YES_OR_NO, likelyExploitable: YES_OR_NO, publiclyExposed: YES_OR_NO, automatable: YES_OR_NO },
  technicalImpact: "total or partial",
  finalDisposition: `${DISPOSITIONS.slice(0, -1).join(", ")} or ${DISPOSITIONS.at(-1)}`,
  class: "A, B, C or D",
  certificationPackageOverviewUri: FULL_ADDRESS,
  items: "an object { … } of facts by POA&M id",
  reportPeriod: "an object { … } with from and to",
  projectedNextReduction: "an object { … } with estimatedAt and targetRating",
  explanation: "a text",
};

function expected(key: string): string {
  return EXPECTED[key] ?? "a text that is not blank";
}

const WHOLE = ["$schema", "certificationPackageOverviewUri", "reportPeriod", "class", "items"];
const PARTS: Readonly<Record<string, readonly string[]>> = {
  reportPeriod: ["from", "to"],
  projectedNextReduction: ["estimatedAt", "targetRating"],
};

function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

const LONGEST = 40;
