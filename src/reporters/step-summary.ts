import { markdown } from "./markdown.js";
import type { Reporter } from "./report.js";

/**
 * For the summary of a step of GitHub Actions: the findings as Markdown, as long as GitHub takes them. Made anew for each run,
 * as it counts what it has written.
 */
export function stepSummary(): Reporter {
  let left = MOST;
  let isFull = false;
  return {
    begin: markdown.begin,
    *file(result, run, index) {
      for (const piece of markdown.file(result, run, index)) {
        left -= new TextEncoder().encode(piece).length;
        isFull ||= left < 0;
        if (isFull) return;
        yield piece;
      }
    },
    end: (summary, run) => (isFull ? CUT : "") + markdown.end(summary, run),
  };
}

/** GitHub refuses a summary of more than 1,048,576 bytes; the lines at the end need some of them. */
const MOST = 1_000_000;
const CUT = "\nThe rest does not fit a step's summary; `poam lint -f markdown=findings.md` writes all.\n";
