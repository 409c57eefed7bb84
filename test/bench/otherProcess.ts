/** What another process takes of the machine: its memory, and time that is its own. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds: `value` without those in which strangers had the cores, where the system counts them. */
export type Lap = { readonly value: number; readonly byClock: number };

export type Stopwatch = {
  time(work: () => Promise<unknown>): Promise<Lap>;
  /** The time since the other process was started, of which this one's waiting counts as time. */
  sinceStart(began: number): Lap;
};

/** Times what this process asks of another one. */
export function createStopwatch(pid: number): Stopwatch {
  return {
    time: async work => {
      const before = [timesOf(pid), timesOf(process.pid)];
      const began = performance.now();
      await work();
      const byClock = performance.now() - began;
      const after = [timesOf(pid), timesOf(process.pid)];
      const ran = (after[0]?.ran ?? 0) - (before[0]?.ran ?? 0);
      // Both may have waited at the same time; what the other has worked it would have worked in any case.
      return { value: Math.min(byClock, Math.max(byClock - forStrangers(before, after), ran)), byClock };
    },
    sinceStart: began => {
      const byClock = performance.now() - began;
      return { value: byClock - forStrangers([], [timesOf(pid)]), byClock };
    },
  };
}

/** A process's main thread: milliseconds for which it has run and waited for a core, and for which each other thread has run. */
export type Times = { readonly ran: number; readonly waited: number; readonly others: ReadonlyMap<string, number> };

/**
 * Milliseconds for which the main threads waited because of strangers. Whatever other threads of the same processes ran
 * meanwhile (reading threads, V8's helpers), the waiting was for them: more of it is counted as ours than is, never less.
 */
export function forStrangers(before: readonly Times[], after: readonly Times[]): number {
  let strangers = 0;
  for (const [i, { waited, others }] of after.entries()) {
    const known = before[i]?.others ?? new Map<string, number>();
    // What a thread ran before it ended nobody can tell any more: it may have been all of the time.
    if ([...known.keys()].some(thread => !others.has(thread))) return 0;
    strangers += waited - (before[i]?.waited ?? 0);
    for (const [thread, ran] of others) strangers -= ran - (known.get(thread) ?? 0);
  }
  return Math.max(0, strangers);
}

/** The lap that a share of the laps are not slower than, by their value. */
export function lapAt(laps: readonly Lap[], share: number): Lap {
  const ascending = [...laps].sort((a, b) => a.value - b.value);
  return ascending[Math.min(laps.length - 1, Math.floor(laps.length * share))] ?? { value: 0, byClock: 0 };
}

/** The most memory that a process takes from now on, its threads included, in MB. */
export function watchMemory(pid: number): { peak(): number } {
  let peak = 0;
  const look = (): void => {
    peak = Math.max(peak, residentMemory(pid));
  };
  const timer = setInterval(look, 100).unref();
  return {
    peak: () => {
      clearInterval(timer);
      return peak;
    },
  };
}

function timesOf(pid: number): Times {
  const others = new Map<string, number>();
  for (const thread of threadsOf(pid)) {
    if (thread !== String(pid)) others.set(thread, threadTimes(pid, thread).ran);
  }
  return { ...threadTimes(pid, String(pid)), others };
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** 0 where the system does not count them, and of a thread that has just ended. */
function threadTimes(pid: number, thread: string): { readonly ran: number; readonly waited: number } {
  try {
    const [ran, waited] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ').map(Number);
    return { ran: (ran ?? 0) / 1e6, waited: (waited ?? 0) / 1e6 };
  } catch {
    return { ran: 0, waited: 0 };
  }
}

/** Linux keeps the most by itself; elsewhere it is what is taken now. 0 for a process that has ended. */
function residentMemory(pid: number): number {
  try {
    const [, kilobytes] = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return (Number(kilobytes ?? 0) * 1024) / 1e6;
  } catch {
    return process.platform === 'linux' ? 0 : memoryByPs(pid);
  }
}

function memoryByPs(pid: number): number {
  try {
    return (Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024) / 1e6;
  } catch {
    return 0;
  }
}
