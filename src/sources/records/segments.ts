import { createArticleText } from '../articleText.ts';
import { metadataOf } from '../metadata.ts';
import type { Article } from '../reader.ts';
import { type Cue, clock } from '../transcript/cues.ts';
import { appendCues } from '../transcript/readSubtitles.ts';
import { type Fields, isFields } from './fields.ts';

/**
 * A transcript as speech recognition writes it (Whisper and its like): segments with their seconds, their words and often
 * their speaker. Undefined for all other JSON.
 */
export function readSegments(value: unknown): Article | undefined {
  const segments = isFields(value) ? (value.segments ?? value.utterances) : undefined;
  if (!isFields(value) || !Array.isArray(segments) || segments.length === 0) return undefined;
  const cues = segments.map(segment => (isFields(segment) ? cueOf(segment) : undefined));
  if (!cues.every(cue => cue !== undefined)) return undefined;
  const text = createArticleText();
  appendCues(cues, text);
  const { text: words, locators } = text.finish();
  return words === '' ? undefined : { text: words, metadata: metadataOf({ ...value, text: undefined }), locators };
}

function cueOf({ start, end, text, speaker }: Fields): Cue | undefined {
  if (typeof start !== 'number' || typeof text !== 'string') return undefined;
  const words = text.replace(/\s+/g, ' ').trim();
  const name = typeof speaker === 'string' && speaker.trim() !== '' ? { speaker: speaker.trim() } : {};
  const last = typeof end === 'number' ? end : start;
  return { start, end: last, label: clock(start), lines: [{ text: words, dialogue: false, ...name }] };
}
