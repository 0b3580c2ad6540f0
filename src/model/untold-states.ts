import type { Poam } from "./poam.js";

/** Items of a register that says nowhere whether they are open. */
export interface UntoldStates {
  /** How many are read as open for want of a status. */
  readonly open: number;
  /** Those of them that have a completion date all the same. */
  readonly completed: number;
}

/** Undefined where a sheet or a status column tells what is open, and without items. */
export function untoldStates(poam: Poam): UntoldStates | undefined {
  const untold = new Set(
    poam.registers
      .filter(({ state, sheet, columns }) => {
        return state === "by-status" && !TELLS.test(sheet) && !columns.some(({ field }) => field === "status");
      })
      .map(({ sheet }) => sheet),
  );
  if (untold.size === 0) return undefined;
  let [open, completed] = [0, 0];
  for (const item of poam.items()) {
    if (item.state !== "open" || !untold.has(item.sheet)) continue;
    open++;
    if (item.completedOn?.value !== undefined) completed++;
  }
  return open > 0 ? { open, completed } : undefined;
}

/** `2 items are read as open, 1 of them with a completion date`. */
export function untoldWords({ open, completed }: UntoldStates): string {
  const items = open === 1 ? "1 item is" : `${open.toLocaleString("en-US")} items are`;
  const dated = completed === 0 ? "" : `, ${completed.toLocaleString("en-US")} of them with a completion date`;
  return `${items} read as open${dated}`;
}

/** A sheet's name that says where its items stand: `Open POA&M Items`. */
const TELLS = /\b(?:open|closed)\b/i;
