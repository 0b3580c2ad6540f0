import { UserError } from "../../model/user-error.js";
import type { Host } from "../host.js";

/** More threads than this for each processor take memory and gain nothing. */
const MOST = 4;

/** Reads `--jobs 4` or `--jobs auto`, which is as many as the machine has processors; default: 1. */
export function jobsOf(text: string | undefined, { processors = 1 }: Host): number {
  if (text === undefined) return 1;
  if (text === "auto") return processors;
  if (/^[1-9]\d{0,2}$/.test(text)) return Math.min(Number(text), MOST * processors);
  throw new UserError("usage", `--jobs ${text}: give how many workbooks to check at a time, 1 to 999, or auto.`);
}
