import type { PoamItem } from "../model/item.js";

/** Whether an item can be the one that stands for all configuration findings: open, and on CM-6 or one of its enhancements. */
export function isOnSettings(item: PoamItem): boolean {
  return (
    item.state === "open" && (item.controls?.value ?? []).some(({ id }) => id !== undefined && /^CM-6(?!\d)/.test(id))
  );
}

/** Whether its own words make it that one: an open CM-6 item may also be a finding about a single setting. */
export function isUmbrella(item: PoamItem): boolean {
  return isOnSettings(item) && [item.weakness, item.description].some((cell) => cell && WORDS.test(cell.text));
}

const WORDS = /configuration findings|(?:all|open|outstanding) (?:configuration|compliance|STIG|benchmark) |umbrella/i;
