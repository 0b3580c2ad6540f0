/**
 * A formula with its own words reworded: sheets, names, columns of tables, quoted texts. Functions of Excel, cells and
 * numbers stay.
 */
export function rewordFormula(formula: string, reword: (text: string) => string): string {
  return formula.replace(
    TOKEN,
    (token, text?: string, sheet?: string, column?: string, name?: string, call?: string) => {
      if (text !== undefined) return `"${textReworded(text.replaceAll('""', '"'), reword).replaceAll('"', '""')}"`;
      if (sheet !== undefined) return `'${sheetsIn(sheet.replaceAll("''", "'"), reword).replaceAll("'", "''")}'`;
      if (column !== undefined) return /^#|^\d*$/.test(column) ? token : `[${reword(column)}`;
      if (name === undefined || isOfExcel(name, call)) return token;
      return reword(name) + (call ?? "");
    },
  );
}

/** What TEXT() formats a number or a day by stays, but for what it quotes: else the copy would show something else once it is calculated. */
function textReworded(text: string, reword: (text: string) => string): string {
  const pieces = text.split(/("[^"]*")/);
  const isFormat =
    pieces.some((piece) => FORMAT.test(piece)) && pieces.every((piece) => /^(?:"|$)/.test(piece) || FORMAT.test(piece));
  return isFormat ? pieces.map((piece) => (piece.startsWith('"') ? reword(piece) : piece)).join("") : reword(text);
}

/** `yyyy-mm-dd`, `#,##0.00`, and what stands around quoted texts. A run of one letter is read in one way only: no text takes long. */
const FORMAT =
  /^(?:(?<!y)y{2,4}(?!y)|(?<!m)m{1,5}(?!m)|(?<!d)d{1,4}(?!d)|(?<!h)h{1,2}(?!h)|(?<!s)s{1,2}(?!s)|AM\/PM|General|[\s0#?.,:;/$€%()+_*@-])+$/i;

const TOKEN =
  /"((?:[^"]|"")*)"|'((?:[^']|'')*)'|\[([^[\]]*)(?=\])|([\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*)(\s*\(|!)?|\d+(?:\.\d+)?(?:e[+-]?\d+)?/giu;

/** `[1]Sheet A:Sheet B` as it stands between quotes. */
function sheetsIn(sheets: string, reword: (text: string) => string): string {
  return sheets
    .split(/(\[\d*\]|:)/)
    .map((piece, index) => (index % 2 === 1 ? piece : reword(piece)))
    .join("");
}

function isOfExcel(name: string, behind: string | undefined): boolean {
  if (behind?.endsWith("("))
    return FUNCTIONS.has(name.toUpperCase().replace(/^(?:_XLFN\.|_XLWS\.|_XLL\.|_XLUDF\.)*/, ""));
  if (behind === undefined && CELL.test(name)) return true;
  return (
    behind === undefined &&
    (/^(?:TRUE|FALSE|R|C)$/i.test(name) || /^_xlnm\.\w+$/.test(name) || /^_xlpm\.\w$/.test(name))
  );
}

/** A cell, column or row within a sheet's bounds; also the words of errors, which follow a `#`. */
const CELL =
  /^(?:[A-Z]{1,2}|[A-W][A-Z]{2}|X[A-E][A-Z]|XF[A-D])(?:\d{1,7})?$|^(?:REF|NAME|VALUE|DIV|NUM|NULL|SPILL|CALC|N|A)$/i;

/** The functions that workbooks of lists use; another one's name is taken for somebody's macro. */
const FUNCTIONS: ReadonlySet<string> = new Set(
  `ABS ACOS AGGREGATE ADDRESS AND ARRAYTOTEXT ASC ATAN AVEDEV AVERAGE AVERAGEA AVERAGEIF AVERAGEIFS BYCOL BYROW CEILING CEILING.MATH
  CELL CHAR CHOOSE CHOOSECOLS CHOOSEROWS CLEAN CODE COLUMN COLUMNS COMBIN CONCAT CONCATENATE CORREL COUNT COUNTA COUNTBLANK COUNTIF
  COUNTIFS CUBEMEMBER CUBESET CUBEVALUE DATE DATEDIF DATEVALUE DAVERAGE DAY DAYS DAYS360 DCOUNT DCOUNTA DGET DMAX DMIN DOLLAR DROP
  DSUM EDATE ENCODEURL EOMONTH ERROR.TYPE EVEN EXACT EXP EXPAND FALSE FILTER FILTERXML FIND FINDB FIXED FLOOR FLOOR.MATH FORECAST
  FORMULATEXT FREQUENCY FV GEOMEAN GETPIVOTDATA GROUPBY GROWTH HLOOKUP HOUR HSTACK HYPERLINK IF IFERROR IFNA IFS IMAGE INDEX
  INDIRECT INFO INT IRR ISBLANK ISERR ISERROR ISEVEN ISFORMULA ISLOGICAL ISNA ISNONTEXT ISNUMBER ISO.CEILING ISODD ISOWEEKNUM ISREF
  ISTEXT ISOMITTED LAMBDA LARGE LEFT LEFTB LEN LENB LET LINEST LN LOG LOG10 LOOKUP LOWER MAKEARRAY MAP MATCH MAX MAXA MAXIFS MEDIAN
  MID MIDB MIN MINA MINIFS MINUTE MOD MODE MODE.SNGL MONTH MROUND N NA NETWORKDAYS NETWORKDAYS.INTL NOT NOW NPER NPV NUMBERVALUE ODD
  OFFSET OR PERCENTILE PERCENTILE.INC PERCENTRANK PHONETIC PI PIVOTBY PMT POWER PRODUCT PROPER QUARTILE QUOTIENT RAND RANDARRAY
  RANDBETWEEN RANK RANK.AVG RANK.EQ RATE REDUCE REGEXEXTRACT REGEXREPLACE REGEXTEST REPLACE REPLACEB REPT RIGHT RIGHTB ROMAN ROUND
  ROUNDDOWN ROUNDUP ROW ROWS RTD SCAN SEARCH SEARCHB SECOND SEQUENCE SHEET SHEETS SIGN SIN SINGLE SLOPE SMALL SORT SORTBY SQRT STDEV
  STDEV.P STDEV.S SUBSTITUTE SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT SUMSQ SWITCH T TAKE TEXT TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT
  TIME TIMEVALUE TOCOL TODAY TOROW TRANSPOSE TREND TRIM TRIMRANGE TRUE TRUNC TYPE UNICHAR UNICODE UNIQUE UPPER VALUE VALUETOTEXT VAR
  VAR.P VAR.S VLOOKUP VSTACK WEBSERVICE WEEKDAY WEEKNUM WORKDAY WORKDAY.INTL WRAPCOLS WRAPROWS XIRR XLOOKUP XMATCH XNPV XOR YEAR
  YEARFRAC ANCHORARRAY`.split(/\s+/),
);
