/** What summaries do with the sentences of an article: one subject carries the deeds of two, names grow and shrink. */
import type { Change } from './distort.ts';
import { pickOne } from './draws.ts';
import { type Candidate, type Material, replace, verbAt } from './material.ts';

/** A named subject and what this sentence and another of the same subject say of it. */
export const fuse: Change = (s, material, next) =>
  told(s, material, next, (own, other, isNext) => (isNext && other.pronoun) || other.subject === own.subject);

/** The same with a deed of somebody else. */
export const fuseWrongly: Change = (s, material, next) =>
  told(s, material, next, (own, other) => !other.pronoun && !shareWord(own.subject, other.subject));

type Parted = { readonly subject: string; readonly deed: string; readonly pronoun: boolean };

const forms: readonly ((own: Parted, deed: string) => string)[] = [
  (own, deed) => `${own.subject} ${own.deed} and ${deed}.`,
  (own, deed) => `${own.subject} ${own.deed}, and ${deed}.`,
  (own, deed) => `${own.subject}, who ${deed}, ${own.deed}.`,
  (own, deed) => `${own.subject} ${deed}.`,
  (own, deed) => `${own.subject} ${deed}.`,
];

function told(
  s: Candidate,
  { candidates }: Material,
  next: () => number,
  fits: (own: Parted, other: Parted, isNext: boolean) => boolean,
): string | undefined {
  const own = parted(s);
  if (!own || own.pronoun) return undefined;
  const at = placeOf(s, candidates);
  const deeds = candidates.flatMap((c, i) => {
    const other = i === at ? undefined : parted(c);
    return other && fits(own, other, i === at + 1) ? [short(other.deed)] : [];
  });
  return deeds.length ? pickOne(forms, next)({ ...own, deed: short(own.deed) }, pickOne(deeds, next)) : undefined;
}

/** A sentence as a short subject and what is said of it; undefined when it does not begin with a name or pronoun. */
function parted({ text, words }: Candidate): Parted | undefined {
  const verb = verbAt(words);
  if (!verb || verb.span.start > 45 || text.length - verb.span.start < 20) return undefined;
  const subject = text.slice(0, verb.span.start).trim();
  const deed = text.slice(verb.span.start).replace(/\.["”]?$/, '');
  const pronoun = /^(?:He|She|They|It)(?: (?:also|then|later))?$/.test(subject);
  const name = words.names[0];
  const isNamed = name !== undefined && name.span.start <= 4 && name.span.end >= subject.length - 20;
  if (/[,;:"“”(]/.test(subject) || !(pronoun || isNamed)) return undefined;
  return { subject: subject.replace(/ (?:also|then|later)$/, ''), deed, pronoun };
}

/** Long deeds lose what follows a comma or a joining word. */
function short(deed: string): string {
  if (deed.length < 70) return deed;
  return /^.{25,}?(?=, | (?:after|because|while|when|before|although|and|which|who)\b)/.exec(deed)?.[0] ?? deed;
}

/** Two sentences of the document in one, wherever they stand. */
export const join: Change = (s, { candidates }, next) => {
  const other = pickOne(candidates, next);
  if (other.text === s.text || other.words.tokens.length + s.words.tokens.length > 50) return undefined;
  if (/["“”]/.test(s.text + other.text) || /^(?:He|She|They|It|Th\w+|But|And|I|We|You)\b/.test(other.text))
    return undefined;
  const second = other.words.tokens[0]?.name ? other.text : other.text.slice(0, 1).toLowerCase() + other.text.slice(1);
  return `${s.text.replace(/\.$/, '')}${pickOne([', and ', ', while ', ' and '], next)}${second}`;
};

/** A name becomes the longer or shorter form the document has of it. */
export const rename: Change = (s, { candidates }, next) => {
  const all = candidates.flatMap(c => c.words.names.map(n => n.text)).filter(name => name.split(' ').length < 4);
  const found = s.words.names.flatMap(({ span, text }) =>
    all.filter(o => o.endsWith(` ${text}`) || text.endsWith(` ${o}`)).map(other => ({ span, other })),
  );
  if (found.length === 0) return undefined;
  const { span, other } = pickOne(found, next);
  return replace(s.text, span, other);
};

/** "He" becomes one whom the sentence before mentions, but who is not its subject. */
export const wrongAntecedent: Change = (s, { candidates }, next) => {
  const before = candidates[placeOf(s, candidates) - 1];
  const own = parted(s);
  const [first, ...others] = before?.words.names ?? [];
  if (!own?.pronoun || !first || first.span.start > 4) return undefined;
  const wrong = others.filter(n => !shareWord(n.text, first.text));
  return wrong.length ? `${pickOne(wrong, next).text} ${own.deed}.` : undefined;
};

/** The words go to another name of the document. */
export const wrongSpeaker: Change = (s, { candidates }, next) => {
  const speaker = s.words.names.find(
    ({ span }) =>
      /^\s*,?\s*(?:said|says|told|added)\b/.test(s.text.slice(span.end)) ||
      /\b(?:said|says|added|told)\s*$/.test(s.text.slice(0, span.start)),
  );
  if (!speaker) return undefined;
  const others = candidates
    .flatMap(c => c.words.names.map(n => n.text))
    .filter(o => !shareWord(o, speaker.text) && !s.text.includes(o) && / /.test(o) === / /.test(speaker.text));
  return others.length ? replace(s.text, speaker.span, pickOne(others, next)) : undefined;
};

/** A number gives way to another of the same kind that the document has elsewhere. */
export const otherNumber: Change = (s, { candidates }, next) => {
  const usable = s.words.numbers.filter(n => n.kind !== 'date');
  if (usable.length === 0) return undefined;
  const number = pickOne(usable, next);
  const others = candidates
    .flatMap(c => c.words.numbers)
    .filter(n => n.kind === number.kind && n.value !== number.value && !s.text.includes(n.text));
  return others.length ? replace(s.text, number.span, pickOne(others, next).text) : undefined;
};

function placeOf(s: Candidate, candidates: readonly Candidate[]): number {
  return candidates.findIndex(c => c.text.slice(0, 20) === s.text.slice(0, 20));
}

function shareWord(a: string, b: string): boolean {
  const words = new Set(a.split(' '));
  return b.split(' ').some(w => words.has(w));
}
