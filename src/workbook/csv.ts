import type { Sheet } from "../model/workbook.js";

const DELIMITERS = [",", ";", "\t", "|"];
/** So many records show which delimiter a file uses. */
const EVIDENCE = 20;

/** The one sheet of a CSV file, named `name`: every cell is text, row numbers count records as a spreadsheet shows them. */
export async function readCsv(text: string, name: string): Promise<Sheet> {
  const announced = /^sep=(.)\r?\n/i.exec(text);
  const table = announced ? text.slice(announced[0].length) : text;
  return sheetOf(await parse(table, announced?.[1] ?? guessDelimiter(table)), name);
}

/**
 * The text of a file that names no encoding: by its byte order mark, else UTF-16 if every other byte is mostly zero, else
 * UTF-8 if it is valid, else Windows-1252, which is what Excel writes.
 */
export function decodeFile(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const zeros = [0, 0];
  const head = bytes.subarray(0, 1024);
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2]!++;
  if (zeros[1]! * 4 > head.length && zeros[0] === 0) return new TextDecoder("utf-16le").decode(bytes);
  if (zeros[0]! * 4 > head.length && zeros[1] === 0) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Node's own decoder for Windows-1252 reads these as control characters (20, 22).
    return bytes.toString("latin1").replace(/[\x80-\x9f]/g, (sign) => WINDOWS_1252[sign.charCodeAt(0) - 0x80]!);
  }
}

/** What stands at 0x80 to 0x9f, where Windows-1252 differs from Latin-1; five places are empty. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

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
