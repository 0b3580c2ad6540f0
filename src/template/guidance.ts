import { fingerprint } from "../model/fingerprint.js";
import type { RegisterColumn } from "../model/poam.js";
import type { SheetLayout, Template } from "../model/template.js";
import type { Sheet } from "../model/workbook.js";
import { fold } from "./fold.js";

/** What the form itself prints under its headings. */
export type RowNature = "item" | "guidance" | "example" | "guidance-overwritten";

export interface JudgedRow {
  readonly nature: RowNature;
  /** Columns that still hold the form's own text. */
  readonly leftovers: readonly number[];
}

/** Forms print at most three rows of guidance under their headings; tools have been seen to write over the last. */
export const GUIDANCE_ROWS = 8;

const PLAIN_ITEM: JudgedRow = { nature: "item", leftovers: [] };

/**
 * Judges rows near the headings by label and content: a row of the form's own texts is guidance wherever it stands; a row
 * that bears a guidance label but an item's id is an item that somebody wrote over the guidance.
 */
export function guidanceJudge(
  sheet: Sheet,
  template: Template,
  layout: SheetLayout | undefined,
  columns: readonly RegisterColumn[],
): (index: number) => JudgedRow {
  const sentences = new Set(template.guidance);
  const labels = new Set(layout?.guidanceLabels?.map(fold));
  const hints = new Map<number, ReadonlySet<string>>(
    columns.map(({ column, field }) => {
      const own = layout?.columns.find((one) => one.field === field);
      return [column, new Set(own?.hints?.map(fold))];
    }),
  );
  const idColumn = columns.find(({ field }) => field === "id")?.column ?? columns[0]?.column ?? 1;
  return (index) => {
    let label = false;
    let data = 0;
    let idIsData = false;
    const leftovers: number[] = [];
    for (let cell = sheet.firstCell(index); cell < sheet.firstCell(index + 1); cell++) {
      const column = sheet.column(cell);
      const text = sheet.text(cell).trim();
      if (text === "") continue;
      if (labels.has(fold(text))) label = true;
      const hint = hints.get(column);
      if (!hint) continue;
      if (column === idColumn && EXAMPLE_ID.test(text)) return { nature: "example", leftovers };
      if (isGuidance(text, sentences, hint)) leftovers.push(column);
      else if (!isCommonAnswer(text) && sheet.formula(cell) === undefined) {
        data++;
        if (column === idColumn) idIsData = true;
      }
    }
    if (leftovers.length === 0 && !label) return PLAIN_ITEM;
    // The form's example under another id is still the form's example.
    if (idIsData && !label && leftovers.length > 4 && leftovers.length > data) return { nature: "example", leftovers };
    if (idIsData && data > 1)
      return leftovers.length > 1 || label ? { nature: "guidance-overwritten", leftovers } : PLAIN_ITEM;
    if (label || leftovers.length >= data) return { nature: "guidance", leftovers };
    return PLAIN_ITEM;
  };
}

/** FedRAMP's example item bears this id in every version. */
const EXAMPLE_ID = /^v-?\s?\d+\s?-?\s?example/i;

function isGuidance(text: string, sentences: ReadonlySet<string>, hints: ReadonlySet<string>): boolean {
  if (isCommonAnswer(text)) return false;
  return MANDATORY.test(text) || hints.has(fold(text)) || sentences.has(fingerprint(text));
}

const MANDATORY = /^(?:mandatory|situational|optional)\b/i;

/** Examples use the same answers as items do: they prove neither. */
function isCommonAnswer(text: string): boolean {
  return text.length < 12 && /^(?:yes|no|pending|n\/?a|none|high|moderate|low|critical|[\d./-]+)$/i.test(text);
}
