import { partBytes } from "./inflate.js";
import { readZip } from "./zip.js";

/** All that can be read in a package as text, and where it stands: names of parts, and each part's content in every encoding. */
export function* packageTexts(
  bytes: Buffer,
  file: string,
): Generator<{ readonly place: string; readonly text: string }> {
  const zip = readZip(bytes, file);
  for (const [index, entry] of zip.entries.entries()) {
    const place = `part ${index + 1} of ${zip.entries.length}`;
    yield { place: `the name of ${place}`, text: entry.name };
    const content = partBytes(zip, entry);
    if (/\.(?:xml|rels|vml)$/i.test(entry.name)) {
      yield { place, text: decoded(content.toString("utf8")) };
    } else {
      yield { place, text: content.toString("latin1") };
      yield { place, text: content.toString("utf16le") };
      yield { place, text: content.subarray(1).toString("utf16le") };
    }
  }
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decoded(xml: string): string {
  return xml
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi, (_, hex, decimal, name) =>
      name === undefined
        ? String.fromCodePoint(Math.min(0x10ffff, hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)))
        : NAMED[name.toLowerCase()]!,
    )
    .replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
