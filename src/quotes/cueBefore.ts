import type { Span } from '../model.ts';
import { type ClauseToken, clauseTokens } from './clauseTokens.ts';
import type { Cue } from './cue.ts';
import { chineseBefore } from './cueChinese.ts';
import { cueLength, isAccording } from './cues.ts';
import { cueLengthAbroad, pronounAbroad } from './cuesAbroad.ts';
import { isNameWord, type Mention, readMention } from './mention.ts';
import { mainSubject, subjectOf } from './subject.ts';
import { determiners, namingVerbs } from './wordLists.ts';

/** A cue further than this from the quotation it leads in belongs to something else. In words. */
const farthestCue = 24;

/**
 * The cue in the words of the sentence before a quotation: `Dick Dever, who …, told them, “`, `According to Lind, “`,
 * `Lind praised them, adding: “`, `Lind: “`. `within` goes from the sentence's beginning to the opening mark.
 */
export function cueBefore(text: string, within: Span): Cue | undefined {
  const chinese = chineseBefore(text, within);
  if (chinese) return chinese;
  const tokens = clauseTokens(text, within);
  const last = tokens.at(-1);
  if (!last) return undefined;
  const colon = last.kind === 'colon';
  const words = colon || last.kind === 'comma' ? tokens.slice(0, -1) : tokens;
  const verbAt = lastVerb(words);
  if (verbAt >= 0) {
    const found = readVerb(words, verbAt, text);
    if (found?.mention || !colon) return found;
  }
  return accordingTo(words, text) ?? (colon ? beforeColon(words, text, last.span) : undefined);
}

function lastVerb(words: readonly ClauseToken[]): number {
  const first = Math.max(0, words.length - farthestCue);
  for (let at = words.length - 1; at >= first; at--) {
    const word = words[at];
    if (!word || word.kind === 'break') break;
    const names = namingVerbs.has(word.text);
    if (word.kind !== 'word' || (!names && cueLength(word.text, words[at + 1]?.text) === 0)) continue;
    // `a New York Times report`, `the statement reads as follows`: a noun is no verb.
    const before = words[at - 1]?.text ?? '';
    const alone = /^(?:One|Another)$/.test(before) && !/s$/.test(word.text);
    if (alone || (!determiners.has(before.toLowerCase()) && !/(?:[’']s|s[’'])$/u.test(before))) return at;
  }
  return -1;
}

function readVerb(words: readonly ClauseToken[], verbAt: number, text: string): Cue | undefined {
  const verb = words[verbAt];
  if (!verb) return undefined;
  const length = Math.max(1, cueLength(verb.text, words[verbAt + 1]?.text));
  const cueSpan = { start: verb.span.start, end: words[verbAt + length - 1]?.span.end ?? verb.span.end };
  const cue = text.slice(cueSpan.start, cueSpan.end);
  const mention = inverted(words, verbAt, text) ?? subjectOf(words, verbAt, text);
  return mention ? { mention, cue, cueSpan } : { cue, cueSpan };
}

/** `Said Dorothy Poynter, who grew up there, “`. */
function inverted(words: readonly ClauseToken[], verbAt: number, text: string): Mention | undefined {
  const verb = words[verbAt];
  // `In einer Mail schrieb Lind: „`, `…, antwortete sie: „`
  const length = verb ? cueLengthAbroad(verb.text, words[verbAt + 1]?.text) : 0;
  const next = words[verbAt + length]?.text ?? '';
  const ledIn = /^(?:in|im|auf|bei|nach|an|am|unter|i|en|dans|w)$/i.test(words[0]?.text ?? '');
  if (length > 0 && (ledIn || !isNameWord(words[verbAt - 1]?.text ?? '')) && (isNameWord(next) || pronounAbroad(next)))
    return readMention(words.slice(verbAt + length), text);
  if (verbAt !== 0 || !verb || !/^(?:Said|Says|Adds|Added|Asked|Wrote|Writes)$/.test(verb.text)) return undefined;
  return readMention(words.slice(1), text);
}

function accordingTo(words: readonly ClauseToken[], text: string): Cue | undefined {
  const at = words.findLastIndex(({ text: word }, index) => isAccording(word, words[index + 1]?.text));
  const cueWords = words.slice(at, at + (words[at]?.text.toLowerCase() === 'according' ? 2 : 1));
  const [first, last] = [cueWords[0], cueWords.at(-1)];
  if (at < 0 || !first || !last || words.length - at > farthestCue) return undefined;
  const mention = readMention(words.slice(at + cueWords.length), text);
  const cueSpan = { start: first.span.start, end: last.span.end };
  return mention ? { mention, cue: text.slice(cueSpan.start, cueSpan.end), cueSpan } : undefined;
}

/** `Lind: “`, `More from Lind: “`, `Lind had one message: “`: a name before a mere colon. */
function beforeColon(words: readonly ClauseToken[], text: string, colon: Span): Cue | undefined {
  const mention = mainSubject(words, text) ?? lastName(words, text);
  if (!mention || mention.kind === 'role') return undefined;
  return { mention, cue: text.slice(colon.start, colon.end), cueSpan: colon };
}

function lastName(words: readonly ClauseToken[], text: string): Mention | undefined {
  if (words.length > 10) return undefined;
  const end = words.findLastIndex(({ text: word }) => isNameWord(word)) + 1;
  let start = end;
  while (start > 0 && isNameWord(words[start - 1]?.text ?? '')) start--;
  return end > start ? readMention(words.slice(start, end), text) : undefined;
}
