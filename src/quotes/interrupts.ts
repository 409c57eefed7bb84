import type { Span } from '../model.ts';
import { countCues, endsInCue } from './cues.ts';
import { startsWithCue } from './tag.ts';

/** Longer than this a gap tells a story of its own and is no mere interruption. In characters. */
const longestInterruption = 320;

/**
 * Whether the words between two quoted runs of one paragraph only say who speaks, so that the second goes on where the
 * first left off: `“One,” she said, “two.”` and `“One,” she said. “Two.”`, but not `“One,” she said. “Two,” he replied.`
 * and not `“One,” she said, adding, “two.”` `limit` is where the next quoted run or paragraph starts.
 */
export function interrupts(text: string, first: Span, second: Span, limit: number): boolean {
  const gap = text.slice(first.end, second.start);
  if (gap.length > longestInterruption || !namesSpeaker(text, first, gap)) return false;
  const inside = withoutQuotes(gap)
    .replace(/[,.:;]?\s*$/, '')
    .replace(abbreviated, '');
  if (/[.!?]["”’]?\s+\p{Lu}/u.test(inside) || namesAnother(inside, /:\s*$/.test(gap))) return false;
  if (/[,;:—–-]\s*$/.test(gap)) return countCues(inside) < 2 || !/,[^,]*$/.test(inside);
  if (!/[.?!]["”’)]*\s*$/.test(gap) && !endsInCue(inside)) return false;
  const ending =
    text
      .slice(second.start, second.end)
      .replace(/["'”’»\s]+$/u, '')
      .at(-1) ?? '';
  return ending === '.' || !startsWithCue(text.slice(second.end, Math.min(limit, second.end + 160)));
}

/** `she said, and her husband cut in`, `he began, and the room finished for him: `: somebody else goes on. */
function namesAnother(gap: string, leadsIn: boolean): boolean {
  const second = /,?\sand\s(?:his|her|their|the)\s(.*)$/su.exec(gap)?.[1];
  return second !== undefined && (leadsIn || (countCues(second) > 0 && countCues(gap) > 1));
}

const abbreviated =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Sgt|Prof|Rev|St|Jr|Sr|Sens|Reps|Messrs|\p{Lu})|\.\p{L})\.|\.(?=[),])/gu;

/** A comma before the closing mark promises a cue; after any other mark the cue must come at once. */
function namesSpeaker(text: string, first: Span, gap: string): boolean {
  if (startsWithCue(gap)) return true;
  return (
    /,["”’'»]+$/.test(text.slice(first.start, first.end)) &&
    /^\s*[\p{L}]/u.test(gap) &&
    countCues(withoutQuotes(gap)) > 0
  );
}

function withoutQuotes(words: string): string {
  return words.replace(/["“][^"“”]*["”]/g, '');
}
