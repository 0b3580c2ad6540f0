import { basename, resolve } from "node:path";
import type { Poam } from "../../model/poam.js";
import { UserError } from "../../model/user-error.js";
import type { Workbook } from "../../model/workbook.js";
import type { DiffReporter } from "../../reporters/diff-run.js";
import { printable } from "../../reporters/printable.js";
import { paintFor } from "../color.js";
import { named } from "../errors.js";
import { type Input, noSuchFile } from "../inputs.js";
import type { Session } from "../program.js";
import { type SettingFlags, settingsFor } from "../settings.js";
import { packageFacts } from "../version.js";

export interface DiffFlags extends Pick<SettingFlags, "template" | "config" | "redact"> {
  readonly format: keyof typeof FORMATS;
  readonly gitTextconv?: true;
  readonly color?: boolean;
}

/** The formats of `poam diff`, each loaded when it is asked for. */
export const FORMATS = {
  pretty: async () => (await import("../../reporters/diff-pretty.js")).diffPretty,
  markdown: async () => (await import("../../reporters/diff-markdown.js")).diffMarkdown,
  json: async () => (await import("../../reporters/diff-json.js")).diffJson,
} as const satisfies Record<string, () => Promise<DiffReporter>>;

/** `poam diff`: what changed from one workbook to the next; exit 1 where something did that may not. */
export async function diffCommand(session: Session, files: readonly string[], flags: DiffFlags): Promise<number> {
  const { host } = session;
  const inputs = files.map((path) => ({ path, absolute: resolve(host.cwd, path) }));
  if (flags.gitTextconv) return asText(session, inputs, flags);
  const [before, now, third] = inputs;
  if (!before || !now || third) {
    throw new UserError("usage", "give two workbooks, the older first: poam diff acme-2026-02.xlsx acme-2026-03.xlsx");
  }
  for (const input of [before, now]) await mustExist(input, session);
  const settings = (await settingsFor([now], flags, session)).of(now);
  const read = async (input: Input) => {
    const { template, columns } = settings;
    const workbook = await open(input, session);
    return named(input.path, "diff", async () =>
      session.engine.readPoam(workbook, await session.engine.templates(), { template, columns, fileName: input.path }),
    );
  };
  const [old, current] = [await read(before), await read(now)];
  const { diff } = await import("../../diff.js");
  const { redactedDiff } = await import("../../reporters/diff-run.js");
  const { SUMMARIES } = await import("../../diff/invariants.js");
  const result = {
    before: before.path,
    now: now.path,
    template: { before: old.template.id, now: current.template.id },
    diff: diff(old, current),
  };
  const reporter = await FORMATS[flags.format]();
  await host.stdout.write(
    reporter(settings.redact ? redactedDiff(result, SUMMARIES) : result, {
      version: packageFacts().version,
      paint: await paintFor(host.stdout, host, flags.color),
      width: host.stdout.columns ?? 100,
    }),
  );
  return result.diff.broken.length > 0 ? 1 : 0;
}

async function mustExist(input: Input, { host }: Session): Promise<void> {
  const kind = await named(input.path, "diff", () => host.files.kind(input.absolute));
  if (kind === undefined) throw new UserError("no-such-file", await noSuchFile(input, host));
}

function open({ path, absolute }: Input, { host, engine }: Session): Promise<Workbook> {
  return named(path, "diff", async () => engine.openWorkbook(await host.files.read(absolute), basename(absolute)));
}

/** For Git, which asks for one file's text and compares the lines itself. A workbook that is no POA&M is given cell by cell. */
async function asText(session: Session, inputs: readonly Input[], flags: DiffFlags): Promise<number> {
  const { host, engine } = session;
  const [input, second] = inputs;
  if (!input || second) throw new UserError("usage", "--git-textconv takes one workbook, as Git gives it.");
  await mustExist(input, session);
  const { template, columns, redact } = (await settingsFor([input], flags, session)).of(input);
  if (redact) throw new UserError("usage", "--git-textconv shows the text of cells, which --redact keeps back.");
  const { cellLines, textconv } = await import("../../reporters/textconv.js");
  let workbook: Workbook;
  try {
    workbook = await open(input, session);
  } catch (error) {
    // Git gives up on all files of a diff where one cannot be shown.
    if (!(error instanceof UserError)) throw error;
    await host.stdout.write(`${printable(error.message)}\n`);
    return 0;
  }
  const templates = await engine.templates();
  let poam: Poam | undefined;
  try {
    poam = await engine.readPoam(workbook, templates, { template, columns, fileName: input.path });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
  for (const line of poam ? textconv(poam) : cellLines(workbook)) await host.stdout.write(line);
  return 0;
}
