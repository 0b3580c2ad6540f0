import type { IsoDate } from "../model/date.js";
import { readDate } from "./date.js";

/**
 * The day on which, by a remark, the vendor released its fix: `Release date: 2026-03-01`, `the patch was released on
 * 03/01/2026`, `Vendor released the fix on 2026-03-01`. Undefined where the remark says none, or speaks of a release that is expected or has not come.
 */
export function releaseDay(text: string): IsoDate | undefined {
  if (!ANY_RELEASE.test(text)) return undefined;
  for (const sentence of text.split(/[\n;]|\.(?=\s|$)/)) {
    const found =
      sentence.length > LONGEST || NOT_YET.test(sentence)
        ? null
        : (RELEASED.exec(sentence) ?? RELEASED_IT.exec(sentence));
    const day = found && readDate(found[1]!, "mdy").value;
    if (day) return day;
  }
  return undefined;
}

const LONGEST = 400;
const ANY_RELEASE = /releas|available/i;
const NOT_YET =
  /\b(?:not|no|never|until|will|expects?|expected|expecting|estimated|eta|planned|plans|to be|once|if|when|unless|before|next|anticipated|scheduled|targeted|target)\b|n't\b/i;
const DAY = String.raw`(\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/]\d{1,2}[-/]\d{4})(?!\d)`;
const RELEASED = new RegExp(
  String.raw`\b(?:released|available|release date)(?: (?:on|since|as of|is|was|of)\b)?[ :-]{1,3}${DAY}`,
  "i",
);
/** Words behind which a day is of something else: of what was done to the fix, or of what is no fix. */
const OTHER = [
  "and|but|which|who|was|were|is|are|has|have|had|been|we|installed|applied|deployed|tested|checked|asked|contacted",
  "affected|vulnerable|advisory|bulletin|notice|statement|workaround|mitigation|beta|preview|candidate",
].join("|");
/** What was released stands before its day. */
const RELEASED_IT = new RegExp(String.raw`\breleased (?:(?!(?:${OTHER})\b)[^\s,:()]{1,40} ){1,10}on ${DAY}`, "i");
