/** What another process takes of the machine: its memory, and time that is its own. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Milliseconds: `value` without those in which other programs had all cores, where the system counts them. */
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
      const [other, own] = [threadTimes(pid), threadTimes(process.pid)];
      const began = performance.now();
      await work();
      const byClock = performance.now() - began;
      const [otherNow, ownNow] = [threadTimes(pid), threadTimes(process.pid)];
      const waited = otherNow.waited - other.waited + ownNow.waited - own.waited;
      // Both may have waited at the same time; what the other has worked it would have worked in any case.
      return { value: Math.min(byClock, Math.max(byClock - waited, otherNow.ran - other.ran)), byClock };
    },
    sinceStart: began => {
      const byClock = performance.now() - began;
      return { value: byClock - threadTimes(pid).waited, byClock };
    },
  };
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

/** Milliseconds for which the main thread has run, and has waited for a core; 0 where the system does not count them. */
function threadTimes(pid: number): { readonly ran: number; readonly waited: number } {
  try {
    const [ran, waited] = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ').map(Number);
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
