import { elementText, withDescendants } from "./element-text.js";
import { type PartElements, smallPartElements } from "./part-elements.js";
import { attributeOf, type XmlElement } from "./xml-elements.js";
import type { Zip, ZipEntry } from "./zip.js";

/** How a cell style looks, and how it shows numbers: two texts, each equal where two styles of any workbook are. */
export interface CellLook {
  readonly look: string;
  readonly format: string;
}

/** The look of each cell style by its index, whatever number its font and fill have in this workbook. */
export function readCellLooks(zip: Zip, entry: ZipEntry): readonly CellLook[] {
  const part = smallPartElements(zip, entry);
  const [fonts, fills, borders] = ["fonts", "fills", "borders"].map((list) => textsOf(part, list));
  const formats = new Map(
    childrenOf(part, "numFmts").map((one) => [
      attributeOf(one, "numFmtId")?.value,
      attributeOf(one, "formatCode")?.value,
    ]),
  );
  return childrenOf(part, "cellXfs").map((xf) => {
    const number = (name: string) => Number(attributeOf(xf, name)?.value ?? 0);
    const format = attributeOf(xf, "numFmtId")?.value ?? "0";
    const inside = elementText(part, withDescendants(part.elements, xf).slice(1));
    return {
      look: [fonts![number("fontId")], fills![number("fillId")], borders![number("borderId")], inside].join("\n\n"),
      format: formats.get(format) ?? format,
    };
  });
}

/** What conditional formats and tables look like. */
export function differentialLooks(zip: Zip, entry: ZipEntry): string {
  const part = smallPartElements(zip, entry);
  return textsOf(part, "dxfs").join("\n\n");
}

function textsOf(part: PartElements, list: string): string[] {
  return childrenOf(part, list).map((one) => elementText(part, withDescendants(part.elements, one)));
}

function childrenOf({ elements }: PartElements, list: string): XmlElement[] {
  return elements.filter(({ parent }) => parent?.name === list && parent.parent?.name === "styleSheet");
}
