/** An office and who answers for it, as eMASS has them in one cell: `Organization, First Last, Phone, Email`. */
export interface Contact {
  readonly organization: string | undefined;
  /** What stands between the organization and the first of phone number and e-mail address: one part, if all is well. */
  readonly names: readonly string[];
  readonly phone: string | undefined;
  readonly email: string | undefined;
  readonly emailFirst: boolean;
  /** What stands behind both. */
  readonly rest: readonly string[];
}

/**
 * The parts of such a cell; undefined where it names neither a phone number nor an e-mail address: then nobody can tell a
 * person's name from that of a branch (`Department of the Navy, NAVSEA, Program Office`).
 */
export function readContact(text: string): Contact | undefined {
  const parts = text.split(",").map((part) => part.trim());
  const email = parts.findIndex((part) => EMAIL.test(part));
  const phone = parts.findIndex(isPhone);
  if (email < 0 && phone < 0) return undefined;
  const first = Math.min(...[email, phone].filter((place) => place >= 0));
  return {
    organization: first > 0 ? parts[0] || undefined : undefined,
    names: parts.slice(1, first).filter((part) => part !== ""),
    phone: parts[phone],
    email: parts[email],
    emailFirst: email >= 0 && phone > email,
    rest: parts.slice(Math.max(email, phone) + 1).filter((part) => part !== ""),
  };
}

const EMAIL = /^(?:e-?mail[:.]? )?<?[^\s@,;<>]{1,64}@[^\s@,;<>]{1,255}>?$/i;

/** People write what kind of line it is, two numbers and extensions: `DSN 312-555-0110 / COMM (555) 010-0110 x12`. */
function isPhone(part: string, place: number): boolean {
  if (part.length > 80 || part.includes("@")) return false;
  // The first part is the organization, which may bear a long number: there the phone number must stand alone.
  return part.replace(/\D/g, "").length >= 7 && (place > 0 || BARE_NUMBER.test(part));
}

const BARE_NUMBER = /^[\d ()+./-]+$/;
