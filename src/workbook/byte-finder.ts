/**
 * The place of a needle at or after `from`, counted from the beginning of the part. Where there is none: where one may begin
 * that the bytes do not hold whole.
 */
export type ByteFinder = (bytes: Buffer, base: number, from: number) => number;

/**
 * Looks for one needle again and again in windows that move on through a part; `base` is where the window begins. The last
 * answer is given while it holds, so that each byte is looked at once.
 */
export function byteFinder(needle: string): ByteFinder {
  const sought = Buffer.from(needle);
  /** No needle begins between the last place asked for and here; `isFound` says whether one does here. */
  let next = 0;
  let isFound = false;
  return (bytes, base, from) => {
    const first = base + from;
    const isKnown = isFound || next + sought.length > base + bytes.length;
    if (next >= first && isKnown) return next;
    const start = Math.max(first, isFound ? first : next) - base;
    const at = bytes.indexOf(sought, start);
    isFound = at >= 0;
    next = base + (isFound ? at : Math.max(start, bytes.length - sought.length + 1));
    return next;
  };
}
