import { describe, expect, it } from "vitest";
import { readAnswer } from "../../src/codecs/answer.js";
import { isPlaceholder, saysNothing } from "../../src/codecs/placeholder.js";
import { HOSTILE } from "./hostile.js";

describe("isPlaceholder", () => {
  it.each([
    "N/A",
    "n/a",
    "NA",
    "N.A.",
    "None",
    "none.",
    "(none)",
    "TBD",
    "TBA",
    "To be determined",
    "-",
    "--",
    " — ",
    "Unknown",
  ])("%s", (text) => expect(isPlaceholder(text)).toBe(true));
  it.each(["", " ", "Pending", "0", "No", "N/A - vendor", "None of the hosts", "NAS-01", "toString"])(
    "not %j",
    (text) => expect(isPlaceholder(text)).toBe(false),
  );
});

describe("saysNothing", () => {
  it.each(["N/A", "na", "N.A.", "None", "(none)", "nil", "Not applicable", "-", " — "])("%s", (text) =>
    expect(saysNothing(text)).toBe(true),
  );
  it.each(["TBD", "to be determined", "Unknown", "?", "Not Available", "undefined", "", "None of the hosts"])(
    "not %j",
    (text) => expect(saysNothing(text)).toBe(false),
  );
});

describe("readAnswer", () => {
  it.each([
    ["Yes", "Yes"],
    [" yes ", "Yes"],
    ["YES.", "Yes"],
    ["y", "Yes"],
    ["TRUE", "Yes"],
    ["No", "No"],
    ["n", "No"],
    ["false", "No"],
    ["pending", "Pending"],
    ["Pending approval", "Pending"],
    ["N/A", undefined],
    ["", undefined],
    ["Yes and no", undefined],
    ["constructor", undefined],
  ])("%j → %s", (text, answer) => expect(readAnswer(text)).toBe(answer));
});

it("reads 100 kB of anything", () => {
  for (const text of HOSTILE) {
    expect(isPlaceholder(text)).toBe(false);
    expect(readAnswer(text)).toBeUndefined();
  }
});
