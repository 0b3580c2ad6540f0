import { expect, it } from "vitest";
import { csvRow } from "../../src/reporters/csv-text.js";

it.each<[string, string, string]>([
  ["colours and titles of a terminal", "a\u001b[31mred\u001b]0;title\u0007", "a[31mred]0;title"],
  ["C1", "a\u009b31m\u0085b\u007f", "a31mb"],
  ["line breaks and tabs stay", "a\r\nb\nc\td", '"a\r\nb\nc\td"'],
  ["a formula behind ESC", "\u001b=1+1", "'=1+1"],
])("%s", (_, text, field) => {
  expect(csvRow([text, 1])).toBe(`${field},1\r\n`);
});
