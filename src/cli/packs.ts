import { didYouMean } from "../model/nearest.js";
import type { Template } from "../model/template.js";
import { UserError } from "../model/user-error.js";
import type { Pack } from "../packs/pack.js";

/** The pack of that id; throws a UserError that names the nearest, after what it says of the place. */
export function knownPack(id: string, packs: readonly Pack[], place = ""): Pack {
  const pack = packs.find((pack) => pack.id === id);
  if (pack) return pack;
  const ids = packs.map((pack) => pack.id);
  const near = didYouMean(id, ids) || ` There are ${ids.join(", ")}.`;
  throw new UserError("unknown-pack", `${place}there is no pack ${id}.${near}`);
}

/** The packs that a form names; those that this poam does not have are told to `missing`. */
export function packsOf(
  { packs: ids }: Template,
  packs: readonly Pack[],
  missing?: (id: string) => void,
): readonly Pack[] {
  return ids.flatMap((id) => {
    const pack = packs.find((pack) => pack.id === id);
    if (!pack) missing?.(id);
    return pack ?? [];
  });
}
