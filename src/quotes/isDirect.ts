import { endsInCue, endsWithCue } from './cues.ts';
import type { QuotedStretch } from './stretches.ts';
import { startsWithCue } from './tag.ts';
import { endsInWork, isWovenTitle } from './titleWords.ts';

/**
 * Whether a quotation is speech that stands on its own (`He said, “We will see.”`), rather than words woven into the
 * writer's sentence (`called it “a step”`), a title or scare quotes. `doubled` says that the text quotes with double marks:
 * then single ones stand in headlines and around odd words.
 */
export function isDirect(text: string, stretch: QuotedStretch, doubled: boolean): boolean {
  const first = stretch.parts[0]?.inner ?? stretch.span;
  const last = stretch.parts.at(-1)?.inner ?? stretch.span;
  const before = text.slice(Math.max(0, stretch.span.start - 120), stretch.span.start);
  if (/[=]$/.test(before) || (doubled && isSingle(text, stretch))) return false;
  const words = text.slice(first.start, last.end);
  const capital = /^[^\p{L}\p{N}]*[\p{Lu}\p{N}\p{Lo}]/u.test(words);
  const behind = text.slice(stretch.span.end, stretch.span.end + 2);
  const ended = /[,.?!…—–。，！？；-][\s"'”’)\]]*$/.test(words) || !stretch.closed || /^\s?[.!?。！？]/.test(behind);
  const short = wordCount(words) <= 2;
  const cued = stretch.parts.some(part =>
    startsWithCue(text.slice(part.span.end, part.span.end + 160).split('\n')[0] ?? ''),
  );
  const place = placeOf(before);
  if (isWovenTitle(words) && isTitleAt(place, before, cued, short)) return false;
  if ((place === 'comma' || place === 'word') && holdsSentences(words) && endsWithCue(before)) return true;
  switch (place) {
    case 'start':
      return cued || (capital && (ended || wordCount(words) > 8) && (!short || /[.?!]/.test(words)));
    case 'colon':
      return cued || (capital && (ended || (!short && endsInCue(before.replace(/[:"”’»)\s]+$/u, '')))));
    case 'comma':
      return (
        cued ||
        (ended &&
          endsWithCue(before) &&
          (capital || (wordCount(words) >= 4 && beginsClause.test(words) && leadsIn(before))))
      );
    case 'cue':
      return (
        (capital && (!short || /[.!?]["”’\s]*$/.test(words))) ||
        holdsSentences(words) ||
        (wordCount(words) >= 5 && beginsClause.test(words) && !/\bthat\s*$/.test(before))
      );
    case 'word':
      return false;
  }
}

/** More than one sentence, however the first begins: `told them, “our nation is in trouble. Why sit there?”` */
function holdsSentences(words: string): boolean {
  return /[.?!]["”’]?\s+["“‘]?\p{Lu}/u.test(words);
}

/** Words written like a title stand where a title does: behind `his book,`, or with no word of saying beside them. */
function isTitleAt(place: Place, before: string, cued: boolean, short: boolean): boolean {
  if (place === 'start') return !cued && !short;
  return place === 'comma' && (endsInWork(before) || !(cued || endsInCue(before.replace(/,\s*$/, ''))));
}

/** Words that begin a sentence of their own even in lower case, rather than a part of the writer's. */
const beginsClause =
  /^\P{L}*(?:I|we|you|he|she|it|they|there|this|that|these|those|our|my|his|her|their|your|the|a|an|nothing|nobody|if|when|as|what|how|why|who|let|please|don)\b/iu;

type Place = 'start' | 'colon' | 'comma' | 'cue' | 'word';

/** What stands before the opening mark: the sentence's beginning, punctuation that introduces speech, or a word. */
function placeOf(before: string): Place {
  if (/(?:^|\n)[\s([]*$/.test(before) || /[.?!…。！？]["”’»)\]]*\s*\(?$/.test(before)) return 'start';
  if (/[:：]["”’»)]?\s*$/.test(before)) return 'colon';
  if (/[,;，、]["”’»)]?\s*$/.test(before)) return 'comma';
  return /\s$/.test(before) && endsInCue(before) ? 'cue' : 'word';
}

/** All of what was said follows: nothing but the speaker stands before the cue, or the comma stands right behind it. */
function leadsIn(before: string): boolean {
  return opensWithSpeaker(before) || endsInCue(before.replace(/,\s*$/, ''));
}

/** Nothing but the speaker and the cue stands before the quotation in its sentence, so that all of the content is quoted. */
function opensWithSpeaker(before: string): boolean {
  const sentence = before.slice(
    Math.max(before.search(/[.!?]["”’]?\s+(?=\p{Lu}[^.!?]*$)/u), before.lastIndexOf('\n'), -1) + 1,
  );
  const rest = sentence.replace(
    /^\s*(?:And|But|Yet|Still|So|Then|Later|However|Meanwhile|Instead|Also|Finally|Again)\b,?\s*/,
    '',
  );
  return (rest.match(/,/g)?.length ?? 0) <= 1;
}

function isSingle(text: string, { span }: QuotedStretch): boolean {
  return /^['‘‚](?!')/.test(text.slice(span.start, span.start + 2));
}

function wordCount(words: string): number {
  const unspaced = words.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return words.split(/\s+/).filter(Boolean).length + unspaced / 2;
}
