import { type ArticleText, createArticleText } from '../articleText.ts';
import { decodeText } from '../decodeText.ts';
import { metadataOf } from '../metadata.ts';
import { type Reading, unreadable } from '../reader.ts';
import { type Cue, subtitleCues } from './cues.ts';
import { speakerTurn } from './speakerTurn.ts';

/** Seconds of silence after which a sentence's end is taken for a paragraph's. */
const pause = 2;
/** Seconds between two states of a caption that is being typed. */
const longestGrowth = 0.5;
/** Characters after which the end of a sentence ends the paragraph, too. */
const longestParagraph = 600;

/**
 * Subtitles (.srt, .vtt): the spoken words as running text, who speaks before each turn (`NAME: …`), and the time of each
 * cue as locator. Lines that scrolling captions repeat are read once.
 */
export function readSubtitles(bytes: Uint8Array, path: string): Reading {
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return unreadable(decoded.problem);
  const { cues, title, language, broken } = subtitleCues(decoded.text);
  if (cues.length === 0) return unreadable('has no subtitles (no line with times, "00:00:01,000 --> 00:00:04,000")');
  const text = createArticleText();
  appendCues(cues, text);
  const { text: words, locators } = text.finish();
  if (words === '') return unreadable('has no text');
  const problems = broken > 0 ? [`has ${broken} cues whose times cannot be read; they were left out`] : [];
  const guesses = metadataOf({ title: titleOf(path) });
  return { articles: [{ text: words, metadata: metadataOf({ title, language }), guesses, locators }], problems };
}

/** The words of cues, each with its time, and who speaks before each turn. */
export function appendCues(cues: readonly Cue[], text: ArticleText): void {
  let speaker: string | undefined;
  let [end, since, last] = [0, 0, ''];
  for (const cue of cues) {
    let isFirst = true;
    for (const line of cue.lines) {
      const turn = line.speaker === undefined ? speakerTurn(line.text) : { speaker: line.speaker, text: line.text };
      const whole = turn?.text ?? line.text;
      const words = isFirst && cue.start - end < longestGrowth ? grownBy(whole, last) : whole;
      if (whole === last || words === '') continue;
      const isNew = turn !== undefined && turn.speaker !== speaker;
      const ended = /[.!?…]["”’)\]]*$/.test(last);
      const paused = ended && (cue.start - end > pause || text.length - since > longestParagraph);
      if (isNew || line.dialogue || paused) {
        text.breakParagraph();
        since = text.length;
      } else text.append(' ');
      if (turn) speaker = turn.speaker;
      else if (line.dialogue) speaker = undefined;
      if (isFirst || isNew || line.dialogue) text.locate('time', cue.label, speaker);
      if (isNew && speaker !== undefined) text.append(`${label(line.text, turn?.text) ?? speaker}: `);
      text.append(words);
      [isFirst, last] = [false, whole];
    }
    end = cue.end;
  }
}

/** Captions that are typed as the words are spoken show what they had, and more: the rest is what is new. */
function grownBy(words: string, before: string): string {
  const grows = before.includes(' ') && words.startsWith(`${before} `);
  return grows ? words.slice(before.length + 1) : words;
}

/** The name as the line has it before its colon. */
function label(line: string, words: string | undefined): string | undefined {
  if (words === undefined || words === line) return undefined;
  return /^(.+?)\s*:\s*$/.exec(line.slice(0, line.length - words.length))?.[1];
}

/** `council-hearing_2.srt` -> `Council Hearing 2`: the first words spoken are no title. */
function titleOf(path: string): string {
  const name = (/[^/\\]+$/.exec(path)?.[0] ?? path).replace(/\.[^.]+$/, '').replace(/[-_.\s]+/g, ' ');
  return name.trim().replace(/(?<![\p{L}\p{N}’'])\p{Ll}/gu, letter => letter.toUpperCase());
}
