import type { Finding, Severity } from "../model/finding.js";
import type { ItemCounts } from "../model/poam.js";
import type { Rule } from "../rules/rule.js";
import type { Paint } from "./paint.js";
import type { ShownPoam } from "./shown-poam.js";

/** What lint says of one file. `error` is the sentence why it could not be read; then there are no items and findings. */
export interface FileResult {
  readonly path: string;
  readonly poam: ShownPoam | undefined;
  readonly packs: readonly string[];
  readonly error: string | null;
  /** The ids of the rules that it was judged by, whatever they found. */
  readonly rules: readonly string[];
  readonly findings: readonly Finding[];
}

export interface LintRun {
  readonly version: string;
  readonly asOf: string;
  /** Where poam runs: services know files by their path from there. */
  readonly folder: string;
  readonly paint: Paint;
  /** Columns of the terminal, for formats that a person reads. */
  readonly width: number;
  /** Whether a terminal shows it: only there the last line is broken; elsewhere it stays the last line. */
  readonly terminal?: boolean;
  /** Findings only: no last line. */
  readonly quiet: boolean;
  /** From which level on findings fail the run. */
  readonly failOn: Severity | "never";
  /** All rules, for formats that carry their text; none where no such format was asked for. */
  readonly rules: readonly Rule[];
  /** Which part of a larger run this is; absent where it is all of it. */
  readonly shard?: ShardPlace;
}

/** A shard of a run: the `index`th of `count`, from 1. */
export interface ShardPlace {
  readonly index: number;
  readonly count: number;
  /** Where each of its files stands in the whole run, from 0. */
  readonly positions: readonly number[];
  /** How many files the whole run has. */
  readonly total: number;
  /** A hash of the flags by which files are judged: equal where shards are parts of one run. */
  readonly flags: string;
}

export interface Summary extends Readonly<Record<`${Severity}s`, number>> {
  readonly files: number;
  /** The only file of the run, or undefined where there were several. */
  readonly path: string | undefined;
  readonly unreadable: number;
  readonly items: ItemCounts;
  /** Findings that have a safe fix: `poam fix` carries those out as it is called. */
  readonly fixable: number;
  /** Files with something to fix, in the order they were checked. */
  readonly fixableFiles: readonly string[];
  readonly suppressed: number;
  readonly packs: readonly string[];
}

/**
 * A format: text before the files, text for each file as soon as it is checked, text after the last. A file's text comes
 * in pieces, as a hundred thousand findings do not fit one string. A binary format gives bytes among them.
 */
export interface Reporter<Piece extends string | Buffer = string> {
  readonly begin: (run: LintRun) => string;
  /** `index` counts the files from 0. */
  readonly file: (result: FileResult, run: LintRun, index: number) => Iterable<Piece>;
  readonly end: (summary: Summary, run: LintRun) => Piece;
}
