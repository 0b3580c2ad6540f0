/**
 * A formula without its `=` that is true where the cell, as `M9`, holds something else than FedRAMP's milestones:
 * `(1) 2026-06-30 : text`, a blank line between two. `change`: `(1) Update 2026-06-30 : text`. Looked at are the beginning of
 * the first entry and the blank lines: that is as far as formulas without a macro go.
 */
export function breaksMilestoneGrammar(cell: string, change: boolean): string {
  const text = `TRIM(${cell})`;
  const close = `FIND(")",${text})`;
  const rest = `TRIM(MID(${text},${close}+1,300))`;
  const begins = [`LEFT(${text},1)="("`, `ISNUMBER(VALUE(MID(${text},2,${close}-2)))`];
  const follows = change ? typeAndDay(rest) : isDay(`LEFT(${rest},FIND(":",${rest})-1)`);
  const isRight = `IFERROR(AND(${[...begins, ...follows, entriesStandApart(cell)].join(",")}),FALSE)`;
  const isNothing = `OR(${["", "N/A", "None", "-"].map((nothing) => `${text}="${nothing}"`).join(",")})`;
  return `AND(NOT(${isNothing}),NOT(${isRight}))`;
}

function typeAndDay(rest: string): string[] {
  const blank = `FIND(" ",${rest})`;
  const types = ["New", "Update", "Complete"].map((type) => `LEFT(${rest},${blank}-1)="${type}"`);
  return [`OR(${types.join(",")})`, ...isDay(`MID(${rest},${blank}+1,FIND(":",${rest})-${blank}-1)`)];
}

/** Digits and two separators. `DATEVALUE` would read the day as the reader's language has it. */
function isDay(expression: string): string[] {
  const day = `TRIM(${expression})`;
  const digits = ["-", "/", "\\"].reduce((rest, mark) => `SUBSTITUTE(${rest},"${mark}","")`, day);
  return [`LEN(${day})<=10`, `LEN(${day})-LEN(${digits})=2`, `ISNUMBER(VALUE(${digits}))`];
}

/** As many line feeds before `(1` … `(9` as there are pairs of them; formats may not hold lists of constants, so rows count. */
function entriesStandApart(cell: string): string {
  const text = `SUBSTITUTE(${cell},CHAR(13),"")`;
  const count = (before: string, length: number) =>
    `SUMPRODUCT(LEN(${text})-LEN(SUBSTITUTE(${text},${before}&"("&ROW($1:$9),"")))/${length}`;
  return `${count("CHAR(10)", 3)}=${count("CHAR(10)&CHAR(10)", 4)}`;
}
