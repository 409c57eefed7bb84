/** A claim that says what a passage denies, in whatever words around it. */
import type { Change } from '../../../model.ts';
import { relation } from '../../lexicon/lexicon.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { isAkin } from '../alike/isAkin.ts';
import { isOpposed } from '../alike/opposites.ts';
import { type Comparer, type Comparison, likeness, pair } from '../pair.ts';
import { refusals } from '../reading/denials.ts';
import { type Denied, deniedIn, undenied } from '../reading/denied.ts';
import { isPast, moodOf } from '../reading/mood.ts';

/** So much of what a denial says, its subject included, has to be in the claim. */
const mostOfIt = 0.6;
/** So much of the claim has to be in a passage whose denial is a single word. */
const sameMatter = 0.5;

/**
 * "The company paid a ransom" where a passage has "the company refused to pay", however little else the two share. No
 * contradiction, as nothing tells that one deed is meant; but not borne out either, unless a passage says it plainly.
 */
export const compareDenied: Comparer = x => {
  for (const denial of deniedIn(x.source)) {
    const found = toldAllTheSame(x, denial);
    if (found) return [found];
  }
  return [];
};

type Met = { readonly word: Token; readonly mine: Token };

function toldAllTheSame(x: Comparison, denial: Denied): Change | undefined {
  const own = undenied(x.claim);
  const mine = own.find(t => isTheDeed(t, denial));
  if (!mine || own.some(t => !t.stop && isAkin(t, denial.cue))) return undefined;
  const meet = (words: readonly Token[]): Met[] =>
    words.flatMap(word => {
      const same = own.find(t => isOneForm(t, word)) ?? own.find(t => !t.stop && isAkin(t, word));
      return same ? [{ word, mine: same }] : [];
    });
  const [rest, subject] = [meet(denial.rest), meet(denial.subject)];
  const met = [{ word: denial.main, mine }, ...rest, ...subject];
  if (!isOfOne(x, denial, met) || weigh(rest) < 0.5 * weighAll(denial.rest)) return undefined;
  const words = [denial.main, ...denial.rest, ...denial.subject];
  if (words.length === 1 ? likeness(x) < sameMatter : met.length < 2 || weigh(met) < mostOfIt * weighAll(words))
    return undefined;
  if (isLeftOpen(x, mine, denial)) return undefined;
  const told = [...met, ...meet(denial.carrying)];
  const isSaid = (s: Sentence) =>
    told.every(({ word, mine }) => undenied(s).some(t => isOneForm(t, word) || isOneForm(t, mine)));
  const isAdmitted = own.some(t => isOpposed(t.stem, denial.cue.stem));
  if (!isAdmitted && (x.others.some(isSaid) || isSaid(x.source))) return undefined;
  return pair(x, mine.span, denial.span, 'negation');
}

/** The same word, or another form of it: what may stand for it is not enough where so much hangs on one word. */
function isTheDeed(own: Token, { main, cue }: Denied): boolean {
  const isVerb = !/^(?:no|neither)$/i.test(cue.text) && main.word.partsOfSpeech[0] === 'v';
  if (isVerb && !own.word.partsOfSpeech.includes('v') && !isPast(own)) return false;
  const isDegree = /(?:er|est)$/.test(own.text) && own.text !== own.word.base && own.text !== main.text;
  return isDegree ? /^differ/.test(main.stem) : isOneForm(own, main);
}

/** "Threat" and "threatened"; of what does not differ nothing is "lower" or "more". */
function isOneForm(own: Token, other: Token): boolean {
  if (own.stem === other.stem || relation(own.word, other.word) === 'formed') return true;
  if (/^differ/.test(other.stem)) return /^(?:\p{L}{3,}er|more|less|fewer|better|worse)$/u.test(own.text);
  const [a, b] = own.stem.length < other.stem.length ? [own.stem, other.stem] : [other.stem, own.stem];
  return a.length >= 6 && b.length - a.length <= 2 && b.startsWith(a);
}

/** Whether the denial is of somebody or something that the claim speaks of, in one of its sentences. */
function isOfOne({ claim, source }: Comparison, { subject }: Denied, met: readonly Met[]): boolean {
  const [first, last] = [subject[0], subject.at(-1)];
  const isMet = (word: Token) => met.some(m => m.word === word);
  if (subject.some(t => t.name && !isMet(t))) return false;
  const isChoice = first && last && / or /.test(source.text.slice(first.span.start, last.span.end));
  if (last && !(isChoice ? subject.some(isMet) : isMet(last))) return false;
  const start = Math.min(...met.map(m => m.mine.span.start));
  const end = Math.max(...met.map(m => m.mine.span.end));
  return !/[.;!?]["”’)]* /.test(claim.text.slice(start, end));
}

function weigh(met: readonly Met[]): number {
  return weighAll(met.map(m => m.word));
}

function weighAll(words: readonly Token[]): number {
  return words.reduce((sum, t) => sum + t.weight, 0);
}

/** "Was asked to pay" beside "refused to pay"; "suspect that" beside "no evidence that"; a day beside "not until". */
function isLeftOpen({ claim, source }: Comparison, mine: Token, { cue, main, isForNow }: Denied): boolean {
  if (deniesToo(claim) || (supposes(claim) && !supposes(source))) return true;
  if (isForNow && claim.dates.length > 0) return true;
  const isRefused = refusals.has(cue.stem);
  return moodOf(claim, mine).kind === 'open' && (isRefused || moodOf(source, main).kind !== 'open');
}

/** "Still has to decide" and "turned down" deny in other words. */
const deniesToo = ofSentence(({ text }): boolean =>
  /\b(?:still|yet|remain\w*|pending|await\w*|ha(?:s|ve|d) to|(?:turn|vot|str)\w* down|thr[eo]w\w* out|shelved?|escaped?|spared?)\b/i.test(
    text,
  ),
);

const supposes = ofSentence(({ text }): boolean =>
  /\b(?:suspect\w*|fear\w*|alleg\w*|accus\w*|claim\w*|believ\w*|argu\w*|whether|if|rumou?r\w*)\b/i.test(text),
);
