import { SaxesParser } from "saxes";
import { withoutMark } from "./raw-workbook.js";

/**
 * Complaints about the order of a part's elements: of the root's children, of a row's, of a cell's. Excel repairs, that is,
 * throws away, what stands elsewhere than in the sequences of ECMA-376-1 (5th edition), annex A.2.
 */
export function outOfOrder(xml: string): string[] {
  const complaints: string[] = [];
  const path: string[] = [];
  const last: number[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", ({ local, uri }) => {
    const parent = path.at(-1);
    path.push(uri.startsWith(MARKUP) ? "" : local);
    last.push(-1);
    const sequence = ROOTS.has(path[0]!) ? SEQUENCES[parent ?? ""] : undefined;
    if (!sequence || uri.startsWith(MARKUP)) return;
    const place = sequence.indexOf(local);
    const before = last.at(-2)!;
    if (place < 0) complaints.push(`${local} has no place in ${parent}`);
    else if (place < before) complaints.push(`${local} stands behind ${sequence[before]} in ${parent}`);
    else if (place === before && !REPEATED.has(local)) complaints.push(`${local} stands twice in ${parent}`);
    last[last.length - 2] = Math.max(place, before);
  });
  parser.on("closetag", () => {
    path.pop();
    last.pop();
  });
  parser.write(withoutMark(xml)).close();
  return complaints;
}

/** `mc:AlternateContent` may stand anywhere. */
const MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/";

const words = (text: string) => text.trim().split(/\s+/);

const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
  worksheet: words(`
    sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios
    autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations
    hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches
    ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems
    tableParts extLst`),
  sheetData: ["row"],
  row: ["c", "extLst"],
  c: ["f", "v", "is", "extLst"],
  workbook: words(`
    fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames
    calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects
    extLst`),
  styleSheet: words(`
    numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst`),
  table: words("autoFilter sortState tableColumns tableStyleInfo extLst"),
};

/** The parts of which the order is known. */
const ROOTS = new Set(["worksheet", "workbook", "styleSheet", "table"]);

/** Elements of which a sequence may hold several, one after the other. */
const REPEATED = new Set(["cols", "conditionalFormatting", "row", "c", "functionGroups", "fileRecoveryPr"]);
