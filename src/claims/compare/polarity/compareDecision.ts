/** What a body turned down, where a passage says that it voted to do it; and what it approved, against a vote to refuse it. */
import { stem } from '../../../text/stem.ts';
import { lookUp } from '../../lexicon/lexicon.ts';
import type { Sentence } from '../../tokens.ts';
import { type Comparer, pair, shared } from '../pair.ts';

const rejected = /\b(?:rejected|turned down|voted down|threw out|vetoed|blocked)\b/i;
const approved = /\b(?:approved|adopted|passed|endorsed|backed)\b/i;
const votedTo =
  /\bvoted (?:(?:[\p{L}\d]+(?: votes)?(?: to |[-–])[\p{L}\d]+|unanimously|narrowly|overwhelmingly|(?:on|late on|early on) \p{Lu}\p{L}+|(?:morning|afternoon|evening|night)|,),? ?)*to (?:(build|approve|adopt|fund|buy|accept|pass|allow|endorse|back|support)|(reject|block|refuse|scrap|cancel|abandon|veto))\b/u;

export const compareDecision: Comparer = x => {
  const { claim, source } = x;
  const vote = source.text.includes('voted ') ? votedTo.exec(source.text) : null;
  const own = vote ? (vote[1] === undefined ? approved : rejected).exec(claim.text) : null;
  if (!vote || !own || /\b(?:not|never|no|would|could|may|might|had)\b|n['’]t\b/i.test(claim.text)) return [];
  const span = { start: own.index, end: own.index + own[0].length };
  const [subject, object] = [
    claim.content.findLast(t => t.span.end <= span.start),
    claim.content.find(t => t.span.start >= span.end),
  ];
  const stands = (stem: string | undefined, from: number, to: number) =>
    source.tokens.some(t => t.stem === stem && t.span.start >= from && t.span.end <= to);
  const end = vote.index + vote[0].length;
  if (!stands(subject?.stem, 0, vote.index) || !stands(object?.stem, end, source.text.length)) return [];
  if (shared(x, span) < 0.8 || x.others.some(s => s !== source && isSaid(s.text, own[0]))) return [];
  return [pair(x, span, { start: vote.index, end }, 'wording')];
};

/** Another passage has the claim's word: there may have been two votes. */
function isSaid(text: string, word: string): boolean {
  return text.toLowerCase().includes(word.toLowerCase());
}

const against = /\bvoted (?:(?:[\p{L}\d]+(?: votes)?(?: to |[-–])[\p{L}\d]+|\p{L}+ly) )?(against) (\p{L}+ing)\b/u;

/** "Voted against closing the square" where a passage has a vote to close it. */
export const compareVoteTo: Comparer = x => {
  const own = x.claim.text.includes('against') ? against.exec(x.claim.text) : null;
  const deed = own ? stem(lookUp(own[2] ?? '').base) : undefined;
  if (!own || deed === undefined) return [];
  const to = (s: Sentence) =>
    [...s.text.matchAll(/\bvoted\b[^.;]*? (to) (\p{L}+)/gu)].find(m => stem(lookUp(m[2] ?? '').base) === deed);
  const other = to(x.source);
  const start = own.index + own[0].indexOf('against');
  const span = { start, end: own.index + own[0].length };
  if (!other || /\b(?:against|not)\b/i.test(other[0]) || shared(x, span) < 0.75) return [];
  const end = other.index + other[0].length;
  return [pair(x, span, { start: end - `to ${other[2] ?? ''}`.length, end }, 'wording')];
};
