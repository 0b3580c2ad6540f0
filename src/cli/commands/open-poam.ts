import { basename } from "node:path";
import { readDate } from "../../codecs/date.js";
import { type IsoDate, isIsoDate, lastOfMonth } from "../../model/date.js";
import type { Poam } from "../../model/poam.js";
import { UserError } from "../../model/user-error.js";
import type { FormChoice } from "../../template/choose.js";
import { type Input, noSuchFile } from "../inputs.js";
import type { Session } from "../program.js";

/** Reads a workbook as the POA&M that it holds. */
export async function openPoam(
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

/**
 * The day that a POA&M is of: its own date, or that of its export from eMASS (which writes the month first), or what its
 * file is named after: a day, or a month, whose last day is meant.
 */
export function dayOf({ submittedOn, header }: Poam, path: string): IsoDate | undefined {
  if (submittedOn?.value !== undefined) return submittedOn.value;
  const exported = header.find(({ field, filled }) => field === "exportedOn" && filled)?.value.text;
  const exportedOn = exported && readDate(exported, "mdy").value;
  if (exportedOn) return exportedOn;
  const [named, month] = /(\d{4}-\d\d)(?:-\d\d)?(?!\d)/.exec(basename(path)) ?? [];
  if (named === undefined) return undefined;
  return isIsoDate(named) ? named : lastOfMonth(month!);
}
