import { basename } from "node:path";
import type { Poam } from "../../model/poam.js";
import { UserError } from "../../model/user-error.js";
import type { DatedPoam } from "../../report.js";
import type { FormChoice } from "../../template/choose.js";
import { aboutFile, complaint, plainSentence } from "../errors.js";
import { type Input, noSuchFile, shownFrom } from "../inputs.js";
import type { Session } from "../program.js";
import { dayOf } from "./poam-day.js";

/**
 * The POA&Ms of earlier months: those given with `--previous`, else the one that the config names. Of a folder, what is no
 * POA&M, is another system's or is not earlier is passed over, and that is said.
 */
export async function earlierPoams(
  past: readonly Input[],
  configured: string | undefined,
  input: Input,
  current: DatedPoam,
  form: Pick<FormChoice, "template" | "columns">,
  session: Session,
): Promise<readonly DatedPoam[]> {
  const { host } = session;
  const named = configured === undefined ? [] : [{ path: shownFrom(host.cwd, configured), absolute: configured }];
  const earlier: DatedPoam[] = [];
  for (const one of past.length > 0 ? past : named) {
    if (one.absolute === input.absolute) continue;
    const read = await readEarlier(one, current, form, session);
    if (typeof read === "string")
      await host.stderr.write(complaint(new UserError("passed-over", `passed over: ${read}`), false));
    else earlier.push(read);
  }
  return latestOfMonths(earlier, session);
}

/** One POA&M a month, the latest; two of one day contradict each other. */
async function latestOfMonths(earlier: readonly DatedPoam[], { host }: Session): Promise<readonly DatedPoam[]> {
  const latest = new Map<string, DatedPoam>();
  for (const one of earlier) {
    const month = one.day.slice(0, 7);
    const known = latest.get(month);
    if (known?.day === one.day) {
      throw new UserError(
        "same-month",
        `${known.workbook} and ${one.workbook} are both of ${one.day}: give one of them with --previous.`,
      );
    }
    const [kept, other] = known && known.day > one.day ? [known, one] : [one, known];
    latest.set(month, kept);
    if (!other) continue;
    const sentence = `passed over: ${other.workbook} is of ${other.day}, and ${kept.workbook} of the same month is later.`;
    await host.stderr.write(complaint(new UserError("passed-over", sentence), false));
  }
  return [...latest.values()];
}

/** The POA&M, or why it is passed over. */
async function readEarlier(
  input: Input,
  current: DatedPoam,
  form: Pick<FormChoice, "template" | "columns">,
  session: Session,
): Promise<DatedPoam | string> {
  const { path, failure } = input;
  try {
    if (failure !== undefined) throw failure;
    const poam = await opened(input, form, session);
    const day = dayOf(poam, path);
    if (day === undefined) {
      return `${path} has no POA&M date. Enter it, or name the file after its month, as 2026-03.xlsx.`;
    }
    const [system, own] = [systemOf(poam), systemOf(current.poam)];
    if (system && own && system.toLowerCase() !== own.toLowerCase()) return `${path} is another system's.`;
    if (day >= current.day) return `${path} is of ${day}, not earlier than ${current.day}.`;
    return { workbook: path, poam, day };
  } catch (error) {
    const sentence = plainSentence(error, path);
    if (sentence === undefined) throw error;
    return aboutFile(sentence, path);
  }
}

async function opened(
  input: Input,
  form: Pick<FormChoice, "template" | "columns">,
  { host, engine }: Session,
): Promise<Poam> {
  const { absolute, path } = input;
  if ((await host.files.kind(absolute)) === undefined) {
    throw new UserError("no-such-file", await noSuchFile(input, host));
  }
  const workbook = await engine.openWorkbook(await host.files.read(absolute), basename(absolute));
  return engine.readPoam(workbook, await engine.templates(), { ...form, fileName: path });
}

function systemOf({ header }: Poam): string | undefined {
  return header.find(({ field, filled }) => field === "system" && filled)?.value.text.trim();
}
