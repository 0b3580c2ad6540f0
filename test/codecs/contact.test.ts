import { describe, expect, it } from "vitest";
import { readContact } from "../../src/codecs/contact.js";

describe("office and contact", () => {
  it.each([
    [
      "PMO, Dana Whitfield, 555-010-0110, dana@example.com",
      "PMO",
      ["Dana Whitfield"],
      "555-010-0110",
      "dana@example.com",
    ],
    [
      "PMO, Dana Whitfield, DSN 312-555-0110 / COMM (555) 010-0110 x12, Email: d@e.mil",
      "PMO",
      ["Dana Whitfield"],
      "DSN 312-555-0110 / COMM (555) 010-0110 x12",
      "Email: d@e.mil",
    ],
    ["PMO, d@e.mil", "PMO", [], undefined, "d@e.mil"],
    ["PMO, Whitfield, Dana, 5550100110", "PMO", ["Whitfield", "Dana"], "5550100110", undefined],
    ["555-010-0110, d@e.mil", undefined, [], "555-010-0110", "d@e.mil"],
    ["UIC N1234567, Dana Whitfield, d@e.mil", "UIC N1234567", ["Dana Whitfield"], undefined, "d@e.mil"],
  ])("%s", (text, organization, names, phone, email) => {
    expect(readContact(text)).toMatchObject({ organization, names, phone, email });
  });

  it.each(["PMO", "Department of Examples, NAVSEA, Program Office", "N/A", "Team 42", "PMO; Dana; 555-010-0110"])(
    "names no contact: %s",
    (text) => expect(readContact(text)).toBeUndefined(),
  );
});
