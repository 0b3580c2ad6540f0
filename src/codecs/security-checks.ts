/** What can stand in a column of security checks, besides what nobody knows. */
export type SecurityCheck = "stig-rule" | "stig-group" | "iavm" | "plugin";

/** What kind of check a text names: SV-230221r743913_rule, V-230221, 2016-A-0279, 19506; undefined for anything else. */
export function securityCheck(text: string): SecurityCheck | undefined {
  return KINDS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** Whether a text names more than one check. */
export function holdsSeveralChecks(text: string): boolean {
  return wordsOf(text).filter(securityCheck).length > 1;
}

/** The checks of a text with `separator` between them; undefined where there is any other word. */
export function checksParted(text: string, separator: string): string | undefined {
  const words = wordsOf(text);
  return words.every(securityCheck) ? words.join(`${separator} `) : undefined;
}

function wordsOf(text: string): string[] {
  return text.split(/[\s,;|/&+]+/).filter((word) => word !== "");
}

const KINDS: readonly (readonly [SecurityCheck, RegExp])[] = [
  ["stig-rule", /^SV-\d{1,7}r\d{1,8}_rule$/i],
  ["stig-group", /^V-\d{1,7}$/i],
  ["iavm", /^(?:IAV[ABMT][ :-]{0,2})?\d{4}-[ABT]-\d{4}(?:[.-][A-Z]?\d{1,3})?$/i],
  ["plugin", /^(?:(?:nessus|acas|tenable|plugin|id)[ :#-]{0,3}){0,3}\d{3,7}$/i],
];
