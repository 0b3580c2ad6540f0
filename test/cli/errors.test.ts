import { describe, expect, it } from "vitest";
import { aboutFile, complaint, plainSentence } from "../../src/cli/errors.js";
import { UserError } from "../../src/model/user-error.js";

const failed = (code: string) => Object.assign(new Error(`${code}: no luck`), { code, path: "/home/me/acme.xlsx" });

it.each<[string, string]>([
  ["ENOENT", "there is no file acme.xlsx."],
  ["EACCES", "cannot open acme.xlsx: permission denied."],
  ["EISDIR", "acme.xlsx is a folder, not a file."],
  ["EBUSY", "acme.xlsx is open in another program. Close it there and try again."],
  ["ENOSPC", "acme.xlsx cannot be written: the disk is full."],
])("%s in plain words", (code, sentence) => {
  expect(plainSentence(failed(code), "acme.xlsx")).toBe(sentence);
});

it.each<[string, string, string]>([
  ["acme.xlsx is encrypted.", "poams/acme.xlsx", "poams/acme.xlsx is encrypted."],
  ["poams/acme.xlsx is encrypted.", "poams/acme.xlsx", "poams/acme.xlsx is encrypted."],
  ["no sheet here looks like a POA&M.", "acme.xlsx", "acme.xlsx: no sheet here looks like a POA&M."],
])("%s of %s", (sentence, path, expected) => {
  expect(aboutFile(sentence, path)).toBe(expected);
});

describe("a complaint", () => {
  it("about what the user can put right is one line", () => {
    expect(complaint(new UserError("x", "Close\u001b it."), false)).toBe("poam: Close it.\n");
    expect(complaint(new UserError("x", "Close it."), true)).toMatch(
      /^poam: Close it\.\nUserError: Close it\.\n {4}at /,
    );
  });

  it("about anything else is a bug, and keeps its message to itself", () => {
    const text = complaint(new RangeError("cell text"), false, "acme.xlsx");
    expect(text).toMatch(/^poam: acme\.xlsx: this is a bug in poam \S+ \(RangeError\)\.\n/);
    expect(text).not.toContain("cell text");
    expect(text.split("\n")).toHaveLength(4);
    expect(complaint("thrown text", false)).toContain("(string)");
    expect(complaint(failed("EWEIRD"), false)).toContain("this is a bug");
  });
});
