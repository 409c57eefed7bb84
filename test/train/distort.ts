/** A sentence with one thing changed, or pieced together of two: no longer borne out by its document. */
import { likeness, relation } from '../../src/claims/lexicon/lexicon.ts';
import { pickOne, shuffle } from './draws.ts';
import { type Candidate, endingOf, type Material, replace } from './material.ts';

/** Undefined when the sentence gives no hold for the change. */
export type Change = (sentence: Candidate, document: Material, next: () => number) => string | undefined;

export const changes: readonly Change[] = [
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
export function changeName(s: Candidate, { candidates, strangers }: Material, next: () => number): string | undefined {
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

export function negate(s: Candidate, _: Material, next: () => number): string | undefined {
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

/** From a preposition or conjunction on, another sentence of the document goes on. */
export function changeTail(s: Candidate, { candidates }: Material, next: () => number): string | undefined {
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
export function nearName(s: Candidate, { candidates }: Material, next: () => number): string | undefined {
  const at = candidates.findIndex(c => c.text.slice(0, 20) === s.text.slice(0, 20));
  const near = candidates.slice(Math.max(0, at - 3), at + 4).flatMap(c => c.words.names.map(n => n.text));
  const others = near.filter(name => !s.text.includes(name) && !s.words.names.some(n => name.includes(n.text)));
  return others.length && s.words.names.length
    ? replace(s.text, pickOne(s.words.names, next).span, pickOne(others, next))
    : undefined;
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

/** Tries the changes in an order drawn by chance until one fits the sentence. */
export function firstOf(
  list: readonly Change[],
  s: Candidate,
  material: Material,
  next: () => number,
): string | undefined {
  for (const change of shuffle(list, next)) {
    const text = change(s, material, next);
    if (text !== undefined && text !== s.text) return text;
  }
  return undefined;
}
