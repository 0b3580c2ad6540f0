import type { IsoDate } from "./date.js";
import type { AgeBucket, ReportMonth } from "./report-grids.js";

/** The data of the charts. */
export interface Trends {
  readonly openByRating: RatingTrend;
  readonly ages: AgeHistogram;
  readonly burnDown: BurnDown;
}

/** Open items by effective rating at each month's POA&M. */
export interface RatingTrend {
  readonly months: readonly ReportMonth[];
  /** Gravest first; values as in `months`, undefined where there is no POA&M. */
  readonly series: readonly { readonly rating: string; readonly values: readonly (number | undefined)[] }[];
  /** Late at each month's POA&M date (the last: at the as-of date). */
  readonly late: readonly (number | undefined)[];
}

/** All open items by days since detection. */
export interface AgeHistogram {
  readonly buckets: readonly AgeBucket[];
  readonly series: readonly { readonly rating: string; readonly values: readonly number[] }[];
  /** Items whose detection date cannot be read, or whose form has none. */
  readonly undated: number;
}

/** How many items would be left open if each were closed on its due date, and those without a date to come stayed. */
export interface BurnDown {
  readonly open: number;
  /** Due before the as-of date already, excused ones too. */
  readonly pastDue: number;
  readonly undated: number;
  readonly months: readonly {
    readonly month: string;
    readonly label: string;
    /** Due in that month, from the as-of date on. */
    readonly due: number;
    /** Open at its end, past due and undated ones among them. */
    readonly left: number;
  }[];
  readonly asOf: IsoDate;
}
