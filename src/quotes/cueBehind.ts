import type { Span } from '../model.ts';
import { type ClauseToken, clauseTokens } from './clauseTokens.ts';
import type { Cue } from './cue.ts';
import { chineseBehind } from './cueChinese.ts';
import { cueLength, isAccording } from './cues.ts';
import { holdsPronoun } from './cuesAbroad.ts';
import { isNameWord, type Mention, readMention, splitAtCommas } from './mention.ts';
import { withoutBetween } from './subject.ts';
import { isSoTag } from './tag.ts';
import { adverbs, auxiliaries, conjunctions, determiners, prepositions, pronouns, relatives } from './wordLists.ts';

/**
 * The cue in the words directly behind a quotation, up to the end of the sentence: `said Lind`, `Lind, who …, told them`,
 * `according to Lind`. `open` says that the quotation's last mark is a comma, which promises a cue; behind a full stop only
 * a plain one counts, because a new sentence may begin there. A cue without mention leaves the speaker to the context.
 */
export function cueBehind(text: string, within: Span, open: boolean): Cue | undefined {
  const chinese = chineseBehind(text, within);
  if (chinese) return chinese;
  const tokens = clauseTokens(text, within);
  let joined = false;
  while (tokens[0] && (tokens[0].kind !== 'word' || /^(?:and|as|but|then)$/.test(tokens[0].text))) {
    if (/^(?:and|but|then)$/.test(tokens.shift()?.text ?? '')) joined = true;
  }
  // `“…” is how she put it`
  if (/^(?:is|was)$/.test(tokens[0]?.text ?? '') && /^(?:how|what)$/.test(tokens[1]?.text ?? '')) tokens.splice(0, 2);
  const first = tokens[0];
  if (first && isSoTag(tokens, 0)) return withMention(readMention(tokens.slice(1), text), text, first.span);
  if (!first || startsClause(first.text)) return undefined;
  return (
    dash(tokens, text, within) ??
    accordingTo(tokens, text) ??
    // `…”, and said the pair had talked`: another verb of a subject that stands elsewhere.
    (joined ? undefined : verbFirst(tokens, text)) ??
    subjectFirst(tokens, text, open)
  );
}

/** `when`, `before`, `on`: no speaker begins like this, and `according` is read apart. */
function startsClause(word: string): boolean {
  const lower = word.toLowerCase();
  return conjunctions.has(lower) || (prepositions.has(lower) && lower !== 'one') || relatives.has(lower);
}

/** `― Karen Lind`: a name behind a dash and nothing more, as under a motto. */
function dash(tokens: readonly ClauseToken[], text: string, within: Span): Cue | undefined {
  const match = /^\s*([―—–-]{1,2})\s?(?=\p{Lu})/u.exec(text.slice(within.start, within.end));
  const mark = match?.[1];
  // A name and what it is, without a full stop, as in a list of quotations.
  const listed =
    /^[^\n]*[^.\n]$/.test(text.slice(within.start, within.end).trim()) && /^\s*(?:\n|$)/.test(text.slice(within.end));
  const comma = tokens.findIndex(({ kind }) => kind === 'comma');
  const named = listed && comma > 0 ? tokens.slice(0, comma) : tokens;
  if (
    mark === undefined ||
    tokens.length > (listed ? 12 : 6) ||
    !named.every(({ kind, text: word }) => kind === 'comma' || isNameWord(word) || /^\p{Ll}{1,3}$/u.test(word))
  )
    return undefined;
  const start = within.start + (match?.[0].indexOf(mark) ?? 0);
  const mention = readMention(tokens, text);
  return mention?.kind === 'name' ? withMention(mention, text, { start, end: start + mark.length }) : undefined;
}

function accordingTo(tokens: readonly ClauseToken[], text: string): Cue | undefined {
  if (!isAccording(tokens[0]?.text, tokens[1]?.text)) return undefined;
  const cue = tokens.slice(0, tokens[0]?.text === 'according' ? 2 : 1);
  const [start, end] = [cue[0]?.span.start ?? 0, cue.at(-1)?.span.end ?? 0];
  return withMention(readMention(phrase(tokens.slice(cue.length)), text), text, { start, end });
}

function withMention(mention: Mention | undefined, text: string, cueSpan: Span): Cue {
  const cue = text.slice(cueSpan.start, cueSpan.end).replace(/\s+/g, ' ');
  return mention ? { mention, cue, cueSpan } : { cue, cueSpan };
}

/** Never stand before their subject: what follows is whom they speak to. */
const transitive = /^(?:told|tells|tell|telling|informed|reminded|assured|reassured|thanked)$/;

/** `said Jason Miller, a senior adviser to Cruz`; `came shouts from the crowd`. */
function verbFirst(tokens: readonly ClauseToken[], text: string): Cue | undefined {
  const start = tokens.findIndex(({ text: word }) => !/ly$/.test(word) && word !== 'also');
  const verb = tokens[start];
  if (!verb || start > 1) return undefined;
  if (/^(?:came|comes|come)$/.test(verb.text)) {
    const from = tokens.findIndex(({ text: word }) => word === 'from');
    return from > 0 && from < 6
      ? withMention(readMention(phrase(tokens.slice(from + 1)), text), text, verb.span)
      : undefined;
  }
  const length = cueLength(verb.text, tokens[start + 1]?.text);
  if (length === 0) return undefined;
  const cueSpan = { start: verb.span.start, end: tokens[start + length - 1]?.span.end ?? verb.span.end };
  const rest = tokens.slice(start + length);
  const next = rest[0]?.text.toLowerCase() ?? '';
  const elided =
    holdsPronoun.test(verb.text) ||
    rest[0]?.kind !== 'word' ||
    prepositions.has(next) ||
    conjunctions.has(next) ||
    adverbs.has(next);
  if (elided || transitive.test(verb.text) || /ing$/.test(verb.text)) return { cue: verb.text, cueSpan };
  const mention = isClause(rest) ? undefined : readMention(phrase(rest), text);
  // `warned reporters that …` and `warned Clinton.`: only a name can stand behind its verb here.
  const object = /^(?:warned|warns|urged|advised|asked|asks|pressed)$/.test(verb.text) && mention?.kind !== 'name';
  return object ? { cue: verb.text, cueSpan } : withMention(mention, text, cueSpan);
}

/** `said the pair had talked`: what is said, not who says it. */
function isClause(tokens: readonly ClauseToken[]): boolean {
  const [first] = splitAtCommas(tokens);
  const end = first?.findIndex(({ text }) => relatives.has(text) || prepositions.has(text)) ?? -1;
  return (end < 0 ? (first ?? []) : (first ?? []).slice(0, end)).some(
    ({ text }, at) => at > 0 && auxiliaries.has(text),
  );
}

/** The noun phrase that `tokens` begin with, with what stands between its commas. */
function phrase(tokens: readonly ClauseToken[]): ClauseToken[] {
  const end = tokens.findIndex(
    ({ kind, text }, at) =>
      kind === 'break' || kind === 'colon' || (at > 0 && (relatives.has(text) || conjunctions.has(text))),
  );
  return tokens.slice(0, end < 0 ? tokens.length : end);
}

/** `Cruz said in response`, `Podesta, who is now chairman, said`, `the Vermont senator told a crowd`. */
function subjectFirst(tokens: readonly ClauseToken[], text: string, open: boolean): Cue | undefined {
  const limit = tokens.findIndex(({ kind }) => kind === 'colon' || kind === 'break');
  const clause = limit < 0 ? tokens : tokens.slice(0, limit);
  const verbAt = findVerb(clause, open);
  const verb = clause[verbAt];
  if (!verb) return undefined;
  const subject = withoutBetween(clause.slice(0, verbAt));
  const length = cueLength(verb.text, clause[verbAt + 1]?.text);
  if (!open && !(isPlainSubject(subject) && endsThere(clause, verbAt, length))) return undefined;
  const cueSpan = { start: verb.span.start, end: clause[verbAt + length - 1]?.span.end ?? verb.span.end };
  // `the Beacon quoted Hale as saying`: who was quoted, not who quotes.
  const speaker = /^(?:quoted|quotes|cited|cites)$/.test(verb.text) ? clause.slice(verbAt + 1) : subject;
  const mention = besideVerb(subject, text) ?? readMention(speaker, text);
  return mention ? withMention(mention, text, cueSpan) : undefined;
}

/** `“felt it” deeply about climate change, Axelrod said`: the name beside the verb, when the writer's own words come first. */
function besideVerb(subject: readonly ClauseToken[], text: string): Mention | undefined {
  const segments = splitAtCommas(subject);
  const [first, last] = [segments[0]?.[0]?.text ?? '', segments.at(-1) ?? []];
  const own = /^\p{Ll}/u.test(first) && !determiners.has(first) && !pronouns.has(first);
  return own && segments.length === 2 && last.every(({ text: word }) => isNameWord(word))
    ? readMention(last, text)
    : undefined;
}

/** The verb of saying that belongs to the first noun phrase: in its own segment, or first in one behind its description. */
function findVerb(clause: readonly ClauseToken[], open: boolean): number {
  let segment = 0;
  let segmentStart = 0;
  let relative = false;
  for (const [at, token] of clause.entries()) {
    if (token.kind === 'comma') {
      segment++;
      segmentStart = at + 1;
      relative = false;
      if (segment > 6) return -1;
      continue;
    }
    if (at > segmentStart && segment === 0 && relatives.has(token.text)) relative = true;
    if (cueLength(token.text, clause[at + 1]?.text) === 0) continue;
    const leads = withoutBetween(clause.slice(segmentStart, at)).length === 0;
    if (segment === 0 ? at > 0 && !relative : leads) return at;
    if (segment > 0 && !open) return -1;
  }
  // `Lind, advocacy director of the Consortium said`: the comma behind the description is missing.
  const last = clause.findLastIndex(
    ({ text, kind }, at) => kind === 'word' && at > 0 && cueLength(text, clause[at + 1]?.text) > 0,
  );
  return open && last >= clause.length - 2 ? last : -1;
}

/** Behind a full stop a cue stands alone, perhaps with a time, a place or a listener; anything more is a new sentence. */
function endsThere(clause: readonly ClauseToken[], verbAt: number, length: number): boolean {
  const next = clause[verbAt + length];
  if (next?.kind !== 'word') return true;
  const word = next.text.toLowerCase();
  if (/^(?:told|tells|asked|asks)$/.test(clause[verbAt]?.text ?? ''))
    return !relatives.has(word) && !conjunctions.has(word);
  return prepositions.has(word) || adverbs.has(word);
}

/** A name, a pronoun or a short description, and nothing that could be the beginning of another sentence. */
function isPlainSubject(subject: readonly ClauseToken[]): boolean {
  const [first] = splitAtCommas(subject);
  if (!first || first.length > 8) return false;
  return !first.some(({ text }, at) => {
    const word = text.toLowerCase();
    return at > 0 && word !== 'of' && (prepositions.has(word) || conjunctions.has(word) || adverbs.has(word));
  });
}
