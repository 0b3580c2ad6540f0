/**
 * 8 hex digits that tell one text from another after folding case, punctuation and white space (FNV-1a, 32 bits). Forms'
 * guidance sentences are known by it: the sentences themselves are not ours to carry, and an edited copy of a form often
 * differs in blanks and quotes only.
 */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ""))) {
    hash ^= byte;
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
