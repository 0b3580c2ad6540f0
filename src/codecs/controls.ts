import { type ControlNotation, type ControlReference, type ControlScheme, readControls } from "../model/control.js";

/** Whether a catalogue has the control, and it is in force. */
export type Exists = (scheme: ControlScheme, id: string) => boolean;

/**
 * The text with each of its controls spelled as `spelling` has it, and all else as it stands; undefined where nothing
 * changes, or the other controls would no longer be read as before.
 */
export function respelled(
  text: string,
  notation: ControlNotation,
  spelling: (control: ControlReference) => string | undefined,
): string | undefined {
  const controls = readControls(text, notation);
  let corrected = "";
  let at = 0;
  for (const [index, control] of controls.entries()) {
    const begin = text.indexOf(control.text, at);
    // `AC-2(1)(3)` is one text and two controls.
    if (begin < 0 && control.text === controls[index - 1]?.text) continue;
    if (begin < 0) return undefined;
    corrected += text.slice(at, begin) + (spelling(control) ?? control.text);
    at = begin + control.text.length;
  }
  corrected += text.slice(at);
  if (corrected === text) return undefined;
  const read = readControls(corrected, notation);
  const isRead =
    read.length === controls.length && read.every(({ id }, i) => id !== undefined && same(id, controls[i]!));
  return isRead ? corrected : undefined;
}

function same(id: string, { id: before }: ControlReference): boolean {
  return before === undefined || id === before;
}

/** How a control that can be read is spelled in its catalogue, where only case or the dash is wrong: `ac–2 (1)` → `AC-2 (1)`. */
export function catalogueSpelling({ text, scheme, id }: ControlReference): string | undefined {
  if (id === undefined) return undefined;
  if (scheme === "800-53" || scheme === "800-53-procedure") {
    const label = LABEL.exec(text);
    const spelled = label && `${label[1]!.toUpperCase()}-${label[2]}`;
    return label && label[0] !== spelled ? spelled + text.slice(label[0].length) : undefined;
  }
  const written = text.slice(0, id.length);
  const isMisspelled =
    (scheme === "cci" || scheme === "cmmc") && written !== id && written.toUpperCase() === id.toUpperCase();
  return isMisspelled ? id + text.slice(id.length) : undefined;
}

/** The control that a malformed one can only mean: `AC2` → `AC-2`, `CCI-366` → `CCI-000366`. Not `AC-2.1`: see `pointedEnhancement`. */
export function intendedControl({ text, id }: ControlReference, exists: Exists): string | undefined {
  if (id !== undefined) return undefined;
  const cci = SHORT_CCI.exec(text);
  if (cci) return existing("cci", `CCI-${cci[1]!.padStart(6, "0")}`, exists);
  const undashed = UNDASHED.exec(text);
  return undashed
    ? existing("800-53", `${undashed[1]!.toUpperCase()}-${Number(undashed[2])}${undashed[3]}`, exists)
    : undefined;
}

/** `AC-2.1` as the enhancement AC-2(1): elsewhere it is the first assessment procedure of AC-2. */
export function pointedEnhancement({ text, id }: ControlReference, exists: Exists): string | undefined {
  const parts = id === undefined ? POINTED.exec(text) : null;
  return parts
    ? existing("800-53", `${parts[1]!.toUpperCase()}-${Number(parts[2])}(${Number(parts[3])})`, exists)
    : undefined;
}

function existing(scheme: ControlScheme, id: string, exists: Exists): string | undefined {
  return exists(scheme, id) ? id : undefined;
}

/** Whether a text names more than one control; `AC-2(1)(3)` are two enhancements, and one text. */
export function holdsSeveralControls(text: string, notation: ControlNotation): boolean {
  return new Set(readControls(text.trim(), notation).flatMap((one) => (one.id ? one.text : []))).size > 1;
}

/**
 * The controls of a text with `separator` between them; undefined where there is anything but ids and what parts them: a
 * word may make a range (AC-1 through AC-3), a choice or an exception of them.
 */
export function controlsParted(text: string, notation: ControlNotation, separator: string): string | undefined {
  const texts: string[] = [];
  let at = 0;
  for (const { text: control, id } of readControls(text, notation)) {
    const begin = text.indexOf(control, at);
    if (begin < 0 && control === texts.at(-1)) continue;
    const isListed = id !== undefined && !control.startsWith("(") && !WORDED.test(control);
    if (begin < 0 || !isListed || !(at === 0 ? OUTSIDE : BETWEEN).test(text.slice(at, begin))) return undefined;
    texts.push(control);
    at = begin + control.length;
  }
  if (!OUTSIDE.test(text.slice(at))) return undefined;
  const parted = texts.join(`${separator} `);
  const ids = (of: string) =>
    readControls(of, notation)
      .map(({ id }) => id)
      .join();
  return ids(parted) === ids(text) ? parted : undefined;
}

const BETWEEN = /^[\s,;|/&]*(?:and\s+)?$/i;
const OUTSIDE = /^[\s,;|]*$/;
/** Something follows the id that is neither an enhancement nor the letter of an item. */
const WORDED = /^\D*\d.*(?:[a-z]{2}|\s[^\s(])/is;
const LABEL = /^([A-Za-z]{2}) ?[-\u2010-\u2015\u2212] ?(\d{1,2})/;
const SHORT_CCI = /^CCI[- ]?(\d{1,6})$/i;
const UNDASHED = /^([A-Za-z]{2}) ?(\d{1,2})((?:\(\d{1,2}\))?)$/;
const POINTED = /^([A-Za-z]{2})-(\d{1,2})\.(\d{1,2})$/;
