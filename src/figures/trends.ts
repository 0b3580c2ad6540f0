import type { IsoDate } from "../model/date.js";
import type { AgeHistogram, BurnDown, RatingTrend, Trends } from "../model/report-trends.js";
import type { Entry } from "./entry.js";
import { BY_RATING, byRow, rowsOf } from "./grid-rows.js";
import { type MonthOf, monthBefore, monthLabel } from "./months.js";
import { AGE_BUCKETS, isIn } from "./past-due-ages.js";

/** The data of the charts. */
export function trendsOf(months: readonly MonthOf[], asOf: IsoDate): Trends {
  const open = months.at(-1)!.snapshot!.open;
  return { openByRating: openByRating(months), ages: ages(open), burnDown: burnDown(open, asOf) };
}

function openByRating(months: readonly MonthOf[]): RatingTrend {
  const found = months.map(({ snapshot }) => snapshot && byRow(snapshot.open, BY_RATING));
  const ratings = rowsOf(
    BY_RATING,
    found.flatMap((rows) => [...(rows?.keys() ?? [])]),
  );
  return {
    months: months.map(({ snapshot, ...month }) => month),
    series: ratings.map((rating) => ({
      rating,
      values: found.map((rows) => rows && (rows.get(rating)?.length ?? 0)),
    })),
    late: months.map(({ snapshot }) => snapshot?.open.filter(({ daysLate }) => daysLate > 0).length),
  };
}

function ages(open: readonly Entry[]): AgeHistogram {
  const dated = open.filter(({ age }) => age !== undefined && age >= 0);
  const found = byRow(dated, BY_RATING);
  return {
    buckets: AGE_BUCKETS,
    series: rowsOf(BY_RATING, found.keys()).map((rating) => ({
      rating,
      values: AGE_BUCKETS.map((bucket) => found.get(rating)!.filter(({ age }) => isIn(bucket, age!)).length),
    })),
    undated: open.length - dated.length,
  };
}

/** The months from the as-of date to the last due date, at most a year of them: what lies beyond is left at its end. */
function burnDown(open: readonly Entry[], asOf: IsoDate): BurnDown {
  const dues = open.flatMap(({ due }) => due ?? []);
  const ahead = dues.filter((due) => due >= asOf);
  const last = ahead.reduce((latest, due) => (due > latest ? due : latest), asOf).slice(0, 7);
  const months: BurnDown["months"][number][] = [];
  let left = open.length;
  for (let step = 0; step < 12; step++) {
    const month = monthBefore(asOf.slice(0, 7), -step);
    if (month > last) break;
    const due = ahead.filter((day) => day.startsWith(month)).length;
    left -= due;
    months.push({ month, label: monthLabel(month), due, left });
  }
  return { open: open.length, pastDue: dues.length - ahead.length, undated: open.length - dues.length, months, asOf };
}
