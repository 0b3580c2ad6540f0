import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inexactJson } from "../src/config/exact-json.js";
import { openFile } from "../src/open-file.js";

const rounded = (number: string) => `the number ${number} would be rounded. Write it in quotes, as a text.`;
const twice = (key: string) => `the key ${key} is given twice. Leave one of them out.`;

describe("what JSON.parse alters in silence", () => {
  it.each<[text: string, line: number, what: string]>([
    ["12345678901234567890", 1, rounded("12345678901234567890")],
    ['{"a": 1,\n"b": [9007199254740993]}', 2, rounded("9007199254740993")],
    ["-9007199254740993", 1, rounded("-9007199254740993")],
    ["0.12345678901234567890", 1, rounded("0.12345678901234567890")],
    ["1e400", 1, rounded("1e400")],
    ["-1E+999", 1, rounded("-1E+999")],
    ["1e-400", 1, rounded("1e-400")],
    ["9".repeat(400), 1, rounded(`${"9".repeat(40)}…`)],
    ['{"a": 1, "a": 1}', 1, twice("a")],
    ['{"a": 1,\n\n"\\u0061": 2}', 3, twice("a")],
    ['[{"a": {"b": 1, "c": [{"b": 2}], "b": 3}}]', 1, twice("b")],
    ['{"a": [1, "a"], "x": {"a": "a"}, "a": 0}', 1, twice("a")],
    ['{"": 1, "": 2}', 1, twice("")],
    ['{"__proto__": 1, "__proto__": 2}', 1, twice("__proto__")],
    ['{"a\\\\": 1, "a\\\\": 2}', 1, twice("a\\")],
    ['{"x": "\\\\\\"", "a\\"b": 1, "a\\"b": 2}', 1, twice('a"b')],
  ])("%s", (text, line, what) => {
    expect(inexactJson(text)).toEqual({ line, what });
  });

  it.each([
    ["9007199254740992"],
    ["12345678901234567000"],
    ["123456789012345.0"],
    ["1.10000000000000000000"],
    ["0.30000000000000004"],
    ["1200e-2"],
    ["1E5"],
    ["100000000000000000000000"],
    ["1.7976931348623157e308"],
    ["5e-324"],
    ["-0.0"],
    ["0.000000000000000000000000"],
    ['["12345678901234567890", "a", "a"]'],
    ['[{"a": 1}, {"a": 1}, {"A": 1, "a ": 2}]'],
    ['{"a": "{\\"a\\": 1, \\"a\\": 2}", "b": "\\\\", "c": {"a": 1e2}}'],
    ["{}"],
    ["[[], {}, null, true]"],
    ['"\\\\"'],
  ])("nothing of %s", (text) => {
    expect(inexactJson(text)).toBeUndefined();
  });

  it("nothing of what JSON.stringify writes, with any blanks", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        expect(inexactJson(JSON.stringify(value, null, indent))).toBeUndefined();
      }),
    );
  });

  it("an integer, just when a number cannot print it again", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 21n) + 1n, max: 10n ** 21n - 1n }), (whole) => {
        expect(inexactJson(String(whole)) === undefined).toBe(String(Number(whole)) === String(whole));
      }),
    );
  });
});

it.each([
  ['{"version":1,"items":[\n{"other":{"Cost":12345678901234567890}}]}', rounded("12345678901234567890")],
  [`{"version":1,"items":[\n{"other":{"Cost":${"1".repeat(400)}}}]}`, rounded(`${"1".repeat(40)}…`)],
  ['{"version":1,"items":[\n{"fields":{"id":"V-1","id":"V-2"}}]}', twice("id")],
  ['{"plan-of-action-and-milestones":{"poam-items":[],\n"poam-items":[{}]}}', twice("poam-items")],
])("a register with it is refused: %s", async (text, what) => {
  await expect(openFile(Buffer.from(text), "a.json")).rejects.toMatchObject({
    code: "json",
    message: `a.json, line 2: ${what}`,
  });
});
