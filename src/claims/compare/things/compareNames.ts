/** Names of a claim against the names that stand in the same place of a passage. */
import type { NameMention } from '../../../text/names.ts';
import { stem } from '../../../text/stem.ts';
import { countriesOf } from '../../lexicon/places.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { mayBeConverse } from '../alike/opposites.ts';
import { mayLieIn, sameName, speaksOf, strangerHalf } from '../alike/sameName.ts';
import {
  bears,
  type Comparer,
  type Comparison,
  company,
  namePair,
  pair,
  placeAt,
  shared,
  takesArticle,
} from '../pair.ts';

/**
 * A name that no passage speaks of, where this one has another in the same role: after the same preposition and word
 * ("meet in Vienna", "meeting in Budapest"), before the same noun ("a Swedish singer"), or as doer of the same deed.
 */
export const compareNames: Comparer = x => {
  if (x.claim.names.length === 0 || x.source.names.length === 0) return [];
  const strangers = strangersIn(x);
  return x.claim.names.flatMap(own => {
    const likeness = shared(x, own.span);
    if (likeness < 0.45 || isDoubtful(own, x.claim)) return [];
    const label = otherLabel(own, x);
    if (label) return [pair(x, own.span, label.span, 'name')];
    const namesake = likeness >= 0.95 ? namesakeOf(own, x) : undefined;
    if (namesake) return [pair(x, own.span, namesake.span, 'name')];
    const free = strangers.filter(n => !sameName(n.text, own.text) && mayBeRival(own, n, x, likeness));
    if (free.length === 0) return [];
    const spokenOf = x.others.filter(s => speaksOf(s, own.text));
    if (spokenOf.some(s => bears(x, s, own.span))) return [];
    // A name that the sources speak of elsewhere must stand in the very place of another.
    const isRival = spokenOf.length > 0 ? isInPlaceOf : sameRole;
    const misspelt =
      spokenOf.length === 0 && likeness >= 0.5 ? free.find(n => isMisspelt(own.text, n.text)) : undefined;
    const rival =
      misspelt ?? free.find(n => haveOneArticle(own, n, x) && !mayLieIn(own, n, x) && isRival(own, n, x, likeness));
    return rival && !mayBeConverse(x.claim, x.source) ? [namePair(x, own, rival)] : [];
  });
};

/** What the two sentences alone tell, which costs less than to search all passages for the claim's name. */
function mayBeRival(own: NameMention, other: NameMention, x: Comparison, likeness: number): boolean {
  if (isMisspelt(own.text, other.text)) return true;
  if (!haveOneArticle(own, other, x) || mayLieIn(own, other, x)) return false;
  return sameRole(own, other, x, likeness) || isInPlaceOf(own, other, x, likeness);
}

/** The passage's names that the claim does not speak of: one alone may stand for each of the claim's. */
function strangersIn({ claim, source }: Comparison): readonly NameMention[] {
  const text = claim.text.toLowerCase();
  return source.names.filter(
    n =>
      !text.includes(n.text.toLowerCase()) &&
      !speaksOf(claim, n.text) &&
      !isDoubtful(n, source) &&
      !isListed(n, source),
  );
}

/** "Louise Brandt is the harbour master" where the one Brandt whom the passages name in full is Lucia. */
function namesakeOf(own: NameMention, { claim, source, others }: Comparison): NameMention | undefined {
  const [first = '', last, ...more] = own.text.split(' ');
  if (
    last === undefined ||
    more.length > 0 ||
    !/^ (?:is|was) (?:the|an?|his|her|its|their) /.test(claim.text.slice(own.span.end))
  )
    return undefined;
  if (strangerHalf(own.text, others)?.toLowerCase() !== first.toLowerCase()) return undefined;
  const full = others.flatMap(s => s.names).filter(n => n.text.includes(' ') && n.text.endsWith(` ${last}`));
  return full.every(n => n.text === full[0]?.text) ? source.names.find(n => n.text === full[0]?.text) : undefined;
}

/** "At the Holm yard": before a noun that both have, the article is the noun's. */
function haveOneArticle(own: NameMention, other: NameMention, x: Comparison): boolean {
  const [a, b] = [nextTo(x.claim, own.span.end), nextTo(x.source, other.span.end)];
  if (a && b && !a.stop && a.stem === b.stem && a.word.partsOfSpeech[0] === 'n') return true;
  return takesArticle(x.source, other) === takesArticle(x.claim, own);
}

/** One of "Austria, Germany, Spain and Sweden": of three names and more in a row none has the place to itself. */
function isListed({ span }: NameMention, { names, text }: Sentence): boolean {
  const at = names.findIndex(n => n.span.start === span.start);
  const isNext = (a: NameMention | undefined, b: NameMention | undefined) =>
    a !== undefined &&
    b !== undefined &&
    /^ ?,? (?:and |or |, and )?(?:the )?$/.test(text.slice(a.span.end, b.span.start));
  const [left, right] = [names[at - 1], names[at + 1]];
  if (isNext(left, names[at]) && isNext(names[at], right)) return true;
  return (
    (isNext(names[at], right) && isNext(right, names[at + 2])) ||
    (isNext(left, names[at]) && isNext(names[at - 2], left))
  );
}

/** "Imran Siddiq" for "Imran Sadiq": one of two words is the same, and the other begins alike. */
function isMisspelt(own: string, other: string): boolean {
  const [a, b] = [own.split(' '), other.split(' ')];
  if (a.length < 2 || a.length !== b.length) return false;
  const differing = a.flatMap((word, i) => (word === b[i] ? [] : [[word, b[i] ?? ''] as const]));
  const [[mine, theirs] = ['', ''], ...more] = differing;
  return more.length === 0 && mine.length > 3 && theirs.length > 3 && mine[0] === theirs[0];
}

/** "Ukrainian President Vladimir Putin" where the passage has "Russian President Vladimir Putin". */
function otherLabel(own: NameMention, x: Comparison): NameMention | undefined {
  const countries = countriesOf(own.text);
  const carrier = countries.length > 0 ? labelled(own, x.claim) : undefined;
  if (carrier === undefined) return undefined;
  const inPlace = (s: Sentence) => s.names.filter(n => countriesOf(n.text).length > 0 && labelled(n, s) === carrier);
  if (x.others.some(s => inPlace(s).some(n => countriesOf(n.text).some(c => countries.includes(c))))) return undefined;
  return inPlace(x.source)[0];
}

/** The office and name right behind a name: what it labels. */
function labelled(name: NameMention, { text }: Sentence): string | undefined {
  return /^ ((?!(?:and|or|with|to|in|of|for) )(?:\p{L}+ ){1,2}\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)/u.exec(
    text.slice(name.span.end, name.span.end + 60),
  )?.[1];
}

function isInPlaceOf(own: NameMention, other: NameMention, x: Comparison, likeness: number): boolean {
  const [left, right] = [leftOf(x.claim, own), leftOf(x.source, other)];
  const [a, b] = [nextTo(x.claim, own.span.end), nextTo(x.source, other.span.end)];
  const [title, theirs] = [titleOf(own, x.claim), titleOf(other, x.source)];
  const isAlike = title === undefined ? left.length === 2 && left.join() === right.join() : title === theirs;
  return (
    likeness >= 0.6 && isAlike && haveOneQualifier(own, other, x) && a?.text.toLowerCase() === b?.text.toLowerCase()
  );
}

/** "Finance Minister": the capitalised words right before a name. */
function titleOf({ span }: NameMention, { text }: Sentence): string | undefined {
  return /(?:\p{Lu}\p{L}+ )+$/u.exec(text.slice(Math.max(0, span.start - 40), span.start))?.[0].toLowerCase();
}

/** "A new study from Denmark" and "an earlier study from Spain" are two studies. */
function haveOneQualifier(own: NameMention, other: NameMention, x: Comparison): boolean {
  const [mine, theirs] = [qualifier(x.claim, own.span.start), qualifier(x.source, other.span.start)];
  return mine === undefined || theirs === undefined || mine.stem === theirs.stem;
}

/** The word before the noun that a name is joined to by a preposition. */
function qualifier({ tokens }: Sentence, start: number): Token | undefined {
  const at = tokens.findLastIndex(t => t.span.end <= start && !t.stop);
  const [found, noun] = [tokens[at - 1], tokens[at]];
  return found && noun && !found.stop && found.span.end + 1 === noun.span.start ? found : undefined;
}

/** A capital that may only begin the sentence or a label, and codes like COVID-19, which have many names for one thing. */
function isDoubtful(name: NameMention, sentence: Sentence): boolean {
  if (
    /\d/.test(name.text) ||
    /^\p{Lu}{6,}$/u.test(name.text) ||
    (name.span.start <= 1 && /^\p{L}+ly /u.test(name.text))
  )
    return true;
  const first = sentence.tokens[placeAt(sentence, name.span.start)];
  return name.span.start <= 1 && !name.text.includes(' ') && first?.word.partsOfSpeech.some(p => p !== 'n') === true;
}

function sameRole(own: NameMention, other: NameMention, x: Comparison, likeness: number): boolean {
  const [left, right] = [leftOf(x.claim, own), leftOf(x.source, other)];
  if (left.length === 2 && left.join() === right.join()) return haveOneQualifier(own, other, x);
  const [a, b] = [after(x.claim, own.span.end), after(x.source, other.span.end)];
  const sameNoun =
    a !== undefined && b !== undefined && a.stem === b.stem && !a.stop && haveOneGap(own, a, other, b, x);
  // A place after the same preposition, in sentences that otherwise say the same.
  const samePlace = left[0] !== undefined && left[0] === right[0] && /^(?:in|at|from|to|near)$/.test(left[0]);
  const near = company(x, own.span, other.span, 5);
  const isNear = near.left > 0;
  // "The US president" beside "the Ukrainian president": the noun alone makes them no rivals.
  if (sameNoun && (isNear || near.right > 1 || likeness >= 0.85)) return true;
  return likeness >= 0.55 && samePlace && isNear && isTitledAlike(own, other);
}

function isTitledAlike(own: NameMention, other: NameMention): boolean {
  return own.text.includes(' ') === other.text.includes(' ') || own.text.split(' ').length < 3;
}

/** "According to its director, Northline is": what a comma sets off is no more than a name's calling where another ends it. */
function leftOf(sentence: Sentence, { span }: NameMention): string[] {
  const { text } = sentence;
  const isSetOff = /,["”’]? (?:the )?$/i.test(text.slice(0, span.start)) && !/^[,.;:)]|^$/.test(text.slice(span.end));
  return isSetOff ? [] : before(sentence, span.start);
}

/** The word before, a preposition or such, and the content word before that; articles do not count. */
function before(sentence: Sentence, start: number): string[] {
  const words: string[] = [];
  for (let i = placeAt(sentence, start) - 1; i >= 0 && words.length < 2; i--) {
    const token = sentence.tokens[i];
    if (!token || /^(?:the|a|an|his|her|their|its)$/i.test(token.text)) continue;
    // "Born on March 14 in Volos": a day between the two.
    if (words.length === 1 && (token.number || /^on$/i.test(token.text) || isMonth(token.text))) continue;
    // "by Secretary of State Marco Rubio": the office belongs to the name.
    const capital = /^\p{Lu}/u.test(token.text) && !token.name;
    if (words.length === 0 && (capital || (token.text === 'of' && /^\p{Lu}/u.test(sentence.tokens[i + 1]?.text ?? ''))))
      continue;
    // "By the novelist Elspeth Harrow": what somebody is belongs to the name too.
    const article = sentence.tokens[i - 1]?.text ?? '';
    if (words.length === 0 && !token.stop && /^(?:the|a|an)$/i.test(article) && !/,/.test(between(sentence, i, start)))
      continue;
    words.push(stem(token.text));
    if (words.length === 1 && !token.stop) return words.length === 1 ? [...words, ''] : words;
  }
  return words;
}

function between({ tokens, text }: Sentence, i: number, end: number): string {
  return text.slice(tokens[i]?.span.end ?? end, end);
}

function isMonth(text: string): boolean {
  return /^(?:Jan|Febr)uary$|^(?:Sept|Nov|Dec)ember$|^October$|^(?:March|April|May|June|July|August)$/.test(text);
}

/** A comma behind one of the names ends an aside: what follows is then said of somebody else. */
function haveOneGap(own: NameMention, a: Token, other: NameMention, b: Token, x: Comparison): boolean {
  const [mine, theirs] = [
    x.claim.text.slice(own.span.end, a.span.start),
    x.source.text.slice(other.span.end, b.span.start),
  ];
  return /,/.test(mine) === /,/.test(theirs);
}

/** The word right behind in the same clause. */
function nextTo(sentence: Sentence, end: number): Token | undefined {
  return /^[,;:.]/.test(sentence.text.slice(end)) ? undefined : after(sentence, end);
}

/** The word right behind; titles and articles between do not count. */
function after(sentence: Sentence, end: number): Token | undefined {
  return sentence.tokens[placeAt(sentence, end)];
}
