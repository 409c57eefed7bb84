/** How sure and how much: hedges that became facts, and quantifiers. */
import type { Span } from '../../../model.ts';
import { hasWord } from '../../hasWord.ts';
import { ofForm } from '../../ofForm.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { baseAt, sidesWith } from '../alike/opposites.ts';
import { bears, type Comparer, type Comparison, pair, shared } from '../pair.ts';
import { frames } from '../reading/frames.ts';
import { isPast, moodOf } from '../reading/mood.ts';

/** The claim tells as done what the passage tells as possible, planned or considered. */
export const compareHedges: Comparer = x => {
  for (const own of x.claim.content) {
    if (
      !x.source.places.has(own.stem) ||
      !isPast(own) ||
      moodOf(x.claim, own).kind !== 'done' ||
      isDenied(x.claim, own) ||
      isCondition(x.claim, own)
    )
      continue;
    const places = (x.source.places.get(own.stem) ?? []).flatMap(place => x.source.tokens[place] ?? []);
    const [other] = places;
    const hedge = other ? hedgeOf(x.source, other) : undefined;
    if (!other || !hedge || places.some(t => !hedgeOf(x.source, t)) || shared(x, own.span) < 0.7) continue;
    if (isDenied(x.source, other) || isAttributive(x.claim, own)) continue;
    const known = x.others.some(
      s =>
        s !== x.source &&
        (s.places.get(own.stem) ?? []).some(p => {
          const token = s.tokens[p];
          return token !== undefined && !hedgeOf(s, token) && bears(x, s, own.span);
        }),
    );
    if (!known) return [pair(x, own.span, { start: hedge.span.start, end: other.span.end }, 'wording')];
  }
  return [];
};

/** "Cannot take effect until it has been ratified" does not tell that it was. */
function isCondition({ text }: Sentence, { span }: Token): boolean {
  return /\b(?:until|unless|if|once|before|when|whether)\b[^,;.]*$/i.test(text.slice(0, span.start));
}

/** Denials have a comparer of their own. */
function isDenied(sentence: Sentence, verb: Token): boolean {
  const at = sentence.tokens.indexOf(verb);
  return sentence.tokens
    .slice(Math.max(0, at - 5), at)
    .some(t => /^(?:not|never|no|cannot|without|yet|.+n['’]t)$/i.test(t.text));
}

/** "The planned sale": a participle before its noun says nothing of what was done. */
function isAttributive({ tokens }: Sentence, own: Token): boolean {
  return /^(?:a|an|the|his|her|its|their|and|or|of|more|most|\p{L}+ly)$/iu.test(
    tokens[tokens.indexOf(own) - 1]?.text ?? '',
  );
}

const hedges =
  /^(?:may|might|could|would|should|must|consider\w*|plan\w*|hop(?:e[sd]?|ing)|threat\w*|propos\w*|weigh\w*|want\w*|seek\w*|aim\w*|intend\w*|possib\w*|potential\w*|alleged\w*|perhaps|likely|expect\w*|schedul\w*|set|offer\w*|ask\w*|urg\w*|talks?|negotiat\w*|promis\w*|vow\w*|prepar\w*|ready|due|hop\w*|demand\w*|call\w*|try|tries|tried|trying|refus\w*|declin\w*|fail\w*)$/i;

/** The word that leaves a verb open: a modal, or what governs its infinitive ("plans to", "talks to"). */
function hedgeOf(sentence: Sentence, verb: Token): Token | undefined {
  const { kind, by } = moodOf(sentence, verb);
  if (kind === 'open' && by === undefined) return duty(sentence, verb);
  return kind === 'open' && by && hedges.test(by.text) ? by : undefined;
}

/** "Are to be reburied". */
function duty({ tokens, text }: Sentence, verb: Token): Token | undefined {
  const match = /\b(?:is|are) to (?:be )?$/i.exec(text.slice(0, verb.span.start));
  return match ? tokens.find(t => t.span.start === match.index) : undefined;
}

const pending =
  /^(?:considering|considers|considered|consider|weighing|weighs|planning|plans|proposing|proposes|proposed|mulling|discussing)$/i;

const hasPending = hasWord(({ text }) => pending.test(text));
const isPending = ofForm(({ text }) => pending.test(text));

/** "Approved subsidies" where the passage is "considering subsidies": the same object behind a deed still to be done. */
export const comparePending: Comparer = x => {
  if (!hasPending(x.source)) return [];
  for (const [i, own] of x.claim.tokens.entries()) {
    if (own.stop || !isPast(own) || isAttributive(x.claim, own) || isDenied(x.claim, own)) continue;
    if (
      isPending(own) ||
      // "Wanted to close" is what "had proposed to close" says.
      hedges.test(own.text) ||
      moodOf(x.claim, own).kind !== 'done' ||
      !frames(x.claim).some(f => f.verb.token === own)
    )
      continue;
    if (x.others.some(s => s.tokens.some(t => t.text === own.text) && bears(x, s, own.span))) continue;
    const object = x.claim.tokens.slice(i + 1, i + 4).find(t => !t.stop);
    const place = object ? (x.source.places.get(object.stem)?.[0] ?? -1) : -1;
    const hedge = x.source.tokens.slice(Math.max(0, place - 5), Math.max(0, place)).find(isPending);
    if (hedge && !isDecided(x, own, hedge) && shared(x, own.span) >= 0.6)
      return [pair(x, own.span, whole(x.source, hedge), 'wording')];
  }
  return [];
};

/** "Is considering". */
function whole({ tokens }: Sentence, hedge: Token): Span {
  const before = tokens[tokens.indexOf(hedge) - 1];
  const start =
    before && /^(?:is|are|was|were|has|have|had|still)$/i.test(before.text) ? before.span.start : hedge.span.start;
  return { start, end: hedge.span.end };
}

/** "Considered the proposal and rejected it": what came of it is told too. */
function isDecided({ claim, source }: Comparison, own: Token, hedge: Token): boolean {
  const behind = source.text.slice(hedge.span.end);
  if (/ (?:and|but|then|before) (?:\p{L}+ly |then |later )?\p{L}+ (?:it|them|this|that)\b/iu.test(behind)) return true;
  const base = baseAt(claim, own);
  return source.tokens.some(t => !t.stop && sidesWith(base, baseAt(source, t)));
}

const amounts: readonly (readonly [RegExp, number])[] = [
  [/^(?:all|every|each|everyone|everybody|both)$/i, 4],
  [/^most$/i, 3],
  [/^(?:some|many|several)$/i, 2],
  [/^(?:few)$/i, 1],
  [/^(?:none|no|neither)$/i, 0],
];

/** "All hostages" where the passage has "some hostages": the same noun behind another quantifier. */
export const compareQuantifiers: Comparer = x => {
  if (!hasAmount(x.claim) || !hasAmount(x.source)) return [];
  for (const own of quantified(x.claim)) {
    for (const other of quantified(x.source)) {
      // Who has used all of them has none left.
      if (own.amount === 0 && leaves.test(x.claim.text.slice(own.noun.span.end))) continue;
      if (own.noun.stem !== other.noun.stem || !isBeyond(own, other) || shared(x, own.token.span) < 0.6) continue;
      if (x.others.some(s => quantified(s).some(q => q.noun.stem === own.noun.stem && !isBeyond(own, q)))) continue;
      return [pair(x, own.token.span, other.token.span, 'number')];
    }
  }
  return [];
};

const leaves = /^ (?:\p{L}+ ){0,2}(?:left|remain\w*)\b/iu;

type Quantity = { readonly token: Token; readonly noun: Token; readonly amount: number };

/** Less than the passage says may be said; more, or the contrary, may not. */
function isBeyond(own: Quantity, other: Quantity): boolean {
  return own.amount > other.amount
    ? own.amount > 2 || other.amount === 0
    : other.amount - own.amount > 1 && own.amount < 2;
}

const hasAmount = hasWord(({ text }) => amounts.some(([pattern]) => pattern.test(text)));
const amountOf = ofForm(({ text }) => amounts.find(([pattern]) => pattern.test(text))?.[1] ?? -1);

const quantified = ofSentence((sentence): Quantity[] =>
  sentence.tokens.flatMap((token, i) => {
    const amount = amountOf(token);
    if (amount < 0) return [];
    const noun = sentence.tokens.slice(i + 1, i + 5).find(t => !t.stop);
    // "Not all", "after all", "all 12": other things are said with the word.
    const before = sentence.tokens[i - 1]?.text ?? '';
    if (!noun || noun.number || /^(?:not|at|after|above|the|n['’]t|for|in)$/i.test(before)) return [];
    return [{ token, noun, amount }];
  }),
);
