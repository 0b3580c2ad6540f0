import { type ConversionSource, gather } from "../../convert.js";
import { UserError } from "../../model/user-error.js";
import { type OpenPoam, poamOpener } from "../checker.js";
import { complaint, failureOf } from "../errors.js";
import { expandInputs, type Input } from "../inputs.js";
import { chunks } from "../outputs.js";
import type { Session } from "../program.js";
import { putLike } from "../put-like.js";
import { type RunSettings, settingsFor } from "../settings.js";
import type { ConvertFlags } from "./convert-flags.js";
import { refuseBeside, refuseOutput, refuseRead, targetOf } from "./convert-target.js";
import { renderedItems } from "./render-conversion.js";
import { isDropped, tell } from "./tell-losses.js";

/** `poam convert`: the items of workbooks in another form, and what became of every value. */
export async function convertCommand(session: Session, files: readonly string[], flags: ConvertFlags): Promise<number> {
  const { host } = session;
  if (files.length === 0) {
    const example = "poam convert acme-poam.xlsx --to fedramp-rev5-v3.0 -o acme-v3.xlsx";
    throw new UserError("no-files", `no file was given. For example: ${example}`);
  }
  const target = await targetOf(flags, session);
  refuseLossReport(flags);
  await refuseOutput(target, flags, session);
  for (const beside of [flags.lossReport, flags.missing]) await refuseBeside(beside, flags.force === true, session);
  const inputs = await expandInputs(files, host);
  const settings = await settingsFor(inputs, flags, session);
  const read = [...inputs.map(({ absolute }) => absolute), ...settings.files];
  if (flags.into !== undefined) read.push(...(await expandInputs([flags.into], host)).map(({ absolute }) => absolute));
  if (target.kind !== "ver") await refuseRead([flags.output, flags.lossReport], read, session);
  const sources = await opened(inputs, settings, flags, session);
  if (sources === undefined) return 2;
  const gathered = gather(sources.map(({ path, poam }) => ({ path, poam })));
  const redact = inputs.some((input) => settings.of(input).redact);
  if (target.kind === "ver") {
    const { convertToVer } = await import("./convert-ver.js");
    const options = sources.map((source) => source.options);
    return convertToVer({ gathered, options, first: inputs[0]!, flags, redact, read }, session);
  }
  const { content, losses } = await renderedItems(gathered, target, settings.asOf, session);
  await put(content, inputs[0]!, flags, session);
  await tell(losses, flags, redact, session);
  return flags.strict && isDropped(losses) ? 1 : 0;
}

type OpenSource = ConversionSource & OpenPoam;

/** Nothing is converted unless everything can be read: half of a register is none. */
async function opened(
  inputs: readonly Input[],
  settings: RunSettings,
  { debug }: ConvertFlags,
  session: Session,
): Promise<readonly OpenSource[] | undefined> {
  const open = await poamOpener(session, settings, () => {});
  const sources: OpenSource[] = [];
  let failed = false;
  for (const input of inputs) {
    try {
      sources.push({ path: input.path, ...(await open(input)) });
    } catch (error) {
      failed = true;
      await session.host.stderr.write(complaint(failureOf(error, input.path).failure, debug === true, input.path));
    }
  }
  return failed ? undefined : sources;
}

async function put(
  content: Buffer | Iterable<string>,
  { absolute }: Input,
  { output = "-", force }: ConvertFlags,
  { host }: Session,
): Promise<void> {
  if (output === "-") {
    for (const piece of chunks(content as Iterable<string>)) await host.stdout.write(piece);
    return;
  }
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from([...content].join(""));
  await putLike(output, bytes, { like: absolute, force: force === true }, host);
}

function refuseLossReport({ lossReport }: ConvertFlags): void {
  if (lossReport === undefined || /\.(?:md|markdown|json)$/i.test(lossReport)) return;
  throw new UserError("usage", `--loss-report ${lossReport}: end the name in .md or .json.`);
}
