import { resolve } from "node:path";
import { readJson } from "../config/read-json.js";
import { isTemplatePath } from "../config/template-path.js";
import { didYouMean } from "../model/nearest.js";
import type { Template } from "../model/template.js";
import { UserError } from "../model/user-error.js";
import type { Pack } from "../packs/pack.js";
import { decodeFile } from "../workbook/text-encoding.js";
import { named } from "./errors.js";
import type { Host } from "./host.js";
import { shownFrom } from "./inputs.js";
import { ownTemplates } from "./own-files.js";
import { knownPack } from "./packs.js";
import type { Session } from "./program.js";

/** The forms that come with poam, by id, read once. They were checked when poam was built, so they are only parsed here. */
export function builtInTemplates(): readonly Template[] {
  known ??= ownTemplates().map((text) => JSON.parse(text));
  return known;
}

/** What reading folds of a form's headings is kept with the form: a folder of workbooks is to fold them once. */
let known: readonly Template[] | undefined;

/** The form that `--template` or a config names: one of poam's by its id, or the user's own by its path. */
export async function chosenTemplate(choice: string, { host, engine }: Session): Promise<Template> {
  const templates = await engine.templates();
  const found = templates.find(({ id }) => id === choice);
  if (found) return found;
  if (isTemplatePath(choice)) return ownTemplate(resolve(host.cwd, choice), await engine.packs(), host);
  const ids = templates.filter(({ purpose }) => purpose !== "companion").map(({ id }) => id);
  const near = didYouMean(choice, ids, 3) || " poam list templates shows all.";
  throw new UserError("unknown-template", `there is no template ${choice}.${near}`);
}

async function ownTemplate(path: string, packs: readonly Pack[], { cwd, files }: Host): Promise<Template> {
  const shown = shownFrom(cwd, path);
  const text = await named(shown, "bad-template", async () => decodeFile(await files.read(path)));
  const { parseTemplate } = await import("../template/schema.js");
  const template = parseTemplate(readJson(text, shown, "bad-template"), shown);
  for (const id of template.packs) knownPack(id, packs, `${shown}: packs: `);
  return template;
}
