import { CCI_LIST } from "./cci-list.js";

/** One Control Correlation Identifier, and the items of NIST SP 800-53 it stands for, as DISA writes them: `AC-2 (3) (d)`. */
export interface Cci {
  readonly id: string;
  readonly deprecated: boolean;
  readonly revision5: string | undefined;
  readonly revision4: string | undefined;
}

/** The CCI of that id, e.g. `CCI-000366`. */
export function findCci(id: string): Cci | undefined {
  list ??= parse();
  return list.get(id);
}

export function allCcis(): Iterable<Cci> {
  list ??= parse();
  return list.values();
}

let list: ReadonlyMap<string, Cci> | undefined;

function parse(): ReadonlyMap<string, Cci> {
  const ccis = new Map<string, Cci>();
  let number = 0;
  // Only the first and the last line break are not the list's own: a blank line is a CCI that no revision cites.
  for (const line of CCI_LIST.slice(1, -1).split("\n")) {
    const [head = "", revision5 = "", revision4 = ""] = line.split("|");
    const deprecated = head.endsWith("!");
    const digits = deprecated ? head.slice(0, -1) : head;
    number = digits === "" ? number + 1 : Number(digits);
    const id = `CCI-${String(number).padStart(6, "0")}`;
    const same = revision4 === "=" ? revision5 : revision4;
    ccis.set(id, { id, deprecated, revision5: revision5 || undefined, revision4: same || undefined });
  }
  return ccis;
}
