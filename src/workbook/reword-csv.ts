import { UserError } from "../model/user-error.js";
import { layoutOf } from "./csv.js";
import { fieldPlaces } from "./csv-fields.js";
import { decode, encode, encodingOf } from "./text-encoding.js";

/** A CSV file with each field reworded, all else (delimiters, quotes, encoding) as it is. Throws `UserError` where its fields cannot be told. */
export function rewordCsv(bytes: Buffer, file: string, reword: (text: string) => string): Buffer {
  const encoding = encodingOf(bytes);
  const text = decode(bytes, encoding);
  const { start, delimiter } = layoutOf(text);
  const records = fieldPlaces(text, start, delimiter, { has: () => true });
  if (!records)
    throw new UserError("csv-quote", `${file}: a quote is never closed, so nobody knows where its fields end.`);
  const pieces: string[] = [];
  let from = 0;
  for (const fields of records.values()) {
    for (const place of fields) {
      pieces.push(text.slice(from, place.start), rewordField(text.slice(place.start, place.end), reword));
      from = place.end;
    }
  }
  pieces.push(text.slice(from));
  const encoded = encode(pieces.join(""), encoding);
  if ("lacks" in encoded)
    throw new UserError(
      "csv-encoding",
      `${file} cannot be written in its encoding, ${encoding.name}. Save it as UTF-8.`,
    );
  return Buffer.concat([bytes.subarray(0, encoding.mark), encoded]);
}

function rewordField(field: string, reword: (text: string) => string): string {
  const quoted = /^"((?:[^"]|"")*)"$/.exec(field)?.[1];
  return quoted === undefined ? reword(field) : `"${reword(quoted.replaceAll('""', '"')).replaceAll('"', '""')}"`;
}
