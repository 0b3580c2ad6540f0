import type { ControlScheme } from "../model/control.js";
import { findCci } from "./cci.js";
import { findRequirement } from "./cmmc.js";
import { NIST_800_53_R4, PRIVACY_800_53_R4 } from "./nist-800-53-r4.js";
import { NIST_800_53_R5 } from "./nist-800-53-r5.js";
import { NIST_800_171_R3 } from "./nist-800-171-r3.js";

/** One entry of a catalogue of controls. */
export interface Control {
  readonly id: string;
  /** "" where the catalogue carries none. */
  readonly title: string;
  readonly withdrawn: boolean;
  /** What a withdrawn control was moved to or merged into: ids, a family (`SR`) or an item (`AC-2k`). */
  readonly successors: readonly string[];
  /** In which catalogue it was found, e.g. `NIST SP 800-53 r5`. */
  readonly catalogue: string;
}

/** What the schemes' catalogues are called. */
export const CATALOGUES: Readonly<Record<Exclude<ControlScheme, "other">, string>> = {
  "800-53": "NIST SP 800-53",
  "800-53-procedure": "NIST SP 800-53",
  cci: "DISA's CCI list",
  "800-171r2": "NIST SP 800-171 r2",
  "800-171r3": "NIST SP 800-171 r3",
  cmmc: "CMMC 2.0",
};

/**
 * The control of that id, in the spelling of `ControlReference`. 800-53 is looked up in revision 5, then in revision 4
 * with its Appendix J, unless `revision` asks for one of them. Undefined where there is none, and for "other" schemes.
 */
export function findControl(scheme: ControlScheme, id: string, revision?: 4 | 5): Control | undefined {
  switch (scheme) {
    case "800-53":
    case "800-53-procedure":
      return (revision === 4 ? undefined : r5().get(id)) ?? (revision === 5 ? undefined : r4().get(id));
    case "800-171r3":
      return r3().get(id);
    case "800-171r2":
    case "cmmc": {
      const found = scheme === "cmmc" || /^3\./.test(id) ? findRequirement(id) : undefined;
      return found && { id, title: found.title, withdrawn: false, successors: [], catalogue: CATALOGUES[scheme] };
    }
    case "cci": {
      const found = findCci(id);
      const title = found?.revision5 ?? found?.revision4 ?? "";
      return found && { id, title, withdrawn: found.deprecated, successors: [], catalogue: CATALOGUES.cci };
    }
    case "other":
      return undefined;
  }
}

const r5 = once(() => parse(NIST_800_53_R5, "NIST SP 800-53 r5"));
const r4 = once(() => parse(NIST_800_53_R4 + PRIVACY_800_53_R4, "NIST SP 800-53 r4"));
const r3 = once(() => parse(NIST_800_171_R3, CATALOGUES["800-171r3"]));

/** Lines of `id|title|mark|successors`, where the mark `-` says withdrawn. */
function parse(lines: string, catalogue: string): ReadonlyMap<string, Control> {
  const controls = new Map<string, Control>();
  for (const line of lines.split("\n")) {
    if (line === "") continue;
    const [id = "", title = "", mark, successors] = line.split("|");
    controls.set(id, {
      id,
      title,
      withdrawn: mark === "-",
      successors: successors ? successors.split(" ") : [],
      catalogue,
    });
  }
  return controls;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
