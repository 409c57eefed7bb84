import type { Locator } from '../../model.ts';
import { speakerTurn } from './speakerTurn.ts';

/** Fewer turns are a list or an interview's header. */
const fewestTurns = 4;
/** No transcript has as many; to look at more takes too long. */
const mostTurns = 100_000;

/**
 * The turns of a transcript in plain text (`NAME: …`), each with its speaker and its time code where there is one, else
 * its number. None when the text is no transcript: turns must be many, come again, and make up most of it.
 */
export function transcriptLocators(text: string, from: number): Locator[] {
  const turns: { start: number; speaker: string; time: string | undefined }[] = [];
  let lines = 0;
  const pattern = /[^\r\n]+/g;
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    lines++;
    const turn = speakerTurn(match[0].trim());
    if (turn) turns.push({ start: match.index, speaker: turn.speaker, time: turn.time });
    if (turns.length > mostTurns) return [];
    // Prose shows itself early.
    if (lines === 60 && turns.length < 3) return [];
  }
  const speakers = new Set(turns.map(turn => turn.speaker));
  const isTranscript = turns.length >= fewestTurns && speakers.size < turns.length && turns.length * 6 >= lines;
  if (!isTranscript) return [];
  return turns.map(({ start, speaker, time }, i) => {
    const span = { start, end: turns[i + 1]?.start ?? text.length };
    return time === undefined
      ? { kind: 'paragraph', label: String(i + 1), span, speaker }
      : { kind: 'time', label: time, span, speaker };
  });
}
