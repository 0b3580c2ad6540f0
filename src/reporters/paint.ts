import type { Severity } from "../model/finding.js";

/** How kinds of text look; the command line gives colours or, where there are none, `PLAIN`. */
export type Paint = Readonly<Record<Severity | "strong" | "faint" | "mark" | "good", (text: string) => string>>;

const asItIs = (text: string) => text;

export const PLAIN: Paint = {
  error: asItIs,
  warning: asItIs,
  info: asItIs,
  strong: asItIs,
  faint: asItIs,
  mark: asItIs,
  good: asItIs,
};
