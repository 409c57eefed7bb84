/** How much memory another process takes, its threads included. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The most that the process has taken so far, or what it takes now where the system does not keep count; in MB. */
export function residentMemory(pid: number): { readonly now: number; readonly peak: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return { now: kilobytes(status, 'VmRSS') / 1000, peak: kilobytes(status, 'VmHWM') / 1000 };
  } catch {
    const now = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1000;
    return { now, peak: now };
  }
}

/** Linux says kB and means 1024 bytes. */
function kilobytes(status: string, name: string): number {
  return Number(new RegExp(`${name}:\\s*(\\d+)`).exec(status)?.[1] ?? 0) * 1.024;
}
