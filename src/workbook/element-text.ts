import type { PartElements } from "./part-elements.js";
import type { XmlElement } from "./xml-elements.js";

/**
 * What elements of a part say, as a text that is equal where they say the same: names without prefixes, attributes in the
 * order of their names, the text of those without children. What programs number anew at each saving is left out; of
 * ranges their last row, which grows with the rows.
 */
export function elementText(part: PartElements, elements: readonly XmlElement[]): string {
  const parents = new Set(elements.map(({ parent }) => parent));
  return elements
    .map((element) => {
      const own = parents.has(element) || element.isEmptyTag ? "" : part.text(element).trim();
      const text = RANGES.test(element.name) ? withoutEnds(own) : own;
      return `${depthOf(element)} ${element.name} ${attributesOf(element)} ${text}`.trimEnd();
    })
    .join("\n");
}

/** An element and all in it; `elements` are in the order of their open tags. */
export function withDescendants(elements: readonly XmlElement[], one: XmlElement): readonly XmlElement[] {
  const first = indexAt(elements, one.start);
  return elements.slice(first, indexAt(elements, one.end));
}

/** The index of the first element that does not begin before that place. */
function indexAt(elements: readonly XmlElement[], place: number): number {
  let [from, to] = [0, elements.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (elements[middle]!.start < place) from = middle + 1;
    else to = middle;
  }
  return from;
}

function depthOf({ parent }: XmlElement): number {
  return parent ? 1 + depthOf(parent) : 0;
}

function attributesOf({ attributes }: XmlElement): string {
  return attributes
    .filter(({ name }) => !PASSING.test(name))
    .map(
      ({ name, value }) =>
        `${name.replace(/^\w+:/, "")}=${JSON.stringify(RANGES.test(name) ? withoutEnds(value) : value)}`,
    )
    .sort()
    .join(" ");
}

/** Names of namespaces, and identifiers that are new at each saving. */
const PASSING = /^(?:xmlns(?::|$)|xr\d*:|mc:Ignorable$|count$|uniqueCount$)/;
const RANGES = /^(?:ref|sqref)$/;

function withoutEnds(ranges: string): string {
  return ranges.replace(/(:\$?[A-Z]+\$?)\d+/g, "$1");
}
