import { UserError } from "../model/user-error.js";
import { blankPicture } from "./blank-picture.js";
import { partBytes } from "./inflate.js";
import { openPackage } from "./open.js";
import { readContentTypes, readRelationships } from "./package.js";
import { fateOf, type PartFate } from "./part-kinds.js";
import { type Rewording, rewordXml } from "./reword-xml.js";
import { checkEncoding } from "./small-part.js";
import { withoutElements, withoutReferences } from "./without-parts.js";
import type { Zip, ZipEntry } from "./zip.js";
import { type NewPart, packZip } from "./zip-pack.js";

/** A rewording that is also told the texts of parts that are removed. */
export interface PackageRewording extends Rewording {
  gone(text: string): void;
}

/** A package with its texts reworded. */
export interface RewordedPackage {
  readonly bytes: Buffer;
  /** Names of the parts that were taken out. */
  readonly removed: readonly string[];
  readonly pictures: number;
}

const TYPES = "[Content_Types].xml";
const LARGEST = 256 << 20;

/**
 * A workbook (.xlsx, .xlsm) with all its texts reworded: parts keep their order, pictures become blank ones, and parts that
 * could hold anything are taken out. `file` is the file's base name, for messages. Throws `UserError` where a part can be
 * neither reworded nor taken out.
 */
export async function rewordPackage(
  bytes: Buffer,
  file: string,
  rewording: PackageRewording,
): Promise<RewordedPackage> {
  const { zip } = await openPackage(bytes, file);
  const fates = await fatesOf(zip);
  const isRemoved = (name: string) => fates.get(name.toLowerCase()) === "removed";
  const parts: NewPart[] = [];
  const removed: string[] = [];
  let pictures = 0;
  for (const entry of zip.entries) {
    const { name } = entry;
    if (isRemoved(name) || isRemoved(sourceOf(name) ?? "")) {
      if (isRemoved(name)) removed.push(name);
      if (/\.(?:xml|rels|vml)$/i.test(name)) tellGone(partBytes(zip, entry).toString("utf8"), rewording);
      continue;
    }
    const isPicture = fates.get(name.toLowerCase()) === "blanked";
    if (isPicture) pictures++;
    const content = isPicture
      ? pictureOf(zip, entry)
      : name.endsWith("/")
        ? NOTHING
        : await xmlOf(zip, entry, isRemoved, rewording);
    parts.push({
      name: rewording.part(name),
      content,
      packed: entry.method === 8,
      time: zip.bytes.readUInt32LE(entry.start + 10),
    });
  }
  return { bytes: packZip(parts), removed, pictures };
}

const NOTHING = Buffer.alloc(0);

async function fatesOf(zip: Zip): Promise<ReadonlyMap<string, PartFate>> {
  const typeOf = await readContentTypes(zip);
  const fates = new Map<string, PartFate>();
  for (const { name } of zip.entries) {
    if (name === TYPES || name.endsWith("/")) continue;
    const fate = /(?:^|\/)_rels\/[^/]*\.rels$/i.test(name) ? "reworded" : fateOf(typeOf(name), name);
    if (fate === "refused") throw refused(zip, name, "which poam can neither reword nor take out");
    fates.set(name.toLowerCase(), fate);
  }
  return fates;
}

/** The part whose relationships a part lists; undefined for any other part. */
function sourceOf(name: string): string | undefined {
  const found = /^(.*?)_rels\/([^/]*)\.rels$/i.exec(name);
  return found ? `${found[1]}${found[2]}` : undefined;
}

function pictureOf(zip: Zip, { name }: ZipEntry): Buffer {
  const blank = blankPicture(name);
  if (!blank) throw refused(zip, name, "a picture of a type that poam has no blank one of");
  return blank;
}

async function xmlOf(
  zip: Zip,
  entry: ZipEntry,
  isRemoved: (name: string) => boolean,
  rewording: Rewording,
): Promise<Buffer> {
  const { name } = entry;
  if (entry.size > LARGEST) throw refused(zip, name, "a part that is too large to be reworded (over 256 MB)");
  const bytes = partBytes(zip, entry);
  checkEncoding(bytes, zip.file, name);
  const before = bytes.toString("utf8");
  const xml = await withoutRemoved(zip, name, before, isRemoved);
  if (xml === undefined) throw refused(zip, name, "which depends on a part that poam has to take out");
  const after = rewordXml(xml, rewording);
  if (after === undefined) throw refused(zip, name, "which holds more than the XML of workbooks");
  return after === before ? bytes : Buffer.from(after);
}

/** The part without its mention of what is taken out; undefined where it cannot be without. */
async function withoutRemoved(
  zip: Zip,
  name: string,
  xml: string,
  isRemoved: (name: string) => boolean,
): Promise<string | undefined> {
  if (name === TYPES) {
    return withoutElements(xml, "Override", (value) => isRemoved((value("PartName") ?? "").replace(/^\//, "")));
  }
  const source = sourceOf(name);
  const goneFrom = async (part: string) =>
    (await readRelationships(zip, part))
      .filter(({ target, isExternal }) => !isExternal && isRemoved(target))
      .map(({ id }) => id);
  const gone = new Set(await goneFrom(source ?? name));
  if (gone.size === 0) return xml;
  if (source !== undefined) return withoutElements(xml, "Relationship", (value) => gone.has(value("Id") ?? ""));
  return withoutReferences(xml, gone);
}

function tellGone(xml: string, rewording: PackageRewording): void {
  for (const [, value, text] of xml.matchAll(/=\s*"([^"]*)"|>([^<]+)/g)) rewording.gone(value ?? text ?? "");
}

function refused({ file }: Zip, part: string, why: string): UserError {
  // A part's name may say something, too.
  const shown = /^[\w./[\]-]*$/.test(part)
    ? part.replace(/[^/]*(?=\.[a-z]+$)/i, (name) => (KNOWN.test(name) ? name : "…"))
    : "…";
  return new UserError(
    "anonymize-part",
    `${file} cannot be made anonymous: it holds ${shown}, ${why}. Delete that object in Excel, or show the fault with a small workbook made for it.`,
  );
}

const KNOWN =
  /^(?:sheet|oleObject|activeX|image|drawing|vmlDrawing|chart|Microsoft_\w+?|item|workbook|styles|theme|comments|table|control|macrosheet|package)?\d*$/i;
