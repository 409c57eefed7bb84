import type { ClauseToken } from './clauseTokens.ts';
import { cueLength } from './cues.ts';
import { isPersonRole } from './gender.ts';
import { asking, isBareName, isNameWord, type Mention, readMention, splitAtCommas } from './mention.ts';
import { phraseEnd } from './phraseEnd.ts';
import {
  adverbs,
  auxiliaries,
  conjunctions,
  determiners,
  namingVerbs,
  notNames,
  personNouns,
  prepositions,
  pronouns,
  relatives,
} from './wordLists.ts';

/** The words before a verb without the adverbs, auxiliaries and times between it and its subject. */
export function withoutBetween(words: readonly ClauseToken[]): readonly ClauseToken[] {
  let end = words.length;
  while (end > 0) {
    const word = words[end - 1];
    const before = words[end - 2]?.text.toLowerCase() ?? '';
    if (word?.kind !== 'word') break;
    // `Liberty First said`: a big word is part of the name, unless it is a day.
    if (adverbs.has(word.text) || /day$|^\p{Ll}+(?<!fami|assemb|al|bul)ly$/u.test(word.text)) end--;
    else if (
      /^(?:last|this|next|earlier)$/.test(before) &&
      /^(?:week|month|year|night|spring|summer|fall|winter)$/.test(word.text)
    )
      end -= 2;
    else break;
  }
  return words.slice(0, end);
}

/** The subject of the verb at `verbAt`: the noun phrase before it, or the one its clause begins with. */
export function subjectOf(words: readonly ClauseToken[], verbAt: number, text: string): Mention | undefined {
  const passive = quotedPerson(words, verbAt, text) ?? agentOf(words, verbAt, text);
  if (passive) return passive.mention;
  const verb = words[verbAt]?.text ?? '';
  const left = withoutBetween(words.slice(0, verbAt));
  const before = left.at(-1);
  const near = ledToSpeak(left, text) ?? relativeTo(left, text) ?? toldBy(left, text);
  if (near) return near;
  // A pronoun right before the verb is its subject, whatever leads in without a comma: `On board the plane he said`.
  if (before && /^(?:he|she|they|we|I)$/i.test(before.text)) return readMention([before], text);
  if (/ing$/.test(verb) && before?.kind === 'word' && isNameWord(before.text))
    return readMention(nameBefore(left), text);
  if (!before || /ing$/.test(verb) || /^(?:and|but|then|to|by|or)$/.test(before.text)) return carriedOn(left, text);
  const described = describedSubject(left, text);
  if (described) return described;
  if (before.kind === 'comma') return subjectBeforeComma(left.slice(0, -1), text);
  if (relatives.has(before.text)) return readMention(phraseBefore(left.slice(0, -1)), text);
  const phrase = phraseBefore(left);
  return holdsVerb(phrase) ? mainSubject(left, text) : readMention(phrase, text);
}

/** `The Post quoted Lind as saying`, `Lind was quoted by the Post as saying`: the one quoted, not who quotes. */
function quotedPerson(
  words: readonly ClauseToken[],
  verbAt: number,
  text: string,
): { mention: Mention | undefined } | undefined {
  const before = words[verbAt - 1]?.text;
  const behind = words.slice(verbAt + 1);
  // `Shah quoted her mother: “`
  if (/^quote[ds]$/.test(words[verbAt]?.text ?? '') && behind.length > 0 && behind[0]?.text !== 'as')
    return { mention: readMention(behind, text) };
  const quoted =
    words[verbAt]?.text === 'saying' && before === 'as'
      ? words.slice(0, verbAt).findLastIndex(({ text: word }) => /^(?:quoted|quotes|cited|cites)$/.test(word))
      : -1;
  if (quoted < 0) return undefined;
  const passive = /^(?:is|was|were|been|being)$/.test(words[quoted - 1]?.text ?? '');
  return { mention: passive ? subjectOf(words, quoted - 1, text) : readMention(words.slice(quoted + 1, verbAt), text) };
}

/** `Sanders was asked by host Bill Maher, “`: who asked; and nobody when it is not said (`Trump was asked, “`). */
function agentOf(
  words: readonly ClauseToken[],
  verbAt: number,
  text: string,
): { mention: Mention | undefined } | undefined {
  const verb = words[verbAt]?.text ?? '';
  const auxiliary = words[verbAt - 1]?.text ?? '';
  if (!/^(?:asked|told|warned|urged|reminded|informed|advised)$/.test(verb) && !namingVerbs.has(verb)) return undefined;
  // `The plans, described in one memo as`
  const next = words[verbAt + 1]?.text ?? '';
  // `a result described by Lind as`
  const participle = words[verbAt - 1]?.kind === 'comma' ? /^(?:in|by|as|at)$/.test(next) : next === 'by';
  if (!/^(?:is|was|were|are|been|be|being|when|if)$/i.test(auxiliary) && verbAt > 0 && !participle) return undefined;
  const by = words.findIndex(({ text: word }, at) => at > verbAt && word === 'by');
  return { mention: by > 0 && by - verbAt < 8 ? readMention(words.slice(by + 1), text) : undefined };
}

/** `with Lind shouting`, `footage of Lind saying`: the name alone speaks. */
function nameBefore(words: readonly ClauseToken[]): readonly ClauseToken[] {
  return words.slice(words.findLastIndex(({ text }) => !isNameWord(text)) + 1);
}

/** `which led the chronobiologist Birgit Lind to say`: whom something makes speak, and not what does. */
function ledToSpeak(left: readonly ClauseToken[], text: string): Mention | undefined {
  if (left.at(-1)?.text !== 'to') return undefined;
  const verb = left.findLastIndex(({ text: word }) => causing.test(word));
  const led = left.slice(verb + 1, -1);
  return verb < 0 || led.length === 0 || led.length > longestLed ? undefined : readMention(led, text);
}

const causing =
  /^(?:led|leading|prompt(?:ed|s|ing)|caus(?:ed|es|ing)|mov(?:ed|es|ing)|inspir(?:ed|es|ing)|provok(?:ed|es|ing))$/;
const longestLed = 8;

/** `Falk was sentenced by Judge Mara Lind, who said`: the name right before `who`. */
function relativeTo(left: readonly ClauseToken[], text: string): Mention | undefined {
  if (left.at(-1)?.text !== 'who') return undefined;
  const named = nameBefore(left.slice(0, left.at(-2)?.kind === 'comma' ? -2 : -1));
  return named.length > 0 ? readMention(named, text) : undefined;
}

/** `Falk said Anna Lind had told him`: the name between two verbs of saying is the second one's. */
function toldBy(left: readonly ClauseToken[], text: string): Mention | undefined {
  const named = nameBefore(left);
  const verb = left[left.length - named.length - 1]?.text ?? '';
  return named.length > 0 && /^(?:said|says|recalled|claimed|added)$/.test(verb) ? readMention(named, text) : undefined;
}

/** The subject that a second verb shares with the one before it: `Lind said …, adding`. */
function carriedOn(words: readonly ClauseToken[], text: string): Mention | undefined {
  const earlier = words.findLastIndex(
    ({ kind, text: word }, at) =>
      kind === 'word' && isVerb(words, at, word) && !/^(?:who|that)$/.test(words[at - 1]?.text ?? ''),
  );
  return (earlier > 0 ? subjectOf(words, earlier, text) : undefined) ?? mainSubject(words, text);
}

function isVerb(words: readonly ClauseToken[], at: number, word: string): boolean {
  const before = words[at - 1]?.text.toLowerCase() ?? '';
  return cueLength(word, words[at + 1]?.text) > 0 && !determiners.has(before) && !/(?:[’']s|s[’'])$/u.test(before);
}

/** The words from the last clause boundary on. */
function phraseBefore(words: readonly ClauseToken[]): readonly ClauseToken[] {
  const start = words.findLastIndex(
    ({ kind, text }, at) =>
      kind !== 'word' ||
      (at < words.length - 1 &&
        (conjunctions.has(text.toLowerCase()) ||
          text === 'what' ||
          (text === 'which' && words[at - 1]?.text === 'to'))) ||
      /^(?:as|after|before|and|while|until|since)$/i.test(text),
  );
  return words.slice(start + 1);
}

/** Verbs that show that a clause has its own already. */
function holdsVerb(phrase: readonly ClauseToken[]): boolean {
  return phrase.some(
    ({ text }, at) => at > 0 && (cueLength(text, undefined) > 0 || /^(?:is|was|were|are|has|had)$/.test(text)),
  );
}

/**
 * A sentence that begins with a name and its description between commas, the last comma perhaps missing: `Lind, who went to
 * Avignon, France said`.
 */
function describedSubject(words: readonly ClauseToken[], text: string): Mention | undefined {
  const segments = splitAtCommas(words);
  const [first, second] = segments;
  if (!first || !second || segments.length < 2 || words.some(({ kind }) => kind === 'break' || kind === 'colon'))
    return undefined;
  const lead = second[0]?.text ?? '';
  const describes = /^(?:who|whose|a|an|the|one)$/.test(lead) || (/^\p{Ll}/u.test(lead) && isDescription(second));
  if (!describes || first.length > 7 || !isNameWord(first.at(-1)?.text ?? '')) return undefined;
  const opening = first[0]?.text.toLowerCase() ?? '';
  if (prepositions.has(opening) || conjunctions.has(opening) || notNames.has(opening)) return undefined;
  if (/^\p{Lu}\p{Ll}+ing$/u.test(first[0]?.text ?? '') && !isNameWord(first[1]?.text ?? '')) return undefined;
  if (/^(?:and|but|as|while|when)$/.test(segments.at(-1)?.[0]?.text ?? '')) return undefined;
  const mention = readMention(first, text);
  return mention?.kind === 'name' ? mention : undefined;
}

function isDescription(segment: readonly ClauseToken[]): boolean {
  return segment.slice(0, 4).some(({ text }) => personNouns.has(text.toLowerCase()));
}

/** The subject behind whose description a comma stands: `Dick Dever, who was listed on the slate, told`. */
function subjectBeforeComma(words: readonly ClauseToken[], text: string): Mention | undefined {
  let end = words.length;
  for (let hops = 0; hops < 6 && end > 0; hops++) {
    const comma = words.findLastIndex(({ kind }, at) => at < end && kind !== 'word');
    const segment = words.slice(comma + 1, end);
    const apposition = isApposition(segment) && comma >= 0 && words[comma]?.kind === 'comma';
    if (apposition) {
      const named = readMention(phraseBefore(withoutAge(words.slice(0, comma))), text);
      if (named?.kind === 'name') return named;
    }
    // `The report, written by Lind, says`
    if (segment[1]?.text !== 'by' && (apposition || !describesOnly(segment))) {
      const mention = readMention(segment, text);
      if (mention) return mention;
    }
    end = comma;
  }
  return mainSubject(words, text);
}

function isApposition([first]: readonly ClauseToken[]): boolean {
  const word = first?.text ?? '';
  if (prepositions.has(word)) return false;
  return /^(?:a|an|the|one|another|his|her|their)$/i.test(word) || (/^\p{Ll}/u.test(word) && !pronouns.has(word));
}

/** `who …`, `of Ohio`, `35`, `Jr.`: never the subject itself. */
function describesOnly([first]: readonly ClauseToken[]): boolean {
  const word = first?.text ?? '';
  const lower = word.toLowerCase();
  if (relatives.has(lower) || prepositions.has(lower)) return true;
  return /^\d|(?:ing|ed)$/.test(lower) || /^(?:Jr|Sr|I{1,3}|M\.?D|Ph\.?D)\b/.test(word);
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
  const segments = splitAtCommas(words.slice(start));
  for (const [at, segment] of segments.entries()) {
    const mention = subjectAtStart(segment, text);
    if (!mention) continue;
    const named = segments[at + 1];
    const filled =
      mention.span.end >= (segment.at(-1)?.span.end ?? 0) || isPartOfGroup(segment) || isOfBody(segment, mention);
    // `The Ukrainian, Oksana Melnyk, was`: with an article it describes.
    if (mention.kind !== 'role' && !(filled && /^the$/i.test(segment[0]?.text ?? ''))) return mention;
    // `Her rival, Texas Sen. Rob Delgado, was`: the name between the commas, when a description fills what is before them.
    const single = named?.length === 1 && isNameWord(named[0]?.text ?? '') && isPersonRole(mention.text);
    const closed = segments.length > at + 2;
    const names = named && (single || isBareName(named) || (closed && endsInName(named)));
    return (filled && named && names && readMention(named, text)) || mention;
  }
  return undefined;
}

/** `One of them`, `Another of the directors`. */
function isPartOfGroup([first, of, ...rest]: readonly ClauseToken[]): boolean {
  return /^(?:one|another)$/i.test(first?.text ?? '') && of?.text === 'of' && rest.length < 6;
}

/** `A spokeswoman for the ministry`: a person's role, and whose it is. */
function isOfBody(segment: readonly ClauseToken[], { kind, text, span }: Mention): boolean {
  const [joint, ...rest] = segment.filter(token => token.span.start >= span.end);
  return (
    kind === 'role' &&
    isPersonRole(text) &&
    /^(?:for|of|at|with|from|in)$/.test(joint?.text ?? '') &&
    rest.length < 7 &&
    !rest.some(token => auxiliaries.has(token.text) || cueLength(token.text, undefined) > 0)
  );
}

/** `former state treasurer Gail Purdy`: a name with what leads up to it. */
function endsInName(segment: readonly ClauseToken[]): boolean {
  const lower = segment.slice(0, -2).map(({ text }) => text.toLowerCase());
  return (
    segment.length <= 7 &&
    segment.length > 2 &&
    segment.slice(-2).every(({ text }) => isNameWord(text)) &&
    !lower.some(word => prepositions.has(word) || conjunctions.has(word) || relatives.has(word) || adverbs.has(word))
  );
}

/** The noun phrase at the beginning of a segment that is a clause, or nothing when it begins otherwise. */
function subjectAtStart(segment: readonly ClauseToken[], text: string): Mention | undefined {
  const start = segment.findIndex(
    ({ text: word }) =>
      !/^(?:and|but|so|then|still|yet|later|also|now|meanwhile|that)$/i.test(word) && !asking.test(word),
  );
  const words = segment.slice(start);
  const first = words[0];
  if (start < 0 || !first) return undefined;
  const lower = first.text.toLowerCase();
  if (pronouns.has(lower)) return readMention([first], text);
  if (prepositions.has(lower) || conjunctions.has(lower) || relatives.has(lower) || /ing$/.test(lower))
    return undefined;
  if (notNames.has(lower) && !determiners.has(lower)) return undefined;
  // `Pressed again, Lind said`
  const next = words[1]?.text ?? '';
  if (/ed$/.test(lower) && (next === 'again' || next === 'later' || (prepositions.has(next) && next !== 'of')))
    return undefined;
  const end = phraseEnd(words);
  return end > 0 ? readMention(words.slice(0, end), text) : undefined;
}
