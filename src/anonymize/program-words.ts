import { runsOf } from "./vocabulary.js";

/** Whether programs give that word, in small letters, to the parts of a workbook. */
export function isOfParts(word: string): boolean {
  return OF_PARTS.has(word);
}

/** Whether a font comes with Office or an operating system; others may be a house's own. */
export function isCommonFont(name: string): boolean {
  return FONTS.test(name);
}

/** Words of the names that programs give to parts. */
const OF_PARTS: ReadonlySet<string> = new Set(
  runsOf(`
    xl worksheets worksheet sheet chartsheets dialogsheets rels xml docProps core app custom Content Types theme media image drawings drawing vmlDrawing
    vml charts chart chartex style colors tables table comments comment threadedComments threadedComment persons person workbook styles
    sharedStrings calcChain externalLinks externalLink connections queryTables queryTable pivotCache pivotCacheDefinition
    pivotCacheRecords pivotTables pivotTable slicers slicer slicerCaches slicerCache timelines timeline timelineCaches timelineCache
    metadata richData rdrichvalue rdrichvaluestructure rdRichValueTypes ctrlProps ctrlProp volatileDependencies userShapes png jpg jpeg
    gif bmp svg emf themeOverride package services metadata coreProperties tableSingleCells thumbnail item psmdcp embeddings
  `),
);

const FONTS =
  /^(?:\+(?:mn|mj)-(?:lt|ea|cs)|@?(?:Aptos(?: (?:Narrow|Display))?|Arial(?: (?:Narrow|Black|Unicode MS))?|Calibri(?: Light)?|Cambria(?: Math)?|Candara|Comic Sans MS|Consolas|Constantia|Corbel|Courier(?: New)?|Garamond|Georgia|Helvetica(?: Neue)?|Lato|Liberation (?:Sans|Serif|Mono)|Microsoft [\w ]{2,20}|MS [\w ]{2,20}|Noto [\w ]{2,30}|Open Sans|Roboto(?: Mono)?|Segoe UI[\w ]{0,12}|Symbol|Tahoma|Times(?: New Roman)?|Trebuchet MS|Verdana|Wingdings[ 23]{0,2}|Estrangelo Edessa|Ebrima|Nyala|Angsana New|Cordia New|DaunPenh|MoolBoran|Vrinda|Raavi|Shruti|Tunga|Kartika|Latha|Mangal|Gautami|Sylfaen|Kalinga|Iskoola Pota|Mongolian Baiti|Plantagenet Cherokee|Euphemia|DokChampa|Javanese Text|Leelawadee UI|Myanmar Text|Nirmala UI|Phagspa|SimSun|SimHei|DengXian(?: Light)?|Yu (?:Gothic|Mincho)[\w ]{0,8}|Malgun Gothic|Batang|Gulim|PMingLiU|Latha|ＭＳ [\p{L} Ｐ]{2,12}|맑은 고딕|宋体|新細明體|等线(?: Light)?|游(?:ゴシック|明朝)(?: Light)?|))$/u;
