import type { UserError } from "../model/user-error.js";
import type { MergedRange, Sheet } from "../model/workbook.js";
import type { ScannedCell } from "./cell-scan.js";
import { damagedPart } from "./damage.js";
import { type FormulaSurvey, newFormulaSurvey } from "./formula-survey.js";
import { partChunks } from "./inflate.js";
import type { NumberFormat } from "./number-format.js";
import { newRecentBytes } from "./recent-bytes.js";
import type { SharedStrings } from "./shared-strings.js";
import { collectSheet } from "./sheet.js";
import { scanSheet } from "./sheet-scan.js";
import { checkEncoding } from "./small-part.js";
import type { SheetPart } from "./xlsx.js";
import type { Piece } from "./xml-elements.js";
import { decodeText } from "./xml-text.js";
import type { Zip } from "./zip.js";

/** What patching a sheet asks of it. */
export interface Wanted {
  /** The columns that matter, by row. */
  readonly columns: ReadonlyMap<number, ReadonlySet<number>>;
  /** The columns that are to get dates, for which a format is looked for. */
  readonly dateColumns: ReadonlySet<number>;
}

/** A row as it stands in the part. */
export interface SurveyedRow {
  readonly row: number;
  readonly hidden: boolean;
  /** From its open tag, which ends at `tagEnd` of the part, to behind its close tag. */
  readonly piece: Piece;
  readonly tagEnd: number;
}

/** What was seen on one way through a sheet's part: the wanted rows in full, of the others only what bears on them. */
export interface SheetSurvey {
  /** Everything before the first row, and behind the last; where there is no row, all is in `head`. */
  readonly head: Piece;
  readonly tail: Piece | undefined;
  readonly rows: ReadonlyMap<number, SurveyedRow>;
  /** Where a row that is not there belongs: the start of the next one. Undefined for those behind the last. */
  readonly insertAt: ReadonlyMap<number, number>;
  /** Those that a wanted row may lie in. */
  readonly merges: readonly MergedRange[];
  readonly formulas: FormulaSurvey;
  /** The shared strings that wanted cells refer to. */
  readonly strings: ReadonlySet<number>;
  /** The style of most date cells, by column. */
  readonly dateStyles: ReadonlyMap<number, number>;
  /** The sheet as it is read, as far as the wanted cells go. */
  readWanted(strings: SharedStrings): Sheet;
}

/** What all sheets of the workbook share. */
export interface Shared {
  readonly date1904: boolean;
  readonly formats: readonly NumberFormat[];
}

/** Reads the sheet's part once, piece by piece. Throws `UserError` if it is damaged. */
export async function surveySheet(
  zip: Zip,
  { name, visibility, entry }: SheetPart,
  wanted: Wanted,
  { date1904, formats }: Shared,
): Promise<SheetSurvey> {
  const damage = (fault: string): UserError => damagedPart(zip.file, entry.name, fault);
  const collector = collectSheet({ date1904, formats, name, visibility, partSize: 0, damage });
  const recent = newRecentBytes();
  const missing = [...wanted.columns.keys()].sort((a, b) => a - b);
  const rows = new Map<number, SurveyedRow>();
  const insertAt = new Map<number, number>();
  const merges: MergedRange[] = [];
  const strings = new Set<number>();
  const isWanted = (row: number, column: number) => wanted.columns.get(row)?.has(column) ?? false;
  const formulas = newFormulaSurvey(isWanted);
  const dates = newDateStyles(wanted.dateColumns, formats);
  let current = 0;
  let columns: ReadonlySet<number> | undefined;
  let start = 0;
  let tagEnd = 0;
  let isHidden = false;
  let head: Piece | undefined;
  /** Bytes from here on may still be asked for: all before the first row, those of a wanted row, those behind the last. */
  let keptFrom = 0;

  const scan = scanSheet(
    {
      row(row, hidden, startAt, tagEndAt) {
        head ??= { bytes: recent.slice(0, startAt), start: 0 };
        while (missing.length > 0 && missing[0]! < row) insertAt.set(missing.shift()!, startAt);
        if (missing[0] === row) missing.shift();
        current = row;
        columns = wanted.columns.get(row);
        start = startAt;
        tagEnd = tagEndAt;
        isHidden = hidden;
        keptFrom = columns ? startAt : Number.POSITIVE_INFINITY;
        collector.row(row, hidden, startAt, tagEndAt);
      },
      cell(cell) {
        if (cell.formulaStart >= 0) formulas.add(cell);
        dates.add(cell);
        if (cell.row !== current && isWanted(cell.row, cell.column)) {
          throw damage(`places a cell of row ${cell.row} in row ${current}`);
        }
        if (!columns?.has(cell.column)) return;
        collector.cell(cell);
        if (cell.type === "s" && cell.valueStart >= 0) strings.add(stringIndex(cell));
      },
      rowEnd(row, endAt) {
        if (columns) {
          if (rows.has(row)) throw damage(`holds row ${row} twice`);
          rows.set(row, { row, hidden: isHidden, piece: { bytes: recent.slice(start, endAt), start }, tagEnd });
          insertAt.delete(row);
        }
        keptFrom = endAt;
      },
      hiddenColumns: (first, last) => collector.hiddenColumns(first, last),
      passOver(_row, bytes, base, from, to) {
        if (columns || wanted.dateColumns.size > 0) return false;
        return formulas.passOver(bytes, base, from, to);
      },
      merge(range) {
        if (concerns(range, wanted)) merges.push(range);
      },
    },
    damage,
  );
  for await (const chunk of partChunks(zip, entry)) {
    if (recent.length === 0) checkEncoding(chunk, zip.file, entry.name);
    recent.add(chunk);
    const readTo = scan.push(chunk);
    recent.forgetBefore(Math.min(keptFrom, readTo));
  }
  scan.end();
  const from = head ? keptFrom : 0;
  const rest = { bytes: recent.slice(from, recent.length), start: from };
  return {
    head: head ?? rest,
    tail: head ? rest : undefined,
    rows,
    insertAt,
    merges,
    formulas,
    strings,
    dateStyles: dates.mostFrequent(),
    readWanted: (texts) => collector.finish(texts),
  };
}

/** False where no wanted row lies in the range; tall ranges are few, and not worth the question. */
function concerns({ firstRow, lastRow }: MergedRange, { columns }: Wanted): boolean {
  if (lastRow - firstRow > 100) return true;
  for (let row = firstRow; row <= lastRow; row++) if (columns.has(row)) return true;
  return false;
}

function stringIndex({ number, bytes, valueStart, valueEnd }: ScannedCell): number {
  return Number.isNaN(number) ? Number(decodeText(bytes, valueStart, valueEnd)) : number;
}

/** Counts the styles of date cells in the columns that matter. */
function newDateStyles(wanted: ReadonlySet<number>, formats: readonly NumberFormat[]) {
  const counts = new Map<number, Map<number, number>>();
  return {
    add({ column, style, type, valueStart }: ScannedCell): void {
      if (!wanted.has(column) || type !== "n" || valueStart < 0 || formats[style]?.shows !== "date") return;
      const styles = counts.get(column) ?? new Map<number, number>();
      counts.set(column, styles.set(style, (styles.get(style) ?? 0) + 1));
    },
    mostFrequent(): Map<number, number> {
      const found = new Map<number, number>();
      for (const [column, styles] of counts) {
        let most = 0;
        for (const [style, count] of styles) {
          if (count <= most) continue;
          most = count;
          found.set(column, style);
        }
      }
      return found;
    },
  };
}
