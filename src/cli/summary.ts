import type { FileResult, Summary } from "../reporters/report.js";

/** The sums before any file was checked. */
export function emptySummary(inputs: readonly { readonly path: string }[]): Summary {
  return {
    files: inputs.length,
    path: inputs.length === 1 ? inputs[0]!.path : undefined,
    unreadable: 0,
    errors: 0,
    warnings: 0,
    infos: 0,
    items: { total: 0, open: 0, closed: 0, configuration: 0 },
    fixable: 0,
    fixableFiles: [],
    suppressed: 0,
    packs: [],
  };
}

/** The sums with one file more; what is suppressed counts as such only. */
export function withResult(sums: Summary, { path, poam, packs, error, findings }: FileResult): Summary {
  const counts = { error: 0, warning: 0, info: 0 };
  let fixable = 0;
  let suppressed = 0;
  for (const finding of findings) {
    if (finding.suppressed) {
      suppressed++;
      continue;
    }
    counts[finding.severity]++;
    if (finding.fix?.safety === "safe") fixable++;
  }
  const { items } = sums;
  return {
    ...sums,
    unreadable: sums.unreadable + (error === null ? 0 : 1),
    errors: sums.errors + counts.error,
    warnings: sums.warnings + counts.warning,
    infos: sums.infos + counts.info,
    items: {
      total: items.total + (poam?.counts.total ?? 0),
      open: items.open + (poam?.counts.open ?? 0),
      closed: items.closed + (poam?.counts.closed ?? 0),
      configuration: items.configuration + (poam?.counts.configuration ?? 0),
    },
    fixable: sums.fixable + fixable,
    fixableFiles: fixable > 0 ? [...sums.fixableFiles, path] : sums.fixableFiles,
    suppressed: sums.suppressed + suppressed,
    packs: [...new Set([...sums.packs, ...packs])],
  };
}
