import { type Contact, readContact } from "../codecs/contact.js";
import { quoted } from "./quoted.js";
import { eachItem, rule } from "./rule.js";

const FORM = "Organization, First Last, Phone, Email";

export default rule({
  id: "contact-malformed",
  summary: "Office and contact are not written as the form has them",
  why: "The import cuts the cell at its commas: in another order, or with a comma too many, a name becomes a phone number and nobody can be reached.",
  help: `Write ${FORM}: commas between the four, none within them. The organization alone will do.`,
  severity: "warning",
  examples: [
    { rows: { id: "V-1", pointOfContact: "Program Office, Dana Whitfield, 555-010-0110, dana@example.com" } },
    { title: "the organization alone", rows: { id: "V-1", pointOfContact: "Department of Examples, Program Office" } },
    {
      rows: { id: "V-1", pointOfContact: "Program Office, Whitfield, Dana, 555-010-0110, dana@example.com" },
      says: ['a comma within the name "Whitfield, Dana"; expected Organization, First Last, Phone, Email'],
    },
    {
      rows: { id: "V-1", pointOfContact: "Examples, Program Office, Dana Whitfield, 555-010-0110, dana@example.com" },
      says: ["3 parts before the phone number; expected Organization, First Last, Phone, Email"],
    },
    {
      rows: { id: "V-1", pointOfContact: "Program Office, Dana Whitfield, dana@example.com, 555-010-0110" },
      says: ["e-mail address before the phone number; expected Organization, First Last, Phone, Email"],
    },
    {
      rows: [
        { id: "V-1", pointOfContact: "dana@example.com" },
        { id: "V-2", pointOfContact: "Program Office; Dana Whitfield; 555-010-0110; dana@example.com" },
      ],
      says: [
        "no organization; expected Organization, First Last, Phone, Email",
        "e-mail address not between commas; expected Organization, First Last, Phone, Email",
      ],
    },
  ],
  check: eachItem(
    ({ pointOfContact: cell }) => {
      if (cell?.value === undefined) return undefined;
      const contact = readContact(cell.value);
      const fault = contact ? faultIn(contact, cell.value) : cell.value.includes("@") && NOT_APART;
      return fault ? { at: cell, field: "pointOfContact", message: `${fault}; expected ${FORM}` } : undefined;
    },
    ["pointOfContact"],
  ),
});

const NOT_APART = "e-mail address not between commas";

function faultIn({ organization, names, phone, email, emailFirst, rest }: Contact, text: string): string | undefined {
  if (organization === undefined) return "no organization";
  if (email === undefined && text.includes("@")) return NOT_APART;
  if (emailFirst) return "e-mail address before the phone number";
  if (names.length === 2 && names.every((name) => !/\s/.test(name)))
    return `a comma within the name ${quoted(names.join(", "))}`;
  if (names.length > 1)
    return `${names.length + 1} parts before the ${phone === undefined ? "e-mail address" : "phone number"}`;
  return rest.length > 0 ? `${quoted(rest.join(", "))} behind the four` : undefined;
}
