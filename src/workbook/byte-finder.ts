/** The place of a needle at or after `from`, counted from the beginning of the part; beyond `bytes` where they hold none. */
export type ByteFinder = (bytes: Buffer, base: number, from: number) => number;

/**
 * Looks for one needle again and again in windows that move on through a part; `base` is where the window begins. The last
 * answer is given while it holds, so that each byte is looked at once.
 */
export function byteFinder(needle: string): ByteFinder {
  const sought = Buffer.from(needle);
  let known = -1;
  return (bytes, base, from) => {
    if (known >= base + from) return known;
    const at = bytes.indexOf(sought, from);
    // The window may end within a needle.
    known = base + (at < 0 ? Math.max(from, bytes.length - sought.length + 1) : at);
    return known;
  };
}
