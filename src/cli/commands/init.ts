import { dirname, extname, join, relative, resolve } from "node:path";
import { CONFIG_NAME } from "../../config/config.js";
import { findConfig } from "../../config/load.js";
import { isTemplatePath } from "../../config/template-path.js";
import { today } from "../../model/date.js";
import type { Template } from "../../model/template.js";
import { UserError } from "../../model/user-error.js";
import { count } from "../../reporters/last-line.js";
import { printable } from "../../reporters/printable.js";
import { complaint, failureOf } from "../errors.js";
import type { Host } from "../host.js";
import { shownFrom } from "../inputs.js";
import type { Session } from "../program.js";
import { putNew, refuseTaken } from "../put-new.js";
import { chosenTemplate } from "../templates.js";
import { packageFacts } from "../version.js";

export interface InitFlags {
  readonly output?: string;
  readonly force?: true;
}

/** `poam init`: a blank workbook of a form and the folder's config, or the config alone. */
export async function initCommand(session: Session, choice: string | undefined, flags: InitFlags): Promise<number> {
  if (choice === undefined) return configAlone(session, flags);
  const { host } = session;
  const template = await chosenTemplate(choice, session);
  if (template.purpose === "companion") {
    throw new UserError("companion", `${template.id} ${template.refusal}. poam list templates shows the forms.`);
  }
  if (template.medium === "csv") {
    const sentence = `${template.id} is a CSV file for import, which poam convert --to ${template.id} makes of items`;
    throw new UserError("usage", `${sentence}. poam list templates shows the forms.`);
  }
  const force = flags.force === true;
  const output = flags.output ?? `${template.id}.xlsx`;
  if (extname(output).toLowerCase() !== ".xlsx") {
    throw new UserError("usage", `-o ${output}: the name of a new workbook must end in .xlsx.`);
  }
  await refuseTaken(output, { force }, host);
  await putNew(output, await blankWorkbook(template, host), { force }, host);
  await host.stdout.write(`${printable(output)}: a blank ${template.title}\n`);
  const folder = dirname(resolve(host.cwd, output));
  await host.stdout.write(await configIn(folder, configOf(template, choice, folder, host), host));
  return 0;
}

async function blankWorkbook(template: Template, host: Host): Promise<Buffer> {
  const { newWorkbook } = await import("../../workbook/new-workbook.js");
  const { blankOf } = await import("../../template/blank.js");
  return newWorkbook(template, blankOf(template), {
    asOf: today(host.now()),
    tool: `poam ${packageFacts().version}`,
  });
}

/** The config for the workbooks that are in the folder: there is nothing to ask. */
async function configAlone(session: Session, { output, force }: InitFlags): Promise<number> {
  const { host } = session;
  if (output !== undefined || force) {
    throw new UserError(
      "usage",
      "-o and --force are for a new workbook: poam init fedramp-rev5-v3.0 -o acme-poam.xlsx",
    );
  }
  const names = (await host.files.list(host.cwd))
    .filter(({ kind, name }) => kind === "file" && WORKBOOK.test(name))
    .map(({ name }) => name)
    .sort();
  if (names.length === 0) {
    const sentence = "there is no workbook in this folder. Name a form: poam init fedramp-rev5-v3.0";
    throw new UserError("usage", `${sentence}. poam list templates shows them.`);
  }
  const forms: Template[] = [];
  const failures: unknown[] = [];
  for (const name of names) {
    try {
      forms.push(await formIn(name, session));
    } catch (error) {
      failures.push(failureOf(error, name).failure);
    }
  }
  if (forms.length === 0) throw failures[0];
  // Beside POA&Ms there lie inventories and the like, for which no config is needed.
  for (const failure of failures) await host.stderr.write(complaint(failure, false));
  await host.stdout.write(await configIn(host.cwd, configOfForms(forms), host));
  return 0;
}

/** The form of a workbook in this folder, said with the number of its items. */
async function formIn(name: string, { host, engine }: Session): Promise<Template> {
  const workbook = await engine.openWorkbook(await host.files.read(join(host.cwd, name)), name);
  const { template, counts } = await engine.readPoam(workbook, await engine.templates(), { fileName: name });
  await host.stdout.write(`${printable(name)}: ${template.title}, ${count(counts.total, "item")}\n`);
  return template;
}

/** Packs are named where one choice is right for all workbooks; else each is judged by those of its form. */
function configOfForms(forms: readonly Template[]): object {
  const [first, ...others] = [...new Set(forms.map(({ packs }) => packs.join()))];
  return { $schema: SCHEMA, ...(first !== undefined && others.length === 0 && { packs: forms[0]!.packs }) };
}

const WORKBOOK = /^(?!~\$).*\.(?:xlsx|xlsm|csv|tsv)$/i;

/** Writes the config unless one holds for the folder already, and says which. */
async function configIn(folder: string, config: object, host: Host): Promise<string> {
  const shown = (path: string) => printable(shownFrom(host.cwd, path));
  const exists = async (path: string) => (await host.files.kind(path)) !== undefined;
  const older = await findConfig(folder, { read: async () => undefined, exists, shown });
  if (older !== undefined) return `${shown(older)} is there already, and stays as it is\n`;
  const path = join(folder, CONFIG_NAME);
  await putNew(shownFrom(host.cwd, path), `${JSON.stringify(config, null, 2)}\n`, { force: false }, host);
  const settings = Object.entries(config)
    .filter(([key]) => !key.startsWith("$"))
    .map(([key, value]) => `${key} ${[value].flat().join(", ")}`);
  return `${shown(path)}: ${settings.join("; ") || "the packs of each workbook's form"}\n`;
}

/** The form's own packs; its headings tell one of poam's forms, and a user's own is named. */
function configOf(template: Template, choice: string, folder: string, { cwd }: Host): object {
  const own = isTemplatePath(choice);
  const path = () => relative(folder, resolve(cwd, choice)).replaceAll("\\", "/");
  return {
    $schema: SCHEMA,
    ...(own && { template: path().startsWith(".") ? path() : `./${path()}` }),
    packs: template.packs,
  };
}

/** Where editors find the schema once poam is installed beside the workbooks. */
const SCHEMA = "./node_modules/poam/schemas/poam.config.schema.json";
