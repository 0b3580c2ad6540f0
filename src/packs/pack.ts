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
  readonly rules: Readonly<Record<string, PackRule>>;
}

export interface PackRule {
  readonly severity?: Severity | "off";
  readonly options?: Readonly<Record<string, OptionValue>>;
  readonly cites: readonly Citation[];
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
