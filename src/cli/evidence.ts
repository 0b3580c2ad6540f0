import { basename, dirname, join } from "node:path";
import { type EvidencePaths, VER_NAME } from "../config/config.js";
import { readJson } from "../config/read-json.js";
import { isIsoDate } from "../model/date.js";
import type { Evidence, KevEntry, VerSidecar } from "../model/evidence.js";
import type { Poam } from "../model/poam.js";
import { UserError } from "../model/user-error.js";
import { decodeFile } from "../workbook/text-encoding.js";
import { named } from "./errors.js";
import { shownFrom } from "./inputs.js";
import type { Session } from "./program.js";

/** Reads what is given besides a workbook; each file once, however many workbooks it is given with. */
export function evidenceReader({
  host,
  engine,
}: Session): (paths: EvidencePaths, workbook: string) => Promise<Evidence> {
  const read = new Map<string, Promise<unknown>>();
  const once = <T>(path: string, how: (path: string) => Promise<T>): Promise<T> => {
    let reading = read.get(path);
    if (!reading) read.set(path, (reading = named(shownFrom(host.cwd, path), "evidence", () => how(path))));
    return reading as Promise<T>;
  };
  const poam =
    (id?: string) =>
    async (path: string): Promise<Poam> => {
      const templates = await engine.templates();
      const workbook = await engine.openWorkbook(await host.files.read(path), basename(path));
      const template = id === undefined ? undefined : templates.find((one) => one.id === id);
      return engine.readPoam(workbook, templates, { template, fileName: basename(path) });
    };
  const text = async (path: string) => decodeFile(await host.files.read(path));

  const sidecar = (path: string) =>
    once(path, async () => (await import("../config/ver.js")).parseVer(await text(path), basename(path)));
  const filledIn = (path: string) =>
    once(path, async () => {
      const { readMissing } = await import("../ver/missing.js");
      return readMissing(await engine.openWorkbook(await host.files.read(path), basename(path)), basename(path));
    });
  /** The list of what is missing, filled in, goes over the sidecar beside the workbook. */
  const verOf = async (given: string | undefined, workbook: string): Promise<VerSidecar | undefined> => {
    const beside = join(dirname(workbook), VER_NAME);
    if (given !== undefined && !TABLE.test(given)) return sidecar(given);
    const base = (await host.files.kind(beside)) === "file" ? await sidecar(beside) : undefined;
    if (given === undefined) return base;
    return (await import("../ver/missing.js")).laidOver(base, await filledIn(given));
  };

  return async (paths, workbook) => {
    const ver = await verOf(paths.ver, workbook);
    return {
      ...(paths.previous && { previous: await once(paths.previous, poam()) }),
      ...(paths.inventory && { inventory: await once(paths.inventory, poam("fedramp-inventory")) }),
      ...(paths.deviations && { deviations: await once(paths.deviations, poam("fedramp-deviation-request")) }),
      ...(paths.ret && { riskExposure: await once(paths.ret, poam("fedramp-ret")) }),
      ...(paths.kev && { kev: await once(paths.kev, async (path) => readKev(await text(path), basename(path))) }),
      ...(ver && { ver }),
    };
  };
}

const TABLE = /\.(?:csv|tsv|xlsx|xlsm)$/i;

/** CISA's catalogue as it publishes it: `vulnerabilities` with `cveID`, `dateAdded` and `dueDate`. */
function readKev(text: string, name: string): ReadonlyMap<string, KevEntry> {
  const fault = new UserError("kev", `${name} is not CISA's catalogue of known exploited vulnerabilities in JSON.`);
  const value = readJson(text, name, "kev") as { vulnerabilities?: unknown };
  if (!Array.isArray(value?.vulnerabilities)) throw fault;
  const entries = value.vulnerabilities.map(({ cveID, dateAdded, dueDate }: Record<string, unknown>): KevEntry => {
    if (typeof cveID !== "string" || !isDay(dateAdded) || !isDay(dueDate)) throw fault;
    return { cve: cveID.toUpperCase(), addedOn: dateAdded, dueOn: dueDate };
  });
  return new Map(entries.map((entry) => [entry.cve, entry]));
}

function isDay(value: unknown): value is string {
  return typeof value === "string" && isIsoDate(value);
}
