import { UserError } from "../model/user-error.js";
import { isRecord, type Json } from "./json.js";

/**
 * Throws a UserError where a part of the document that is read is no list of objects, or no object, as OSCAL has it: what such
 * a part holds would be passed over in silence. What is absent is no fault.
 */
export function refuseMisshapen(document: Json, file: string): void {
  let depth = 0;
  const walk = (value: unknown, at: string): void => {
    // No OSCAL is as deep; a file that means harm may be.
    if (depth > DEEPEST) return;
    depth++;
    if (Array.isArray(value)) for (const [index, one] of value.entries()) walk(one, `${at}[${index}]`);
    else if (isRecord(value)) {
      for (const [key, one] of Object.entries(value)) {
        const place = at === "" ? key : `${at}.${key}`;
        const fault = faultOf(key, one, place);
        if (fault !== undefined) throw new UserError("oscal", `${file}: ${fault}.`);
        walk(one, place);
      }
    }
    depth--;
  };
  walk(document, "");
}

function faultOf(key: string, value: unknown, at: string): string | undefined {
  if (OBJECTS.has(key)) return isRecord(value) ? undefined : `${at} must be an object { … }`;
  if (!LISTS.has(key)) return undefined;
  if (!Array.isArray(value)) return `${at} must be a list [ … ]`;
  const stranger = value.findIndex((one) => !isRecord(one));
  return stranger < 0 ? undefined : `${at}[${stranger}] must be an object { … }`;
}

const DEEPEST = 100;

/** Names that stand for the same kind of part wherever OSCAL 1.0 to 1.2 uses them. */
const OBJECTS: ReadonlySet<string> = new Set([
  ...[
    "metadata",
    "local-definitions",
    "assessment-assets",
    "back-matter",
    "system-id",
    "risk-log",
    "timing",
    "on-date",
  ],
  ...["within-date-range", "origin"],
]);

const LISTS: ReadonlySet<string> = new Set([
  ...["poam-items", "risks", "observations", "related-risks", "related-observations", "mitigating-factors"],
  ...["characterizations", "facets", "remediations", "tasks", "required-assets", "entries", "origins", "actors"],
  ...["subjects", "relevant-evidence", "props", "links", "parties", "responsible-parties", "components"],
  ...["inventory-items", "resources", "rlinks"],
]);
