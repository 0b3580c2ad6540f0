import { extname } from "node:path";
import type { LossReport } from "../../model/losses.js";
import { PLAIN } from "../../reporters/paint.js";
import { paintFor } from "../color.js";
import { newFile } from "../outputs.js";
import type { Session } from "../program.js";
import { packageFacts } from "../version.js";
import type { ConvertFlags } from "./convert-flags.js";

/** The loss report, on stderr and where it was asked for. */
export async function tell(
  report: LossReport,
  { lossReport, quiet, color }: ConvertFlags,
  redact: boolean,
  { host }: Session,
): Promise<void> {
  const { redactedLoss } = await import("../../reporters/loss-run.js");
  const losses = redact ? redactedLoss(report) : report;
  const { version } = packageFacts();
  if (lossReport !== undefined) {
    const isJson = extname(lossReport).toLowerCase() === ".json";
    const reporter = isJson
      ? (await import("../../reporters/loss-json.js")).lossJson
      : (await import("../../reporters/loss-markdown.js")).lossMarkdown;
    const file = await newFile(lossReport, host);
    await file.write(reporter(losses, { version, paint: PLAIN, width: 100 }));
    await file.close();
  }
  if (quiet && !isDropped(losses)) return;
  const { lossPretty } = await import("../../reporters/loss-pretty.js");
  const paint = await paintFor(host.stderr, host, color);
  await host.stderr.write(lossPretty(losses, { version, paint, width: host.stderr.columns ?? 100 }));
}

/** Whether anything got lost on the way. */
export function isDropped({ fields }: LossReport): boolean {
  return fields.some(({ fate }) => fate === "dropped");
}
