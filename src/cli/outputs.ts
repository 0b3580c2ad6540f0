import { resolve } from "node:path";
import { didYouMean } from "../config/nearest.js";
import { UserError } from "../model/user-error.js";
import { FORMATS, type FormatName } from "../reporters/index.js";
import { PLAIN } from "../reporters/paint.js";
import type { FileResult, LintRun, Summary } from "../reporters/report.js";
import { plainSentence } from "./errors.js";
import type { Host } from "./host.js";
import type { Input } from "./inputs.js";

/** A format asked for, and the file it goes to; undefined is stdout. */
export interface FormatChoice {
  readonly format: FormatName;
  readonly path: string | undefined;
}

/** One format at work on its stream. */
export interface LintOutput {
  readonly file: (result: FileResult, index: number) => Promise<void>;
  readonly end: (summary: Summary) => Promise<void>;
}

/** Reads `-f pretty -f json=poam.json`; nothing said is `pretty` on a terminal and `compact` in a pipe. */
export function parseFormats(choices: readonly string[], host: Host): readonly FormatChoice[] {
  const standard = { format: host.stdout.isTTY ? "pretty" : "compact", path: undefined } as const;
  const formats = choices.length === 0 ? [standard] : choices.map(parseFormat);
  const [, second] = formats.filter(({ path }) => path === undefined);
  if (second) {
    const { format } = second;
    throw new UserError(
      "usage",
      `two formats cannot both be printed. Write one to a file: -f ${format}=findings.${EXTENSIONS[format]}`,
    );
  }
  const paths = formats.flatMap(({ path }) => (path === undefined ? [] : resolve(host.cwd, path)));
  if (new Set(paths).size < paths.length)
    throw new UserError("usage", "two formats cannot be written to the same file.");
  return formats;
}

/** Opens the files of the formats, once everything else has been found in order, and begins each output. */
export async function openOutputs(
  choices: readonly FormatChoice[],
  inputs: readonly Input[],
  run: LintRun,
  host: Host,
): Promise<readonly LintOutput[]> {
  for (const { path } of choices) if (path !== undefined) refuseInput(path, inputs, host);
  const outputs: LintOutput[] = [];
  for (const choice of choices) outputs.push(await openOutput(choice, run, host));
  return outputs;
}

const EXTENSIONS: Readonly<Record<FormatName, string>> = {
  pretty: "txt",
  compact: "txt",
  json: "json",
  ndjson: "ndjson",
};

function parseFormat(choice: string): FormatChoice {
  const equals = choice.indexOf("=");
  const name = equals < 0 ? choice : choice.slice(0, equals);
  const path = equals < 0 ? undefined : choice.slice(equals + 1);
  const names = Object.keys(FORMATS) as FormatName[];
  const format = names.find((known) => known === name);
  if (!format) {
    throw new UserError(
      "usage",
      `there is no format ${name}.${didYouMean(name, names) || ` There are ${names.join(", ")}.`}`,
    );
  }
  if (path === "") throw new UserError("usage", `-f ${choice} names no file after =.`);
  return { format, path: path === "-" ? undefined : path };
}

/** A slip of the pen must not replace somebody's workbook by a report. */
function refuseInput(path: string, inputs: readonly Input[], host: Host): void {
  const absolute = resolve(host.cwd, path);
  if (/\.xls[xmb]?$/i.test(path) || inputs.some((input) => input.absolute === absolute)) {
    throw new UserError(
      "usage",
      `${path} is a workbook: poam does not write findings over it. Give another name after =.`,
    );
  }
}

async function openOutput({ format, path }: FormatChoice, run: LintRun, host: Host): Promise<LintOutput> {
  const reporter = await FORMATS[format].load();
  const own = path === undefined ? run : { ...run, paint: PLAIN, width: 100 };
  const sink = path === undefined ? { ...host.stdout, close: async () => {} } : await createFile(path, host);
  const send = async (pieces: Iterable<string>) => {
    for (const chunk of chunks(pieces)) await sink.write(chunk);
  };
  await send([reporter.begin(own)]);
  return {
    file: (result, index) => send(reporter.file(result, own, index)),
    end: async (summary) => {
      await send([reporter.end(summary, own)]);
      await sink.close();
    },
  };
}

async function createFile(path: string, host: Host) {
  try {
    return await host.files.create(resolve(host.cwd, path));
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const sentence = missing ? `there is no folder for ${path}.` : plainSentence(error, path);
    throw sentence === undefined ? error : new UserError("output", sentence);
  }
}

/** Pieces joined to what is worth a write. */
function* chunks(pieces: Iterable<string>): Iterable<string> {
  let waiting: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < 65_536) continue;
    yield waiting.join("");
    waiting = [];
    length = 0;
  }
  if (length > 0) yield waiting.join("");
}
