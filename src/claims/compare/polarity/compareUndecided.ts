/** What a passage leaves to be decided told as settled: "before deciding whether to appeal" against "announced an appeal". */
import type { Span } from '../../../model.ts';
import { stem } from '../../../text/stem.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence } from '../../tokens.ts';
import { bears, type Comparer, pair, shared } from '../pair.ts';
import { type Frame, frames } from '../reading/frames.ts';
import { moodOf } from '../reading/mood.ts';

const undecided =
  /\b(?:(?:before |is |are |was |were |still )?(?:deciding|considering|weighing|debating|discussing)|(?:has|have|had)(?: not|n['’]t)(?: yet)? decided|(?:has|have|had) yet to decide|(?:is|are|was|were)(?: still)? undecided|(?:will|would|must|to) (?:\p{L}+ )?decide(?: (?:in|on|at|by|next) [\p{L}\d ]{1,20})?) (?:on )?whether (?:or not )?(?:to |(?:\p{L}+ ){1,4}?(?:will|would|should|can) )(\p{L}+)/iu;
/** A claim with any of these leaves it open too, or says that it will not be. */
const open =
  /\b(?:whether|if|unless|may|might|could|can|consider\w*|weigh\w*|undecided|open|possib\w*|perhaps|likely|unlikely|probabl\w*|question|not|no|never|without|rul\w+ out|want\w*|hop\w*|until|before)\b|n['’]t\b|\?/i;

export const compareUndecided: Comparer = x => {
  for (const compare of [leftOpen, notYet, onlyPossible]) {
    const found = compare(x);
    if (found.length > 0) return found.slice(0, 1);
  }
  return [];
};

const none =
  /\b(?:no decision (?:has|had) (?:yet |so far )?been (?:taken|made|reached)|(?:has|have|had) (?:taken|made|reached) no decision|(?:has|have|had)(?: not|n['’]t)(?: yet)? decided|(?:has|have|had) yet to decide|(?:is|are|was|were)(?: still)? undecided)\b/i;
const decided =
  /\b(?:(?:has|have|had) )?(?:decided|resolved|made up (?:his|her|its|their) mind)(?= (?:to|on|against)\b)/i;

const decidedIn = ofSentence(({ text }) =>
  /decided|resolved|made up/i.test(text) ? (decided.exec(text) ?? undefined) : undefined,
);

/** "Has decided to sell" where "no decision had been taken". */
const notYet: Comparer = x => {
  const own = decidedIn(x.claim);
  const match = own && /deci/i.test(x.source.text) ? none.exec(x.source.text) : null;
  if (!match || !own || /\b(?:not|never|no|whether|if)\b|n['’]t\b/i.test(x.claim.text)) return [];
  const span = { start: own.index, end: own.index + own[0].length };
  if (shared(x, span) < 0.4 || x.others.some(s => decided.test(s.text) && !none.test(s.text))) return [];
  return [pair(x, span, { start: match.index, end: match.index + match[0].length }, 'wording', 'none')];
};

/** "Has decided to move" where it "might move". */
const onlyPossible: Comparer = x => {
  const own = decidedIn(x.claim);
  if (!own || open.test(x.claim.text.replace(own[0], ''))) return [];
  const deed = frames(x.claim).find(f => f.verb.span.start > own.index && f.verb.form === 'infinitive');
  const isPossible = (f: Frame) => /^(?:may|might|could)$/.test(f.verb.helpers[0] ?? '') && !f.isDenied;
  const [other, ...more] = frames(x.source).filter(f => f.key === deed?.key);
  if (!deed || !other || more.length > 0 || !isPossible(other)) return [];
  const span = { start: own.index, end: deed.verb.span.end };
  if (shared(x, span) < 0.6 || x.others.some(s => decided.test(s.text) && bears(x, s, span))) return [];
  return [pair(x, span, other.verb.span, 'wording')];
};

const leftOpen: Comparer = x => {
  const match = / whether /i.test(x.source.text) ? undecided.exec(x.source.text) : null;
  if (!match || open.test(x.claim.text)) return [];
  const deed = stem(match[1] ?? '');
  const own = settled(x.claim, deed);
  if (!own || shared(x, own) < 0.6) return [];
  const isKnown = (s: Sentence) =>
    s !== x.source && settled(s, deed) !== undefined && !/ (?:whether|if) /.test(s.text) && bears(x, s, own);
  if (x.others.some(isKnown)) return [];
  return [pair(x, own, { start: match.index, end: match.index + match[0].length }, 'wording', 'none')];
};

/** The verb told as done, or as sure to be done with what says so: "would appeal", "decided to stay". */
function settled(sentence: Sentence, deed: string): Span | undefined {
  for (const place of sentence.places.get(deed) ?? []) {
    const verb = sentence.tokens[place];
    if (!verb) continue;
    const { kind, by } = moodOf(sentence, verb);
    if (kind === 'done') return verb.span;
    if (kind === 'open' && by && sure.test(by.text)) return { start: by.span.start, end: verb.span.end };
  }
  return undefined;
}

const sure = /^(?:will|would|shall|decid\w*|announc\w*|vow\w*)$/i;
