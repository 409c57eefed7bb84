import type { Span } from '../model.ts';
import { hasCue, startsWithCue } from './cues.ts';

/** Longer than this a gap tells a story of its own and is no mere interruption. In characters. */
const longestInterruption = 300;

/**
 * Whether the words between two quoted runs only say who speaks, so that the second goes on where the first left off:
 * `“One,” she said, “two.”` and `“One,” she said. “Two.”`, but not `“One,” she said. “Two,” he replied.`
 * `limit` is where the next quoted run starts.
 */
export function interruption(text: string, first: Span, second: Span, limit: number): boolean {
  const gap = text.slice(first.end, second.start);
  if (gap.length > longestInterruption || /\n\s*\n|\n.*\n/.test(gap) || !hasCue(gap)) return false;
  const inside = gap.replace(/[,.:;]?\s*$/, '');
  if (
    /[.!?]\s+\p{Lu}/u.test(
      inside.replace(/\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Sgt|Prof|Rev|St|Jr|Sr|[A-Z])\./g, '$&_'),
    )
  )
    return false;
  if (!/[,?!.…—–-]["”’'»]*$/.test(text.slice(first.start, first.end))) return false;
  if (!/[,.:;—–-]\s*$/.test(gap)) return false;
  return /[.:]\s*$/.test(gap) ? !startsWithCue(text.slice(second.end, Math.min(limit, second.end + 120))) : true;
}
