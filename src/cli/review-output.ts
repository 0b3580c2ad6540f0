import { basename, dirname, extname, resolve } from "node:path";
import type { Reviewed } from "../model/review.js";
import { UserError } from "../model/user-error.js";
import { printable } from "../reporters/printable.js";
import type { FileResult, LintRun, Summary } from "../reporters/report.js";
import { named } from "./errors.js";
import type { FileVersion, Host } from "./host.js";
import type { Input } from "./inputs.js";
import type { RunOutput } from "./outputs.js";
import type { RunSettings } from "./settings.js";

export interface ReviewFlags {
  readonly notes?: true;
  readonly showSuppressed?: true;
}

/**
 * `-f xlsx=review.xlsx`: a copy of the one workbook of the run, with its findings. Gives what begins it; that throws a
 * UserError where there can be none, before anything is checked.
 */
export function reviewOpener(
  inputs: readonly Input[],
  settings: RunSettings,
  { notes, showSuppressed }: ReviewFlags,
  host: Host,
): (path: string, run: LintRun) => Promise<RunOutput<FileResult, Summary>> {
  return async (path, run) => {
    const input = onlyInput(inputs, path);
    refuseRedacted(input, settings, path);
    refuseName(path, input);
    const source = await readSource(input, path, host);
    const older = await readOlder(path, host);
    let reviewed: Reviewed | undefined;
    return {
      async file(result) {
        const { reviewOf } = await import("../reporters/review.js");
        const name = basename(input.absolute);
        const review = reviewOf(result, run, { name, showsSuppressed: showSuppressed === true });
        if (!review) return;
        const { bytes, mark } = await host.files.readVersion(input.absolute);
        if (mark !== source?.mark) throw changed(input);
        const { addReview } = await import("../workbook/review/add-review.js");
        reviewed = await addReview(bytes, review, { notes: notes === true }, name);
      },
      end: async () => {},
      async close() {
        if (!reviewed) return;
        await put(path, reviewed.bytes, { older, like: input.absolute }, host);
        for (const remark of run.quiet ? [] : reviewed.remarks) {
          await host.stderr.write(`poam: ${printable(`${path}: ${remark}`)}\n`);
        }
      },
      abandon: async () => {},
    };
  };
}

function onlyInput(inputs: readonly Input[], path: string): Input {
  const [input] = inputs;
  if (input && inputs.length === 1) return input;
  throw new UserError(
    "usage",
    `-f xlsx=${path} is a copy of one workbook, and ${inputs.length} are checked here. Run poam lint for each, with a name of its own.`,
  );
}

function refuseRedacted(input: Input, settings: RunSettings, path: string): void {
  if (input.failure !== undefined || !settings.of(input).redact) return;
  throw new UserError(
    "usage",
    `-f xlsx=${path} would hold all text of the workbook, which redaction (--redact, POAM_REDACT or the config) is to keep out. Leave out one of the two.`,
  );
}

/** Excel opens a workbook under the extension of its kind only. */
function refuseName(path: string, { path: source }: Input): void {
  const [own, from] = [path, source].map((name) => extname(name).toLowerCase()) as [string, string];
  const fitting = WORKBOOKS.includes(from) ? [from] : WORKBOOKS;
  if (fitting.includes(own)) return;
  throw new UserError(
    "usage",
    `-f xlsx=${path}: a copy of ${source} is to end in ${fitting.join(" or ")}, else Excel does not open it.`,
  );
}

const WORKBOOKS = [".xlsx", ".xlsm"];

/** Pipes that the shell hands over as files. */
const ONCE = /^\/(dev|proc)\//;

/** The workbook before it is checked; undefined where it cannot be had, which is told when it is checked. */
async function readSource(input: Input, path: string, { files }: Host): Promise<FileVersion | undefined> {
  if (ONCE.test(input.absolute)) {
    throw new UserError(
      "usage",
      `${input.path} can be read only once, and -f xlsx=${path} has to read it again. Give the name of a file.`,
    );
  }
  const source = await files.readVersion(input.absolute).catch(() => undefined);
  if (!source || source.bytes.length === 0) return source;
  const { isZip } = await import("../workbook/open.js");
  const { isCompoundFile } = await import("../workbook/cfb.js");
  if (isZip(source.bytes) || isCompoundFile(source.bytes)) return source;
  throw new UserError(
    "usage",
    `${input.path} is no Excel workbook, so that no sheet can be added to a copy of it. Leave out -f xlsx=${path}, or take another format (poam list formats).`,
  );
}

/** The review that is to be replaced; undefined where there is no such file. */
async function readOlder(path: string, { files, cwd }: Host): Promise<FileVersion | undefined> {
  const absolute = resolve(cwd, path);
  const kind = await named(path, "output", () => files.kind(absolute));
  if (kind === "folder") throw new UserError("usage", `${path} is a folder. Name a file after =.`);
  if ((await named(path, "output", () => files.kind(dirname(absolute)))) !== "folder") {
    throw new UserError("output", `there is no folder for ${path}.`);
  }
  if (kind === undefined) return undefined;
  const older = await named(path, "output", () => files.readVersion(absolute));
  const { isUntouchedReview } = await import("../workbook/review/mark.js");
  if (await isUntouchedReview(older.bytes, path)) return older;
  throw new UserError(
    "usage",
    `${path} is no review just as poam wrote it: somebody may have worked in it, so it is not written over. Give another name after =.`,
  );
}

async function put(
  path: string,
  bytes: Buffer,
  { older, like }: { readonly older: FileVersion | undefined; readonly like: string },
  { files, cwd }: Host,
): Promise<void> {
  const absolute = resolve(cwd, path);
  try {
    await named(path, "output", async () => {
      if (older) await files.replace(absolute, bytes, older, { backup: false });
      else await files.add(absolute, bytes, like);
    });
  } catch (error) {
    // Other commands name their output by -o.
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.code, error.message.replace(" with -o.", " after =."));
  }
}

function changed({ path }: Input): UserError {
  return new UserError(
    "changed",
    `${path} was changed while it was checked, so that findings and copy would not agree. Run the command again.`,
  );
}
