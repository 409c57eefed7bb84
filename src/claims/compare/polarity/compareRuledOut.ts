/** A deed told as done or to be done that a passage has ruled out, given up or brought to an end: "ruled out a rise". */
import type { Span } from '../../../model.ts';
import { relation } from '../../lexicon/lexicon.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { baseAt, keyOf, sidesWith } from '../alike/opposites.ts';
import { bears, type Comparer, pair, shared } from '../pair.ts';
import { type Frame, frames } from '../reading/frames.ts';

/** The words that put an end to it, and those that name what it was. */
type End = { readonly span: Span; readonly deeds: readonly Token[]; readonly isOver: boolean };

export const compareRuledOut: Comparer = x => {
  const over = ends(x.source);
  if (over.length === 0 || left.test(x.claim.text)) return [];
  const isStill = still.test(x.claim.text);
  for (const own of frames(x.claim)) {
    if (own.isDenied || (own.mood === 'open' && own.verb.form !== 'infinitive') || own.verb.token.stop) continue;
    const end = over.find(e => e.isOver === isStill && e.deeds.some(t => isOfDeed(x.claim, own, t)));
    if (!end || ends(x.claim).length > 0 || shared(x, own.verb.span) < 0.5) continue;
    const isTold = (s: Sentence) =>
      frames(s).some(f => f.key === own.key && !f.isDenied && f.mood !== 'open' && isOfOneThing(own, f));
    if (x.others.some(s => s !== x.source && isTold(s) && bears(x, s, own.verb.span))) continue;
    return [pair(x, own.verb.span, end.span, 'wording', 'none')];
  }
  return [];
};

/** "Sold 41,000 tonnes" bears out no sale of the site. */
function isOfOneThing({ target }: Frame, other: Frame): boolean {
  const theirs = other.target.flatMap(n => n.content);
  return target.length === 0 || target.some(n => n.content.some(t => theirs.some(u => u.stem === t.stem)));
}

/** Claims that leave the deed open, or tell of its end themselves. */
const left =
  /\b(?:not|none|nobody|nothing|neither|nor|no|never|without|plan\w*|propos\w*|want\w*|might|may|could|would|should|had|if|unless|whether|consider\w*|until|before|ask\w*|demand\w*|call\w* for|hop\w*|fail\w*|refus\w*|due|abandon\w*|cancel\w*|end(?:ed|s)?|stop\w*|halt\w*|scrap\w*|drop\w*|reject\w*)\b|n['’]t\b/i;
const still = /\b(?:still|continu\w*|goes on|go on|ongoing)\b/i;

/** "Go up" and "a rise", "investigating" and "their investigation". */
function isOfDeed(claim: Sentence, { verb }: Frame, noun: Token): boolean {
  const base = baseAt(claim, verb.token);
  if (verb.token.stem === noun.stem || sidesWith(base, keyOf(noun))) return true;
  const found = relation(verb.token.word, noun.word);
  // "Sell" and "a sale" are of one root, which the lexicon does not say.
  const isAlike = verb.token.stem[0] === noun.stem[0] && /^(?:synonym|broader|narrower)$/.test(found);
  return isAlike || found === 'same' || found === 'formed';
}

const opening =
  '(?:(?:any|all|an?|the|its|his|her|their|own|further|plans?|proposals?|ideas?|thoughts?|talk|for|of|to|another) )*';
const ruledOut = new RegExp(
  `\\b(?:rul(?:ed|es) out|excluded|abandoned|scrapped|shelved|cancell?ed|called off|gave up) ${opening}`,
  'giu',
);
const brought = new RegExp(`\\b(?:ended|closed|completed|finished|concluded|discontinued|wound up) ${opening}`, 'giu');
const planned =
  /\b(?:plans?|proposals?|projects?|schemes?|bills?|motions?|bids?|attempts?) to ((?:\S+ ){1,9}?)(?:was|were|has been|have been) ((?:abandoned|scrapped|rejected|dropped|shelved|cancell?ed|defeated|voted down|withdrawn|thrown out)\b)/gi;
const mayEnd =
  /rul(?:ed|es) out|excluded|abandon|scrapped|shelved|cancel|called off|gave up|ended|closed|completed|finished|concluded|discontinued|wound up|rejected|dropped|defeated|voted down|withdrawn|thrown out/i;

const ends = ofSentence((sentence): readonly End[] => {
  const { text, tokens } = sentence;
  if (!mayEnd.test(text) || /\b(?:not|never)\b|n['’]t\b/i.test(text)) return [];
  const from = (start: number, count: number) => tokens.filter(t => t.span.start >= start && !t.stop).slice(0, count);
  const nouns = (pattern: RegExp, isOver: boolean) =>
    [...text.matchAll(pattern)].flatMap(match => {
      const deeds = from(match.index + match[0].length, 1).filter(t => t.word.partsOfSpeech.includes('n'));
      const end = deeds[0]?.span.end;
      return end === undefined ? [] : [{ span: { start: match.index, end }, deeds, isOver }];
    });
  const plans = [...text.matchAll(planned)].map(match => {
    const end = match.index + match[0].length;
    const start = match.index + match[0].indexOf(match[1] ?? '');
    return { span: { start: end - (match[2] ?? '').length, end }, deeds: from(start, 1), isOver: false };
  });
  return [...nouns(ruledOut, false), ...nouns(brought, true), ...plans];
});
