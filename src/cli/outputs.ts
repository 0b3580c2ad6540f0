import { resolve } from "node:path";
import { didYouMean } from "../model/nearest.js";
import { UserError } from "../model/user-error.js";
import { type Paint, PLAIN } from "../reporters/paint.js";
import { named } from "./errors.js";
import type { Host, NewFile } from "./host.js";

/** The formats of a command that goes through several files. */
export interface FormatMenu<Run, Result, Summary> {
  readonly formats: Readonly<Record<string, MenuFormat<Run, Result, Summary>>>;
  /** What is printed where nothing was said. */
  readonly standard: string;
  /** What its files are called in examples: `findings`. */
  readonly noun: string;
}

interface MenuFormat<Run, Result, Summary> {
  readonly extension: string;
  /** It is not text: it goes to a file and is never printed. */
  readonly binary?: true;
  /** Its reporter, or `open` where it writes its file by itself. */
  readonly load?: () => Promise<Pieces<Run, Result, Summary>>;
  /** Begins its file, which is none that the run reads. */
  readonly open?: (path: string, run: Run) => Promise<RunOutput<Result, Summary>>;
}

/** A reporter: text or bytes before the files, for each of them, and after the last. */
interface Pieces<Run, Result, Summary> {
  readonly begin: (run: Run) => string;
  readonly file: (result: Result, run: Run, index: number) => Iterable<string | Buffer>;
  readonly end: (summary: Summary, run: Run) => string | Buffer;
}

/** What a run tells formats of the terminal, of which a file has none. */
interface Shown {
  readonly paint: Paint;
  readonly width: number;
  readonly terminal?: boolean;
}

/** A format asked for, and the file it goes to; undefined is stdout. */
export interface FormatChoice {
  readonly format: string;
  readonly path: string | undefined;
  /** Adds to the end of the file instead of replacing it. */
  readonly append?: true;
}

/** Formats at work, each on its stream. */
export interface RunOutput<Result, Summary> {
  readonly file: (result: Result, index: number) => Promise<void>;
  readonly end: (summary: Summary) => Promise<void>;
  /** Puts the files in their places; before, whatever stood there still stands. */
  readonly close: () => Promise<void>;
  readonly abandon: () => Promise<void>;
}

/** Reads `-f pretty -f json=poam.json`. */
export function parseFormats<Run, Result, Summary>(
  choices: readonly string[],
  menu: FormatMenu<Run, Result, Summary>,
  host: Host,
): readonly FormatChoice[] {
  const known = Object.keys(menu.formats);
  const formats =
    choices.length === 0
      ? [{ format: menu.standard, path: undefined }]
      : choices.map((choice) => parseFormat(choice, known));
  for (const { format, path } of formats) {
    const { binary, extension } = menu.formats[format]!;
    if (!binary || path !== undefined) continue;
    throw new UserError(
      "usage",
      `${format} is no text that could be printed. Write it to a file: -f ${format}=${menu.noun}.${extension}`,
    );
  }
  const [, second] = formats.filter(({ path }) => path === undefined);
  if (second) {
    const { format } = second;
    throw new UserError(
      "usage",
      `two formats cannot both be printed. Write one to a file: -f ${format}=${menu.noun}.${menu.formats[format]!.extension}`,
    );
  }
  const paths = formats.flatMap(({ path }) => (path === undefined ? [] : resolve(host.cwd, path)));
  if (new Set(paths).size < paths.length)
    throw new UserError("usage", "two formats cannot be written to the same file.");
  return formats;
}

/**
 * Opens the files of the formats, once everything else has been found in order, and begins each output. `used` are the
 * absolute paths of all files that the run reads, which are not to be written over under any of their names.
 */
export async function openOutputs<Run extends Shown, Result, Summary>(
  choices: readonly FormatChoice[],
  menu: FormatMenu<Run, Result, Summary>,
  used: readonly string[],
  run: Run,
  host: Host,
): Promise<RunOutput<Result, Summary>> {
  const known = await identities(choices.some(({ path }) => path !== undefined) ? used : [], host);
  for (const { format, path } of choices) {
    if (path === undefined) continue;
    await refuseUsed(path, known, { noun: menu.noun, writesWorkbook: menu.formats[format]!.open !== undefined }, host);
  }
  const outputs: RunOutput<Result, Summary>[] = [];
  const all = async (act: (output: RunOutput<Result, Summary>) => Promise<void>) => {
    for (const output of outputs) await act(output);
  };
  const together: RunOutput<Result, Summary> = {
    file: (result, index) => all((output) => output.file(result, index)),
    end: (summary) => all((output) => output.end(summary)),
    close: () => all((output) => output.close()),
    abandon: () => all((output) => output.abandon().catch(() => {})),
  };
  try {
    for (const choice of choices) {
      const own = choice.path === undefined ? run : { ...run, paint: PLAIN, width: 100, terminal: false };
      const { load, open } = menu.formats[choice.format]!;
      outputs.push(open ? await open(choice.path!, own) : await openOutput(await load!(), choice, own, host));
    }
  } catch (error) {
    await together.abandon();
    throw error;
  }
  return together;
}

function parseFormat(choice: string, known: readonly string[]): FormatChoice {
  const equals = choice.indexOf("=");
  const name = equals < 0 ? choice : choice.slice(0, equals);
  const path = equals < 0 ? undefined : choice.slice(equals + 1);
  if (!known.includes(name)) {
    throw new UserError(
      "usage",
      `there is no format ${name}.${didYouMean(name, known) || ` There are ${known.join(", ")}.`}`,
    );
  }
  if (path === "") throw new UserError("usage", `-f ${choice} names no file after =.`);
  return { format: name, path: path === "-" ? undefined : path };
}

/** A slip of the pen must not replace somebody's workbook by a report. */
async function refuseUsed(
  path: string,
  used: ReadonlySet<string>,
  { noun, writesWorkbook }: { readonly noun: string; readonly writesWorkbook: boolean },
  host: Host,
): Promise<void> {
  const own = await identities([resolve(host.cwd, path)], host);
  const why =
    /\.xls[xmb]?$/i.test(path) && !writesWorkbook
      ? "is a workbook"
      : [...own].some((one) => used.has(one))
        ? "is read in this run"
        : undefined;
  if (why === undefined) return;
  throw new UserError("usage", `${path} ${why}: poam does not write ${noun} over it. Give another name after =.`);
}

/** The paths, and what their files are known by under other names, through links too. */
export async function identities(paths: readonly string[], { files }: Host): Promise<ReadonlySet<string>> {
  const known = new Set(paths);
  for (const path of paths) known.add((await files.identity(path).catch(() => undefined)) ?? path);
  return known;
}

async function openOutput<Run, Result, Summary>(
  reporter: Pieces<Run, Result, Summary>,
  { path, append }: FormatChoice,
  run: Run,
  host: Host,
): Promise<RunOutput<Result, Summary>> {
  const sink = path === undefined ? printed(host) : append ? addition(path, host) : await newFile(path, host);
  const send = async (pieces: Iterable<string | Buffer>) => {
    for (const chunk of chunks(pieces)) await sink.write(chunk);
  };
  const { close, abandon } = sink;
  try {
    await send([reporter.begin(run)]);
  } catch (error) {
    await abandon().catch(() => {});
    throw error;
  }
  return {
    file: (result, index) => send(reporter.file(result, run, index)),
    end: (summary) => send([reporter.end(summary, run)]),
    close,
    abandon,
  };
}

function printed({ stdout }: Host): NewFile {
  return { write: (content) => stdout.write(`${content}`), close: async () => {}, abandon: async () => {} };
}

/** What is kept until the end and then added to a file. */
function addition(path: string, { cwd, files }: Host): NewFile {
  let all = "";
  return {
    write: async (text) => void (all += text),
    close: () => named(path, "output", () => files.append(resolve(cwd, path), all).catch(inNoFolder(path))),
    abandon: async () => {},
  };
}

/** A file of the host's whose troubles are told under the name that the user gave it. */
export async function newFile(path: string, { cwd, files }: Host): Promise<NewFile> {
  const told = <T>(work: () => Promise<T>) => named(path, "output", work);
  const file = await told(() => files.create(resolve(cwd, path)).catch(inNoFolder(path)));
  return { write: (text) => told(() => file.write(text)), close: () => told(file.close), abandon: file.abandon };
}

function inNoFolder(path: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    throw error.code === "ENOENT" ? new UserError("output", `there is no folder for ${path}.`) : error;
  };
}

/** Texts joined to what is worth a write; bytes are that as they come. */
export function* chunks<Piece extends string | Buffer>(pieces: Iterable<Piece>): Iterable<string | Piece> {
  let waiting: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    if (typeof piece === "string") {
      waiting.push(piece);
      length += piece.length;
      if (length < 65_536) continue;
    }
    if (length > 0) yield waiting.join("");
    if (typeof piece !== "string") yield piece;
    waiting = [];
    length = 0;
  }
  if (length > 0) yield waiting.join("");
}
