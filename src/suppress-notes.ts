import { createHash } from "node:crypto";
import { suppressionLines } from "./codecs/suppression-note.js";
import type { IsoDate } from "./model/date.js";
import type { Finding } from "./model/finding.js";
import type { Poam } from "./model/poam.js";
import {
  SUPPRESSION_EXPIRED,
  SUPPRESSION_UNREADABLE,
  SUPPRESSION_UNUSED,
  type SuppressionFault,
} from "./model/suppression.js";
import type { CellNote } from "./model/workbook.js";
import { isExpired, withReason } from "./suppress.js";

/** What notes are judged by. */
export interface NoteOptions {
  readonly asOf: IsoDate;
  /** The ids of the rules that were asked, and of all rules. */
  readonly asked: readonly string[];
  readonly known: readonly string[];
}

/**
 * Marks the findings that notes on cells suppress: those at the cell, and where it is an item's id, all of the item. Behind them
 * stands what is to be said of the notes themselves, each at its cell. Without notes, the findings as they are.
 */
export function suppressByNotes(
  findings: readonly Finding[],
  poam: Poam,
  { asOf, asked, known }: NoteOptions,
): readonly Finding[] {
  const lines = (poam.workbook.notes ?? []).flatMap((note) =>
    suppressionLines(note.text, known).map((line) => ({ note, line })),
  );
  if (lines.length === 0) return findings;
  const marked = [...findings];
  const faults: Finding[] = [];
  const itemOf = itemIds(poam);
  for (const { note, line } of lines) {
    if ("fault" in line) {
      faults.push(fault(SUPPRESSION_UNREADABLE, note, `the note at this cell cannot be read: ${line.fault}`));
      continue;
    }
    const item = itemOf(note);
    for (const rule of line.rules) {
      const held = marked.flatMap((finding, index) => (holds(rule, note, item, finding) ? index : []));
      if (isExpired({ rule, ...line }, asOf)) {
        faults.push(fault(SUPPRESSION_EXPIRED, note, `${rule} was suppressed here until ${line.until}`, item));
      } else if (held.length > 0) {
        for (const index of held) marked[index] = withReason(marked[index]!, line);
      } else if (asked.includes(rule)) {
        faults.push(fault(SUPPRESSION_UNUSED, note, `${rule} is suppressed here, but was not found`, item));
      }
    }
  }
  return [...marked, ...faults];
}

/** `item` is the id that the note's cell holds; where several items have it, the note is about that of its row. */
function holds(rule: string, { at }: CellNote, item: string | undefined, finding: Finding): boolean {
  const { sheet, row, column } = finding.at;
  if (finding.rule !== rule) return false;
  const isInRow = sheet === at.sheet && row === at.row;
  if (isInRow && column === at.column) return true;
  if (item === undefined || finding.item === null) return false;
  return isInRow || (item !== "" && finding.item === item && !finding.sharedId);
}

/** Gives the id in a note's cell; undefined where the cell is none of a column of ids. */
function itemIds({ registers, workbook }: Poam): (note: CellNote) => string | undefined {
  return ({ at: { sheet: name, row, column } }) => {
    const register = registers.find(({ sheet }) => sheet === name);
    const isId = register?.columns.some((one) => one.column === column && one.field === "id");
    const sheet = isId && row > register!.headingRow ? workbook.sheets.find((one) => one.name === name) : undefined;
    if (!sheet) return undefined;
    const index = sheet.rowIndex(row);
    const cell = index < 0 ? -1 : sheet.cell(index, column);
    return cell < 0 ? "" : sheet.text(cell).trim();
  };
}

/** What is said of a note; it is known by its text, so that moved rows do not make it another. */
function fault(
  { id, severity, help }: SuppressionFault,
  { at, text }: CellNote,
  message: string,
  item?: string,
): Finding {
  return {
    rule: id,
    severity,
    message,
    help: id === SUPPRESSION_UNREADABLE.id ? help : "Correct the note at this cell, or take the line out of it.",
    cites: [],
    at,
    item: item || null,
    field: undefined,
    related: [],
    fix: undefined,
    fingerprint: createHash("sha256").update([id, at.sheet, message, text].join("\0\0")).digest("hex").slice(0, 16),
  };
}
