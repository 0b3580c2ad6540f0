/**
 * A text for a CSV field. What a spreadsheet would run as a formula, blanks and quotes before it or not, gets a `'` before it;
 * so does what begins with such a `'` already, so that each can be told from the other.
 */
export function disarmed(text: string): string {
  return ARMED.test(text) ? `'${text}` : text;
}

/** Whether a spreadsheet would run the text as it stands: not with a `'` before it. */
export function runsAsFormula(text: string): boolean {
  return !text.startsWith("'") && ARMED.test(text);
}

/** The text that `disarmed` was given. */
export function rearmed(text: string): string {
  return text.startsWith("'") && ARMED.test(text.slice(1)) ? text.slice(1) : text;
}

/** Some spreadsheets read the full-width signs alike. */
const ARMED = /^(?:'*[\t\r\n]|[\s"']*[=+\-@＝＋－＠])/;
