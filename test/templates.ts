import { readdirSync, readFileSync } from "node:fs";
import type { Template } from "../src/model/template.js";

/** The product's own templates, as its command line loads them. */
export const TEMPLATES: readonly Template[] = readdirSync("templates", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => JSON.parse(readFileSync(`templates/${name}/template.json`, "utf8")));

export function templateNamed(id: string): Template {
  const template = TEMPLATES.find((one) => one.id === id);
  if (!template) throw new Error(`no template ${id}`);
  return template;
}
