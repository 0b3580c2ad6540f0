import type { Finding, Severity } from "../model/finding.js";
import type { ItemCounts, Poam } from "../model/poam.js";

/** What lint says of one file. `error` is the sentence why it could not be read; then there are no items and findings. */
export interface FileResult {
  readonly path: string;
  readonly poam: Poam | undefined;
  readonly packs: readonly string[];
  readonly error: string | null;
  readonly findings: readonly Finding[];
}

export interface LintRun {
  readonly version: string;
  readonly asOf: string;
  /** True: places and rules are printed, but no text from cells. */
  readonly redact: boolean;
  readonly color: boolean;
  /** Columns of the terminal, for formats that a person reads. */
  readonly width: number;
  readonly quiet: boolean;
}

export interface Summary extends Readonly<Record<`${Severity}s`, number>> {
  readonly files: number;
  readonly unreadable: number;
  readonly items: ItemCounts;
  readonly fixable: number;
  readonly suppressed: number;
  readonly packs: readonly string[];
}

/** A format: text before the files, text for each file as soon as it is checked, text after the last. */
export interface Reporter {
  readonly begin: (run: LintRun) => string;
  readonly file: (result: FileResult, run: LintRun) => string;
  readonly end: (summary: Summary, run: LintRun) => string;
}
