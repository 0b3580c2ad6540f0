import { UserError } from "../model/user-error.js";

/** A part that cannot be read as it must be: said with its name, never taken for an empty one. */
export function damagedPart(file: string, part: string, fault: string): UserError {
  return new UserError(
    "damaged-part",
    `${file} is damaged: ${part} ${fault}. Open it in Excel, let Excel repair it, and save a copy.`,
  );
}
