import type { Template } from "../../src/model/template.js";

/** The list of all templates, as Markdown: made from their data. */
export function templatesReference(templates: readonly Template[]): string {
  const forms = templates.filter(({ purpose }) => purpose !== "companion");
  const companions = templates.filter(({ purpose }) => purpose === "companion");
  return [
    "# Templates",
    "",
    "Made from `*/template.json` by `npm run generate`. A template is data: a new form is a new folder here, checked against",
    "[template.schema.json](template.schema.json); your own is given with `poam lint --template my.json`.",
    "",
    "| id | form | sheets of items | columns | packs by default |",
    "|---|---|---|---|---|",
    ...forms.map(row),
    "",
    "Documents that travel with a POA&M; they are recognised, and refused by name:",
    "",
    "| id | what it is |",
    "|---|---|",
    ...companions.map(({ id, title }) => `| ${id} | ${title} |`),
    "",
  ].join("\n");
}

function row({ id, title, sheets, packs }: Template): string {
  const names = sheets.map(({ name }) => name).join(", ");
  const columns = [...new Set(sheets.map(({ columns }) => columns.length))].join(", ");
  return `| ${id} | ${title} | ${names} | ${columns} | ${packs.join(", ")} |`;
}
