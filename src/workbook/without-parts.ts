/** The XML without the elements of that name of which `isGone` says so; `value` gives an attribute as it is written. */
export function withoutElements(
  xml: string,
  name: string,
  isGone: (value: (attribute: string) => string | undefined) => boolean,
): string {
  const element = new RegExp(
    `<(?:\\w+:)?${name}\\b((?:[^>"']|"[^"]*"|'[^']*')*?)(?:/>|>\\s*</(?:\\w+:)?${name}\\s*>)`,
    "g",
  );
  return xml.replace(element, (whole, attributes: string) =>
    isGone((one) => attributeIn(attributes, one)) ? "" : whole,
  );
}

/**
 * The XML without its references to relationships that are gone, where the standard lets them go: printers' settings, custom
 * properties of sheets, extensions. Undefined where any other place needs one of them.
 */
export function withoutReferences(xml: string, gone: ReadonlySet<string>): string | undefined {
  const ids = [...gone].map((id) => id.replace(/[^\w]/g, "\\$&")).join("|");
  const reference = new RegExp(`\\s[\\w.-]+:id\\s*=\\s*["'](?:${ids})["']`, "g");
  const without = xml
    .replace(/<((?:\w+:)?)pageSetup\b(?:[^>"']|"[^"]*"|'[^']*')*>/g, (tag) => tag.replace(reference, ""))
    .replace(/<((?:\w+:)?)customProperties\b[\s\S]*?<\/\1customProperties\s*>/g, "")
    .replace(/<((?:\w+:)?)ext\b(?:(?!<\/?(?:\w+:)?ext\b)[\s\S])*<\/\1ext\s*>/g, (ext) =>
      hasAny(ext, reference) ? "" : ext,
    )
    .replace(/<((?:\w+:)?)extLst\s*>\s*<\/\1extLst\s*>/g, "");
  return hasAny(without, reference) ? undefined : without;
}

function hasAny(xml: string, reference: RegExp): boolean {
  return xml.search(reference) >= 0;
}

function attributeIn(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found?.[1] ?? found?.[2];
}
