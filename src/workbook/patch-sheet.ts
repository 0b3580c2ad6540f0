import type { CellPatch, CellValue } from "../model/cell.js";
import { cellKey } from "./cell-range.js";
import type { ReplacedFormula } from "./patch-calc.js";
import { type NotedCells, newNotedCells } from "./patch-notes.js";
import { isDate, type SheetRules, whyRefused } from "./patch-refusal.js";
import type { CellStyles } from "./patch-style.js";
import type { Refusal, Splice } from "./patched.js";
import { rangeIndex } from "./range-index.js";
import type { CellShape } from "./row-shape.js";
import { handOver } from "./shared-handover.js";
import { type SheetView, viewSheet } from "./sheet-view.js";
import { sheetSplices } from "./sheet-write.js";
import { readTables } from "./table-part.js";
import type { SheetPart, WorkbookPart } from "./xlsx.js";
import { attributeOf } from "./xml-elements.js";
import type { Zip } from "./zip.js";

/** What the patches of one sheet come to. */
export interface PatchedSheet {
  readonly part: SheetPart;
  /** Of the sheet's part. */
  readonly splices: readonly Splice[];
  readonly applied: readonly CellPatch[];
  readonly refused: readonly Refusal[];
  readonly replacedFormulas: readonly ReplacedFormula[];
  /** Whether any cell of the sheet holds a formula. */
  readonly hasFormula: boolean;
  readonly noted: NotedCells;
}

/** Patches whose places and values are possible, one for a cell. Styles that they need are appended to `styles`. */
export async function patchSheet(
  zip: Zip,
  workbook: WorkbookPart,
  part: SheetPart,
  patches: readonly CellPatch[],
  styles: CellStyles,
): Promise<PatchedSheet> {
  const view = await viewSheet(zip, workbook, part, patches, styles.formats);
  const { survey, frame } = view;
  const mergeAt = rangeIndex(survey.merges.map((range) => ({ range })));
  const rules: SheetRules = {
    sheet: view.sheet,
    merge: (row, column) => mergeAt(row, column)?.range,
    block: rangeIndex(survey.formulas.blocks),
    tables: await readTables(zip, part.entry.name),
    isLocked: (row, column) => frame.isProtected && styles.isLocked(view.style(row, column)),
    canShowDates: styles.canAppend,
  };
  const { accepted, refused } = sorted(inOrder(patches), (patch) => whyRefused(patch, rules));
  const handed = handOverShared(view, accepted);
  const { accepted: applied, refused: unshareable } = sorted(accepted, ({ at: { row, column } }) =>
    handed.stuck.has(cellKey(row, column))
      ? "other cells share its formula, which cannot be handed on to them"
      : undefined,
  );
  const replacedFormulas: ReplacedFormula[] = [];
  const noted = newNotedCells();
  const styleOf = (patch: CellPatch) => {
    if (hasFormula(view, patch.at)) replacedFormulas.push(patch.at);
    noteCell(view, patch.at, noted);
    return styleFor(patch, view, styles);
  };
  const splices = [...handed.splices, ...sheetSplices(view, applied, styleOf, workbook.date1904)];
  return {
    part,
    splices,
    applied,
    refused: [...refused, ...unshareable],
    replacedFormulas,
    hasFormula: survey.formulas.hasFormula,
    noted,
  };
}

/** Row by row, from left to right. */
function inOrder(patches: readonly CellPatch[]): CellPatch[] {
  return [...patches].sort(({ at: a }, { at: b }) => a.row - b.row || a.column - b.column);
}

function sorted(patches: readonly CellPatch[], why: (patch: CellPatch) => string | undefined) {
  const accepted: CellPatch[] = [];
  const refused: Refusal[] = [];
  for (const patch of patches) {
    const reason = why(patch);
    if (reason === undefined) accepted.push(patch);
    else refused.push({ patch, why: reason });
  }
  return { accepted, refused };
}

/** Formulas whose master is written over pass on; `stuck` are the masters whose cannot. */
function handOverShared({ survey }: SheetView, patches: readonly CellPatch[]) {
  const replaced = new Set(patches.map(({ at }) => cellKey(at.row, at.column)));
  const isReplaced = (row: number, column: number) => replaced.has(cellKey(row, column));
  const splices: Splice[] = [];
  const stuck = new Set<number>();
  for (const shared of survey.formulas.shared) {
    if (!isReplaced(shared.row, shared.column)) continue;
    const handed = handOver(shared, isReplaced);
    if (handed) splices.push(...handed);
    else stuck.add(cellKey(shared.row, shared.column));
  }
  return { splices, stuck };
}

/** What makes Excel, once a user edits the text, take it for a formula; so do the full-width forms in East Asian versions. */
const LIKE_FORMULA = /^[=+\-@\t\r＝＋－＠]/;

function styleFor({ at, like, value }: CellPatch, view: SheetView, styles: CellStyles): number {
  const own = view.place(at.row, at.column)?.style;
  const style = like && !own ? view.style(like.row, like.column) : view.style(at.row, at.column);
  if (isDate(value)) return styles.showingDates(style, view.survey.dateStyles.get(at.column));
  return isLikeFormula(value) && styles.canAppend ? styles.quoted(style) : style;
}

function isLikeFormula(value: CellValue): boolean {
  return typeof value === "string" && LIKE_FORMULA.test(value);
}

function hasFormula(view: SheetView, at: CellPatch["at"]): boolean {
  return filledCell(view, at)?.children.some(({ name }) => name === "f") ?? false;
}

function filledCell(view: SheetView, { row, column }: CellPatch["at"]): CellShape | undefined {
  return view.place(row, column)?.isEmptyTag === false ? view.cell(row, column) : undefined;
}

function noteCell(view: SheetView, at: CellPatch["at"], noted: NotedCells): void {
  const { survey, frame, sheet } = view;
  const cell = filledCell(view, at);
  if (survey.rows.get(at.row)?.hidden || sheet.isColumnHidden(at.column)) noted.hidden.push(at);
  if (frame.isLinked(at.row, at.column)) noted.linked.push(at);
  if (cell && view.isRich(at.row, cell)) noted.flattened.push(at);
  if (cell && attributeOf(cell.element, "vm")) noted.richData.push(at);
}
