import { type Contact, readContact } from "../codecs/contact.js";
import { eachItem, rule } from "./rule.js";

const OFFICE = "Example Program Office";

export default rule({
  id: "contact-incomplete",
  summary: "A contact of whom only some of name, phone and e-mail are given",
  why: "The system takes a contact with first and last name, phone number and e-mail address, or none: with one of them alone it refuses the item.",
  help: "Add what is missing, or leave the organization alone.",
  severity: "error",
  examples: [
    { rows: { id: "V-1", pointOfContact: `${OFFICE}, Dana Whitfield, 555-010-0110, dana@example.com` } },
    { title: "the organization alone", rows: { id: "V-1", pointOfContact: OFFICE } },
    {
      title: "in another order, but all there",
      rows: { id: "V-1", pointOfContact: `${OFFICE}, Dana Whitfield, dana@example.com, DSN 312-555-0110` },
    },
    {
      rows: { id: "V-1", pointOfContact: `${OFFICE}, Dana Whitfield, dana@example.com` },
      says: ["contact without phone number"],
    },
    {
      rows: { id: "V-1", pointOfContact: `${OFFICE}, Whitfield, (555) 010-0110` },
      says: ["contact without first or last name, e-mail address"],
    },
  ],
  check: eachItem(
    ({ pointOfContact: cell }) => {
      const contact = cell?.value === undefined ? undefined : readContact(cell.value);
      // Without an organization, or with an address that is not cut out by commas, the form of the cell is the fault.
      if (!contact?.organization || (contact.email === undefined && cell!.value!.includes("@"))) return undefined;
      const lacking = lackingIn(contact);
      if (lacking.length === 0) return undefined;
      return { at: cell!, field: "pointOfContact", message: `contact without ${lacking.join(", ")}` };
    },
    ["pointOfContact"],
  ),
});

function lackingIn({ names, phone, email }: Contact): readonly string[] {
  const words = names.flatMap((name) => name.split(/\s+/)).length;
  return [
    ...(words === 0 ? ["first and last name"] : words === 1 ? ["first or last name"] : []),
    ...(phone === undefined ? ["phone number"] : []),
    ...(email === undefined ? ["e-mail address"] : []),
  ];
}
