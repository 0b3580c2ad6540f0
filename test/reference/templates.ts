import type { Template } from "../../src/model/template.js";

/** The list of all templates, as Markdown: made from their data. */
export function templatesReference(templates: readonly Template[]): string {
  const trackers = templates.filter(({ medium }) => medium === "csv");
  const forms = templates.filter(({ purpose, medium }) => purpose !== "companion" && medium !== "csv");
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
    "CSV files that issue trackers and compliance platforms import and export. The columns from the first of ours on are our own:",
    "they carry what the tool has no field for, and what has no column at all goes along as labelled text. An export is known by",
    "the column of our ids; so that a plain list of bugs is not taken for a POA&M, it must be there. For other columns or words",
    "copy the `template.json`, change its headings and `values` (our text → the tool's), and give the copy with",
    "`poam convert --to my.json`; on the way back, with `--template my.json`.",
    "",
    "| id | tool | its columns | ours |",
    "|---|---|---|---|",
    ...trackers.map(trackerRow),
    "",
    "Documents that travel with a POA&M; they are recognised, and refused by name:",
    "",
    "| id | what it is |",
    "|---|---|",
    ...companions.map(({ id, title }) => `| ${id} | ${title} |`),
    "",
  ].join("\n");
}

function trackerRow({ id, title, sheets, tellingHeadings }: Template): string {
  const headings = sheets[0]!.columns.filter(({ optional }) => !optional).map(({ heading }) => heading);
  const own = headings.indexOf(tellingHeadings![0]!);
  return `| ${id} | ${title} | ${headings.slice(0, own).join(", ")} | ${headings.slice(own).join(", ")} |`;
}

function row({ id, title, sheets, packs }: Template): string {
  const names = sheets.map(({ name }) => name).join(", ");
  const columns = [...new Set(sheets.map(({ columns }) => columns.length))].join(", ");
  return `| ${id} | ${title} | ${names} | ${columns} | ${packs.join(", ")} |`;
}
