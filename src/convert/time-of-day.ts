import type { Sheet } from "../model/workbook.js";

/** The time of day of a date cell, `13:45` or `13:45:10`; "" for a day alone. */
export function timeOfDay(sheet: Sheet, handle: number): string {
  const serial = handle < 0 || sheet.kind(handle) !== "date" ? undefined : sheet.number(handle);
  const seconds = Math.round(((serial ?? 0) % 1) * SECONDS);
  if (seconds <= 0 || seconds >= SECONDS) return "";
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return (parts[2] === 0 ? parts.slice(0, 2) : parts).map((part) => String(part).padStart(2, "0")).join(":");
}

const SECONDS = 86_400;
