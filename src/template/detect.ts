import type { Difference } from "../model/poam.js";
import type { SheetLayout, Template } from "../model/template.js";
import type { Sheet, Workbook } from "../model/workbook.js";
import { fold } from "./fold.js";
import { findHeader } from "./header-block.js";
import { type HeadingRow, headingRows, vocabulary } from "./heading-rows.js";
import { headingDifferences, highestScore, type LayoutMatch, matchLayout } from "./match.js";

/** A form that the workbook may be, with the sheet that speaks for it. */
export interface Candidate {
  readonly template: Template;
  /** 0 to 1: how much of the headings agree; ties between forms are broken by sheet names, header block and heading row. */
  readonly score: number;
  readonly matched: number;
  readonly of: number;
  readonly sheet: string;
  readonly headingRow: number;
  readonly differences: readonly Difference[];
}

/** A candidate with what reading needs: its match, and the heading rows of all sheets. */
export interface DetectedForm extends Candidate {
  readonly match: LayoutMatch;
  readonly rows: SheetHeadings;
}

export type SheetHeadings = ReadonlyMap<Sheet, readonly HeadingRow[]>;

/** Below this share of common headings a workbook is not taken for a form without being told so. */
export const SURE = 0.7;
/** Below these a workbook is not read by a form even if told so. */
export const CLOSE = 0.35;
export const LEAST_MATCHED = 3;
/** Below this share a form is not looked at. */
const WORTH_NAMING = 0.1;

/** All forms that share headings with some sheet, hidden ones too, best first; none for sheets that were laid out from items. */
export function detect(workbook: Workbook, templates: readonly Template[]): readonly DetectedForm[] {
  if (workbook.made) return [];
  const words = vocabulary(templates);
  const rows: SheetHeadings = new Map(workbook.sheets.map((sheet) => [sheet, headingRows(sheet, words)]));
  return templates
    .filter((template) => template.framework !== "generic")
    .flatMap((template) => bestOf(template, workbook, rows) ?? [])
    .map((form) => ({ form, rank: rank(form, workbook) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ form }) => form);
}

/** Whether the form is recognised without being asked for: headings enough and, where they are not proof, another mark. */
export function isSure(form: DetectedForm, workbook: Workbook): boolean {
  return form.score >= SURE && form.matched >= 3 && (!form.template.needsMark || hasMark(form, workbook));
}

function bestOf(template: Template, workbook: Workbook, rows: SheetHeadings): DetectedForm | undefined {
  let best: LayoutMatch | undefined;
  for (const layout of template.sheets.filter(({ state }) => state === "open" || state === "by-status")) {
    for (const sheet of workbook.sheets) {
      if (holdsNoItems(template, sheet.name)) continue;
      for (const row of rows.get(sheet) ?? []) {
        const least = best ? best.score + nameBonus(best) - 0.5 : WORTH_NAMING;
        if (highestScore(row, layout) < least) continue;
        const match = matchLayout(row, layout);
        if (match.columns.length > 1 && (!best || better(match, best))) best = match;
      }
    }
  }
  if (!best || !isToldApart(template, best)) return undefined;
  const match = best;
  const { row, columns, missing, score } = match;
  return {
    template,
    score,
    matched: columns.length,
    of: columns.length + missing.length,
    sheet: row.sheet.name,
    headingRow: row.row,
    get differences() {
      return headingDifferences(match);
    },
    match,
    rows,
  };
}

/** A sheet with the form's own name speaks for it, even if another, a copy or the closed items, has its headings in better order. */
function better(a: LayoutMatch, b: LayoutMatch): boolean {
  return a.score + nameBonus(a) > b.score + nameBonus(b);
}

function nameBonus({ row, layout }: LayoutMatch): number {
  return fold(row.sheet.name) === fold(layout.name) ? 0.5 : 0;
}

/** Sheets of the form that explain or exemplify: they repeat its headings over samples. */
export function holdsNoItems(template: Template, sheet: string): boolean {
  const name = fold(sheet);
  return (
    /^(example|sample|instruction|glossary)/.test(name) || !!template.otherSheets?.some((other) => fold(other) === name)
  );
}

/** Headings first; the rest only tells forms with the same headings apart. */
function rank(form: DetectedForm, workbook: Workbook): number {
  const { template, match } = form;
  // A form without a header block cannot show one: between having it and lacking it.
  const header = template.header?.length ? findHeader(match.row, template).found / template.header.length : 0.25;
  const row = match.row.row === match.layout.headingRow ? 1 : 0;
  const name = fold(match.row.sheet.name) === fold(match.layout.name) ? 1 : 0;
  return meanScore(form) + 0.02 * header + 0.01 * sheetOverlap(template, workbook) + 0.006 * row + 0.006 * name;
}

/** Over all sheets that bear a name of the form: a column lost on one of them does not make it another form. */
function meanScore({ template, match, rows }: DetectedForm): number {
  const scores = [match.score];
  for (const layout of template.sheets) {
    if (layout === match.layout) continue;
    for (const [sheet, candidates] of rows) {
      if (fold(sheet.name) !== fold(layout.name)) continue;
      scores.push(Math.max(0, ...candidates.map((row) => matchLayout(row, layout).score)));
    }
  }
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** Sheets in common over sheets of either. */
function sheetOverlap(template: Template, workbook: Workbook): number {
  const theirs = new Set(workbook.sheets.map(({ name }) => fold(name)));
  const ours = new Set([...template.sheets.map(({ name }) => name), ...(template.otherSheets ?? [])].map(fold));
  const common = [...ours].filter((name) => theirs.has(name)).length;
  return common / (ours.size + theirs.size - common);
}

/** Whether something is there that only this form has, where the form says what that is. */
function isToldApart(template: Template, match: LayoutMatch): boolean {
  const telling = template.tellingHeadings?.map(fold);
  return !telling || match.columns.some(({ layout }) => telling.includes(fold(layout.heading)));
}

/** Anything of the form besides one sheet's headings: its header block, or another of its item sheets. */
function hasMark({ template, match }: DetectedForm, workbook: Workbook): boolean {
  const header = template.header ?? [];
  if (header.length > 0 && findHeader(match.row, template).found * 2 >= header.length) return true;
  const others = template.sheets.filter((layout: SheetLayout) => layout !== match.layout).map(({ name }) => fold(name));
  return workbook.sheets.some((sheet) => sheet !== match.row.sheet && others.includes(fold(sheet.name)));
}
