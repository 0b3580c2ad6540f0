import { holdsOne, TELLING } from "./stand-ins.js";
import { runsOf } from "./vocabulary.js";

/** A text of the copy, and where it stands. */
export interface PlacedText {
  readonly place: string;
  readonly text: string;
}

/** Where a telling word of the original stands in the copy, alone or within a longer run of letters; undefined where none does. */
export function findLeak(
  texts: Iterable<PlacedText>,
  telling: ReadonlySet<string>,
  isHarmless: (run: string) => boolean,
): string | undefined {
  const cleared = new Set<string>();
  for (const { place, text } of texts) {
    for (const run of runsOf(text)) {
      if (run.length < TELLING || cleared.has(run)) continue;
      if (!isHarmless(run) && holdsOne(run, telling)) return place;
      cleared.add(run);
    }
  }
  return undefined;
}
