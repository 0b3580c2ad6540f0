/**
 * The height in points of a row whose texts are wrapped in columns of these widths: a line of text is 15 points high. Not every
 * program finds it by itself, and 409 is the most.
 */
export function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, index) => {
    return text.split("\n").reduce((sum, line) => sum + wrappedLines(line, widths[index]! - 3), 0);
  });
  return Math.min(409, 15 * Math.max(1, ...lines));
}

/** In how many lines a text stands that is broken between its words, and within those that are too long. */
function wrappedLines(text: string, width: number): number {
  let [lines, filled] = [1, 0];
  for (const { length } of text.split(" ")) {
    if (filled > 0 && filled + 1 + length > width) [lines, filled] = [lines + 1, 0];
    filled += (filled > 0 ? 1 : 0) + length;
    lines += Math.max(0, Math.ceil(filled / width) - 1);
    if (filled > width) filled %= width;
  }
  return lines;
}
