/** Who said it: the same words reported of somebody else. */
import type { Span } from '../../../model.ts';
import type { NameMention } from '../../../text/names.ts';
import { countriesOf } from '../../lexicon/places.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { sameName, speaksOf } from '../alike/sameName.ts';
import { type Comparer, type Comparison, pair, shared } from '../pair.ts';

/** Much the same said by another person, where no passage has the claim's person with it. */
export const compareSpeakers: Comparer = x => {
  const own = speechOf(x.claim) ?? surnamed(x.claim);
  const other = own && speechOf(x.source);
  if (!own || !other || sameName(own.speaker.text, other.speaker.text) || own.said.length < 2) return [];
  if (!isPerson(own.speaker.text, x) || !isPerson(other.speaker.text, x)) return [];
  if (speaksOf(x.source, own.speaker.text) || speaksOf(x.claim, other.speaker.text)) return [];
  const told = (source: Sentence) =>
    shared({ ...x, claim: { ...x.claim, content: own.said }, source }, own.speaker.span);
  if (told(x.source) < 0.75 || x.others.some(s => speaksOf(s, own.speaker.text) && told(s) >= 0.5)) return [];
  return [pair(x, own.speaker.span, other.speaker.span, 'name')];
};

/** A name of two words and more, or the last of one: bodies and countries speak through people. */
function isPerson(name: string, { others }: Comparison): boolean {
  if (countriesOf(name).length > 0 || body.test(name) || /^\p{Lu}{2,}$/u.test(name)) return false;
  return name.includes(' ') || others.some(s => s.names.some(n => n.text.endsWith(` ${name}`) && !body.test(n.text)));
}

const body =
  /\b(?:Council|Court|Ministry|Office|Department|House|Bank|Group|Company|Ltd|Inc|Party|Union|University|Institute|Agency|Police|Service|Trust|Association|Commission|Committee|Government|Board|Times|Post|News|Center|Centre|Society|Foundation|Club|Town|City|United|Securities|Street|Force|Army|Church|Hospital|School|College)\b/;

const verb =
  /\b(?:said|says|told|added|argued|warned|insisted|claimed|explained|noted|(?:called|calls|described|describes|considers|considered)(?! (?:for|on|off|up|in)\b))(?= )/u;
/** One of these is in each of them. */
const saying = /said|says|told|added|argued|warned|insisted|claimed|explained|noted|call(?:ed|s)|describe|consider/;
const closing =
  /,["”’]? (?:(?:said|says|added|argued|warned|insisted|claimed|explained|noted) )?([^,]+?)(?: (?:said|says|added|argued|warned|insisted|claimed|explained|noted))?\.?$/u;

type Speech = { readonly speaker: NameMention; readonly said: readonly Token[] };

/** The name that the first verb of saying belongs to, with what is said; undefined where there are several names, or none. */
export const speechOf = ofSentence((sentence): Speech | undefined => {
  const { text, content } = sentence;
  if (!saying.test(text)) return undefined;
  const end = closing.exec(text);
  if (end && verb.test(`${end[0].replace(/\.$/, '')} `)) {
    const speaker = nameIn(sentence, { start: end.index + end[0].indexOf(' ') + 1, end: text.length });
    return speaker && { speaker, said: content.filter(t => t.span.end <= end.index) };
  }
  const match = verb.exec(text);
  if (!match || match.index === 0) return undefined;
  const left = text.slice(0, match.index).replace(/(?: (?:has|had|have|also|later|then|\p{L}+ly))* $/u, '');
  if (/[;:"“”]/.test(left)) return undefined;
  // "Strand, prosecuting, said": the aside has no name of its own.
  const parts = [...left.replace(/,$/, '').matchAll(/[^,]+/g)].map(m => ({
    start: m.index,
    end: m.index + m[0].length,
  }));
  const speaker = parts
    .reverse()
    .slice(0, left.endsWith(',') ? 2 : 1)
    .map(part => nameIn(sentence, part))
    .find(Boolean);
  return speaker && { speaker, said: content.filter(t => t.span.start > match.index + match[0].length) };
});

/** "Reinholt said that …": a capital that may only begin the sentence; whether it names a person, the passages tell. */
const surnamed = ofSentence(({ text, content }): Speech | undefined => {
  const match = /^\p{Lu}\p{L}+(?= )/u.exec(text);
  const speaking = match && verb.exec(text.slice(match[0].length));
  if (!match || !speaking || speaking.index !== 1) return undefined;
  const from = match[0].length + speaking.index + speaking[0].length;
  const speaker = { text: match[0], span: { start: 0, end: match[0].length } };
  return { speaker, said: content.filter(t => t.span.start > from) };
});

const title =
  /^\s*(?:(?!(?:of|at|in|for|from|by|with|to|on|and|that|when|while|after|before|because) )[\p{L}'’-]+ ){0,4}$/u;

/** The one name a stretch begins with, titles apart. */
function nameIn({ text, names }: Sentence, { start, end }: Span): NameMention | undefined {
  const within = names.filter(n => n.span.start >= start && n.span.end <= end);
  const [first] = within;
  if (!first || !title.test(text.slice(start, first.span.start))) return undefined;
  return /^ ?(?:and|or|,? ?&) /.test(text.slice(first.span.end, end)) ? undefined : withoutOffice(first);
}

/** "Prosecutor Miriam Adeyemi", "Priya Raman of Castle Securities": the office and the firm are none of the name. */
function withoutOffice({ text, span }: NameMention): NameMention {
  const whole = text.replace(/ (?:of|at|from) .*$/, '');
  const end = span.start + whole.length;
  const name = /\S+ \S+$/.exec(whole)?.[0] ?? whole;
  return { text: name, span: { start: end - name.length, end } };
}
