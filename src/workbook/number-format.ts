import { numberPattern } from "./number-pattern.js";

/** How a cell's number is shown, as far as a linter needs it. */
export interface NumberFormat {
  /** `time` shows a clock time or a duration without a day. */
  readonly shows: "number" | "date" | "time";
  /** The number as a person sees it; a date's day is the sheet's affair. */
  text(value: number): string;
}

export const general: NumberFormat = { shows: "number", text: generalText };

/** Excel's own formats, which a workbook names by number only (ECMA-376, 18.8.30; 5–8 and 41–44 as in the US). */
const BUILT_IN = new Map<number, string>([
  [0, "General"],
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [5, '"$"#,##0_);("$"#,##0)'],
  [6, '"$"#,##0_);[Red]("$"#,##0)'],
  [7, '"$"#,##0.00_);("$"#,##0.00)'],
  [8, '"$"#,##0.00_);[Red]("$"#,##0.00)'],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "mm-dd-yy"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "m/d/yy h:mm"],
  [37, "#,##0_);(#,##0)"],
  [38, "#,##0_);[Red](#,##0)"],
  [39, "#,##0.00_);(#,##0.00)"],
  [40, "#,##0.00_);[Red](#,##0.00)"],
  [41, "#,##0_);(#,##0)"],
  [42, '"$"#,##0_);("$"#,##0)'],
  [43, "#,##0.00_);(#,##0.00)"],
  [44, '"$"#,##0.00_);("$"#,##0.00)'],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mm:ss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
]);

/** The format of that number; 27–36 and 50–58 are the dates of the East Asian versions, 71–81 those of the Thai one. */
export function builtInFormat(id: number): NumberFormat {
  const isLocalDate = (id >= 27 && id <= 36) || (id >= 50 && id <= 58) || (id >= 71 && id <= 81);
  return numberFormat(isLocalDate ? "yyyy-mm-dd" : (BUILT_IN.get(id) ?? "General"));
}

/** Reads a format code such as `yyyy-mm-dd`, `"POAM-"000` or `#,##0.00;[Red]-#,##0.00`. */
export function numberFormat(code: string): NumberFormat {
  const shows = shownBy(code);
  if (shows === "time") return { shows, text: clockText(code) };
  return { shows, text: (shows === "number" && numberPattern(code, generalText)) || generalText };
}

/** Up to 15 significant digits, which is all that Excel keeps. */
export function generalText(value: number): string {
  if (Number.isSafeInteger(value) && Math.abs(value) < 1e15) return String(value);
  return String(Number(value.toPrecision(15))).replace("e", "E");
}

/** What the letters outside quotes, escapes and brackets ask for. Elapsed time in brackets (`[h]`) counts as time. */
function shownBy(code: string): NumberFormat["shows"] {
  const letters = code
    .replace(/"[^"]*"?|\\.|_.|\*./g, "")
    .replace(/\[(h+|m+|s+)\]/gi, "$1:ss")
    .replace(/\[[^\]]*\]/g, "")
    .replace(/general/gi, "")
    .replace(/am\/pm|a\/p/gi, "h")
    .toLowerCase();
  if (!/[ymdhs]/.test(letters)) return "number";
  return /[hs]/.test(letters) && !/[yd]|mmm/.test(letters) ? "time" : "date";
}

/** `13:30`, with seconds where the format has them; hours run on past 24, as in `[h]:mm`. */
function clockText(code: string): (value: number) => string {
  const withSeconds = /s/i.test(code.replace(/"[^"]*"?/g, ""));
  return (value) => {
    if (value < 0) return generalText(value);
    const seconds = withSeconds ? Math.round(value * 86_400) : Math.round(value * 1440) * 60;
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, ...(withSeconds ? [seconds % 60] : [])];
    return parts.map((part) => String(part).padStart(2, "0")).join(":");
  };
}
