import { readAssets } from "../codecs/assets.js";
import type { CarriedItem } from "../model/carried-item.js";

/**
 * Whether a source of finding names no more than who found it: no vulnerability, no plugin, no host and no number of a report.
 * What cannot be told apart from such is taken for one.
 */
export function isNeutralSource(source: string, { fields }: CarriedItem): boolean {
  const plain = source.replace(PRODUCTS, "");
  if (TELLING.some((one) => one.test(plain))) return false;
  const folded = plain.toLowerCase();
  const assets = ["assets", "assetHost", "assetAddress"] as const;
  const names = [
    ...assets.flatMap((field) => readAssets(fields.get(field)?.text ?? "").map(({ name }) => name)),
    fields.get("sourceIdentifier")?.text.trim() ?? "",
  ];
  return !names.some((name) => name.length > 2 && folded.includes(name.toLowerCase()));
}

/** Scanners whose names look like hosts. */
const PRODUCTS = /\btenable\.(?:io|sc|ad|ot|cs|ep)\b/gi;

const TELLING: readonly RegExp[] = [
  /\b(?:cve|cwe|ghsa|rhsa|usn|msrc|kb)[-\s:]?\d/i,
  /\b(?:plugin|qid|vuln(?:erability)?[-\s]?id|signature|host|server)\b/i,
  // Any long number but a year.
  /(?<!\d)(?!(?:19|20)\d\d(?!\d))\d{4,}/,
  // An address, or a host in its domain.
  /\d{1,3}(?:\.\d{1,3}){3}/,
  /[\da-f]{1,4}(?::[\da-f]{0,4}){3,}/i,
  /\b[\w-]+\.[a-z]{2,}\b/i,
  /:\/\/|@/,
  // web-01, srv12, SAR-3.
  /\b[a-z][\w-]*[-_]\d+\b/i,
  /\b(?!fy\d\d\b)[a-z]{2,}\d{2,}\b/i,
];
