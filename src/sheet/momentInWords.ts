/** A moment on the clock of this machine, with what that clock is ahead of UTC: `2026-11-28 19:05 (UTC+01:00)`. */
export function momentInWords(at: Date): string {
  const ahead = -at.getTimezoneOffset(); // minutes
  const local = new Date(at.getTime() + ahead * 60_000).toISOString();
  const hours = String(Math.floor(Math.abs(ahead) / 60)).padStart(2, '0');
  const minutes = String(Math.abs(ahead) % 60).padStart(2, '0');
  const zone = ahead === 0 ? 'UTC' : `UTC${ahead < 0 ? '−' : '+'}${hours}:${minutes}`;
  return `${local.slice(0, 10)} ${local.slice(11, 16)} (${zone})`;
}
