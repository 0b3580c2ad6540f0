import type { Sheet } from "../model/workbook.js";

export const DELIMITERS = [",", ";", "\t", "|"];
/** So many records show which delimiter a file uses. */
const EVIDENCE = 20;

/** The one sheet of a CSV file, named `name`: every cell is text, row numbers count records as a spreadsheet shows them. */
export async function readCsv(text: string, name: string): Promise<Sheet> {
  const { start, delimiter } = layoutOf(text);
  return sheetOf(await parse(text.slice(start), delimiter), name);
}

/** The name of a CSV file's sheet: that of the file, without its extension. */
export function sheetNameOf(file: string): string {
  return file.replace(/(?<=.)\.[^.]*$/, "");
}

/** Where the records of a CSV file begin, and what parts their fields: announced by Excel's `sep=;`, or guessed. */
export function layoutOf(text: string): { readonly start: number; readonly delimiter: string } {
  const announced = /^sep=(.)\r?\n/i.exec(text);
  const start = announced?.[0].length ?? 0;
  return { start, delimiter: announced?.[1] ?? guessDelimiter(text.slice(start)) };
}

/** The cells that hold something, in reading order. */
interface Table {
  readonly texts: string[];
  readonly columns: number[];
  readonly rowNumbers: number[];
  readonly rowStarts: number[];
}

async function parse(text: string, delimiter: string): Promise<Table> {
  const csv = await import("csv-parse/sync");
  const read = (quote: '"' | false): Table => {
    const table: Table = { texts: [], columns: [], rowNumbers: [], rowStarts: [] };
    let row = 0;
    csv.parse(text, {
      delimiter,
      quote,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      relax_quotes: true,
      // Taken one by one, so that records and cells are not held both.
      on_record: (record: readonly string[]) => {
        addRecord(table, record, ++row);
        return null;
      },
    });
    return table;
  };
  try {
    return read('"');
  } catch {
    // A quote that is never closed: then quotes are no quotes here.
    return read(false);
  }
}

function addRecord({ texts, columns, rowNumbers, rowStarts }: Table, record: readonly string[], row: number): void {
  const start = texts.length;
  for (const [place, text] of record.entries()) {
    if (text === "") continue;
    texts.push(text);
    columns.push(place + 1);
  }
  if (texts.length === start) return;
  rowNumbers.push(row);
  rowStarts.push(start);
}

/** The delimiter that splits most of the first records into equally many fields; a comma if none does. */
function guessDelimiter(text: string): string {
  let best = ",";
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const counts = countPerRecord(text, delimiter);
    const common = Math.max(0, ...counts);
    const score = counts.filter((count) => count === common && count > 0).length * 1000 + common;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** How often the delimiter stands outside quotes in each of the first records. */
function countPerRecord(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let quoted = false;
  let count = 0;
  for (let at = 0; at < text.length && counts.length < EVIDENCE; at++) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (!quoted && character === delimiter) count++;
    else if (!quoted && character === "\n") {
      counts.push(count);
      count = 0;
    }
  }
  if (counts.length < EVIDENCE) counts.push(count);
  return counts;
}

function sheetOf({ texts, columns, rowNumbers, rowStarts }: Table, name: string): Sheet {
  const firstCell = (index: number): number => rowStarts[index] ?? texts.length;
  return {
    name,
    visibility: "visible",
    merges: [],
    rowCount: rowNumbers.length,
    rowNumber: (index) => rowNumbers[index]!,
    rowIndex: (row) => find(rowNumbers, row, 0, rowNumbers.length),
    isRowHidden: () => false,
    isColumnHidden: () => false,
    firstCell,
    cell: (index, column) => find(columns, column, firstCell(index), firstCell(index + 1)),
    column: (handle) => columns[handle]!,
    kind: () => "text",
    text: (handle) => texts[handle]!,
    number: () => undefined,
    date: () => undefined,
    formula: () => undefined,
  };
}

function find(numbers: readonly number[], wanted: number, low: number, high: number): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (numbers[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return from < high && numbers[from] === wanted ? from : -1;
}
