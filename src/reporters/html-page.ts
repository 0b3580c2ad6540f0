import { escaped } from "./html-text.js";
import { amount } from "./last-line.js";
import { STYLE } from "./report-style.js";

/** Up to `</head>`, of a page that needs nothing else: no script, no font, no picture from elsewhere. `style` comes after the common one. */
export function pageHead({ title, tool, style = "" }: PageFacts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="generator" content="${escaped(tool)}">
<title>${escaped(title)}</title>
<style>${STYLE}${style}</style>
</head>
`;
}

interface PageFacts {
  readonly title: string;
  readonly tool: string;
  readonly style?: string;
}

/** One of the figures that a page begins with; one that is undefined was not supplied. */
export interface Total {
  readonly label: string;
  readonly value: number | undefined;
  readonly alarm?: boolean;
}

export function totalTiles(totals: readonly Total[]): string {
  return `<dl class="totals">\n${totals.map(totalTile).join("\n")}\n</dl>`;
}

function totalTile({ label, value, alarm }: Total): string {
  return `<div${alarm ? ' class="alarm"' : ""}><dt>${escaped(label)}</dt><dd>${value === undefined ? "not supplied" : amount(value)}</dd></div>`;
}

/** Names with their values, both HTML already; what is long gets the room of two. */
export function factList(facts: readonly (readonly [name: string, value: string])[]): string {
  const entries = facts.map(([name, value]) => {
    return `<div${value.length > WIDE ? ' class="wide"' : ""}><dt>${name}</dt><dd>${value}</dd></div>`;
  });
  return `<dl class="facts">\n${entries.join("\n")}\n</dl>`;
}

const WIDE = 70;
