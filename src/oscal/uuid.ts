import { createHash } from "node:crypto";

/** The UUID of version 5 (RFC 9562) that a name has in a namespace, itself a UUID: the same for the same at any time. */
export function uuidV5(namespace: string, name: string): string {
  const hash = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(name)
    .digest();
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}

/** Whether the text is a UUID that OSCAL allows: of version 4 or 5. */
export function isOscalUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(text);
}

/** The namespace of everything that poam names: the UUID that RFC 9562 gives URLs, and our own URN. */
export const POAM_NAMESPACE = uuidV5("6ba7b811-9dad-11d1-80b4-00c04fd430c8", "urn:poam:oscal");
