/**
 * Does the work for each input and gives the outcomes in the order of the inputs. At most `ahead` are begun and not yet
 * taken, so that what waits for a slow one before it has an end.
 */
export async function* inOrder<Input, Outcome>(
  inputs: readonly Input[],
  ahead: number,
  work: (input: Input, index: number) => Promise<Outcome>,
): AsyncGenerator<Outcome> {
  const begun: Promise<Outcome>[] = [];
  let next = 0;
  while (next < inputs.length || begun.length > 0) {
    while (next < inputs.length && begun.length < ahead) {
      const outcome = work(inputs[next]!, next++);
      // What fails is told when its turn comes, which may be never.
      outcome.catch(() => {});
      begun.push(outcome);
    }
    yield await begun.shift()!;
  }
}

/** The same work, never twice at a time. */
export function oneAtATime<Args extends unknown[], Outcome>(
  work: (...args: Args) => Promise<Outcome>,
): (...args: Args) => Promise<Outcome> {
  let last: Promise<unknown> = Promise.resolve();
  return (...args) => {
    const own = last.then(() => work(...args));
    last = own.catch(() => {});
    return own;
  };
}
