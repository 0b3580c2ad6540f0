import { UserError } from "../model/user-error.js";
import { readSmallPart } from "./small-part.js";
import { findEntry, type Zip, type ZipEntry } from "./zip.js";

/** One relationship of a part: what it is to (the last word of its type) and the part it leads to. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** The name of a part, without a slash before it; an address where `isExternal`. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** The part that a package is about, and its content type. */
export async function mainPart(zip: Zip): Promise<{ entry: ZipEntry; contentType: string }> {
  const contentTypes = await readContentTypes(zip);
  const office = (await readRelationships(zip, "")).find(({ type }) => type === "officeDocument");
  if (!office) throw notAWorkbook(zip.file);
  return { entry: requirePart(zip, office.target), contentType: contentTypes(office.target) };
}

/** The relationships of a part (`""` stands for the package itself); none if it has no such list. */
export async function readRelationships(zip: Zip, part: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf("/") + 1;
  const entry = findEntry(zip, `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  const relationships: Relationship[] = [];
  if (!entry) return relationships;
  await readSmallPart(zip, entry, ({ name, attribute }) => {
    if (name !== "Relationship") return;
    const isExternal = attribute("TargetMode") === "External";
    const target = attribute("Target") ?? "";
    relationships.push({
      id: attribute("Id") ?? "",
      // Transitional and strict workbooks differ in what stands before the last word.
      type: (attribute("Type") ?? "").replace(/^.*\//, ""),
      target: isExternal ? target : resolveTarget(part, target),
      isExternal,
    });
  });
  return relationships;
}

/** The part of that name; it is an error if the package lacks it. */
export function requirePart(zip: Zip, name: string): ZipEntry {
  const entry = findEntry(zip, name);
  if (entry) return entry;
  throw new UserError(
    "missing-part",
    `${zip.file} is damaged: ${name} is missing. Open it in Excel, let Excel repair it, and save a copy.`,
  );
}

export function notAWorkbook(file: string): UserError {
  return new UserError("not-a-workbook", `${file} is an archive, but no Excel workbook.`);
}

/** The content type of every part. */
export async function readContentTypes(zip: Zip): Promise<(part: string) => string> {
  const byExtension = new Map<string, string>();
  const byPart = new Map<string, string>();
  await readSmallPart(zip, requirePart(zip, "[Content_Types].xml"), ({ name, attribute }) => {
    const type = attribute("ContentType") ?? "";
    if (name === "Default") byExtension.set((attribute("Extension") ?? "").toLowerCase(), type);
    if (name === "Override") byPart.set((attribute("PartName") ?? "").toLowerCase().replace(/^\//, ""), type);
  });
  return (part) => {
    const name = part.toLowerCase();
    return byPart.get(name) ?? byExtension.get(name.slice(name.lastIndexOf(".") + 1)) ?? "";
  };
}

/** `../drawings/d.xml` seen from `xl/worksheets/s.xml`; a target that begins with `/` counts from the package. */
function resolveTarget(part: string, target: string): string {
  const segments = target.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const segment of decoded(target).split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}

function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}
