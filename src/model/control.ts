/** The catalogue that a control id belongs to, as far as its spelling tells. */
export type ControlScheme = "800-53" | "800-53-procedure" | "cci" | "800-171r2" | "800-171r3" | "cmmc" | "other";

/**
 * How a column writes its controls: `AC-2.1` is an assessment procedure of eMASS ("emass") and an enhancement in OSCAL
 * ("oscal"), so the column decides.
 */
export type ControlNotation = "800-53" | "emass" | "oscal" | "800-171" | "cmmc" | "any";

/** One control named in a cell: as written, and its id in the catalogue's own spelling (undefined if it is none). */
export interface ControlReference {
  readonly text: string;
  readonly scheme: ControlScheme;
  /** E.g. `AC-2(1)`, `3.11.2`, `03.11.02`, `CCI-000366`, `RA.L2-3.11.2`; without item letters and procedure numbers. */
  readonly id: string | undefined;
}

/**
 * The controls that a text names, in its order; a placeholder such as N/A names none. `AC-2(1)(3)` and `AC-2(1), (3)` are
 * two enhancements each; titles behind an id are passed over. What is no id of any scheme has an undefined `id`, except
 * that a column of "any" notation may hold ids that nobody here knows ("other").
 */
export function readControls(text: string, notation: ControlNotation): readonly ControlReference[] {
  if (LABEL.test(text) && FAMILIES.has(text.slice(0, 2))) return [{ text, scheme: "800-53", id: text }];
  const references: ControlReference[] = [];
  let afterTitle = false;
  for (const piece of pieces(text)) {
    const bare = piece.replace(PUBLICATION, "");
    if (bare === "" || NONE.has(bare.toLowerCase())) continue;
    const above = references.at(-1);
    if (ENHANCEMENTS.test(bare) && above?.scheme === "800-53" && above.id !== undefined) {
      references.push(...enhanced(bare, above.id.replace(/\(.*/, ""), numbersIn(bare)));
      continue;
    }
    if (afterTitle && !/\d/.test(bare)) continue;
    const read = readPiece(bare, notation);
    references.push(...read.references);
    afterTitle = read.titled;
  }
  return references;
}

interface PieceReading {
  readonly references: readonly ControlReference[];
  /** Whether a title follows the id: it may go on behind a comma. */
  readonly titled: boolean;
}

function readPiece(text: string, notation: ControlNotation): PieceReading {
  const label = LABEL_START.exec(text);
  if (label !== null && (FAMILIES.has(label[1]!.toUpperCase()) || LABEL_NOTATIONS.has(notation))) {
    return readLabel(text, label, notation);
  }
  return (
    readCmmc(text) ??
    prefixed(text, CCI, "cci", (found) => found[0].toUpperCase()) ??
    prefixed(text, R3, "800-171r3", (found) => found[0]) ??
    prefixed(text, R2, "800-171r2", (found) => found[0]) ??
    readFamily(text) ??
    readPair(text, notation) ??
    prefixed(text, OTHER, "other", (found) => found[0]) ??
    unread(text, notation)
  );
}

/** An id of 800-53 and what may follow it: enhancements, items of its statement, the number of an assessment procedure. */
function readLabel(text: string, label: RegExpExecArray, notation: ControlNotation): PieceReading {
  const base = `${label[1]!.toUpperCase()}-${Number(label[2])}`;
  const isOscal = notation === "oscal" || (notation !== "emass" && label[1] === label[1]!.toLowerCase());
  const enhancements: number[] = [];
  let isProcedure = false;
  let at = label[0].length;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  for (let numbers = take(IN_BRACKETS); numbers !== undefined; numbers = take(IN_BRACKETS)) {
    enhancements.push(...numbersIn(numbers));
  }
  const point = take(POINT_NUMBER);
  if (point !== undefined) {
    if (isOscal && enhancements.length === 0) enhancements.push(Number(point.slice(1)));
    else if (notation === "800-53" && enhancements.length === 0) return malformed(text, "800-53");
    else isProcedure = true;
  }
  for (let item = take(ITEM); item !== undefined; item = take(ITEM) ?? take(ITEM_NUMBER)) {
    isProcedure ||= notation === "emass" && /\.\d/.test(item);
  }
  take(OBJECTIVE);
  const titled = take(TITLE) !== undefined;
  if (!titled && take(END) === undefined) return malformed(text, "800-53");
  const scheme = isProcedure ? "800-53-procedure" : "800-53";
  return { references: enhanced(text, base, enhancements, scheme), titled };
}

function enhanced(text: string, base: string, numbers: readonly number[], scheme: ControlScheme = "800-53") {
  if (numbers.length === 0) return [{ text, scheme, id: base }];
  return numbers.map((number) => ({ text, scheme, id: `${base}(${number})` }));
}

function numbersIn(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}

function readCmmc(text: string): PieceReading | undefined {
  const old = prefixed(text, CMMC_1_0, "cmmc", (found) => found[0].toUpperCase());
  if (old !== undefined) return old;
  const start = CMMC_START.exec(text);
  if (start === null) return undefined;
  const [family, level] = [start[1]!.toUpperCase(), start[2]!];
  const number = CMMC_NUMBERS[level]!.exec(text.slice(start[0].length));
  const titled = number && tail(text.slice(start[0].length + number[0].length));
  if (!number || titled === undefined || titled === null) return malformed(text, "cmmc");
  return { references: [{ text, scheme: "cmmc", id: `${family}.L${level}-${number[0].toLowerCase()}` }], titled };
}

/** An id that the text begins with; undefined where it does not begin so, and malformed where the id goes on wrongly. */
function prefixed(text: string, start: RegExp, scheme: ControlScheme, id: (found: RegExpExecArray) => string) {
  const found = start.exec(text);
  if (found === null) return undefined;
  const titled = found[1] === "" ? undefined : tail(text.slice(found[0].length));
  return titled === undefined ? malformed(text, scheme) : { references: [{ text, scheme, id: id(found) }], titled };
}

/** What follows a whole id: items (`[a]`, `.a`, `(a)`) or a title; undefined if it is neither. */
function tail(rest: string): boolean | undefined {
  const items = /^(?:[ .]?[([]?(?:[a-z]|\d{1,2})[)\]]|\.?[a-z](?![a-z])){0,8}/i.exec(rest)![0].length;
  TITLE.lastIndex = items;
  if (TITLE.test(rest)) return true;
  END.lastIndex = items;
  return END.test(rest) ? false : undefined;
}

function readFamily(text: string): PieceReading | undefined {
  if (text.length > 2) return undefined;
  const id = text.toUpperCase();
  return FAMILIES.has(id) ? { references: [{ text, scheme: "800-53", id }], titled: false } : undefined;
}

/** Two names joined by `and` where neither begins with letters, a dash and digits: `Govern and Protect`. */
function readPair(text: string, notation: ControlNotation): PieceReading | undefined {
  const parts = text.length > 80 ? [] : text.split(/ (?:and|&|\+) /);
  if (parts.length < 2) return undefined;
  const references = parts.flatMap(
    (part) => readPiece(part.trim(), notation === "any" ? "800-53" : notation).references,
  );
  return references.every(({ id }) => id !== undefined) ? { references, titled: false } : undefined;
}

function unread(text: string, notation: ControlNotation): PieceReading {
  const almost = ALMOST.exec(text);
  if (almost !== null && FAMILIES.has(almost[1]!.toUpperCase())) return malformed(text, "800-53");
  if (notation === "any") return { references: [{ text, scheme: "other", id: text }], titled: true };
  return malformed(text, notation === "cmmc" ? "cmmc" : notation === "800-171" ? "800-171r2" : "800-53");
}

function malformed(text: string, scheme: ControlScheme): PieceReading {
  return { references: [{ text, scheme, id: undefined }], titled: false };
}

/** The parts of a text between separators outside of brackets; a blank or a slash separates where an id begins behind it. */
function pieces(text: string): string[] {
  if (!/[\s,;|/]/.test(text)) return [text];
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === "(") depth++;
    else if (character === ")") depth = Math.max(0, depth - 1);
    else if (/[\r\n\v]/.test(character) || (depth === 0 && separates(text, at, character))) {
      found.push(text.slice(start, at));
      start = at + 1;
      depth = 0;
    }
  }
  found.push(text.slice(start));
  return found.map((piece) => piece.trim().replace(JOINED, "").trim()).filter((piece) => piece !== "");
}

function separates(text: string, at: number, character: string): boolean {
  if (character === "," || character === ";" || character === "|") return true;
  if (character === "/" && text[at - 1] === " " && text[at + 1] === " ") return true;
  if (character !== "/" && character !== " " && character !== "\t" && character !== "\u00A0") return false;
  ID_START.lastIndex = at + 1;
  return !/[-.–]/.test(text[at - 1] ?? "") && ID_START.test(text);
}

const FAMILIES: ReadonlySet<string> = new Set(
  // Revision 5, then the privacy families of revision 4's Appendix J.
  "AC AT AU CA CM CP IA IR MA MP PE PL PM PS PT RA SA SC SI SR AP AR DI DM IP SE TR UL".split(" "),
);
const LABEL_NOTATIONS: ReadonlySet<ControlNotation> = new Set(["800-53", "emass", "oscal"]);
const NONE: ReadonlySet<string> = new Set(
  "n/a|na|n.a.|none|nil|not applicable|tbd|tba|to be determined|unknown|-|--|---|–|—|?".split("|"),
);

const LABEL = /^[A-Z]{2}-[1-9]\d?(?:\([1-9]\d?\))?$/;
const LABEL_START = /^([A-Za-z]{2}) ?[-\u2010-\u2015\u2212] ?0?(\d{1,2})(?!\d)/;
/** `AC2`, `AC 2`, `AC-123`: begins like an id of 800-53, and is none. */
const ALMOST = /^([A-Za-z]{2})(?: ?\d{1,2}|-\d{3})(?![\d.])/;
const ID_START = /\s{0,8}(?:[A-Za-z]{2}-(?:\d{1,2}(?!\d)|L\d)|[A-Za-z]{2}\.L\d|CCI-\d|0?3\.\d{1,2}\.\d)/y;
/** `NIST SP 800-53 Rev. 5: ` and the like, before an id or alone. */
const PUBLICATION =
  /^(?:nist |fedramp |cmmc |dod )?(?:sp[ -]?)?(?:800-(?:53|171|172)[ab]?)(?:[ ,]{0,2}(?:r|rev|revision)[. ]{0,2}[2-5])?(?:[ :-]{1,3}|$)|^(?:nist|fedramp|cmmc) (?=[A-Za-z]{2}[-.])/i;
/** `and` or `&` left over where an id begins behind it. */
const JOINED = /^(?:and|or|&|\+) |(?: and| or| &| \+|\/)$/i;

const ENHANCEMENTS = /^(?:\( ?\d{1,2} ?\) ?){1,20}$/;
const IN_BRACKETS = / ?\( ?\d{1,2}(?: ?[,;&] ?\d{1,2}){0,20} ?\)/y;
const POINT_NUMBER = /\.\d{1,2}(?![\dA-Za-z])/y;
const ITEM = /[ .]?(?:\( ?[a-z] ?\)|[a-z](?![a-z]))/iy;
const ITEM_NUMBER = /[ .]?(?:\( ?\d{1,2} ?\)|\d{1,2}(?!\d))/y;
/** `[01]` and `_ODP[01]` of 800-53A, `_smt.a` of OSCAL. */
const OBJECTIVE = /(?:_[a-z][\w.-]{0,20})?\.?(?: ?\[\d{1,2}\])?/iy;
const TITLE = /\s{0,20}(?::|[-–—]\s|\s|\()\s{0,20}["']?\(?[A-Za-z]{2}|\s{0,20}\[[A-Za-z]/y;
const END = /[\s.:]*$/y;

const CCI = /^CCI-(?:\d{6}(?!\d)|())/i;
const R3 = /^0\d\.\d{2}\.\d{2}(?!\d)/;
const R2 = /^3\.(?:[1-9]\d?\.[1-9]\d?(?![\de])|(?!\d{1,2}\.\d{1,2}e)())/;
const CMMC_START = /^([A-Za-z]{2})[.-] ?L([1-3]) ?[-.–] ?/i;
const CMMC_NUMBERS: Readonly<Record<string, RegExp>> = {
  1: /^(?:b\.1\.[ivx]{1,4}(?![a-z])|3\.[1-9]\d?\.[1-9]\d?(?![\de]))/i,
  2: /^3\.[1-9]\d?\.[1-9]\d?(?![\de])/,
  3: /^3\.[1-9]\d?\.[1-9]\d?e/i,
};
/** `AC.1.001`, as the first version of the model numbered its practices. */
const CMMC_1_0 = /^[A-Z]{2}\.[1-5]\.\d{3}(?!\d)/i;
/** Ids of other lists that turn up in such columns: the functions and categories of NIST's CSF, SCuBA, DIACAP, SP 800-172 (`3.11.1e`). */
const OTHER =
  /^(?:(?:GV|ID|PR|DE|RS|RC)(?:\.[A-Z]{2}(?:-\d{1,2})?)?(?![\w.-])|(?:govern|identify|protect|detect|respond|recover)(?![\w-])|[A-Z]{2,8}\.[A-Z]{2,30}\.\d{1,2}(?:\.\d{1,2})+v\d{1,2}(?:\.\d{1,2})?|[A-Z]{4}-\d(?!\d)|3\.\d{1,2}\.\d{1,2}e)/i;
