import { isStandardWord } from "./standard-words.js";

/** What stands in a place of a part: `format` says how the workbook is built and looks, all else is somebody's text. */
export type PlaceKind =
  | "text"
  | "formula"
  | "number-format"
  | "header-footer"
  | "font"
  | "part"
  | "short-hash"
  | "format";

/** An element that is open, and those around it. */
export interface OpenElement {
  readonly name: string;
  readonly parent: OpenElement | undefined;
  readonly attributes: ReadonlyMap<string, string>;
}

/**
 * What an attribute holds, by its element and name (both without prefix). What is not known to be format, by its name and by
 * how its value is written, is text.
 */
export function attributeKind(element: OpenElement, name: string, value: string): PlaceKind {
  const place = `${element.name}@${name}`;
  const told = PLACES.get(place);
  if (told === "v") return element.name === "s" ? "text" : "format";
  if (NAMES.get(place)?.test(value)) return "format";
  if (told) return told;
  if (element.name === "Relationship" && name === "Target") {
    return element.attributes.get("TargetMode") === "External" ? "text" : "part";
  }
  if (FORMULAS.has(name)) return "formula";
  if (TEXTS.has(name)) return "text";
  if (ALWAYS_FORMAT.test(value) || isStandardWord(value)) return "format";
  const isWord = FORMAT.has(name) || (name === "val" && FORMAT_VALS.has(element.name));
  return (isWord && FORMAT_VALUE.test(value)) || FORMAT_LISTS.get(name)?.test(value) ? "format" : "text";
}

/** What the character data of an element is. */
export function contentKind(element: OpenElement, text: string): PlaceKind {
  const { name, parent } = element;
  if (name === "v" && parent && (parent.name === "c" || parent.name === "cell")) {
    return parent.attributes.get("t") === "str" ? "text" : "format";
  }
  if (name === "t") return "text";
  if (FORMULA_ELEMENTS.has(name)) return "formula";
  if (name === "formatCode") return "number-format";
  if (HEADER_FOOTER.test(name)) return "header-footer";
  if (NUMBER.test(text) || KEPT_CONTENT.test(text)) return "format";
  return FORMAT_ELEMENTS.has(name) ? "format" : "text";
}

/** Elements whose texts are one text in several pieces: a word may be parted by a change of font. */
export const JOINED: ReadonlySet<string> = new Set(["si", "is", "text", "p", "rPh"]);

const PLACES: ReadonlyMap<string, PlaceKind | "v"> = new Map([
  ["Override@PartName", "part"],
  ["numFmt@formatCode", "number-format"],
  ["name@val", "font"],
  ["rFont@val", "font"],
  ["latin@typeface", "font"],
  ["ea@typeface", "font"],
  ["cs@typeface", "font"],
  ["sym@typeface", "font"],
  ["font@typeface", "font"],
  ["buFont@typeface", "font"],
  ["k@n", "text"],
  ["schemaRef@uri", "text"],
  ["cfvo@val", "formula"],
  ["sheetProtection@password", "short-hash"],
  ["protectedRange@password", "short-hash"],
  ["workbookProtection@workbookPassword", "short-hash"],
  ["workbookProtection@revisionsPassword", "short-hash"],
  ["fileSharing@reservationPassword", "short-hash"],
  ["s@v", "v"],
  ["n@v", "v"],
  ["d@v", "v"],
  ["b@v", "v"],
  ["e@v", "v"],
]);

/** Names that Excel gives and knows again, where others may stand, too. */
const STYLE = /^(?:Table|Pivot|Slicer|TimeSlicer)Style(?:Light|Medium|Dark)\d{1,2}$/;
const NAMES: ReadonlyMap<string, RegExp> = new Map([
  [
    "cellStyle@name",
    /^(?:Normal|Comma(?: \[0\])?|Currency(?: \[0\])?|Percent|(?:Followed )?Hyperlink|Note|Warning Text|Explanatory Text|Title|Heading [1-4]|Input|Output|Calculation|Check Cell|Linked Cell|Total|Good|Bad|Neutral|(?:[246]0% - )?Accent[1-6]|(?:Row|Col)Level_\d)$/,
  ],
  ["tableStyleInfo@name", STYLE],
  ["pivotTableStyleInfo@name", STYLE],
  ["feature@name", /^microsoft\.com:[A-Z]\w{0,30}$/],
  ["metadataType@name", /^XL[A-Z]{2,12}$/],
  ["futureMetadata@name", /^XL[A-Z]{2,12}$/],
  ["k@n", /^(?:_\w+(?::\w+)?|errorType|subType|colOffset|rwOffset|propagated|CalcOrigin|Text)$/],
  ["gd@name", /^[a-z]\w{0,20}$/i],
]);

/** Attributes that people, and programs on their behalf, fill with words. */
const TEXTS = wordsOf(`
  name displayName descr title alt prompt promptTitle error errorTitle tooltip display caption uniqueName description comment
  help statusBar customMenu text userName refreshedBy author userId providerId sourceName sourceFile odcFile connection command
  url dataCaption grandTotalCaption errorCaption missingCaption rowHeaderCaption colHeaderCaption totalsRowLabel codeName
  href label tag sheet hashValue saltValue workbookHashValue workbookSaltValue password documentation uniqueId
`);

const FORMULAS = wordsOf("location macro textlink fmlaLink fmlaRange fmlaGroup fmlaTxbx linkedCell listFillRange");

/** Numbers, truth, GUIDs, relationships, colours, days, addresses of publishers' schemas, ranges of cells. */
const ALWAYS_FORMAT =
  /^(?:|[\d\s.,;:%#*/()+-]{1,60}|true|false|\{?[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}?|rId\d{1,9}|#?[0-9A-F]{6}(?:[0-9A-F]{2})?|\d{4}-\d\d-\d\dT[\d:.]{5,20}Z?|[+-]?\d{0,20}\.?\d{1,20}E[+-]?\d{1,3}|[\d.]{1,20}(?:pt|in|cm|mm|px|%)|_x0000_[a-z]\d{1,9}|#_x0000_[a-z]\d{1,9}|(?:https?:\/\/(?:schemas\.openxmlformats\.org|schemas\.microsoft\.com|purl\.oclc\.org|purl\.org\/dc|www\.w3\.org|customschemas\.google\.com)\/|urn:schemas-microsoft-com:)[\w./:#-]{0,120}|(?:\$?[A-Z]{1,3}\$?\d{1,7}|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?:[: ](?:\$?[A-Z]{1,3}\$?\d{1,7}|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}))*)$/i;

/** A word of the standard, or a kind of file. */
const FORMAT_VALUE = /^(?:[A-Za-z][\w.-]{0,60}|[a-z]{1,20}\/[\w.+-]{1,120})$/;
/** Several prefixes of namespaces; what VML says of looks. */
const FORMAT_LISTS: ReadonlyMap<string, RegExp> = new Map([
  ["Ignorable", /^[a-z]\w{0,10}(?: [a-z]\w{0,10}){0,40}$/i],
  ["Requires", /^[a-z]\w{0,10}(?: [a-z]\w{0,10}){0,9}$/i],
  ["style", /^[a-z-]{1,40}:[\w.%#-]{0,40}(?:; ?[a-z-]{1,40}: ?[\w.%# -]{0,40}){0,30};?$/i],
  ["path", /^[a-z\d@,. -]{1,400}$/i],
  ["fillcolor", /^[a-z]{3,20} \[\d{1,5}\]$/i],
  ["strokecolor", /^[a-z]{3,20} \[\d{1,5}\]$/i],
  ["color", /^[a-z]{3,20} \[\d{1,5}\]$/i],
  ["color2", /^[a-z]{3,20} \[\d{1,5}\]$/i],
  ["panose", /^[\dA-F]{20}$/i],
  // How the outline of a shape is drawn, in DrawingML and in VML.
  ["fmla", /^(?:[*+?]\/|\+-|\?:|[a-z]{3,4}2?)(?: -?\w{1,20}){1,3}$/],
  ["eqn", /^[a-z]{2,7}(?: [@#]?-?\w{1,20}){1,3}$/i],
]);

/** Attributes that hold words of the standard, as workbooks have them. */
const FORMAT = wordsOf(`
  ContentType Extension TargetMode conformance space lang t type operator errorStyle imeMode pane activePane state visibility view
  showObjects style horizontal vertical patternType horzOverflow vertOverflow wrap anchor algn cap cmpd u strike fontAlgn prst
  prstMaterial rig dir path rgb lastClr script editAs cellComments errors orientation pageOrder calcMode refMode updateLinks
  appName algorithmName workbookAlgorithmName totalsRowFunction axis ObjectType fillcolor strokecolor insetmode joinstyle
  connecttype ext progId dvAspect cstate baseType dropStyle seltype iconSet timePeriod dateTimeGrouping sourceType
  groupBy sortMethod sortBy displayEmptyCellsAs axisType minAxisType maxAxisType idx spt coordsize defaultTableStyle
  defaultPivotStyle defaultSlicerStyle defaultTimelineStyle credentials xfId clrIdx documentId preset flip rot cx cy textRotation
  gradientshapeok aspectratio stroked filled x y l t r b w h ang pos gdRefR gdRefAng gdRefX gdRefY minR maxR minAng maxAng
  minX maxX minY maxY hR wR stAng swAng dashstyle endcap stringRefSyntax
`);

/** Elements whose `val` is a word of the standard: fonts, colours, and what charts are like. */
const FORMAT_VALS = wordsOf(`
  scheme vertAlign u family charset b i strike outline shadow condense extend schemeClr prstClr sysClr srgbClr scrgbClr barDir
  grouping scatterStyle radarStyle ofPieType splitType sizeRepresents orientation axPos crosses crossBetween tickLblPos
  majorTickMark minorTickMark lblAlgn legendPos layoutTarget xMode yMode hMode wMode dLblPos shape dispBlanksAs symbol
  trendlineType errBarType errValType errDir builtInUnit baseTimeUnit majorTimeUnit minorTimeUnit lang
`);

const FORMULA_ELEMENTS = wordsOf(`
  f formula formula1 formula2 definedName calculatedColumnFormula totalsRowFormula FmlaMacro FmlaLink FmlaRange FmlaGroup FmlaPict
  FmlaTxbx oldFormula
`);
const HEADER_FOOTER = /^(?:odd|even|first)(?:Header|Footer)$/;
const FORMAT_ELEMENTS = wordsOf(`
  sqref Anchor Row Column TextHAlign TextVAlign SelType Dx Sel Val Min Max Inc Page Orient created modified lastPrinted AppVersion
  CF
`);
const NUMBER = /^\s*[+-]?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})(?:e[+-]?\d{1,3})?\s*$/i;
const KEPT_CONTENT =
  /^\s*(?:true|false|Microsoft (?:Macintosh )?Excel(?: Online)?|LibreOffice|\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\})?\s*$/i;

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
