import { createHash } from "node:crypto";
import type { FileResult } from "../../reporters/report.js";
import { shownPoam } from "../../reporters/shown-poam.js";
import { suppressByNotes } from "../../suppress-notes.js";
import { type JudgedBy, poamOpener } from "../checker.js";
import { complaint, failureOf } from "../errors.js";
import type { Input } from "../inputs.js";
import type { Session } from "../program.js";

/** What came of checking one workbook: the same whether it was done here, in another thread, or by an earlier run. */
export interface Checked {
  readonly result: FileResult;
  /** What stderr is told of a workbook that could not be read; its result has the sentence, too. */
  readonly complaint: string | undefined;
  /** The packs that its form asks for, and that this poam does not have. */
  readonly missing: readonly string[];
  /** SHA-256 of the bytes that were judged, in hex; undefined where none could be had or nobody wants to know. */
  readonly digest: string | undefined;
}

export interface CheckChoice {
  readonly debug: boolean;
  readonly digest: boolean;
}

/** Checks a workbook; `show` tells how far it is. Throws only what concerns the whole run. */
export type Check = (input: Input, show?: () => Promise<void>) => Promise<Checked>;

/** Gives what checks one workbook after the other in this thread. */
export async function checker(session: Session, settings: JudgedBy, { debug, digest }: CheckChoice): Promise<Check> {
  let missing = new Set<string>();
  const open = await poamOpener(session, settings, (pack) => missing.add(pack));
  const { activeRules } = await import("../../packs/active-rules.js");
  const known = (await session.engine.rules()).map(({ id }) => id);

  return async (input, show) => {
    missing = new Set();
    let seen: string | undefined;
    try {
      const { poam, options } = await open(input, show, (bytes) => {
        if (digest) seen = sha256(bytes);
      });
      const rules = activeRules(poam, options).map(({ rule }) => rule.id);
      const found = await session.engine.lint(poam, options);
      const findings = suppressByNotes(found, poam, { asOf: options.asOf, asked: rules, known });
      const packs = options.packs.map(({ id }) => id);
      return {
        result: { path: input.path, poam: shownPoam(poam), packs, error: null, rules, findings },
        complaint: undefined,
        missing: [...missing],
        digest: seen,
      };
    } catch (error) {
      return unreadable(error, input, debug);
    }
  };
}

/** Of a workbook that could not be checked. */
export function unreadable(error: unknown, { path }: Input, debug: boolean): Checked {
  const { failure, sentence } = failureOf(error, path);
  return {
    result: { path, poam: undefined, packs: [], error: sentence, rules: [], findings: [] },
    complaint: complaint(failure, debug, path),
    missing: [],
    digest: undefined,
  };
}

export function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
