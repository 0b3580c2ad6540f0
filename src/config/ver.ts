import { z } from "zod";
import type { VerSidecar } from "../model/evidence.js";
import { UserError } from "../model/user-error.js";
import { readJson } from "./read-json.js";

/** By POA&M id: what was found when the vulnerability was evaluated. */
export const verSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  items: z.record(
    z.string(),
    z.strictObject({
      evaluatedOn: z.iso.date().exactOptional().describe("The day on which the evaluation was completed."),
      internetReachable: z.boolean().exactOptional(),
      likelyExploitable: z.boolean().exactOptional(),
      rating: z
        .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
        .exactOptional()
        .describe("Potential agency impact, N1 to N5, as a number."),
      publiclyExposed: z.boolean().exactOptional(),
      automatable: z.boolean().exactOptional(),
      technicalImpact: z.enum(["total", "partial"]).exactOptional(),
      explanation: z.string().exactOptional().describe("Why it is overdue, or likely to be."),
    }),
  ),
});

/** Reads the sidecar's text; throws a UserError that names the first fault and its place. */
export function parseVer(text: string, path: string): VerSidecar {
  const read = verSchema.safeParse(readJson(text, path, "ver"));
  if (read.success) return { items: new Map(Object.entries(read.data.items)) };
  const { path: where, message } = read.error.issues[0]!;
  throw new UserError("ver", `${path}: ${where.length > 0 ? `${where.map(String).join(".")}: ` : ""}${message}.`);
}
