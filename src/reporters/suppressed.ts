import type { Finding } from "../model/finding.js";
import { printable } from "./printable.js";
import type { Reporter } from "./report.js";

/** The format for those who do not want to see what is suppressed; the summary counts it all the same. */
export function withoutSuppressed<Piece extends string | Buffer>({
  begin,
  file,
  end,
}: Reporter<Piece>): Reporter<Piece> {
  return {
    begin,
    file: (result, run, index) =>
      file({ ...result, findings: result.findings.filter(({ suppressed }) => !suppressed) }, run, index),
    end,
  };
}

/** `accepted by the AO, until 2026-09-30`; where the reason was redacted, the day alone. */
export function suppressionText({ reason, until }: NonNullable<Finding["suppressed"]>): string {
  return [printable(reason), until && `until ${until}`].filter((part) => part).join(", ") || "reason withheld";
}
