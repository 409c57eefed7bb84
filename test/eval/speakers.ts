/** How the evaluation compares speakers: leniently, by surname, as a reader would. */

const pronouns = new Set(
  'he she they it i we who which that you his her their this these those another someone one'.split(' '),
);

/** Whether a label names somebody, rather than saying `he` or `the senator`. */
export function isNamed(speaker: string | null): boolean {
  return speaker !== null && head(speaker).some(word => /^\p{Lu}/u.test(word) && !pronouns.has(word.toLowerCase()));
}

/** Whether the surname, or else the whole of one, stands in the head of the other. */
export function sameSpeaker(ours: string, gold: string): boolean {
  const a = key(ours);
  const b = key(gold);
  if (a.includes(b) || b.startsWith(a)) return true;
  const last = head(ours).at(-1)?.toLowerCase() ?? '';
  return last !== '' && head(gold).at(-1)?.toLowerCase() === last;
}

const titles = /^(?:mr|mrs|ms|dr|sen|rep|gov|the|a|an|senator|president|former)\.?$/i;

/** The words of the name or noun that a description hangs on: `Jason Miller` of `Jason Miller, a senior adviser to Cruz`. */
function head(speaker: string): string[] {
  const first =
    speaker
      .replace(/,\s*(?:Jr|Sr)\./, '')
      .split(/,|\(|\swho\s|\sof\s|\sfrom\s|\sin\s|\sat\s|\sfor\s|\swith\s|\son\s|\sto\s/)[0] ?? '';
  return first
    .replace(/[’']s?$/u, '')
    .split(/\s+/)
    .filter(word => word !== '' && !titles.test(word));
}

function key(speaker: string): string {
  return head(speaker).join(' ').toLowerCase();
}
