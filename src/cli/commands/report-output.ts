import { extname, resolve } from "node:path";
import { UserError } from "../../model/user-error.js";
import { chunks, identities, newFile } from "../outputs.js";
import type { Session } from "../program.js";
import type { Content } from "./render-report.js";
import type { ReportFlags, ReportFormat } from "./report-flags.js";

/** `-f`, else what the file's name ends in, else Markdown. */
export function formatOf({ format, output }: ReportFlags): ReportFormat {
  const toFile = output !== undefined && output !== "-";
  const byName = toFile ? BY_EXTENSION[extname(output).toLowerCase()] : "markdown";
  if (toFile && format !== undefined && byName !== undefined && format !== byName) {
    throw new UserError(
      "usage",
      `-f ${format} and -o ${output} contradict each other: leave out -f, or name it after its form.`,
    );
  }
  const chosen = format ?? byName;
  if (chosen === undefined) {
    throw new UserError("usage", `-o ${output}: end the name in .md, .html, .xlsx or .json, or give the form with -f.`);
  }
  if (chosen === "xlsx" && !toFile) {
    throw new UserError("usage", "a workbook cannot be printed. Give it a file: -o report.xlsx");
  }
  return chosen;
}

const BY_EXTENSION: Readonly<Record<string, ReportFormat>> = {
  ".md": "markdown",
  ".markdown": "markdown",
  ".html": "html",
  ".htm": "html",
  ".xlsx": "xlsx",
  ".json": "json",
};

/** A slip of the pen must not replace somebody's workbook by a report. */
export async function refuseRead(
  output: string | undefined,
  read: readonly string[],
  { host }: Session,
): Promise<void> {
  if (output === undefined || output === "-") return;
  const own = await identities([resolve(host.cwd, output)], host);
  const used = await identities(read, host);
  if ([...own].some((one) => used.has(one))) {
    throw new UserError(
      "usage",
      `${output} is read in this run: poam does not write the report over it. Give another name.`,
    );
  }
}

/** A workbook that is there may be somebody's POA&M; only what poam itself reported may be reported anew. */
export async function refuseWorkbook(output: string | undefined, { host, engine }: Session): Promise<void> {
  if (output === undefined || !WORKBOOK.test(output)) return;
  const path = resolve(host.cwd, output);
  if ((await host.files.kind(path)) !== "file") return;
  const isOwn = await host.files
    .read(path)
    .then((bytes) => engine.openWorkbook(bytes, output))
    .then(
      () => false,
      (error) => error instanceof UserError && error.code === "own-report",
    );
  if (isOwn) return;
  throw new UserError("usage", `${output} is there already, and is no report of poam's: give another name.`);
}

const WORKBOOK = /\.(xls[xmb]?|csv|tsv)$/i;

/** Writes a report to its file, or prints it. */
export async function put(content: Content, output: string | undefined, { host }: Session): Promise<void> {
  const pieces = Buffer.isBuffer(content) ? [content] : chunks(typeof content === "string" ? [content] : content);
  if (output === undefined || output === "-") {
    for (const piece of pieces) await host.stdout.write(`${piece}`);
    return;
  }
  const file = await newFile(output, host);
  try {
    for (const piece of pieces) await file.write(piece);
    await file.close();
  } catch (error) {
    await file.abandon().catch(() => {});
    throw error;
  }
}
