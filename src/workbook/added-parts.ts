import { damagedPart } from "./damage.js";
import { readRelationships, requirePart } from "./package.js";
import { smallPartElements } from "./part-elements.js";
import type { Splice } from "./patched.js";
import { atEnd, attributeOf } from "./xml-elements.js";
import { findEntry, type Zip, type ZipEntry } from "./zip.js";

/** Parts that a package is to get, each with its content type and the relationships that lead to it. */
export interface AddedParts {
  /** Adds a part under the first such name that is free: `xl/comments#.xml`. Gives the name. */
  add(pattern: string, content: string, contentType: string): string;
  /** Leads from one part to another, whether they are there or to be added. `type` is the whole address; gives the id. */
  relate(from: string, type: string, to: string): Promise<string>;
  /** All new parts by name, and what is to be written into those that are there. */
  finish(): { readonly parts: ReadonlyMap<string, string>; readonly splices: ReadonlyMap<ZipEntry, Splice> };
}

export function addedParts(zip: Zip): AddedParts {
  const parts = new Map<string, string>();
  /** What lists of types and relationships are to say besides, by their names. */
  const listed = new Map<string, string[]>();
  const append = (list: string, tag: string) => listed.set(list, [...(listed.get(list) ?? []), tag]);
  const ids = new Map<string, Set<string>>();
  const typed = extensionsOf(zip);
  return {
    add(pattern, content, contentType) {
      let number = 1;
      const named = () => pattern.replace("#", String(number));
      while (findEntry(zip, named()) || parts.has(named())) number++;
      const name = named();
      parts.set(name, content);
      const extension = name.slice(name.lastIndexOf(".") + 1);
      if (extension === "xml") append(TYPES, `Override PartName="/${name}" ContentType="${contentType}"`);
      else if (!typed.has(extension)) append(TYPES, `Default Extension="${extension}" ContentType="${contentType}"`);
      typed.add(extension);
      return name;
    },
    async relate(from, type, to) {
      const slash = from.lastIndexOf("/") + 1;
      const list = `${from.slice(0, slash)}_rels/${from.slice(slash)}.rels`;
      const taken = ids.get(list) ?? new Set((await readRelationships(zip, from)).map(({ id }) => id));
      ids.set(list, taken);
      let number = 1;
      while (taken.has(`rIdPoam${number}`)) number++;
      const id = `rIdPoam${number}`;
      taken.add(id);
      append(list, `Relationship Id="${id}" Type="${type}" Target="/${to}"`);
      return id;
    },
    finish() {
      const all = new Map(parts);
      const splices = new Map<ZipEntry, Splice>();
      for (const [name, tags] of listed) {
        const entry = findEntry(zip, name);
        if (entry) splices.set(entry, appended(zip, entry, tags));
        else all.set(name, `${HEAD}<Relationships xmlns="${RELATIONSHIPS}">${emptyTags(tags, "")}</Relationships>`);
      }
      return { parts: all, splices };
    },
  };
}

const TYPES = "[Content_Types].xml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";

/** The extensions that have a content type; other parts than XML go by theirs. */
function extensionsOf(zip: Zip): Set<string> {
  const { elements } = smallPartElements(zip, requirePart(zip, TYPES));
  const defaults = elements.filter(({ name }) => name === "Default");
  return new Set(defaults.map((one) => attributeOf(one, "Extension")?.value.toLowerCase() ?? ""));
}

/** Elements at the end of a list that is there. */
function appended(zip: Zip, entry: ZipEntry, tags: readonly string[]): Splice {
  const root = smallPartElements(zip, entry).elements[0];
  if (!root) throw damagedPart(zip.file, entry.name, "is not well-formed XML");
  return atEnd(root, emptyTags(tags, root.prefix));
}

function emptyTags(tags: readonly string[], prefix: string): string {
  return tags.map((tag) => `<${prefix}${tag}/>`).join("");
}
