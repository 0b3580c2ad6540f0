import { describe, expect, it } from "vitest";
import { attributeKind, type OpenElement } from "../../src/workbook/part-places.js";

const element = (name: string): OpenElement => ({ name, parent: undefined, attributes: new Map() });

/** As ECMA-376, Microsoft's extensions of it and VML have them. */
describe("what the standard lists or reckons with is format", () => {
  it.each<[string, string]>([
    ["gd@name", "adj1"],
    ["gd@fmla", "val 16667"],
    ["gd@fmla", "*/ h 2 3"],
    ["gd@fmla", "?: x1 y1 0"],
    ["gd@fmla", "+- r 0 x1"],
    ["gd@fmla", "cat2 x1 y1 z1"],
    ["gd@fmla", "pin 0 adj 50000"],
    ["pt@x", "x1"],
    ["rect@l", "il"],
    ["cxn@ang", "cd4"],
    ["arcTo@hR", "hd2"],
    ["ahXY@gdRefX", "adj1"],
    ["f@eqn", "if lineDrawn pixelLineWidth 0"],
    ["f@eqn", "sum @0 1 0"],
    ["f@eqn", "prod @2 1 2"],
    ["stroke@joinstyle", "miter"],
    ["stroke@endcap", "flat"],
    ["stroke@dashstyle", "longDashDot"],
    ["shadow@color", "black"],
    ["fill@color2", "infoBackground [80]"],
    ["shape@fillcolor", "window [65]"],
    ["path@connecttype", "rect"],
    ["formControlPr@objectType", "Drop"],
    ["formControlPr@dropStyle", "combo"],
    ["cfIcon@iconSet", "3Stars"],
    ["dataBar@axisPosition", "middle"],
    ["dataBar@direction", "leftToRight"],
    ["sparklineGroup@displayEmptyCellsAs", "gap"],
    ["series@layoutId", "clusteredColumn"],
    ["parentLabelLayout@val", "banner"],
    ["timeline@level", "months"],
    ["tabular@crossFilter", "showItemsWithDataAtTop"],
    ["prstDash@val", "sysDashDotDot"],
    ["prstGeom@prst", "wedgeRoundRectCallout"],
    ["headEnd@type", "stealth"],
    ["outerShdw@algn", "tl"],
    ["pattFill@prst", "dkUpDiag"],
    ["camera@prst", "orthographicFront"],
    ["lightRig@rig", "threePt"],
    ["bodyPr@vert", "wordArtVertRtl"],
    ["sheetView@view", "pageBreakPreview"],
    ["phoneticPr@type", "fullwidthKatakana"],
    ["extCalcPr@stringRefSyntax", "ExcelR1C1"],
    ["feature@name", "microsoft.com:RD"],
    ["metadataType@name", "XLDAPR"],
    ["k@n", "_rvRel:LocalImageIdentifier"],
    ["fgColor@tint", "-4.9989318521683403E-2"],
    ["latin@panose", "020F0502020204030204"],
    ["created@type", "dcterms:W3CDTF"],
    ["tableStyleInfo@name", "TableStyleMedium2"],
    ["cellStyle@name", "40% - Accent3"],
  ])("%s %s", (place, value) => {
    const [name = "", attribute = ""] = place.split("@");
    expect(attributeKind(element(name), attribute, value)).toBe("format");
  });
});

describe("what anybody may have written is text, whatever word of the standard it is", () => {
  it.each<[string, string]>([
    ["cNvPr@name", "Orchid"],
    ["cNvPr@descr", "solid"],
    ["person@displayName", "Violet"],
    ["table@displayName", "gold"],
    ["sheet@name", "custom"],
    ["k@n", "Kilimanjaro"],
    ["cellStyle@name", "Kilimanjaro"],
    ["metadataType@name", "Kilimanjaro"],
    ["thing@owner", "Whitfield"],
    ["thing@owner", "Red Whitfield"],
    ["gd@fmla", "Dana Whitfield"],
    ["f@eqn", "Whitfield's own shape"],
  ])("%s %s", (place, value) => {
    const [name = "", attribute = ""] = place.split("@");
    expect(attributeKind(element(name), attribute, value)).toBe("text");
  });
});
