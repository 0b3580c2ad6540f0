import type { Carried, CarriedItem, CarriedState, CarriedValue } from "../../src/model/carried-item.js";
import type { VerFacts, VerSidecar } from "../../src/model/evidence.js";
import type { FieldName } from "../../src/model/field.js";
import type { VerSettings } from "../../src/ver/activity.js";

export const SETTINGS: VerSettings = {
  asOf: "2026-11-22",
  reportPeriod: { from: "2026-11-01", to: "2026-11-30" },
  certificationPackageOverviewUri: "https://example.com/cpo.json",
  class: "C",
  withDescription: false,
};

/** What is known of a vulnerability that nobody need ask about. */
export const EVALUATED: VerFacts = {
  evaluatedOn: "2026-11-03",
  internetReachable: false,
  likelyExploitable: false,
  rating: 2,
};

type Fields = Partial<Record<FieldName, string>>;

/** An item; a text `yyyy-mm-dd` is a date. `others` are columns by their headings. */
export function item(
  fields: Fields,
  { state = "open", others = {} }: { state?: CarriedState; others?: Record<string, string> } = {},
  row = 6,
): CarriedItem {
  const at = (column: number) => ({ sheet: "Open POA&M Items", row, column });
  const value = (text: string, heading: string, column: number): CarriedValue & { heading: string } => ({
    value: /^\d{4}-\d\d-\d\d$/.test(text) ? { date: text } : text,
    ...{ text, heading, at: at(column) },
  });
  const given: Fields = { id: "V-1", source: "Nessus", detectedOn: "2026-11-02", ...fields };
  const entries = Object.entries(given).filter(([, text]) => text !== "") as [FieldName, string][];
  return {
    state,
    fields: new Map(entries.map(([field, text], index) => [field, value(text, field, index + 2)])),
    milestones: [],
    others: Object.entries(others).map(([heading, text], index) => value(text, heading, index + 40)),
    at: at(2),
  };
}

export function carried(...items: readonly CarriedItem[]): Carried {
  return { template: "fedramp-rev5-v3.0", header: new Map(), items, unread: [] };
}

export function sidecar(items: Readonly<Record<string, VerFacts>> = {}): VerSidecar {
  return { items: new Map(Object.entries(items)) };
}
