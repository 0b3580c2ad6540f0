/** A heading, label or sheet name as it is compared: trimmed, white space and case folded, without a closing `:` or `*`. */
export function fold(text: string): string {
  return PLAIN.test(text) ? text.toLowerCase() : foldAll(text);
}

/** Letters, digits and single blanks, as most headings are: nothing to fold but the case. */
const PLAIN = /^[\w/()-]+(?: [\w/()-]+)*$/;

function foldAll(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\s:*]+$/, "")
    .toLowerCase();
}

/** The part before the first line break: forms are often extended by a remark below the heading. */
export function firstLine(text: string): string {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text : text.slice(0, end);
}

/** A folded heading without what people add to it: `(1)`, `[mm/dd/yyyy]`, `?`. */
export function withoutRemarks(folded: string): string {
  return /[([?]/.test(folded)
    ? folded
        .replace(/\([^)]*\)|\[[^\]]*\]|\?/g, " ")
        .replace(/\s+/g, " ")
        .trim()
    : folded;
}
