/** Whether a text is an address by itself, with its scheme and without blanks. */
export function isFullAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(text) && URL.canParse(text);
}

/** What to write instead, to complete a sentence. */
export const FULL_ADDRESS = "a full address, as https://example.com/cpo.json";
