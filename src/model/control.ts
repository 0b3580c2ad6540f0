/** The catalogue that a control id belongs to, as far as its spelling tells. */
export type ControlScheme = "800-53" | "800-53-procedure" | "cci" | "800-171r2" | "800-171r3" | "cmmc" | "other";

/**
 * How a column writes its controls: `AC-2.1` is an assessment procedure of eMASS ("emass") and an enhancement in OSCAL
 * ("oscal"), so the column decides.
 */
export type ControlNotation = "800-53" | "emass" | "oscal" | "800-171" | "cmmc" | "any";

/** One control named in a cell: as written, and its id in the catalogue's own spelling (undefined if it is none). */
export interface ControlReference {
  readonly text: string;
  readonly scheme: ControlScheme;
  /** E.g. `AC-2(1)`, `3.11.2`, `03.11.02`, `CCI-000366`, `RA.L2-3.11.2`; without item letters and procedure numbers. */
  readonly id: string | undefined;
}
