import { escaped } from "./html-text.js";
import { amount } from "./last-line.js";

/** A figure at the head of a page. */
export interface Total {
  readonly label: string;
  readonly value: number | undefined;
  readonly alarm?: boolean;
}

export function totalTile({ label, value, alarm }: Total): string {
  return `<div${alarm ? ' class="alarm"' : ""}><dt>${escaped(label)}</dt><dd>${value === undefined ? "not supplied" : amount(value)}</dd></div>`;
}
