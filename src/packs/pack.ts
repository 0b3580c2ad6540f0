import type { IsoDate } from "../model/date.js";
import type { Severity } from "../model/finding.js";
import type { OptionValue } from "../rules/rule.js";

/** A framework's opinion of the rules: which apply, how grave they are, and where that is written. Data only. */
export interface Pack {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** True: no framework's. It decides and cites only where no framework's pack speaks. */
  readonly general?: boolean;
  /** By rule id; several entries where templates or the law of the day part them: the first that holds decides. */
  readonly rules: Readonly<Record<string, PackRule | readonly PackRule[]>>;
  /** Numbered rules of the framework's fact file that no sheet can show, and why. */
  readonly notShown?: Readonly<Record<string, string>>;
}

export interface PackRule {
  readonly severity?: Severity | "off";
  readonly options?: Readonly<Record<string, OptionValue>>;
  readonly cites: readonly Citation[];
  /** The numbers of the fact file's rules that this one carries out: F054, EM030. */
  readonly covers?: readonly string[];
  /** The days between which the entry holds, measured at the as-of date (both included; absent: open). */
  readonly from?: IsoDate;
  readonly until?: IsoDate;
  /** Ids of templates for which this entry holds; absent: for all. */
  readonly templates?: readonly string[];
}

/** A paragraph that can be looked up, with the days between which it is in force (both included; absent: open). */
export interface Citation {
  readonly document: string;
  readonly version?: string;
  readonly section: string;
  readonly from?: IsoDate;
  readonly until?: IsoDate;
  /** Ids of the templates that the document speaks of; absent: of all. */
  readonly templates?: readonly string[];
}

/** `FedRAMP POA&M Template Completion Guide 2.2, Table 2, column L` */
export function cite({ document, version, section }: Citation): string {
  return [version ? `${document} ${version}` : document, section].join(", ");
}

/** A rule's entries in a pack, none where the pack does not have it. */
export function entriesOf(pack: Pack, rule: string): readonly PackRule[] {
  const entry = pack.rules[rule];
  return entry === undefined ? [] : Array.isArray(entry) ? entry : [entry as PackRule];
}

/** Whether a citation or an entry is in force on that day. */
export function inForce({ from, until }: { readonly from?: IsoDate; readonly until?: IsoDate }, day: IsoDate): boolean {
  return (!from || from <= day) && (!until || day <= until);
}
