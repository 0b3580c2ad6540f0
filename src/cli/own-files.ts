import { readdirSync, readFileSync } from "node:fs";

// The only place that reads what comes with poam: the standalone executable has another in its stead (executable/own-files.js).

/** The text of poam's package.json. */
export function ownPackage(): string {
  return readFileSync(new URL("../../package.json", import.meta.url), "utf8");
}

/** The text of each form's template.json, in the order of their ids. */
export function ownTemplates(): readonly string[] {
  const folder = new URL("../../templates/", import.meta.url);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((id) => readFileSync(new URL(`${id}/template.json`, folder), "utf8"));
}
