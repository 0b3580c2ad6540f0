import { layoutOf } from "./csv.js";
import { type FieldPlace, fieldPlaces } from "./csv-fields.js";
import { decode, encode, encodingOf } from "./text-encoding.js";

/**
 * A CSV file with blank records behind its last, as wide as that, so that it has all wanted ones and patches find them. The
 * very bytes where it has them already, or where the wanted ones do not follow its last or a quote is never closed.
 */
export function withCsvRecords(bytes: Buffer, wanted: ReadonlySet<number>): Buffer {
  const encoding = encodingOf(bytes);
  const text = decode(bytes, encoding);
  const { delimiter, start } = layoutOf(text);
  const places = fieldPlaces(text, start, delimiter, { has: () => true });
  if (!places || places.size === 0) return bytes;
  const most = Math.max(...wanted);
  for (let record = places.size + 1; record <= most; record++) if (!wanted.has(record)) return bytes;
  if (most <= places.size) return bytes;
  const last: readonly FieldPlace[] = places.get(places.size)!;
  const end = /\r\n|\n|\r/.exec(text.slice(start))?.[0] ?? "\r\n";
  const isEnded = /[\r\n]$/.test(text);
  const records = Array.from({ length: most - places.size }, () => delimiter.repeat(last.length - 1)).join(end);
  const added = encode((isEnded ? "" : end) + records + (isEnded ? end : ""), encoding);
  return "lacks" in added ? bytes : Buffer.concat([bytes, added]);
}
