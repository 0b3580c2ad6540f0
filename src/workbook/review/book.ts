import { damagedPart } from "../damage.js";
import { smallPartElements } from "../part-elements.js";
import type { Splice } from "../patched.js";
import { atEnd, attributeOf, type XmlElement } from "../xml-elements.js";
import { xmlText } from "../xml-write.js";
import type { Zip, ZipEntry } from "../zip.js";

/** The workbook part, as far as another sheet concerns it. */
export interface Book {
  /** Of spreadsheets and of relationships: those of the transitional or of the strict form. */
  readonly namespace: string;
  readonly relations: string;
  /** `poam`, or `poam (2)` and so on where there is such a sheet. */
  readonly sheetName: string;
  /** What lists the new sheet as the last one, and names that belong to it. */
  splices(relationship: string, names: readonly SheetName[]): Splice[];
}

/** A hidden name of the new sheet and what it stands for. */
export interface SheetName {
  readonly name: string;
  readonly text: string;
}

const NAME = "poam";
const STRICT = "http://purl.oclc.org/ooxml/";
const RELATIONS = {
  transitional: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  strict: `${STRICT}officeDocument/relationships`,
};

/** The children of `<workbook>` that stand before `<definedNames>`, from the sheets on (ECMA-376, 18.2.27). */
const BEFORE_NAMES = new Set(["sheets", "functionGroups", "externalReferences"]);

/** Reads the workbook part. */
export function readBook(zip: Zip, entry: ZipEntry): Book {
  const { elements } = smallPartElements(zip, entry);
  const root = elements[0];
  const list = elements.find(({ name, parent }) => name === "sheets" && parent === root);
  if (!root || !list) throw damagedPart(zip.file, entry.name, "lists no sheets");
  const sheets = elements.filter(({ name, parent }) => name === "sheet" && parent === list);
  const taken = new Set(sheets.map((sheet) => attributeOf(sheet, "name")?.value.toLowerCase()));
  let sheetName = NAME;
  for (let number = 2; taken.has(sheetName); number++) sheetName = `${NAME} (${number})`;
  const namespace = attributeOf(root, root.prefix === "" ? "xmlns" : `xmlns:${root.prefix.slice(0, -1)}`)?.value ?? "";
  const relations = RELATIONS[namespace.startsWith(STRICT) ? "strict" : "transitional"];
  return {
    namespace,
    relations,
    sheetName,
    splices(relationship, names) {
      const id = 1 + Math.max(0, ...sheets.map((sheet) => Number(attributeOf(sheet, "sheetId")?.value) || 0));
      const prefix = root.prefix;
      const sheet = `<${prefix}sheet name="${sheetName}" sheetId="${id}" xmlns:r="${relations}" r:id="${relationship}"/>`;
      const defined = names.map(
        ({ name, text }) =>
          `<${prefix}definedName name="${name}" localSheetId="${sheets.length}" hidden="1">${xmlText(text)}</${prefix}definedName>`,
      );
      return [atEnd(list, sheet), namesSplice(elements, root, defined.join(""))];
    },
  };
}

/** Puts names behind those that are there, or makes their list in its place. */
function namesSplice(elements: readonly XmlElement[], root: XmlElement, names: string): Splice {
  const children = elements.filter(({ parent }) => parent === root);
  const list = children.find(({ name }) => name === "definedNames");
  if (list) return atEnd(list, names);
  const text = `<${root.prefix}definedNames>${names}</${root.prefix}definedNames>`;
  const { end } = children.findLast(({ name }) => BEFORE_NAMES.has(name))!;
  return { start: end, end, text };
}
