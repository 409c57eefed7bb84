/** Who said it: the same words reported of somebody else. */
import type { Span } from '../../model.ts';
import type { NameMention } from '../../text/names.ts';
import { countriesOf } from '../lexicon/places.ts';
import { ofSentence } from '../ofSentence.ts';
import type { Sentence } from '../tokens.ts';
import { type Comparer, type Comparison, pair, shared } from './pair.ts';
import { sameName, speaksOf } from './sameName.ts';

/** Much the same said by another person, where no passage has the claim's person with it. */
export const compareSpeakers: Comparer = x => {
  const [own, other] = [speakerOf(x.claim), speakerOf(x.source)];
  if (!own || !other || sameName(own.text, other.text) || shared(x, own.span) < 0.7) return [];
  if (!isPerson(own, x) || !isPerson(other, x)) return [];
  if (speaksOf(x.source, own.text) || speaksOf(x.claim, other.text)) return [];
  if (x.others.some(s => speaksOf(s, own.text) && shared({ ...x, source: s }, own.span) >= 0.5)) return [];
  return [pair(x, own.span, other.span, 'name')];
};

/** A name of two words and more, or the last of one: bodies and countries speak through people. */
function isPerson({ text }: NameMention, { others }: Comparison): boolean {
  if (countriesOf(text).length > 0 || body.test(text) || /^\p{Lu}{2,}$/u.test(text)) return false;
  return text.includes(' ') || others.some(s => s.names.some(n => n.text.endsWith(` ${text}`) && !body.test(n.text)));
}

const body =
  /\b(?:Council|Court|Ministry|Office|Department|House|Bank|Group|Company|Ltd|Inc|Party|Union|University|Institute|Agency|Police|Service|Trust|Association|Commission|Committee|Government|Board|Times|Post|News|Center|Centre|Society|Foundation|Club|Town|City|United|Securities|Street|Force|Army|Church|Hospital|School|College)\b/;

const verb = /\b(?:said|says|told|added|argued|warned|insisted|claimed|explained|noted)(?= )/u;
const closing =
  /, (?:(?:said|says|added|argued|warned|insisted|claimed|explained|noted) )?([^,]+?)(?: (?:said|says|added|argued|warned|insisted|claimed|explained|noted))?\.?$/u;

/** The name that the first verb of saying belongs to; undefined where there are several, or none. */
const speakerOf = ofSentence((sentence): NameMention | undefined => {
  const { text } = sentence;
  const end = closing.exec(text);
  if (end && verb.test(`${end[0]} `)) return nameIn(sentence, { start: end.index + 2, end: text.length });
  const match = verb.exec(text);
  if (!match || match.index === 0) return undefined;
  const left = text.slice(0, match.index).replace(/(?: (?:has|had|have|also|later|then|\p{L}+ly))* $/u, '');
  if (/[;:"“”]/.test(left)) return undefined;
  // "Strand, prosecuting, said": the aside has no name of its own.
  const parts = [...left.replace(/,$/, '').matchAll(/[^,]+/g)].map(m => ({
    start: m.index,
    end: m.index + m[0].length,
  }));
  return parts
    .reverse()
    .slice(0, left.endsWith(',') ? 2 : 1)
    .map(part => nameIn(sentence, part))
    .find(Boolean);
});

const title =
  /^\s*(?:(?!(?:of|at|in|for|from|by|with|to|on|and|that|when|while|after|before|because) )[\p{L}'’-]+ ){0,4}$/u;

/** The one name a stretch begins with, titles apart. */
function nameIn({ text, names }: Sentence, { start, end }: Span): NameMention | undefined {
  const within = names.filter(n => n.span.start >= start && n.span.end <= end);
  const [first] = within;
  if (!first || !title.test(text.slice(start, first.span.start))) return undefined;
  return /^ ?(?:and|or|,? ?&) /.test(text.slice(first.span.end, end)) ? undefined : first;
}
