/**
 * Pairs made by rule from open texts: a document's own sentences, copied, cut, merged, reworded (supported), and the
 * same with one thing changed (not supported). They teach what the labelled sets lack: that copied words are borne
 * out, and that one number, name, role or "not" undoes it.
 */

import { likeness, partsOfSpeech, relation } from '../../src/claims/lexicon/lexicon.ts';
import { readSentence, type Sentence, type Token } from '../../src/claims/tokens.ts';
import { sentences } from '../../src/text/segment.ts';
import type { ClaimRecord } from './records.ts';

export type Candidate = { readonly text: string; readonly words: Sentence };
type Change = (sentence: Candidate, document: Material, next: () => number) => string | undefined;
export type Material = {
  readonly candidates: readonly Candidate[];
  readonly strangers: readonly Candidate[];
  readonly synonyms: Synonyms;
};

/** Sentences of a document that can stand alone: not too short, not too long, closed by a full stop, with a verb. */
export function candidatesOf(document: string): Candidate[] {
  return sentences(document)
    .map(span => document.slice(span.start, span.end).replace(/\s+/g, ' '))
    .filter(text => /^[\p{Lu}"“]/u.test(text) && /[.]["”]?$/.test(text) && !/[|{}<>=_#*]|https?:/.test(text))
    .map(text => ({ text, words: readSentence(text) }))
    .filter(({ words }) => words.tokens.length >= 8 && words.tokens.length <= 40 && verbAt(words) !== undefined);
}

/**
 * Records for one document, in three kinds. `rule_copy`: sentences copied, cut or with their cue moved, against the same
 * spliced from two places or given another subject. `rule_edit`: sentences reshaped and reworded, against the same with
 * one thing changed. `rule_gone`: sentences whose only place in the document was taken away.
 */
export function recordsFor(source: ClaimRecord, material: Material, wanted: number, next: () => number): ClaimRecord[] {
  const made: ClaimRecord[] = [];
  const add = (kind: string, claim: string | undefined, label: ClaimRecord['label'], docs = source.docs) => {
    if (claim === undefined) return;
    made.push({ id: `${source.id}-${made.length}`, dataset: `rule_${kind}`, docs, claim, label, group: source.group });
  };
  for (const sentence of sample(material.candidates, wanted, next)) {
    const copy = shorten(sentence, next);
    add('copy', (next() < 0.3 ? carrySubject(sentence, material) : undefined) ?? copy.text, 'supported');
    add('copy', firstOf(splices, copy, material, next), 'unsupported');
    const kept = reshape(sentence, material, next);
    add('edit', kept.text, 'supported');
    add('edit', firstOf(changes, kept, material, next), 'unsupported');
  }
  for (const sentence of sample(material.candidates, Math.ceil(wanted / 2), next)) {
    const copy = shorten(sentence, next);
    const told = reword(copy.text, material.synonyms, next) ?? copy.text;
    const kept = { text: told, words: readSentence(told) };
    add('alien', kept.text, 'supported');
    add('alien', firstOf(aliens, kept, material, next), 'unsupported');
  }
  for (const sentence of sample(material.candidates, Math.ceil(wanted / 3), next)) {
    const rest = source.docs.map(doc => without(doc, sentence.text));
    if (rest.some((doc, i) => doc !== source.docs[i])) add('gone', shorten(sentence, next).text, 'unsupported', rest);
    add('gone', reshape(sentence, material, next).text, 'supported');
  }
  return made;
}

/** Tries the changes in an order drawn by chance until one fits the sentence. */
function firstOf(list: readonly Change[], s: Candidate, material: Material, next: () => number): string | undefined {
  for (const change of shuffle(list, next)) {
    const text = change(s, material, next);
    if (text !== undefined && text !== s.text) return text;
  }
  return undefined;
}

function without(document: string, sentence: string): string {
  const pattern = sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+');
  return document.replace(new RegExp(pattern, 'g'), ' ');
}

/** The sentence as it is, cut, or with its cue moved: the source's own words only. */
function shorten(sentence: Candidate, next: () => number): Candidate {
  const dice = next();
  let text = (dice < 0.5 ? cut(sentence.text, next) : dice < 0.7 ? moveCue(sentence.text) : undefined) ?? sentence.text;
  if (next() < 0.3) text = cut(text, next) ?? text;
  if (next() < 0.4) text = prune(text, next) ?? text;
  if (next() < 0.3) text = prune(text, next) ?? text;
  return { text, words: readSentence(text) };
}

/** Drops an adjective before its noun, or a prepositional phrase in the middle. */
function prune(text: string, next: () => number): string | undefined {
  const { tokens } = readSentence(text);
  const forms = tokens.flatMap((token, i) => {
    const [before, after] = [tokens[i - 1], tokens[i + 1]];
    if (!before || !after || token.name || token.number || token.stop || after.stop) return [];
    const adjective = partsOfSpeech(token.word)[0] === 'a' && partsOfSpeech(after.word)[0] === 'n';
    return adjective && /^[a-z]+$/.test(token.text) && /^(?:the|a|his|her|their|its|of|in|with)$/i.test(before.text)
      ? [text.slice(0, token.span.start) + text.slice(after.span.start)]
      : [];
  });
  const phrase =
    / (?:in|at|on|with|for|near|from|during|of) (?:the |a |an |his |her |their |its )?[\p{L}\d]+(?: [\p{L}\d]+){0,2}(?= (?:in|at|on|with|for|to|from|after|and|that|was|is|has|were|are|said|when|as)\b)/gu;
  for (const match of text.matchAll(phrase)) {
    if (match.index > 10) forms.push(text.slice(0, match.index) + text.slice(match.index + match[0].length));
  }
  return forms.length ? pickOne(forms, next) : undefined;
}

/** The next sentence begins with a pronoun for this one's subject: the name takes the pronoun's place. */
function carrySubject(sentence: Candidate, { candidates }: Material): string | undefined {
  const after = candidates[candidates.indexOf(sentence) + 1];
  const pronoun =
    after &&
    /^(?:He|She|They|It)(?= (?:is|was|has|had|will|would|were|are|also|then|[a-z]+ed|said|told)\b)/.exec(
      after.text,
    )?.[0];
  const name = sentence.words.names[0];
  if (!after || !pronoun || !name || name.span.start > 4) return undefined;
  return name.text + after.text.slice(pronoun.length);
}

/** The sentence as it is, cut, merged with its neighbour, or with synonyms: still borne out. */
function reshape(sentence: Candidate, material: Material, next: () => number): Candidate {
  let text = sentence.text;
  const dice = next();
  if (dice < 0.45) text = cut(text, next) ?? text;
  else if (dice < 0.6) text = merge(sentence, material) ?? text;
  else if (dice < 0.7) text = moveCue(text) ?? text;
  if (next() < 0.35) text = reword(text, material.synonyms, next) ?? text;
  if (next() < 0.2) text = thin(text, next);
  return { text, words: readSentence(text) };
}

/** Drops a clause between commas, a lead-in, a bracket or a trailing clause. */
function cut(text: string, next: () => number): string | undefined {
  const forms = [
    text.replace(/, (?:who|which|where|a|an|the|whose|aged)\b[^,]{4,80},/, ''),
    text.replace(/ \([^)]*\)/, ''),
    text.replace(
      /^(?:In|On|At|After|Before|During|Since|For|As|While|However|Meanwhile|Also|Although)\b[^,]{0,60}, (\p{L})/u,
      (_, first: string) => first.toUpperCase(),
    ),
    text.replace(
      /, (?:and|but|while|as|which|who|with|after|where|although|because|saying|including)\b[^"“”]*\.$/,
      '.',
    ),
    text.replace(/ (?:after|because|while|when|before|although|as|in order to)\b[^,"“”]{10,}\.$/, '.'),
  ].filter(form => form !== text && form.split(' ').length >= 6 && verbAt(readSentence(form)) !== undefined);
  return forms.length ? pickOne(forms, next) : undefined;
}

function merge(sentence: Candidate, { candidates }: Material): string | undefined {
  const after = candidates[candidates.indexOf(sentence) + 1];
  if (!after || sentence.words.tokens.length + after.words.tokens.length > 45) return undefined;
  const first = after.words.tokens[0];
  const second = first?.name ? after.text : after.text.slice(0, 1).toLowerCase() + after.text.slice(1);
  return `${sentence.text.replace(/\.$/, '')}, and ${second}`;
}

/** `"Words," said Lind.` becomes `Lind said words.` */
function moveCue(text: string): string | undefined {
  const match =
    /^["“](.{20,}?),["”] (?:(said) ([\p{L} .]{3,30})|([\p{L} .]{3,30}) (said|added|told reporters))\.$/u.exec(text);
  if (!match) return undefined;
  const [, words = '', said, late, early, verb] = match;
  return `${late ?? early} ${verb ?? said ?? 'said'} ${words.slice(0, 1).toLowerCase()}${words.slice(1)}.`;
}

/** One or two words replaced by others of the same meaning and company. */
function reword(text: string, synonyms: Synonyms, next: () => number): string | undefined {
  const words = readSentence(text);
  const spots = shuffle(words.content, next).flatMap(token => {
    const other = token.name || token.number || !/^[a-z]+$/.test(token.text) ? undefined : synonym(token, synonyms);
    return other === undefined ? [] : [{ token, other }];
  });
  if (spots.length === 0) return undefined;
  return replaceAll(text, spots.slice(0, next() < 0.5 ? 1 : 2));
}

/** Drops an adverb or adjective. */
function thin(text: string, next: () => number): string {
  const spots = readSentence(text).content.filter(t => /^[a-z]+ly$/.test(t.text));
  const spot = spots.length ? pickOne(spots, next) : undefined;
  return spot ? (text.slice(0, spot.span.start) + text.slice(spot.span.end)).replace(/\s+/g, ' ') : text;
}

const changes: readonly Change[] = [
  changeNumber,
  changeNumber,
  changeName,
  changeName,
  swapNames,
  negate,
  negate,
  changeWord,
  changeWord,
  changeWord,
  changeDate,
  insert,
];

const aliens: readonly Change[] = [alienWords, alienWords, alienClause];

const splices: readonly Change[] = [
  splice,
  changeSubject,
  changeSubject,
  changeTail,
  changeTail,
  nearName,
  namePronoun,
];

function changeNumber(s: Candidate, _: Material, next: () => number): string | undefined {
  const usable = s.words.numbers.filter(n => n.kind !== 'date');
  if (usable.length === 0) return undefined;
  const number = pickOne(usable, next);
  const digits = /\d+(?:,\d{3})*/.exec(number.text)?.[0];
  if (digits === undefined) {
    const others = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'twelve'];
    const other =
      number.kind === 'ordinal'
        ? pickOne(['second', 'third', 'fourth', 'fifth', 'sixth'], next)
        : pickOne(others, next);
    return other === number.text.toLowerCase() ? undefined : replace(s.text, number.span, other);
  }
  const value = Number(digits.replaceAll(',', ''));
  const moved =
    number.kind === 'year'
      ? value + 1 + Math.floor(next() * 9)
      : Math.max(1, Math.round(value * (next() < 0.5 ? 1.3 + next() : 0.3 + next() * 0.5)));
  if (moved === value) return undefined;
  const text = digits.includes(',') ? moved.toLocaleString('en-US') : `${moved}`;
  return replace(s.text, number.span, number.text.replace(digits, text));
}

/** Another name from the document, or a sibling place or nationality of the lexicon. */
function changeName(s: Candidate, { candidates, strangers }: Material, next: () => number): string | undefined {
  if (s.words.names.length === 0) return undefined;
  const name = pickOne(s.words.names, next);
  const pool = (next() < 0.6 ? candidates : strangers).flatMap(c => c.words.names.map(n => n.text));
  const long = name.text.includes(' ');
  const others = pool.filter(
    other => !s.text.includes(other) && !name.text.includes(other) && other.includes(' ') === long,
  );
  return others.length ? replace(s.text, name.span, pickOne(others, next)) : undefined;
}

/** Who did it to whom: two names of the sentence change places. */
function swapNames(s: Candidate): string | undefined {
  const [a, b] = s.words.names;
  if (!a || !b || a.text.includes(b.text) || b.text.includes(a.text)) return undefined;
  const between = s.text.slice(a.span.end, b.span.start);
  if (/^(?:,| and| or|, and) $/.test(between)) return undefined;
  return s.text.slice(0, a.span.start) + b.text + between + a.text + s.text.slice(b.span.end);
}

function negate(s: Candidate, _: Material, next: () => number): string | undefined {
  const { text } = s;
  const lifted = text
    .replace(/\b(is|are|was|were|has|have|had|will|would|can|could|did|does|do|should) not\b/, '$1')
    .replace(/\b(is|are|was|were|has|have|had|would|could|did|does|should)n[’']t\b/, '$1')
    .replace(/\bcannot\b/, 'can');
  if (lifted !== text) return lifted;
  const forms = [
    text.replace(/\b(is|are|was|were|has|have|had|will|would|can|could|should|may|might)\b(?! not)/, '$1 not'),
    text.replace(/\b(is|are|was|were|has|have|had|will|would|can|could|should)\b(?! not)/, '$1 never'),
    text.replace(/\b(?:may|might|could)\b/, 'will'),
    text.replace(/\bwill\b/, 'will not'),
    text.replace(/ (\p{Ll}{3,})ed (?=to|the|a|in|on|that)/u, ' never $1ed '),
  ].filter(form => form !== text);
  return forms.length ? pickOne(forms, next) : undefined;
}

/** A noun, verb or adjective becomes its opposite, or another kind of the same thing. */
function changeWord(s: Candidate, { candidates, strangers }: Material, next: () => number): string | undefined {
  const pool = [...candidates, ...strangers].flatMap(c => c.words.content).filter(t => /^[a-z]{3,}$/.test(t.text));
  for (const token of shuffle(s.words.content, next).slice(0, 5)) {
    if (token.name || token.number || !/^[a-z]{3,}$/.test(token.text)) continue;
    const ending = endingOf(token.text);
    const others = pool.filter(other => {
      if (other.stem === token.stem || endingOf(other.text) !== ending || s.words.places.has(other.stem)) return false;
      const kind = relation(token.word, other.word);
      return kind === 'opposite' || (kind === 'sibling' && likeness(token.word, other.word) < 0.75);
    });
    const opposite = others.find(o => relation(token.word, o.word) === 'opposite');
    if (others.length) return replace(s.text, token.span, (opposite ?? pickOne(others, next)).text);
  }
  return undefined;
}

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const monthNames = 'January February March April May June July August September October November December'.split(' ');

function changeDate(s: Candidate, _: Material, next: () => number): string | undefined {
  for (const list of [dayNames, monthNames]) {
    for (const name of list) {
      const at = s.text.search(new RegExp(`\\b${name}\\b`));
      if (at < 0 || (name === 'May' && !/\bin $/.test(s.text.slice(0, at)))) continue;
      const other = pickOne(list, next);
      if (other !== name) return replace(s.text, { start: at, end: at + name.length }, other);
    }
  }
  return undefined;
}

/** The beginning of this sentence up to its verb, and another sentence from its verb on. */
function splice(s: Candidate, { candidates }: Material, next: () => number): string | undefined {
  const other = pickOne(candidates, next);
  const [a, b] = [verbAt(s.words), verbAt(other.words)];
  if (other === s || other.text === s.text || !a || !b || a.span.start < 8 || other.text.length - b.span.start < 25)
    return undefined;
  return s.text.slice(0, a.span.start) + other.text.slice(b.span.start);
}

/** The words before the verb come from another sentence of the document. */
function changeSubject(s: Candidate, { candidates }: Material, next: () => number): string | undefined {
  const own = verbAt(s.words);
  if (!own || own.span.start > 60) return undefined;
  const subjects = candidates.flatMap(c => {
    const verb = verbAt(c.words);
    const subject = verb ? c.text.slice(0, verb.span.start) : '';
    return subject.length > 3 &&
      subject.length < 40 &&
      !subject.includes(',') &&
      !/^(?:He|She|It|They|We|I|There|This|That) $/.test(subject) &&
      !s.text.startsWith(subject)
      ? [subject]
      : [];
  });
  return subjects.length ? pickOne(subjects, next) + s.text.slice(own.span.start) : undefined;
}

/** From a preposition or conjunction on, another sentence of the document goes on. */
function changeTail(s: Candidate, { candidates }: Material, next: () => number): string | undefined {
  const joint = /(?<=[^,] )(?:in|at|on|for|by|after|from|with|that|to|when|because|against|of)(?= )/g;
  const own = [...s.text.matchAll(joint)].filter(m => m.index > 15 && m.index < s.text.length - 10);
  if (own.length === 0) return undefined;
  const at = pickOne(own, next);
  const tails = candidates.flatMap(c =>
    [...c.text.matchAll(joint)]
      .filter(m => m[0] === at[0] && m.index > 15 && m.index < c.text.length - 12)
      .map(m => c.text.slice(m.index)),
  );
  const others = tails.filter(tail => tail.length < 90 && !s.text.includes(tail.slice(0, 15)));
  return others.length ? s.text.slice(0, at.index) + pickOne(others, next) : undefined;
}

/** A name gives way to a name of a sentence next to it. */
function nearName(s: Candidate, { candidates }: Material, next: () => number): string | undefined {
  const at = candidates.findIndex(c => c.text.slice(0, 20) === s.text.slice(0, 20));
  const near = candidates.slice(Math.max(0, at - 3), at + 4).flatMap(c => c.words.names.map(n => n.text));
  const others = near.filter(name => !s.text.includes(name) && !s.words.names.some(n => name.includes(n.text)));
  return others.length && s.words.names.length
    ? replace(s.text, pickOne(s.words.names, next).span, pickOne(others, next))
    : undefined;
}

/** "He" and "she" become somebody the sentences before do not name. */
function namePronoun(s: Candidate, { candidates }: Material, next: () => number): string | undefined {
  const pronoun = /^(?:He|She)(?= )/.exec(s.text)?.[0];
  if (!pronoun) return undefined;
  const at = candidates.findIndex(c => c.text.slice(0, 20) === s.text.slice(0, 20));
  const before = candidates
    .slice(Math.max(0, at - 3), at)
    .map(c => c.text)
    .join(' ');
  const others = candidates
    .flatMap(c => c.words.names.map(n => n.text))
    .filter(name => / /.test(name) && !before.includes(name.split(' ').at(-1) ?? ''));
  return others.length ? pickOne(others, next) + s.text.slice(pronoun.length) : undefined;
}

/** One to three content words give way to words of other documents that this one lacks. */
function alienWords(s: Candidate, { candidates, strangers }: Material, next: () => number): string | undefined {
  const known = new Set(candidates.flatMap(c => c.words.content.map(t => t.stem)));
  const pool = strangers.flatMap(c => c.words.content).filter(t => !known.has(t.stem));
  const spots: { token: Token; other: string }[] = [];
  const wanted = 1 + Math.floor(next() * 2.2);
  for (const token of shuffle(s.words.content, next)) {
    const kind = partsOfSpeech(token.word)[0];
    const others = pool.filter(
      o =>
        o.name === token.name &&
        !o.number === !token.number &&
        endingOf(o.text) === endingOf(token.text) &&
        partsOfSpeech(o.word)[0] === kind,
    );
    if (others.length === 0) continue;
    spots.push({ token, other: pickOne(others, next).text });
    if (spots.length >= wanted) break;
  }
  return spots.length ? replaceAll(s.text, spots) : undefined;
}

function alienClause(s: Candidate, material: Material, next: () => number): string | undefined {
  return insert(s, { ...material, candidates: material.strangers }, next);
}

/** A clause from another document, or from elsewhere in this one, at the end. */
function insert(s: Candidate, { candidates, strangers }: Material, next: () => number): string | undefined {
  const clauses = (next() < 0.5 ? candidates : strangers).flatMap(c => {
    const clause =
      /(?:,? (?:after|because|while|despite|in order to|due to|with|which|by|including) [^,."“”]{12,60})(?=[,.])/.exec(
        c.text,
      )?.[0];
    return clause && !s.text.includes(clause) ? [clause] : [];
  });
  return clauses.length ? s.text.replace(/\.$/, `${pickOne(clauses, next)}.`) : undefined;
}

const verbs =
  /^(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|said|says|told|made|took|won|lost|became|began|went|came|gave|held|did|does)$/;

/** The first word that looks like the sentence's finite verb. */
function verbAt({ tokens }: Sentence): Token | undefined {
  return tokens.find(
    (t, i) =>
      i > 0 &&
      (verbs.test(t.text) ||
        (/^[a-z]{3,}ed$/.test(t.text) &&
          partsOfSpeech(t.word)[0] === 'v' &&
          !/^(?:a|an|the|of|by)$/i.test(tokens[i - 1]?.text ?? ''))),
  );
}

const endingOf = (word: string) => /(?:ing|ed|s|ly)$/.exec(word)?.[0] ?? '';

export type Synonyms = ReadonlyMap<number, readonly Token[]>;

/** Words of the texts by sense: what `reword` chooses from. */
export function synonymsIn(texts: readonly string[]): Synonyms {
  const bySense = new Map<number, Token[]>();
  const seen = new Set<string>();
  for (const token of texts.flatMap(text => readSentence(text.slice(0, 4000)).content)) {
    if (!/^[a-z]{3,}$/.test(token.text) || seen.has(token.text)) continue;
    seen.add(token.text);
    for (const sense of token.word.senses) bySense.set(sense, [...(bySense.get(sense) ?? []), token]);
  }
  return bySense;
}

/** The word nearest in company among those with the same meaning, inflected alike. */
function synonym(token: Token, synonyms: Synonyms): string | undefined {
  const others = token.word.senses
    .flatMap(sense => synonyms.get(sense) ?? [])
    .filter(other => other.stem !== token.stem && endingOf(other.text) === endingOf(token.text));
  const near = others.map(other => ({ other, like: likeness(token.word, other.word) })).filter(o => o.like > 0.45);
  return near.sort((a, b) => b.like - a.like)[0]?.other.text;
}

function replace(text: string, span: { start: number; end: number }, by: string): string {
  return text.slice(0, span.start) + by + text.slice(span.end);
}

function replaceAll(text: string, spots: readonly { token: Token; other: string }[]): string {
  let out = text;
  for (const { token, other } of [...spots].sort((a, b) => b.token.span.start - a.token.span.start))
    out = replace(out, token.span, other);
  return out;
}

export function pickOne<T>(list: readonly T[], next: () => number): T {
  return list[Math.floor(next() * list.length)] as T;
}

export function sample<T>(list: readonly T[], count: number, next: () => number): T[] {
  return shuffle(list, next).slice(0, count);
}

function shuffle<T>(list: readonly T[], next: () => number): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}
