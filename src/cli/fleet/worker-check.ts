import type { Worker } from "node:worker_threads";
import type { IsoDate } from "../../model/date.js";
import { UserError } from "../../model/user-error.js";
import { type PlainResult, plainResult, resultOf } from "../../reporters/plain-poam.js";
import type { Input } from "../inputs.js";
import type { Session } from "../program.js";
import type { RunSettings, Settings } from "../settings.js";
import { type Check, type CheckChoice, type Checked, checker, unreadable } from "./check.js";
import { workerPool } from "./worker-pool.js";

/** What a thread is begun with: settings as plain data, each once, however many workbooks they hold for. */
export interface WorkerSetup extends CheckChoice {
  readonly asOf: IsoDate;
  readonly settings: readonly PlainSettings[];
  /** Whether a format shows cells. */
  readonly cells: boolean;
}

interface PlainSettings extends Omit<Settings, "packs" | "report" | "layers"> {
  readonly packs: readonly string[] | undefined;
}

/** A workbook to check, and which settings hold for it. */
export interface WorkerTask {
  readonly path: string;
  readonly absolute: string;
  readonly settings: number;
}

/** What was found, or what is wrong with the whole run. */
export type WorkerAnswer =
  | { readonly checked: Omit<Checked, "result"> & { readonly result: PlainResult } }
  | { readonly fault: { readonly code: string; readonly message: string } };

/** Checks in threads of their own, as many workbooks at a time; `close` ends them. */
export function workerChecker(
  inputs: readonly Input[],
  { asOf, of }: RunSettings,
  choice: CheckChoice & { readonly cells: boolean },
  jobs: number,
  startWorker: (setup: WorkerSetup) => Worker,
): { readonly check: Check; readonly close: () => Promise<void> } {
  const had = inputs.filter(({ failure }) => failure === undefined);
  const distinct = [...new Set(had.map(of))];
  const numbers = new Map(distinct.map((settings, number) => [settings, number]));
  const setup: WorkerSetup = { ...choice, asOf, settings: distinct.map(plainSettings) };
  const pool = workerPool<WorkerTask, WorkerAnswer>(() => startWorker(setup), jobs);
  return {
    async check(input, show) {
      if (input.failure !== undefined) return unreadable(input.failure, input, choice.debug);
      const { path, absolute } = input;
      let answer: WorkerAnswer;
      try {
        answer = await pool.run({ path, absolute, settings: numbers.get(of(input))! });
      } catch (error) {
        return unreadable(deathOf(error, path), input, choice.debug);
      }
      await show?.();
      if ("fault" in answer) throw new UserError(answer.fault.code, answer.fault.message);
      return { ...answer.checked, result: resultOf(answer.checked.result) };
    },
    close: pool.close,
  };
}

/** The other side: answers tasks in the thread. */
export function workerAnswerer(
  session: Session,
  { asOf, settings, cells, ...choice }: WorkerSetup,
): (task: WorkerTask) => Promise<WorkerAnswer> {
  const numbers = new Map<string, number>();
  let check: Promise<Check> | undefined;

  async function begin(): Promise<Check> {
    const packs = await session.engine.packs();
    const whole = settings.map((plain) => ({
      ...plain,
      packs: plain.packs?.map((id) => packs.find((pack) => pack.id === id)!),
    }));
    return checker(session, { asOf, of: ({ absolute }) => whole[numbers.get(absolute)!]! }, choice);
  }

  return async ({ path, absolute, settings: number }) => {
    numbers.set(absolute, number);
    try {
      const checked = await (await (check ??= begin()))({ path, absolute });
      return { checked: { ...checked, result: plainResult(checked.result, cells) } };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { fault: { code: error.code, message: error.message } };
    }
  };
}

/** Redaction hides the texts of rules in the one place where results are printed, so nothing of that is done here. */
function plainSettings({ packs, report: _, layers: __, ...settings }: Settings): PlainSettings {
  return { ...settings, packs: packs?.map(({ id }) => id) };
}

/** Why a thread ended, as far as the user can do something about it. */
function deathOf(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !("code" in error) || error.code !== "ERR_WORKER_OUT_OF_MEMORY") return error;
  return new UserError(
    "memory",
    `${path} needs more memory than a thread has. Check it by itself, with more: NODE_OPTIONS=--max-old-space-size=16384`,
  );
}
