import { CMMC_LEVEL_3 } from "./cmmc-level-3.js";
import { NIST_800_171_R2 } from "./nist-800-171-r2.js";

/** A requirement of CMMC 2.0 and what it weighs in the score of its level. */
export interface Requirement {
  /** E.g. `RA.L2-3.11.2`. */
  readonly id: string;
  readonly level: 1 | 2 | 3;
  readonly title: string;
  /** The requirement of NIST SP 800-171 r2 behind it; undefined for Level 3, which draws on SP 800-172. */
  readonly nist: string | undefined;
  /** Points lost where it is not met; undefined for 3.12.4 and for Level 1, which is not scored. */
  readonly points: number | undefined;
  /** Points lost where it is partly met; undefined where there is no such case. */
  readonly partialPoints: number | undefined;
  /**
   * Whether it may stand on the POA&M of a Conditional status of its level. `conditional`: only in its partly met case.
   * Level 1 allows no POA&M at all.
   */
  readonly eligible: "yes" | "never" | "conditional";
}

/** The requirement of that id: CMMC's (`RA.L2-3.11.2`, `AC.L1-b.1.i`, `AC.L1-3.1.1`) or NIST's (`3.11.2`: Level 2). */
export function findRequirement(id: string): Requirement | undefined {
  known ??= new Map([...level1(), ...level2(), ...level3()].flatMap(keyed));
  return known.get(id);
}

/** The requirements of a level, in the order of their source; Level 1 under its ids of 32 CFR 170, `AC.L1-b.1.i` to xv. */
export function requirementsOf(level: 1 | 2 | 3): readonly Requirement[] {
  return level === 2 ? level2() : level === 3 ? level3() : level1().filter(({ id }) => id.includes("-b.1."));
}

let known: ReadonlyMap<string, Requirement> | undefined;

function keyed(requirement: Requirement): (readonly [string, Requirement])[] {
  const own = [requirement.id, requirement] as const;
  return requirement.level === 2 ? [own, [requirement.nist!, requirement]] : [own];
}

function level2(): Requirement[] {
  return rows(NIST_800_171_R2).map(([nist = "", domain, title = "", points = "", flags = ""]) => {
    const [full = "", partial] = points.split("/");
    return {
      id: `${domain}.L2-${nist}`,
      level: 2,
      title,
      nist,
      points: full === "-" ? undefined : Number(full),
      partialPoints: partial === undefined ? undefined : Number(partial),
      eligible: flags.startsWith("y") ? "yes" : flags.startsWith("c") ? "conditional" : "never",
    };
  });
}

function level3(): Requirement[] {
  return rows(CMMC_LEVEL_3).map(([id = "", title = "", eligible]) => {
    return {
      id,
      level: 3,
      title,
      nist: undefined,
      points: 1,
      partialPoints: undefined,
      eligible: eligible === "y" ? "yes" : "never",
    };
  });
}

/** Level 1 twice: as FAR 52.204-21(b)(1)(i) to (xv) numbers it, and under the 17 requirements of SP 800-171 it stands for. */
function level1(): Requirement[] {
  const asNist = rows(NIST_800_171_R2)
    .filter(([, , , , flags]) => flags?.endsWith("1"))
    .map(([nist, domain, title]) => basic(`${domain}.L1-${nist}`, title!.replace(" (CUI Data)", ""), nist));
  return [...LEVEL_1.split(" ").map((id) => basic(id, "", undefined)), ...asNist];
}

function basic(id: string, title: string, nist: string | undefined): Requirement {
  return { id, level: 1, title, nist, points: undefined, partialPoints: undefined, eligible: "never" };
}

/** The ids of 32 CFR 170's Level 1, as of 1 October 2026. */
const LEVEL_1 =
  "AC.L1-b.1.i AC.L1-b.1.ii AC.L1-b.1.iii AC.L1-b.1.iv IA.L1-b.1.v IA.L1-b.1.vi MP.L1-b.1.vii PE.L1-b.1.viii " +
  "PE.L1-b.1.ix SC.L1-b.1.x SC.L1-b.1.xi SI.L1-b.1.xii SI.L1-b.1.xiii SI.L1-b.1.xiv SI.L1-b.1.xv";

function rows(lines: string): string[][] {
  return lines
    .trim()
    .split("\n")
    .map((line) => line.split("|"));
}
