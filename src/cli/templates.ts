import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { didYouMean } from "../config/nearest.js";
import { isTemplatePath } from "../config/template-path.js";
import type { Template } from "../model/template.js";
import { UserError } from "../model/user-error.js";
import type { Host } from "./host.js";

/** The forms that come with poam, by id. They were checked when poam was built, so they are only parsed here. */
export function builtInTemplates(): readonly Template[] {
  const folder = new URL("../../templates/", import.meta.url);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((id) => JSON.parse(readFileSync(new URL(`${id}/template.json`, folder), "utf8")));
}

/** The form that `--template` or a config names: one of poam's by its id, or the user's own by its path. */
export async function chosenTemplate(choice: string, templates: readonly Template[], host: Host): Promise<Template> {
  const found = templates.find(({ id }) => id === choice);
  if (found) return found;
  if (isTemplatePath(choice)) return ownTemplate(resolve(host.cwd, choice), choice, host);
  const ids = templates.filter(({ purpose }) => purpose !== "companion").map(({ id }) => id);
  const near = didYouMean(choice, ids, 3) || " poam list templates shows all.";
  throw new UserError("unknown-template", `there is no template ${choice}.${near}`);
}

async function ownTemplate(path: string, shown: string, host: Host): Promise<Template> {
  const text = (await host.files.read(path)).toString("utf8").replace(/^\ufeff/, "");
  const { parseTemplate } = await import("../template/schema.js");
  return parseTemplate(readJson(text, shown), shown);
}

function readJson(text: string, shown: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError("bad-template", `${shown} is no valid template: it is not JSON.`);
  }
}
