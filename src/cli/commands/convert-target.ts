import { dirname, extname, resolve } from "node:path";
import { nearest } from "../../model/nearest.js";
import type { Template } from "../../model/template.js";
import { UserError } from "../../model/user-error.js";
import { named } from "../errors.js";
import { identities } from "../outputs.js";
import type { Session } from "../program.js";
import { chosenTemplate } from "../templates.js";
import type { ConvertFlags } from "./convert-flags.js";

/** What items are converted to. */
export type ConversionTarget =
  | { readonly kind: "form"; readonly template: Template }
  | { readonly kind: "blank"; readonly path: string; readonly template: Template | undefined }
  | { readonly kind: "csv" }
  | { readonly kind: "json" }
  | { readonly kind: "oscal" }
  | { readonly kind: "ver" };

/** A target that is one file which holds the items. */
export type ItemsTarget = Exclude<ConversionTarget, { readonly kind: "ver" }>;

/** Targets that are no form. */
export const TARGET_FORMATS = ["csv", "json", "oscal", "ver"] as const;

const VER_FLAGS = [
  ["missing", "--missing"],
  ["ver", "--ver"],
  ["withDescription", "--with-description"],
  ["cpoUri", "--cpo-uri"],
  ["period", "--period"],
] as const;

/** The target that the flags name; throws a UserError where they name none, or contradict each other. */
export async function targetOf(flags: ConvertFlags, session: Session): Promise<ConversionTarget> {
  const { to, into } = flags;
  if (to === undefined && into === undefined) {
    throw new UserError("usage", "--to is missing: name a template (poam list templates), or csv, json, oscal or ver.");
  }
  const format = TARGET_FORMATS.find((one) => one === to);
  if (format !== undefined && into !== undefined) {
    throw new UserError("usage", `--into fills a workbook, and --to ${format} makes none: give one of them.`);
  }
  for (const [flag, name] of VER_FLAGS) {
    if (flags[flag] !== undefined && format !== "ver") throw new UserError("usage", `${name} is for --to ver.`);
  }
  if (format !== undefined) return { kind: format };
  const template = to === undefined ? undefined : await formOf(to, session);
  if (into !== undefined) return { kind: "blank", path: into, template };
  return { kind: "form", template: template! };
}

async function formOf(to: string, session: Session): Promise<Template> {
  const template = await chosenTemplate(to, session).catch(async (error) => {
    if (!(error instanceof UserError) || error.code !== "unknown-template") throw error;
    const ids = (await session.engine.templates()).filter(({ purpose }) => purpose !== "companion").map(({ id }) => id);
    const near = nearest(to, [...TARGET_FORMATS, ...ids], 3);
    const hint = near.length > 0 ? `Did you mean ${near.join(" or ")}?` : "poam list templates shows the forms.";
    throw new UserError("unknown-target", `--to: there is no target ${to}. ${hint}`);
  });
  if (template.refusal) throw new UserError("companion", `--to ${to}: that form holds no POA&M items.`);
  return template;
}

/** The extensions that a target's file may have; for `ver`, a folder, none. */
export function extensionsOf(target: ConversionTarget): readonly string[] {
  switch (target.kind) {
    case "json":
    case "oscal":
      return [".json"];
    case "csv":
      return [".csv"];
    case "blank":
      return [extname(target.path).toLowerCase()];
    case "form":
      return target.template.medium === "csv" ? [".csv"] : [".xlsx"];
    default:
      return [];
  }
}

/** Refuses, before anything is read, an output that cannot be: no name, a wrong ending, a file that is there. */
export async function refuseOutput(target: ConversionTarget, flags: ConvertFlags, { host }: Session): Promise<void> {
  const { output, force } = flags;
  const extensions = extensionsOf(target);
  const isText = extensions.includes(".json") || extensions.includes(".csv");
  if (output === undefined || output === "-") {
    if (isText) return;
    const wanted = target.kind === "ver" ? "a folder: -o ver/" : `a file: -o converted${extensions[0]}`;
    throw new UserError("usage", `what is converted cannot be printed in this form. Give it ${wanted}`);
  }
  const path = resolve(host.cwd, output);
  const kind = await named(output, "output", () => host.files.kind(path));
  if (target.kind === "ver") {
    if (kind === "file") throw new UserError("usage", `${output} is a file, and --to ver writes three into a folder.`);
    if (kind === undefined && (await host.files.kind(dirname(path))) !== "folder") {
      throw new UserError("output", `there is no folder for ${output}.`);
    }
    return;
  }
  await refuseTaken(output, force === true, { host });
  if (!extensions.includes(extname(output).toLowerCase())) {
    throw new UserError("usage", `-o ${output}: what this makes ends in ${extensions[0]}, so the name must, too.`);
  }
  if ((await host.files.kind(dirname(path))) !== "folder") {
    throw new UserError("output", `there is no folder for ${output}.`);
  }
}

/** A file that is there is written over only when that was asked for. */
export async function refuseTaken(output: string, force: boolean, { host }: Pick<Session, "host">): Promise<void> {
  const kind = await named(output, "output", () => host.files.kind(resolve(host.cwd, output)));
  if (kind === "folder") throw new UserError("usage", `${output} is a folder. Name the file in it.`);
  if (kind === "file" && !force) {
    throw new UserError("usage", `${output} exists already. Give another name, or --force to write over it.`);
  }
}

/** A file that goes along with what is converted: it, too, is found possible before anything is written. */
export async function refuseBeside(output: string | undefined, force: boolean, session: Session): Promise<void> {
  if (output === undefined || output === "-") return;
  await refuseTaken(output, force, session);
  if ((await session.host.files.kind(resolve(session.host.cwd, dirname(output)))) === "folder") return;
  throw new UserError("output", `there is no folder for ${output}.`);
}

/** A file that this run reads is never written over, under whatever name. */
export async function refuseRead(
  outputs: readonly (string | undefined)[],
  read: readonly string[],
  { host }: Session,
): Promise<void> {
  const used = await identities(read, host);
  const written = new Set<string>();
  for (const output of outputs) {
    if (output === undefined || output === "-") continue;
    const path = resolve(host.cwd, output);
    const own = await identities([path], host);
    if ([...own].some((one) => used.has(one))) {
      throw new UserError("usage", `${output} is read in this run: poam does not write over it. Give another name.`);
    }
    if (written.has(path))
      throw new UserError("usage", `${output} is given for two outputs. Give another name for one.`);
    written.add(path);
  }
}
