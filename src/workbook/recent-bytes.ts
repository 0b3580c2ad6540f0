/** The last bytes of a part that is read in pieces, kept for as long as somebody may ask for them. */
export interface RecentBytes {
  add(chunk: Buffer): void;
  /** A copy of the bytes from `start` to before `end`, counted from the beginning of the part. */
  slice(start: number, end: number): Buffer;
  /** Lets go of what stands before `place`. */
  forgetBefore(place: number): void;
  /** How many bytes have come so far. */
  readonly length: number;
}

export function newRecentBytes(): RecentBytes {
  let chunks: { start: number; bytes: Buffer }[] = [];
  let length = 0;
  return {
    add(bytes) {
      chunks.push({ start: length, bytes });
      length += bytes.length;
    },
    slice(from, to) {
      const pieces = chunks.map(({ start, bytes }) =>
        bytes.subarray(Math.max(0, from - start), Math.max(0, Math.min(bytes.length, to - start))),
      );
      return Buffer.concat(pieces);
    },
    forgetBefore(place) {
      if (chunks[0] && chunks[0].start + chunks[0].bytes.length <= place) {
        chunks = chunks.filter(({ start, bytes }) => start + bytes.length > place);
      }
    },
    get length() {
      return length;
    },
  };
}
