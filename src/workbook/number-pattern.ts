/** A section of a number format, taken apart: literals around one run of digit places. */
interface Pattern {
  readonly before: string;
  readonly after: string;
  /** Least digits before the point. */
  readonly whole: number;
  /** Least and most digits behind it. */
  readonly decimals: number;
  readonly optionalDecimals: number;
  readonly grouped: boolean;
  readonly percents: number;
}

/** Excel takes no longer one. */
const LONGEST_CODE = 255;

/**
 * A function that writes a number as `00000`, `"POAM-"000`, `#,##0.00` or `0%` asks for; undefined for everything less
 * simple (fractions, exponents, conditions), which is then shown as General.
 */
export function numberPattern(
  code: string,
  general: (value: number) => string,
): ((value: number) => string) | undefined {
  if (code.length > LONGEST_CODE || /\[[<>=]/.test(code)) return undefined;
  const sections = splitSections(code);
  const [positive, negative, zero] = sections.slice(0, 3).map(readPattern);
  if (positive === undefined || (sections.length > 1 && negative === undefined)) return undefined;
  return (value) => {
    if (value === 0 && sections.length > 2) return zero ? write(0, zero, general) : general(0);
    if (value < 0) return negative ? write(-value, negative, general) : `-${write(-value, positive, general)}`;
    return write(value, positive, general);
  };
}

function splitSections(code: string): string[][] {
  const sections: string[][] = [[]];
  for (const [token] of code.matchAll(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]|[\s\S]/g)) {
    if (token === ";") sections.push([]);
    else sections.at(-1)!.push(token);
  }
  return sections;
}

function readPattern(tokens: readonly string[]): Pattern | undefined {
  let before = "";
  let after = "";
  let places = "";
  let percents = 0;
  for (const token of tokens) {
    let literal = "";
    if (/^[0#?.,]$/.test(token)) {
      if (after !== "") return undefined;
      places += token;
      continue;
    }
    if (token.startsWith('"')) literal = token.replaceAll('"', "");
    else if (token.startsWith("\\")) literal = token.slice(1);
    else if (token.startsWith("[")) literal = /^\[\$([^-\]]*)/.exec(token)?.[1] ?? "";
    else if (token === "%") literal = token;
    else if (/^[-+$()€£¥: ]$/.test(token)) literal = token;
    else if (!/^[_*]/.test(token)) return undefined;
    if (token === "%") percents++;
    if (places === "") before += literal;
    else after += literal;
  }
  const found = /^([#0?,]*)(?:\.([0#?]*))?$/.exec(places);
  // A comma behind the last place divides by a thousand.
  if (!found || places === "" || /,$/.test(found[1] ?? "")) return undefined;
  const whole = found[1] ?? "";
  const decimals = found[2] ?? "";
  return {
    before,
    after,
    whole: (whole.match(/0/g) ?? []).length,
    decimals: decimals.lastIndexOf("0") + 1,
    optionalDecimals: decimals.length,
    grouped: whole.includes(","),
    percents,
  };
}

function write(value: number, pattern: Pattern, general: (value: number) => string): string {
  const scaled = value * 100 ** pattern.percents;
  if (!(scaled < 1e15)) return general(value);
  const [digits = "", rest = ""] = rounded(scaled, pattern.optionalDecimals).split(".");
  const significant = digits === "0" && pattern.whole === 0 ? "" : digits.padStart(pattern.whole, "0");
  const whole = pattern.grouped ? significant.replace(/\B(?=(\d{3})+$)/g, ",") : significant;
  let decimals = rest;
  while (decimals.length > pattern.decimals && decimals.endsWith("0")) decimals = decimals.slice(0, -1);
  const point = pattern.optionalDecimals > 0 && (decimals !== "" || pattern.decimals > 0) ? "." : "";
  return pattern.before + whole + point + decimals + pattern.after;
}

/** Rounds the decimal digits that a person sees, half away from zero: 1.005 is 1.01, though the binary number is less. */
function rounded(value: number, decimals: number): string {
  const shown = Number(value.toPrecision(15)).toString();
  if (shown.includes("e")) return value.toFixed(decimals);
  return Number(`${Math.round(Number(`${shown}e${decimals}`))}e-${decimals}`).toFixed(decimals);
}
