import type { Input } from "../inputs.js";
import type { Session } from "../program.js";
import type { RunSettings } from "../settings.js";
import type { Cache } from "./cache.js";
import { type Check, type Checked, checker } from "./check.js";
import { inOrder, oneAtATime } from "./in-order.js";

export interface FleetChoice {
  /** How many workbooks are checked at a time. */
  readonly jobs: number;
  readonly cache: Cache | undefined;
  /** Whether a format shows cells. */
  readonly cells: boolean;
  readonly debug: boolean;
  /** Told before each workbook, and as far as that is known while it is checked. */
  readonly show: (index: number, input: Input) => Promise<void>;
}

/** For each thread so many workbooks may be done before it is their turn; what is looked up waits less. */
const AHEAD = 8;

/**
 * Checks the workbooks and gives what came of each in their order: by what an earlier run kept, in threads, or here, one after
 * the other, where there is one job or no thread can be had.
 */
export async function* checkFleet(
  session: Session,
  inputs: readonly Input[],
  settings: RunSettings,
  { cache, cells, debug, show, ...choice }: FleetChoice,
): AsyncGenerator<Checked> {
  const { startWorker } = session.host;
  const jobs = startWorker === undefined ? 1 : Math.min(choice.jobs, inputs.length);
  const checking = { debug, digest: cache !== undefined };
  const isPlain = jobs <= 1 && cache === undefined;
  let close = async () => {};

  async function begin(): Promise<Check> {
    if (startWorker === undefined || jobs <= 1) return oneAtATime(await checker(session, settings, checking));
    const { workerChecker } = await import("./worker-check.js");
    const threads = workerChecker(inputs, settings, { ...checking, cells }, jobs, startWorker);
    close = threads.close;
    return threads.check;
  }

  // Where all is known already, nothing is loaded that opens a workbook.
  let beginning: Promise<Check> | undefined;
  const one = async (input: Input, index: number): Promise<Checked> => {
    const known = await cache?.find(input);
    if (known !== undefined) return known;
    const check = await (beginning ??= begin());
    const checked = await check(input, isPlain ? () => show(index, input) : undefined);
    await cache?.keep(input, checked);
    return checked;
  };

  try {
    let index = 0;
    const outcomes = inOrder(inputs, isPlain ? 1 : AHEAD * Math.max(jobs, 1), one);
    for (;;) {
      if (index < inputs.length) await show(index, inputs[index]!);
      const { value, done } = await outcomes.next();
      if (done) return;
      yield value;
      index++;
    }
  } finally {
    await close();
  }
}
