import { unescaped } from "../model/character-escapes.js";
import { attributeKind, contentKind, JOINED, type OpenElement, type PlaceKind } from "./part-places.js";
import { rewordFormula } from "./reword-formula.js";
import { decodeXml } from "./xml-text.js";
import { cellText, xmlText } from "./xml-write.js";

/** What becomes of the texts of a part. */
export interface Rewording {
  /** Words, wherever they stand; gives a text of the same length, and the same one for the same text. */
  text(text: string): string;
  /** The name of a part, or the way to it. */
  part(name: string): string;
  font(name: string): string;
  /** Told of what is left as it is because it is the format of workbooks, not somebody's text. */
  format(value: string): void;
}

/**
 * A part in XML with its texts reworded, all else as it is written, but for remarks and instructions of other programs, which
 * go. Undefined where it is not written as XML is, or holds XML of makers that are not known.
 */
export function rewordXml(xml: string, rewording: Rewording): string | undefined {
  const written: string[] = [];
  let open: OpenElement | undefined;
  let run: Run | undefined;
  const flush = () => {
    if (run) writeRun(run, written, rewording);
    run = undefined;
  };
  for (const [token] of xml.matchAll(TOKEN)) {
    if (!token.startsWith("<") || token.startsWith("<![CDATA[")) {
      if (!open) {
        if (/[^\s\ufeff]/.test(token)) return undefined;
        written.push(token);
        continue;
      }
      const root = joinedRoot(open);
      if (run?.root !== root) flush();
      run ??= { root, pieces: [] };
      run.pieces.push({ element: open, raw: token, at: written.push(token) - 1 });
    } else if (token.startsWith("<?")) {
      if (!/^<\?xml\s[^<>]*\?>$/.test(token)) continue;
      rewording.format(token);
      written.push(token);
    } else if (token.startsWith("<!")) {
      if (!token.startsWith("<!--")) return undefined;
    } else if (token.startsWith("</")) {
      const name = localName(token.slice(2, -1).trim());
      let closing = open;
      while (closing && closing.name !== name) closing = closing.parent;
      for (let one = open; closing && one !== closing.parent; one = one!.parent) if (run?.root === one) flush();
      if (closing) open = closing.parent;
      written.push(token);
    } else {
      const element = elementOf(token, open);
      if (!element) return undefined;
      const tag = rewordTag(token, element, rewording);
      if (tag === undefined) return undefined;
      written.push(tag);
      if (!token.endsWith("/>")) open = element;
    }
  }
  flush();
  return written.join("");
}

const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(?:[^>"']|"[^"]*"|'[^']*')*>|[^<]+|</g;
const ATTRIBUTE = /([\w:.-]+)(\s*=\s*)("[^"]*"|'[^']*')/g;
const MAKERS =
  /^(?:https?:\/\/(?:schemas\.openxmlformats\.org|schemas\.microsoft\.com|purl\.oclc\.org|purl\.org|www\.w3\.org|customschemas\.google\.com|schemas\.libreoffice\.org)(?:\/|$)|urn:schemas-microsoft-com:|urn:org:documentfoundation:)/;

/** Texts that are read as one, piece by piece; `at` is the place of each in what is written. */
interface Run {
  readonly root: OpenElement;
  readonly pieces: { readonly element: OpenElement; readonly raw: string; readonly at: number }[];
}

function joinedRoot(element: OpenElement): OpenElement {
  for (let one: OpenElement | undefined = element; one; one = one.parent) if (JOINED.has(one.name)) return one;
  return element;
}

function writeRun({ pieces }: Run, written: string[], rewording: Rewording): void {
  const texts = pieces.map(({ element, raw }) => decoded(raw, element));
  const whole = texts.join("");
  if (whole.trim() === "") return;
  const kind = contentKind(pieces[texts.findIndex((text) => text.trim() !== "")]!.element, whole);
  const reworded = rewordedAs(kind, whole, rewording);
  if (reworded === whole && !pieces.some(({ raw }) => raw.startsWith("<!"))) return;
  let from = 0;
  for (const [index, { element, at }] of pieces.entries()) {
    const end = index === pieces.length - 1 ? reworded.length : from + texts[index]!.length;
    written[at] = isCellText(element) ? cellText(reworded.slice(from, end)) : xmlText(reworded.slice(from, end));
    from = end;
  }
}

/** Texts of cells escape control characters in a way of their own. */
function isCellText({ name }: OpenElement): boolean {
  return name === "t" || name === "v";
}

function decoded(raw: string, element: OpenElement): string {
  const plain = raw.startsWith("<![CDATA[") ? raw.slice(9, -3) : decodeEntities(raw);
  return isCellText(element) ? unescaped(plain) : plain;
}

function decodeEntities(raw: string): string {
  if (!/[&\r]/.test(raw)) return raw;
  const bytes = Buffer.from(raw);
  return decodeXml(bytes, 0, bytes.length);
}

function elementOf(tag: string, parent: OpenElement | undefined): OpenElement | undefined {
  const name = /^<([\w:.-]+)/.exec(tag)?.[1];
  if (name === undefined) return undefined;
  const attributes = new Map<string, string>();
  for (const [, attribute, , value] of tag.matchAll(ATTRIBUTE)) {
    if (SEEN.has(attribute!)) attributes.set(attribute!, value!.slice(1, -1));
  }
  return { name: localName(name), parent, attributes };
}

/** What other places ask for. */
const SEEN: ReadonlySet<string> = new Set(["t", "TargetMode", "script"]);

function rewordTag(tag: string, element: OpenElement, rewording: Rewording): string | undefined {
  if (/[^\s\w:./<>-]/.test(tag.replace(ATTRIBUTE, ""))) return undefined;
  rewording.format(element.name);
  let foreign = false;
  const reworded = tag.replace(ATTRIBUTE, (whole, name: string, equals: string, quoted: string) => {
    const raw = quoted.slice(1, -1);
    if (/^xmlns(?::|$)/.test(name)) {
      if (!MAKERS.exec(raw)?.[0] && raw !== "") foreign = true;
      rewording.format(`${name} ${raw}`);
      return whole;
    }
    rewording.format(name);
    const value = decodeEntities(raw);
    const kind = attributeKind(element, localName(name), value);
    const other = rewordedAs(kind, value, rewording);
    return other === value
      ? whole
      : `${name}${equals}"${xmlText(other).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;")}"`;
  });
  return foreign ? undefined : reworded;
}

function rewordedAs(kind: PlaceKind, text: string, rewording: Rewording): string {
  switch (kind) {
    case "text":
      return /^_xlnm\.\w+$/.test(text) ? text : rewording.text(text);
    case "formula":
      return rewordFormula(text, rewording.text);
    case "number-format":
      return text.replace(/"([^"]*)"|\[\$([^\]-]*)/g, (_, quoted?: string, currency?: string) =>
        quoted === undefined ? `[$${rewording.text(currency!)}` : `"${rewording.text(quoted)}"`,
      );
    case "header-footer":
      return text.replace(/&(?:"([^"]*)"|K[\dA-F+-]{6}|\d+|[A-Z&])|[^&]+/gi, (piece, font?: string) =>
        font === undefined
          ? piece.startsWith("&")
            ? piece
            : rewording.text(piece)
          : `&"${fontAndStyle(font, rewording)}"`,
      );
    case "font":
      return rewording.font(text);
    case "part":
      return rewording.part(text);
    case "short-hash":
      return text.replace(/[\dA-F]/gi, "0");
    default:
      rewording.format(text);
      return text;
  }
}

function fontAndStyle(text: string, rewording: Rewording): string {
  const [font = "", ...style] = text.split(",");
  return [font === "-" ? font : rewording.font(font), ...style.map((one) => rewording.text(one))].join(",");
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
