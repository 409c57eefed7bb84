import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type BatchMessage, type ReadBatch, unpackBatch } from './batchMessage.ts';
import type { Courtesy } from './courtesy.ts';
import { type Looks, looksMeanwhile } from './looks.ts';
import { readBatch as readHere } from './readBatch.ts';
import type { ThreadJob, ThreadStart } from './readingWorker.ts';
import { type ReadTask, trouble } from './readOne.ts';

/** Reads files in threads of their own, so that whoever asks goes on meanwhile. */
export type ReadingThreads = {
  /** How many batches keep all threads busy. */
  readonly atOnce: number;
  /** What came of the tasks, mostly in one batch: together the outcomes are in their order. Never rejects. */
  read(tasks: readonly ReadTask[]): Promise<readonly ReadBatch[]>;
  /** What the system says of these paths; of a few, without a thread. Never rejects. */
  look(paths: readonly string[]): Promise<Looks>;
  close(): void;
};

export type ThreadOptions = {
  /** Milliseconds for a small file, on a busy machine too; a large one has half a second more for each megabyte. */
  readonly patience?: number;
  /** Megabytes of memory that reading a batch may take. */
  readonly memory?: number;
  /** Milliseconds after which a thread that has nothing to do ends. */
  readonly idle?: number;
  /** Whom the threads let go first. */
  readonly courtesy?: Courtesy;
};

/** So many paths are looked at without a thread: it would take longer to start. */
const fewPaths = 1000;
/** Megabytes for what a thread throws away at once: small, so that it does not keep much. */
const youngMemory = 16;
/** Batches after which a thread ends and another begins: what it has thrown away is given back at once then. */
const mostBatches = 64;
/** One core is left to whoever writes. */
const mostThreads = Math.max(1, Math.min(4, availableParallelism() - 1));

/**
 * Threads begin when there is something to read and end when there has been nothing for a while. A file that takes too
 * long or too much memory ends its thread: it becomes a problem, the files that were read with it are read again.
 */
export function createReadingThreads(options: ThreadOptions = {}): ReadingThreads {
  const { patience = 30_000, memory = 768, idle = 5000, courtesy } = options;
  const path = workerPath();
  const workers = createWorkers(path, memory, idle, courtesy ? { courtesy: courtesy.shared } : {});
  const waiting: (() => void)[] = [];
  let running = 0;

  const readBatch = async (tasks: readonly ReadTask[]): Promise<readonly ReadBatch[]> => {
    const worker = workers.start();
    const longest = patience + tasks.reduce((sum, { size }) => sum + size, 0) / 2000;
    const answer = await ask<BatchMessage>(worker, { read: tasks }, AbortSignal.timeout(Math.ceil(longest)));
    if (typeof answer !== 'string') {
      workers.rest(worker);
      return [unpackBatch(answer)];
    }
    workers.end(worker);
    const [only, ...more] = tasks;
    if (only && more.length === 0) return [{ outcomes: [trouble(only, answer)] }];
    const batches: ReadBatch[] = [];
    for (const task of tasks) batches.push(...(await readBatch([task])));
    return batches;
  };
  /** Paths are looked at without a limit of time: a network drive takes long. */
  const look = async (paths: readonly string[]): Promise<Looks> => {
    const worker = workers.start();
    const looks = await ask<Looks>(worker, { look: paths });
    if (typeof looks === 'string') workers.end(worker);
    else workers.rest(worker);
    return typeof looks === 'string' ? looksMeanwhile(paths) : looks;
  };
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= mostThreads) await new Promise<void>(resolve => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
  return {
    // One batch more than there are threads, so that none waits while the outcomes of another are put away.
    atOnce: mostThreads + 1,
    read: async tasks => (path ? inTurn(() => readBatch(tasks)) : [await readHere(tasks)]),
    look: paths => (path && paths.length > fewPaths ? inTurn(() => look(paths)) : looksMeanwhile(paths)),
    close: workers.close,
  };
}

/** Threads that begin when they are needed, and rest for a while before they end. */
function createWorkers(path: string, memory: number, idle: number, workerData: ThreadStart) {
  const resting = new Map<Worker, NodeJS.Timeout>();
  const batches = new WeakMap<Worker, number>();
  let closed = false;
  const wake = (worker: Worker): void => {
    clearTimeout(resting.get(worker));
    resting.delete(worker);
  };
  const end = (worker: Worker): void => {
    wake(worker);
    void worker.terminate();
  };
  return {
    start: (): Worker => {
      const [rested] = resting.keys();
      if (rested) {
        wake(rested);
        rested.ref();
        return rested;
      }
      const resourceLimits = { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: youngMemory };
      const worker = new Worker(path, { resourceLimits, workerData });
      // Ending a thread may make it complain once more, when nobody listens.
      return worker.on('error', () => undefined).on('exit', () => wake(worker));
    },
    rest: (worker: Worker): void => {
      // Nobody waits for a thread that rests: the process may end.
      worker.unref();
      const done = (batches.get(worker) ?? 0) + 1;
      batches.set(worker, done);
      if (closed || done === mostBatches) end(worker);
      else resting.set(worker, setTimeout(() => end(worker), idle).unref());
    },
    end,
    close: (): void => {
      closed = true;
      for (const worker of resting.keys()) end(worker);
    },
  };
}

/** What came of a job, or what is wrong with the files as the end of a sentence. The signal says when that took too long. */
function ask<Answer extends object>(worker: Worker, job: ThreadJob, signal?: AbortSignal): Promise<Answer | string> {
  return new Promise(resolve => {
    const settle = (answer: Answer | string): void => {
      signal?.removeEventListener('abort', late);
      worker.off('message', settle).off('error', failed).off('exit', ended);
      resolve(answer);
    };
    const failed = (error: NodeJS.ErrnoException): void => {
      const tooMuch = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      settle(tooMuch ? 'takes too much memory to read' : `cannot be read: ${error.message}`);
    };
    const ended = (): void => settle('cannot be read: its reader ended');
    const late = (): void => settle('takes too long to read');
    signal?.addEventListener('abort', late);
    worker.on('message', settle).on('error', failed).on('exit', ended);
    worker.postMessage(job);
  });
}

/** Beside the bundle, one folder up from a part of it, or beside this file as it is compiled for tests. */
function workerPath(): string {
  const folder = import.meta.dirname;
  const places = [join(folder, 'worker.mjs'), join(folder, '..', 'worker.mjs'), join(folder, 'readingWorker.js')];
  return places.find(existsSync) ?? '';
}
