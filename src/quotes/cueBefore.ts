import type { Span } from '../model.ts';
import { type ClauseToken, clauseTokens } from './clauseTokens.ts';
import type { Cue } from './cueBehind.ts';
import { cueLength } from './cues.ts';
import { isNameWord, type Mention, readMention } from './mention.ts';
import { adverbs, conjunctions, determiners, prepositions, pronouns, relatives } from './wordLists.ts';

/** A cue further than this from the quotation it leads in belongs to something else. In words. */
const farthestCue = 24;

/**
 * The cue in the words of the sentence before a quotation: `Dick Dever, who …, told them, “`, `According to Lind, “`,
 * `Lind praised them, adding: “`, `Lind: “`. `within` goes from the sentence's beginning to the opening mark.
 */
export function cueBefore(text: string, within: Span): Cue | undefined {
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
    if (word.kind !== 'word' || cueLength(word.text, words[at + 1]?.text) === 0) continue;
    // `a New York Times report`, `the statement reads as follows`: a noun is no verb.
    if (determiners.has(words[at - 1]?.text.toLowerCase() ?? '') || isPossessive(words[at - 1])) continue;
    return at;
  }
  return -1;
}

function isPossessive(token: ClauseToken | undefined): boolean {
  return token !== undefined && /(?:[’']s|s[’'])$/u.test(token.text);
}

function readVerb(words: readonly ClauseToken[], verbAt: number, text: string): Cue | undefined {
  const verb = words[verbAt];
  if (!verb) return undefined;
  const length = cueLength(verb.text, words[verbAt + 1]?.text);
  const cueSpan = { start: verb.span.start, end: words[verbAt + length - 1]?.span.end ?? verb.span.end };
  const cue = text.slice(cueSpan.start, cueSpan.end);
  const mention = inverted(words, verbAt, text) ?? subjectOf(words, verbAt, text);
  return mention ? { mention, cue, cueSpan } : { cue, cueSpan };
}

/** `Said Dorothy Poynter, who grew up there, “`. */
function inverted(words: readonly ClauseToken[], verbAt: number, text: string): Mention | undefined {
  const verb = words[verbAt];
  if (verbAt !== 0 || !verb || !/^(?:Said|Says|Adds|Added|Asked|Wrote|Writes)$/.test(verb.text)) return undefined;
  return readMention(words.slice(1), text);
}

/** The subject of the verb at `verbAt`: the noun phrase before it, or the one its clause begins with. */
export function subjectOf(words: readonly ClauseToken[], verbAt: number, text: string): Mention | undefined {
  const verb = words[verbAt];
  let end = verbAt;
  while (end > 0 && isBetween(words[end - 1])) end--;
  const before = words[end - 1];
  const participle = verb !== undefined && /ing$/.test(verb.text);
  if (participle && before?.kind === 'word' && isNameWord(before.text)) {
    return readMention(nameBefore(words.slice(0, end)), text);
  }
  if (!before || participle || /^(?:and|but|then|to|by|or)$/.test(before.text))
    return carriedOn(words.slice(0, end), text);
  if (before.kind === 'comma') return subjectBeforeComma(words.slice(0, end - 1), text);
  if (relatives.has(before.text)) return readMention(phraseBefore(words.slice(0, end - 1)), text);
  const phrase = phraseBefore(words.slice(0, end));
  return holdsVerb(phrase) ? mainSubject(words.slice(0, end), text) : readMention(phrase, text);
}

function isBetween(token: ClauseToken | undefined): boolean {
  if (!token || token.kind !== 'word') return false;
  return adverbs.has(token.text.toLowerCase()) || /^\p{Ll}+ly$/u.test(token.text);
}

/** The words from the last clause boundary on. */
function phraseBefore(words: readonly ClauseToken[]): readonly ClauseToken[] {
  const start = words.findLastIndex(
    ({ kind, text }, at) =>
      kind !== 'word' ||
      (conjunctions.has(text.toLowerCase()) && at < words.length - 1) ||
      /^(?:as|after|before|and|while|until|since)$/i.test(text),
  );
  return words.slice(start + 1);
}

/** `with Lind shouting`, `footage of Lind saying`: the name alone speaks. */
function nameBefore(words: readonly ClauseToken[]): readonly ClauseToken[] {
  return words.slice(words.findLastIndex(({ text }) => !isNameWord(text)) + 1);
}

/** The subject that a second verb shares with the one before it: `Lind said …, adding`. */
function carriedOn(words: readonly ClauseToken[], text: string): Mention | undefined {
  const earlier = lastVerb(words);
  return (earlier >= 0 ? subjectOf(words, earlier, text) : undefined) ?? mainSubject(words, text);
}

/** Past forms that show that a clause has its verb already. */
function holdsVerb(phrase: readonly ClauseToken[]): boolean {
  return phrase.some(
    ({ text }, at) => at > 0 && (cueLength(text, undefined) > 0 || /^(?:is|was|were|are|has|had)$/.test(text)),
  );
}

/** The subject behind whose description a comma stands: `Dick Dever, who was listed on the slate, told`. */
function subjectBeforeComma(words: readonly ClauseToken[], text: string): Mention | undefined {
  let end = words.length;
  for (let hops = 0; hops < 6 && end > 0; hops++) {
    const comma = words.findLastIndex(({ kind }, at) => at < end && kind !== 'word');
    const segment = words.slice(comma + 1, end);
    const first = segment[0]?.text.toLowerCase() ?? '';
    const describes =
      relatives.has(first) ||
      prepositions.has(first) ||
      /^\d/.test(first) ||
      /(?:ing|ed)$/.test(first) ||
      /^(?:Jr|Sr|I{1,3}|M\.?D|Ph\.?D)\b/.test(segment[0]?.text ?? '');
    const article =
      /^(?:a|an|the|one|another|his|her|their)$/.test(first) ||
      (/^\p{Ll}/u.test(segment[0]?.text ?? '') && !pronouns.has(first));
    const outer = comma >= 0 && words[comma]?.kind === 'comma';
    if (!describes && !(article && outer)) {
      const mention = readMention(segment, text);
      if (mention) return mention;
    }
    if (article && outer) {
      const named = readMention(phraseBefore(withoutAge(words.slice(0, comma))), text);
      if (named?.kind === 'name') return named;
      const role = readMention(segment, text);
      if (role) return role;
    }
    end = comma;
  }
  return mainSubject(words, text);
}

/** `Lind, 35`, `Lind, who …` without what describes. */
function withoutAge(words: readonly ClauseToken[]): readonly ClauseToken[] {
  const comma = words.findLastIndex(({ kind }) => kind !== 'word');
  const first = words[comma + 1]?.text ?? '';
  return comma > 0 && (/^\d+$/.test(first) || relatives.has(first)) ? withoutAge(words.slice(0, comma)) : words;
}

/** The noun phrase that the main clause begins with, behind what leads in the sentence: `On Monday in Iowa, Lind praised …`. */
export function mainSubject(words: readonly ClauseToken[], text: string): Mention | undefined {
  const start = words.findLastIndex(({ kind }) => kind === 'break' || kind === 'colon') + 1;
  let segment: ClauseToken[] = [];
  const segments: ClauseToken[][] = [];
  for (const token of words.slice(start)) {
    if (token.kind === 'comma') {
      segments.push(segment);
      segment = [];
    } else segment.push(token);
  }
  segments.push(segment);
  for (const candidate of segments) {
    const mention = subjectAtStart(candidate, text);
    if (mention) return mention;
  }
  return undefined;
}

/** The noun phrase at the beginning of a segment that is a clause, or nothing when it begins otherwise. */
function subjectAtStart(segment: readonly ClauseToken[], text: string): Mention | undefined {
  let at = 0;
  while (
    at < segment.length &&
    /^(?:and|but|so|then|still|yet|later|also|now|meanwhile|that|when|as|while|after|before|if)$/i.test(
      segment[at]?.text ?? '',
    )
  ) {
    if (/^(?:when|as|while|after|before|if)$/i.test(segment[at]?.text ?? '')) return undefined;
    at++;
  }
  const words = segment.slice(at);
  const first = words[0];
  if (!first) return undefined;
  const lower = first.text.toLowerCase();
  if (pronouns.has(lower)) return readMention([first], text);
  if (prepositions.has(lower) || conjunctions.has(lower) || relatives.has(lower) || /ing$/.test(lower))
    return undefined;
  const end = phraseEnd(words);
  return end > 0 ? readMention(words.slice(0, end), text) : undefined;
}

/** How many words the noun phrase has that `words` begin with: up to its last name, or up to something like a verb. */
function phraseEnd(words: readonly ClauseToken[]): number {
  let end = 0;
  for (const [at, { text }] of words.entries()) {
    const lower = text.toLowerCase();
    const name = isNameWord(text);
    if (name || /^\p{Lu}/u.test(text)) {
      end = at + 1;
      if (
        name &&
        words[at + 1] &&
        !isNameWord(words[at + 1]?.text ?? '') &&
        !/[’']s?$/.test(text) &&
        !isNoun(words[at + 1]?.text ?? '')
      )
        return end;
      continue;
    }
    if (
      at > 0 &&
      (adverbs.has(lower) || prepositions.has(lower) || cueLength(text, undefined) > 0 || /(?:ed|ly)$/.test(lower))
    )
      break;
    if (at > 9) break;
    end = at + 1;
  }
  return end;
}

/** A common noun that goes on a name and makes it a description: `Trump supporters`, `Clinton aide`. */
function isNoun(word: string): boolean {
  return /^(?:aides?|supporters?|spokes\w+|advis[eo]rs?|officials?|campaign|press|senior|chief|managers?|allies|ally|members?|leaders?|secretary|director|candidate|nominee|editor|reporter|correspondent|strategist|consultant|lawyers?|attorneys?|president|professor|chairm[ae]n|chairwoman|senator|mayor|police|researchers?|analysts?|economists?|delegates?|donors?|backers?|surrogates?|staffers?|confidant|source|operative|lawmakers?|host|anchor|columnist)$/.test(
    word,
  );
}

function accordingTo(words: readonly ClauseToken[], text: string): Cue | undefined {
  const at = words.findLastIndex(
    ({ text: word }, index) => word.toLowerCase() === 'according' && words[index + 1]?.text === 'to',
  );
  const [first, second] = words.slice(at, at + 2);
  if (at < 0 || !first || !second || words.length - at > farthestCue) return undefined;
  const mention = readMention(words.slice(at + 2), text);
  const cueSpan = { start: first.span.start, end: second.span.end };
  return mention ? { mention, cue: text.slice(cueSpan.start, cueSpan.end), cueSpan } : undefined;
}

/** `Lind: “`, `More from Lind: “`, `Lind had one message: “`: a name before a mere colon. */
function beforeColon(words: readonly ClauseToken[], text: string, colon: Span): Cue | undefined {
  const mention = mainSubject(words, text) ?? lastName(words, text);
  return mention && mention.kind !== 'role'
    ? { mention, cue: text.slice(colon.start, colon.end), cueSpan: colon }
    : undefined;
}

function lastName(words: readonly ClauseToken[], text: string): Mention | undefined {
  if (words.length > 10) return undefined;
  const end = words.findLastIndex(({ text: word }) => isNameWord(word)) + 1;
  let start = end;
  while (start > 0 && isNameWord(words[start - 1]?.text ?? '')) start--;
  return end > start ? readMention(words.slice(start, end), text) : undefined;
}
