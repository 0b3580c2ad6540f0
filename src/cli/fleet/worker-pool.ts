import type { Worker } from "node:worker_threads";

/** Threads that do one task after the other. */
export interface WorkerPool<Task, Answer> {
  /** Done by the next thread that is free. Rejects with what ended the thread, where the task did that; the others go on. */
  readonly run: (task: Task) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

interface Job<Task, Answer> {
  readonly task: Task;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** At most so many threads, each begun when there is work for it, and anew where a task has ended it. */
export function workerPool<Task, Answer>(start: () => Worker, most: number): WorkerPool<Task, Answer> {
  const all = new Set<Worker>();
  const free: Worker[] = [];
  const waiting: Job<Task, Answer>[] = [];

  function begin(): Worker {
    const worker = start();
    all.add(worker);
    // What ends a thread is told by the task that it was at, if any.
    worker.on("error", () => {});
    worker.on("exit", () => {
      all.delete(worker);
      if (free.includes(worker)) free.splice(free.indexOf(worker), 1);
      next();
    });
    return worker;
  }

  function next(): void {
    while (waiting.length > 0) {
      const worker = free.pop() ?? (all.size < most ? begin() : undefined);
      if (worker === undefined) return;
      give(worker, waiting.shift()!);
    }
  }

  function give(worker: Worker, { task, resolve, reject }: Job<Task, Answer>): void {
    const settled = () => {
      worker.off("message", answered);
      worker.off("error", reject);
      worker.off("exit", ended);
    };
    const answered = (answer: Answer) => {
      settled();
      free.push(worker);
      resolve(answer);
      next();
    };
    const ended = (code: number) => {
      settled();
      reject(new Error(`the thread ended with ${code}`));
    };
    worker.on("message", answered);
    worker.on("error", reject);
    worker.on("exit", ended);
    worker.postMessage(task);
  }

  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, resolve, reject });
        next();
      }),
    async close() {
      waiting.length = 0;
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}
