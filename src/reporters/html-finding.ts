import { type CellRef, columnLetters, reference } from "../model/cell.js";
import type { Finding } from "../model/finding.js";
import { escaped } from "./html-text.js";
import { cut, printable } from "./printable.js";
import type { ShownPoam } from "./shown-poam.js";
import { suppressionText } from "./suppressed.js";

/** A text of a stranger's on one line, as HTML. */
export function oneLine(text: string): string {
  return escaped(printable(text).trim());
}

/**
 * One finding of a row: the cells that it speaks of, its own marked, and beside them what is wrong and what to do.
 * `usualHelp` is what the page says of the rule elsewhere: help of the finding's own is shown in the open.
 */
export function htmlFinding(finding: Finding, { poam, classes, usualHelp }: FindingSurroundings): string {
  const { severity, message, fix, suppressed } = finding;
  const related = finding.related.slice(0, RELATED);
  const here = reference(finding.at);
  const same = related.find(({ at }) => reference(at) === here);
  const cells = [
    cell(finding.at, finding.at.sheet, poam, "own", same?.label),
    ...related.flatMap(({ at, label }) => {
      return reference(at) === here ? [] : cell(at, finding.at.sheet, poam, "related", label);
    }),
  ];
  const own = finding.help !== undefined && finding.help !== usualHelp;
  const said = [
    `<p><strong class="kind">${severity}</strong> ${oneLine(message)}</p>`,
    suppressed ? `<p class="aside">suppressed: ${oneLine(suppressionText(suppressed))}</p>` : "",
    own ? `<p class="aside">${oneLine(finding.help)}</p>` : "",
    fix ? `<p class="aside">fix${fix.safety === "unsafe" ? " (unsafe)" : ""}: ${oneLine(fix.title)}</p>` : "",
    advice(finding, own ? undefined : finding.help),
  ];
  return `<li class="${["finding", ...classes].join(" ")}"><div class="cells">${cells.join("")}</div><div class="said">${said.join("")}</div></li>`;
}

interface FindingSurroundings {
  readonly poam: ShownPoam | undefined;
  readonly classes: readonly string[];
  readonly usualHelp: string | undefined;
}

/** More related places than this are left to the machine-readable formats. */
const RELATED = 5;
/** Of a cell's text so much is shown. */
const VALUE_WIDTH = 240;
/** What is no longer than this, as a date, stays on one line. */
const SHORT = 14;

/** The rule, behind which there is what to do and the sources. */
function advice({ rule, cites }: Finding, help: string | undefined): string {
  const lines = [
    ...(help === undefined ? [] : [`<p>${oneLine(help)}</p>`]),
    ...cites.map((source) => `<p class="aside">${oneLine(source)}</p>`),
  ];
  if (lines.length === 0) return `<p class="rule">${escaped(rule)}</p>`;
  return `<details><summary class="rule">${escaped(rule)}</summary>${lines.join("")}</details>`;
}

/** A place, the heading of its column and what stands there; the place alone where cells may not be shown. */
function cell(at: CellRef, sheet: string, poam: ShownPoam | undefined, role: "own" | "related", label = ""): string {
  const near = at.sheet === sheet ? `${columnLetters(at.column)}${at.row}` : reference(at);
  const place = `<b title="${oneLine(reference(at))}">${oneLine(near)}</b>`;
  const why = label === "" ? "" : ` <i>${oneLine(label)}</i>`;
  if (!poam?.sheets.includes(at.sheet)) return `<div class="cell">${place}${why}</div>`;
  const headingRow = poam.registers.find((register) => register.sheet === at.sheet)?.headingRow;
  const hasHeading = headingRow !== undefined && at.row > headingRow;
  const heading = hasHeading ? oneLine(poam.textAt({ ...at, row: headingRow })) : "";
  const text = printable(poam.textAt(at)).trim();
  const value = text === "" ? `<span class="blank">blank</span>` : escaped(cut(text, VALUE_WIDTH));
  const shape = text.length <= SHORT ? " short" : "";
  const shown = `<${role === "own" ? "mark" : "span"} class="value${shape}">${value}</${role === "own" ? "mark" : "span"}>`;
  return `<div class="cell">${place} ${heading === "" ? "" : `<span class="heading">${heading}</span> `}${shown}${why}</div>`;
}
