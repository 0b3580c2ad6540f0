import { reference } from "../model/cell.js";
import { lastLine } from "./last-line.js";
import { printable } from "./printable.js";
import type { Reporter } from "./report.js";
import { suppressionText } from "./suppressed.js";

/** For grep and editors: one line a finding, `file:'Sheet'!M12: error: message [rule]`. */
export const compact: Reporter = {
  begin: () => "",
  *file({ path, findings }, { paint }) {
    const name = printable(path);
    for (const { at, severity, message, rule, suppressed } of findings) {
      const why = suppressed ? ` (suppressed: ${suppressionText(suppressed)})` : "";
      yield `${name}:${printable(reference(at))}: ${paint[severity](severity)}: ${printable(message)} [${rule}]${why}\n`;
    }
  },
  end(summary, run) {
    const line = run.quiet ? undefined : lastLine(summary, run);
    return line === undefined ? "" : `${line}\n`;
  },
};
