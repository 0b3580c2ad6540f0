/** A field's characters in the text of a CSV file, from `start` to before `end`, with its quotes. */
export interface FieldPlace {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the fields of the wanted records stand, records counted from 1; undefined where a quote is never closed, as then
 * nobody knows where a field ends. Reads quotes as `readCsv` does: one at the beginning of a field opens it, two are a
 * quote, and one that something else follows belongs to the text.
 */
export function fieldPlaces(
  text: string,
  start: number,
  delimiter: string,
  wanted: { has(record: number): boolean },
): ReadonlyMap<number, readonly FieldPlace[]> | undefined {
  const places = new Map<number, FieldPlace[]>();
  let record = 1;
  let fields: FieldPlace[] = [];
  let at = start;
  while (at < text.length) {
    const end = fieldEnd(text, at, delimiter);
    if (end === undefined) return undefined;
    if (wanted.has(record)) fields.push({ start: at, end });
    if (text[end] === delimiter) {
      at = end + 1;
      // A delimiter that ends the file has an empty field behind it.
      if (at < text.length) continue;
      if (wanted.has(record)) fields.push({ start: at, end: at });
    }
    if (wanted.has(record)) places.set(record, fields);
    fields = [];
    record++;
    at = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
  return places;
}

/**
 * Whether a field is quoted, but not from its beginning to its end, as `"x" ` or ` "x"`: readers differ on what it holds, and
 * ours takes the quotes for text.
 */
export function isHalfQuoted(text: string, { start, end }: FieldPlace): boolean {
  const field = text.slice(start, end);
  return field.trimStart().startsWith('"') && !(field[0] === '"' && closingQuote(field, 0) === field.length - 1);
}

/** The place of the delimiter or line end behind the field that begins at `start`, or the end of the text. */
function fieldEnd(text: string, start: number, delimiter: string): number | undefined {
  let at = start;
  if (text[at] === '"') {
    at = closingQuote(text, start);
    if (at < 0) return undefined;
    at++;
  }
  while (at < text.length && !endsField(text[at]!, delimiter)) at++;
  return at;
}

/** The first quote that is not one of a pair: with it the quoting is over, whatever follows. */
function closingQuote(text: string, opening: number): number {
  let at = text.indexOf('"', opening + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function endsField(character: string, delimiter: string): boolean {
  return character === delimiter || character === "\n" || character === "\r";
}
