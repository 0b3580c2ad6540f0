import type { IsoDate } from "../model/date.js";
import { readDate } from "./date.js";

/**
 * The day on which, by a remark, the vendor released its fix: `Release date: 2026-03-01`, `the patch was released on
 * 03/01/2026`. Undefined where the remark says none, or speaks of a release that is expected or has not come.
 */
export function releaseDay(text: string): IsoDate | undefined {
  if (!ANY_RELEASE.test(text)) return undefined;
  for (const sentence of text.split(/[\n;]|\.(?=\s|$)/)) {
    const found = sentence.length > LONGEST || NOT_YET.test(sentence) ? null : RELEASED.exec(sentence);
    const day = found && readDate(found[1]!, "mdy").value;
    if (day) return day;
  }
  return undefined;
}

const LONGEST = 400;
const ANY_RELEASE = /releas|available/i;
const NOT_YET =
  /\b(?:not|no|never|until|will|expects?|expected|expecting|estimated|eta|planned|plans|to be|once|if|when|unless|before|next|anticipated|scheduled|targeted|target)\b|n't\b/i;
const RELEASED =
  /\b(?:released|available|release date)(?: (?:on|since|as of|is|was|of)\b)?[ :-]{1,3}(\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/]\d{1,2}[-/]\d{4})(?!\d)/i;
