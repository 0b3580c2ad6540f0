/** A cell's text as it is quoted in a message: on one line, in quotes, cut where it is long. */
export function quoted(text: string | undefined, longest = 40): string {
  const line = (text ?? "").replace(/\s+/g, " ").trim();
  return `"${line.length > longest ? `${line.slice(0, longest - 1)}…` : line}"`;
}
