import { dirname, join } from "node:path";
import { SUPPRESSIONS_NAME } from "../../config/config.js";
import { UserError } from "../../model/user-error.js";
import type { ShardPlace } from "../../reporters/report.js";
import type { Host } from "../host.js";
import type { Input } from "../inputs.js";

/** Reads `--shard 2/5`. */
export function shardFlag(text: string): Pick<ShardPlace, "index" | "count"> {
  const [, index = 0, count = 0] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  if (index >= 1 && index <= count) return { index, count };
  throw new UserError("usage", `--shard ${text}: write which part of how many, as 1/4, 2/4, 3/4 and 4/4.`);
}

/** The workbooks of a shard, in the order of the run, and where in it they stand. */
export interface Shard extends Omit<ShardPlace, "flags"> {
  readonly inputs: readonly Input[];
}

/**
 * Deals the workbooks, sorted by path, out to the shards, each to the one that has the fewest so far: whatever order a shell
 * gives them in, every machine deals them the same. Those that share a `poam.suppressions.json` stay together, as only a run
 * that has seen them all knows which of its entries are of no use.
 */
export async function shardOf(
  inputs: readonly Input[],
  { index, count }: Pick<ShardPlace, "index" | "count">,
  { files }: Host,
): Promise<Shard> {
  const units = new Map<string, number[]>();
  const sharing = new Map<string, Promise<boolean>>();
  const shares = (folder: string) => {
    let known = sharing.get(folder);
    if (!known) {
      known = files.kind(join(folder, SUPPRESSIONS_NAME)).then(
        (kind) => kind !== undefined,
        () => false,
      );
      sharing.set(folder, known);
    }
    return known;
  };
  const sorted = [...inputs.entries()].sort(([, a], [, b]) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const [position, { absolute }] of sorted) {
    const folder = dirname(absolute);
    const unit = (await shares(folder)) ? folder : absolute;
    const others = units.get(unit);
    if (others) others.push(position);
    else units.set(unit, [position]);
  }
  const positions = dealt([...units.values()], count)[index - 1]!.sort((a, b) => a - b);
  return { index, count, positions, total: inputs.length, inputs: positions.map((position) => inputs[position]!) };
}

function dealt(units: readonly (readonly number[])[], count: number): number[][] {
  const shards = Array.from({ length: count }, (): number[] => []);
  for (const unit of units) {
    const least = shards.reduce((least, shard) => (shard.length < least.length ? shard : least));
    least.push(...unit);
  }
  return shards;
}
