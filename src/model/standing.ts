/**
 * What a due date comes from: the rating's window, the revised or the scheduled completion date, CISA's date for a known
 * exploited vulnerability, or the end of a Conditional CMMC status.
 */
export type DueBasis = "window" | "revised" | "scheduled" | "kev" | "closeout";
