import { UserError } from "../model/user-error.js";
import { readRelationships } from "./package.js";
import type { Zip } from "./zip.js";

/** Refuses a package with a digital signature; `what` is what the user is to do with a copy: `correct`, `review`. */
export async function refuseSigned(zip: Zip, what: string): Promise<void> {
  const isSigned =
    zip.entries.some(({ name }) => /^_xmlsignatures\//i.test(name)) ||
    (await readRelationships(zip, "")).some(({ type }) => type === "origin");
  if (!isSigned) return;
  throw new UserError(
    "signed",
    `${zip.file} is digitally signed, and any change would void the signature. Save a copy without it and ${what} that.`,
  );
}
