/** Of what kin: "his brother, Lee Strand" where a passage has "his brother-in-law, Lee Strand". */
import type { Span } from '../../../model.ts';
import type { NameMention } from '../../../text/names.ts';
import { hasWord } from '../../hasWord.ts';
import { ofSentence } from '../../ofSentence.ts';
import { sameName } from '../alike/sameName.ts';
import { type Comparer, pair } from '../pair.ts';

export const compareKin: Comparer = x => {
  for (const own of kinIn(x.claim)) {
    const isHis = (other: Kin) => own.whose === other.whose && sameName(own.name.text, other.name.text);
    const rival = kinIn(x.source).find(k => isHis(k) && k.word === own.word && k.whole !== own.whole);
    const isTold = rival && x.others.some(s => kinIn(s).some(k => k.whole === own.whole && isHis(k)));
    if (rival && !isTold) return [pair(x, own.span, rival.span, 'wording')];
  }
  return [];
};

type Kin = {
  readonly whose: string;
  readonly word: string;
  readonly whole: string;
  readonly span: Span;
  readonly name: NameMention;
};

const kin =
  /\b(his|her|their) ((?:elder |older |younger )?((?:step|half-|grand)?)(brother|sister|father|mother|son|daughter)(?:-in-law)?),? (?=\p{Lu})/giu;

const hasKin = hasWord(({ text }) => /(?:brother|sister|father|mother|son|daughter)(?:-in-law)?$/i.test(text));

/** Who is named right behind what kin he is. */
const kinIn = ofSentence((sentence): readonly Kin[] => {
  if (!hasKin(sentence)) return [];
  const { text, names } = sentence;
  return [...text.matchAll(kin)].flatMap(match => {
    const [all, whose = '', whole = '', , word = ''] = match;
    const name = names.find(n => n.span.start === match.index + all.length);
    const start = match.index + whose.length + 1;
    const bare = whole.replace(/^(?:elder|older|younger) /, '');
    const at = start + whole.length - bare.length;
    return name
      ? [{ whose: whose.toLowerCase(), word, whole: bare, name, span: { start: at, end: at + bare.length } }]
      : [];
  });
});
