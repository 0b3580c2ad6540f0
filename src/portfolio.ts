import { bandOf } from "./figures/entry.js";
import type { Rating } from "./model/rating.js";
import type { Portfolio, PortfolioFigures, PortfolioRow, Report } from "./model/report.js";

/** Several systems' reports together: a row each in the order given, and the sums. */
export function portfolioOf(
  reports: readonly Report[],
  { asOf, organisation, tool, unreadable }: Pick<Portfolio, "asOf" | "organisation" | "tool" | "unreadable">,
): Portfolio {
  const systems = reports.map(rowOf);
  return { asOf, organisation, tool, systems, unreadable, totals: sumOf(systems) };
}

function rowOf({ header, facts, totals, triggers, vendorDependencies, deviations, changes }: Report): PortfolioRow {
  const rated = (holds: (rating: Rating | undefined) => boolean) =>
    totals.byRating.filter(({ rating }) => holds(rating)).reduce((sum, { count }) => sum + count, 0);
  return {
    workbook: header.workbook,
    system: header.system,
    template: header.template.id,
    submittedOn: header.submittedOn,
    systemStatus: facts.systemStatus,
    tripped: triggers.filter(({ state }) => state === "tripped").map(({ id }) => id),
    open: totals.open,
    high: rated((rating) => bandOf(rating) === "High"),
    moderate: rated((rating) => bandOf(rating) === "Moderate"),
    low: rated((rating) => bandOf(rating) === "Low"),
    unrated: rated((rating) => rating === undefined),
    late: totals.late,
    stale: totals.stale,
    vendorDependencies: vendorDependencies?.length,
    deviationsPending: deviations?.filter(({ state }) => state === "pending").length,
    added: changes?.added.length,
    closed: changes?.closed.length,
  };
}

/** The sum of a figure over those systems that have it; undefined where none has. */
function sumOf(systems: readonly PortfolioFigures[]): PortfolioFigures {
  const certain = (of: (one: PortfolioFigures) => number) => systems.reduce((sum, one) => sum + of(one), 0);
  const known = (of: (one: PortfolioFigures) => number | undefined) => {
    const given = systems.flatMap((one) => of(one) ?? []);
    return given.length === 0 ? undefined : given.reduce((sum, one) => sum + one, 0);
  };
  return {
    open: certain(({ open }) => open),
    high: certain(({ high }) => high),
    moderate: certain(({ moderate }) => moderate),
    low: certain(({ low }) => low),
    unrated: certain(({ unrated }) => unrated),
    late: certain(({ late }) => late),
    stale: known(({ stale }) => stale),
    vendorDependencies: known(({ vendorDependencies }) => vendorDependencies),
    deviationsPending: known(({ deviationsPending }) => deviationsPending),
    added: known(({ added }) => added),
    closed: known(({ closed }) => closed),
  };
}
