import { z } from "zod";
import { DISPOSITIONS, type VerSidecar } from "../model/evidence.js";
import { isFullAddress } from "../model/full-address.js";
import { UserError } from "../model/user-error.js";
import { readJson } from "./read-json.js";
import { verFault } from "./ver-fault.js";

const rating = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
const moment = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], "write a day (2026-03-14) or a time with its zone")
  .describe("A day (2026-03-14) or a time with its zone (2026-03-14T09:30:00Z).");
const said = z.string().trim().min(1);

const facts = z.strictObject({
  evaluatedOn: z.iso.date().exactOptional().describe("The day on which the evaluation was completed."),
  internetReachable: z.boolean().exactOptional(),
  likelyExploitable: z.boolean().exactOptional(),
  rating: rating.exactOptional().describe("Potential agency impact, N1 to N5, as a number."),
  publiclyExposed: z.boolean().exactOptional(),
  automatable: z.boolean().exactOptional(),
  technicalImpact: z.enum(["total", "partial"]).exactOptional(),
  explanation: z.string().exactOptional().describe("Why it is overdue, or likely to be."),
  trackingId: said.exactOptional().describe("The tracking id, where the POA&M id is not to stand for it."),
  detectedAt: moment.exactOptional(),
  detectionSource: said.exactOptional().describe("The tool or activity that found it."),
  closedOn: z.iso.date().exactOptional().describe("The day on which it was closed."),
  description: said.exactOptional().describe("What may be told of it (VER-RPT-NID)."),
  potentialAgencyImpact: said.exactOptional().describe("What exploitation could do to agencies, in words."),
  projectedNextReduction: z
    .strictObject({ estimatedAt: moment, targetRating: rating })
    .exactOptional()
    .describe("When the next mitigation is to lower the N-rating, and to which."),
  supplementaryRiskInformation: said.exactOptional().describe("What else helps agencies to judge the risk."),
  finalDisposition: z.enum(DISPOSITIONS).exactOptional().describe("Default: what the POA&M shows."),
  acceptanceRationale: said
    .exactOptional()
    .describe("Why it is an accepted vulnerability. An open item with a rationale is reported as accepted."),
});

/** By POA&M id: what was found when the vulnerability was evaluated; and what the reports made of it all say. */
export const verSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  certificationPackageOverviewUri: z
    .url()
    .refine(isFullAddress)
    .exactOptional()
    .describe("The address of the provider's Certification Package Overview."),
  reportPeriod: z
    .strictObject({ from: z.iso.date(), to: z.iso.date() })
    .refine(({ from, to }) => from <= to, "it ends before it begins")
    .exactOptional()
    .describe("The days that the reports cover, both included. Default: the month of the as-of day."),
  class: z
    .enum(["A", "B", "C", "D"])
    .exactOptional()
    .describe("The certification class, where the config's system does not say it."),
  items: z.record(z.string(), facts),
});

/** The JSON Schema of the sidecar, for editors. */
export function verJsonSchema(): object {
  return { title: "poam.ver.json", ...z.toJSONSchema(verSchema) };
}

/** Reads the sidecar's text; throws a UserError that names the first fault and its place. */
export function parseVer(text: string, path: string): VerSidecar {
  const read = verSchema.safeParse(readJson(text, path, "ver"), { reportInput: true });
  if (read.success) {
    const { $schema: _, items, ...whole } = read.data;
    return { ...whole, items: new Map(Object.entries(items)) };
  }
  const { issues } = read.error;
  // A misspelled key is why another is missing.
  const fault = issues.find(({ code }) => code === "unrecognized_keys") ?? issues[0]!;
  throw new UserError("ver", `${path}: ${verFault(fault, Object.keys(facts.shape))}`);
}
