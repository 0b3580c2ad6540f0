import { basename, dirname, extname, resolve } from "node:path";
import type { MergeSide } from "../../merge.js";
import { UserError } from "../../model/user-error.js";
import type { MergeReporter } from "../../reporters/merge-run.js";
import { printable } from "../../reporters/printable.js";
import { paintFor } from "../color.js";
import { named } from "../errors.js";
import type { FileVersion, Host } from "../host.js";
import { type Input, noSuchFile } from "../inputs.js";
import type { Session } from "../program.js";
import { type SettingFlags, type Settings, settingsFor } from "../settings.js";
import { packageFacts } from "../version.js";
import { putFixed } from "../write-fixed.js";

export interface MergeFlags extends Pick<SettingFlags, "template" | "config" | "redact"> {
  readonly output?: string;
  readonly path?: string;
  readonly format: keyof typeof FORMATS;
  readonly color?: boolean;
}

const FORMATS = {
  pretty: async () => (await import("../../reporters/merge-pretty.js")).mergePretty,
  json: async () => (await import("../../reporters/merge-json.js")).mergeJson,
} as const satisfies Record<string, () => Promise<MergeReporter>>;

/** A workbook as it was given, and what it is called. */
interface Given extends Input {
  readonly version: FileVersion;
  readonly shown: string;
}

/** `poam merge`: theirs into ours, item by item; exit 1 where a person must decide something. */
export async function mergeCommand(session: Session, files: readonly string[], flags: MergeFlags): Promise<number> {
  const { host } = session;
  if (files.length !== 3) {
    throw new UserError(
      "usage",
      "give three workbooks, the common older version first: poam merge base.xlsx ours.xlsx theirs.xlsx",
    );
  }
  const [base, ours, theirs] = (await Promise.all(
    files.map((path, index) => given(path, SIDES[index]!, flags, session)),
  )) as [Given, Given, Given];
  const target = flags.output === undefined ? undefined : await targetOf(flags.output, ours, flags, host);
  // Of Git's temporary files, the config is that of the workbook itself.
  const own = flags.path === undefined ? ours : { path: flags.path, absolute: resolve(host.cwd, flags.path) };
  const settings = (await settingsFor([own], flags, session)).of(own);
  const read = reader(settings, own, session);
  const { merge } = await import("../../merge.js");
  const sides = { base: await side(base, read), ours: await side(ours, read), theirs: await side(theirs, read) };
  const merged = await merge(sides.base, sides.ours, sides.theirs, (bytes) => read(bytes, ours));
  const isWritten = target !== undefined && !(target === "ours" && merged.bytes.equals(ours.version.bytes));
  if (isWritten) {
    const output = target === "ours" ? undefined : target;
    await named(flags.output!, "output", () =>
      putFixed(merged.bytes, ours.version, ours, { output, backup: false }, host),
    );
  }
  const { redactedMerge } = await import("../../reporters/merge-run.js");
  const result = {
    path: own.path,
    template: sides.ours.poam.template.id,
    merge: merged.merge,
    // Git gives a temporary name and puts the file in its place.
    target: flags.output === undefined ? null : (flags.path ?? flags.output),
    isWritten,
    notes: merged.notes,
  };
  const reporter = await FORMATS[flags.format]();
  await host.stdout.write(
    reporter(settings.redact ? redactedMerge(result) : result, {
      version: packageFacts().version,
      paint: await paintFor(host.stdout, host, flags.color),
      width: host.stdout.columns ?? 100,
    }),
  );
  for (const note of merged.notes)
    await host.stderr.write(`poam: ${printable(`${own.path}: ${note}`).replace(/\.?$/, ".")}\n`);
  return merged.merge.conflicts.length > 0 ? 1 : 0;
}

const SIDES = ["base", "ours", "theirs"];

async function given(path: string, side: string, flags: MergeFlags, { host }: Session): Promise<Given> {
  const input = { path, absolute: resolve(host.cwd, path) };
  const shown = flags.path === undefined ? path : `${flags.path} (${side})`;
  const kind = await named(shown, "merge", () => host.files.kind(input.absolute));
  if (kind === undefined) throw new UserError("no-such-file", await noSuchFile(input, host));
  const version = await named(shown, "merge", () => host.files.readVersion(input.absolute));
  if (side === "base" && version.bytes.length === 0) {
    // Git gives an empty one where both sides have added the file.
    throw new UserError(
      "merge-base",
      `${shown} is empty, so ours and theirs have no common older version: keep one of them.`,
    );
  }
  return { ...input, shown, version };
}

/** Reads a version of the workbook. The one sheet of a CSV file is named for it, so that all three bear one name. */
function reader(settings: Settings, own: Input, { engine }: Session) {
  return async (bytes: Buffer, { shown }: Given) => {
    const { isZip } = await import("../../workbook/open.js");
    const workbook = await engine.openWorkbook(bytes, isZip(bytes) ? basename(shown) : basename(own.path));
    const { template, columns } = settings;
    return engine.readPoam(workbook, await engine.templates(), { template, columns, fileName: shown });
  };
}

async function side(given: Given, read: ReturnType<typeof reader>): Promise<MergeSide> {
  const { bytes } = given.version;
  return named(given.shown, "merge", async () => ({
    bytes,
    file: basename(given.shown),
    poam: await read(bytes, given),
  }));
}

/** Where the merged workbook goes: over ours, if that is what was named, else to a file that is not there yet. */
async function targetOf(output: string, ours: Given, flags: MergeFlags, { files, cwd }: Host): Promise<string> {
  if (output === "-") throw new UserError("usage", "-o - would print the workbook. Give the name of a file.");
  const path = resolve(cwd, output);
  const kind = await named(output, "output", () => files.kind(path));
  if (kind === "folder") throw new UserError("usage", `${output} is a folder. Give the name of a file.`);
  if (kind === "file") {
    if (path === ours.absolute || (await files.identity(path)) === (await files.identity(ours.absolute))) return "ours";
    throw new UserError("usage", `${output} exists already. Give another name with -o, or ours to write into it.`);
  }
  if ((await files.kind(dirname(path))) !== "folder")
    throw new UserError("output", `there is no folder for ${output}.`);
  const [before, after] = [flags.path ?? ours.path, output].map((name) => extname(name).toLowerCase());
  if (before === "" || before === after) return output;
  throw new UserError("usage", `-o ${output}: a ${before} stays one, so the name must end in ${before}.`);
}
