import { SUPPRESSION_FAULTS } from "../../model/suppression.js";
import { UserError } from "../../model/user-error.js";
import { printable } from "../../reporters/printable.js";
import { redacted } from "../../reporters/redact.js";
import { decodeFile } from "../../workbook/text-encoding.js";
import { named } from "../errors.js";
import { type FindingsFlags, findingsFormats, findingsRun, printFindings } from "../findings-output.js";
import { expandInputs } from "../inputs.js";
import { parseLintReport } from "../merge-reports/lint-report.js";
import { mergeReports, type NamedReport } from "../merge-reports/merge.js";
import type { Session } from "../program.js";
import { redactsByEnvironment } from "../settings.js";
import { emptySummary, withResult } from "../summary.js";
import { packageFacts } from "../version.js";

export interface MergeReportsFlags extends FindingsFlags {
  readonly redact?: true;
}

/** `poam merge-reports`: what lint said in several runs, printed as of one. */
export async function mergeReportsCommand(
  session: Session,
  files: readonly string[],
  flags: MergeReportsFlags,
): Promise<number> {
  const { host } = session;
  const formats = findingsFormats(flags, host);
  const inputs = await expandInputs(files, host);
  const { version } = packageFacts();
  const reports: NamedReport[] = [];
  for (const { path, absolute, failure } of inputs) {
    const text = await named(path, "report", async () => {
      if (failure !== undefined) throw failure;
      return decodeFile(await host.files.read(absolute));
    });
    reports.push({ name: path, ...parseLintReport(text, path, version) });
  }
  const [first, ...others] = reports;
  if (first === undefined) {
    throw new UserError("no-files", "no report was given. As: poam merge-reports shard-*.json -f json=findings.json");
  }
  const merged = mergeReports([first, ...others]);
  const run = await findingsRun(session, formats, flags, { version, asOf: merged.asOf });
  const isRedacted = flags.redact === true || redactsByEnvironment(host);
  const rules = isRedacted ? [...(await session.engine.rules()), ...SUPPRESSION_FAULTS] : [];
  const used = inputs.map(({ absolute }) => absolute);
  return printFindings(host, formats, run, used, flags, async (output) => {
    let summary = emptySummary(merged.files);
    for (const [index, result] of merged.files.entries()) {
      if (result.error !== null) await host.stderr.write(`poam: ${printable(result.error)}\n`);
      summary = withResult(summary, result);
      await output.file(isRedacted ? redacted(result, rules) : result, index);
    }
    return { ...summary, fixable: merged.fixable };
  });
}
