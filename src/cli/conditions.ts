import { CONDITIONS, type Condition } from "../model/item-status.js";
import { didYouMean } from "../model/nearest.js";
import { UserError } from "../model/user-error.js";

/** Reads `overdue,stale`, given once or several times; throws a UserError that names the nearest right name. */
export function parseConditions(flag: string, lists: readonly string[], besides: readonly string[] = []): string[] {
  const known: readonly string[] = [...CONDITIONS, ...besides];
  const names = lists.flatMap((list) => list.split(",").map((name) => name.trim()));
  for (const name of names) {
    if (known.includes(name)) continue;
    throw new UserError(
      "usage",
      `${flag}: there is no condition ${name === "" ? "without a name" : name}.${didYouMean(name, known) || ` There are ${known.join(", ")}.`}`,
    );
  }
  return names;
}

/** In the order of their gravity, each once. */
export function inOrder(names: readonly string[]): readonly Condition[] {
  return CONDITIONS.filter((one) => names.includes(one));
}
