/**
 * A text for a CSV field. What a spreadsheet would run as a formula, blanks and quotes before it or not, gets a `'` before it;
 * so does what begins with such a `'` already, so that each can be told from the other.
 */
export function disarmed(text: string): string {
  return ARMED.test(text) ? `'${text}` : text;
}

/** The text that `disarmed` was given. */
export function rearmed(text: string): string {
  return text.startsWith("'") && ARMED.test(text.slice(1)) ? text.slice(1) : text;
}

const ARMED = /^'*(?:[\t\r\n]|[\s"]*[=+\-@＝＋－＠])/;
