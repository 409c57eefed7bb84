/** How sure and how much: hedges that became facts, and quantifiers. */
import type { Sentence, Token } from '../tokens.ts';
import { type Comparer, pair, shared } from './pair.ts';

const hedges =
  /^(?:may|might|could|considering|considers|considered|consider|plans|planning|planned|hopes|hoping|threatened|threatening|threatens|proposed|proposes|proposing|weighing|wants|seeks|seeking|aims|intends|possibly|potentially|allegedly|reportedly|perhaps|likely|would|expected|scheduled|set|want|offered|asked|urging|urged)$/i;

/** The claim tells as done what the passage tells as possible, planned or considered. */
export const compareHedges: Comparer = x => {
  for (const own of x.claim.content) {
    if (!/(?:ed|t|d|ade|old|ave|ook|ent|egan|ame)$/.test(own.text) || own.name || own.number || hedges.test(own.text))
      continue;
    if (hedgeOf(x.claim, own) || isInfinitive(x.claim, own)) continue;
    for (const place of x.source.places.get(own.stem) ?? []) {
      const other = x.source.tokens[place];
      const hedge = other ? hedgeOf(x.source, other) : undefined;
      if (!other || !hedge || other.text === own.text || shared(x, own.span) < 0.7) continue;
      const known = x.others.some(
        s => s !== x.source && (s.places.get(own.stem) ?? []).some(p => s.tokens[p]?.text === own.text),
      );
      if (!known) return [pair(x, own.span, { start: hedge.span.start, end: other.span.end }, 'wording')];
    }
  }
  return [];
};

/** "Agreed to meet": nothing done yet either. */
function isInfinitive(sentence: Sentence, verb: Token): boolean {
  return /^to$/i.test(sentence.tokens[sentence.tokens.indexOf(verb) - 1]?.text ?? '');
}

const pending =
  /^(?:considering|considers|considered|consider|weighing|weighs|planning|plans|proposing|proposes|proposed|mulling|discussing)$/i;

/** "Approved subsidies" where the passage is "considering subsidies": the same object behind a deed still to be done. */
export const comparePending: Comparer = x => {
  for (const [i, own] of x.claim.tokens.entries()) {
    if (own.stop || own.name || own.number || !/(?:ed|bought|sold|built|began|made|took|gave|sent)$/.test(own.text))
      continue;
    if (pending.test(own.text) || hedgeOf(x.claim, own) || x.others.some(s => s.tokens.some(t => t.text === own.text)))
      continue;
    const object = x.claim.tokens.slice(i + 1, i + 4).find(t => !t.stop);
    const place = object ? (x.source.places.get(object.stem)?.[0] ?? -1) : -1;
    const hedge = x.source.tokens.slice(Math.max(0, place - 3), Math.max(0, place)).find(t => pending.test(t.text));
    if (hedge && shared(x, own.span) >= 0.6) return [pair(x, own.span, hedge.span, 'wording')];
  }
  return [];
};

/** A hedge up to three tokens before the verb, in the same clause. */
function hedgeOf(sentence: Sentence, verb: Token): Token | undefined {
  const at = sentence.tokens.indexOf(verb);
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const token = sentence.tokens[i];
    if (!token || /[,;:.]/.test(sentence.text[token.span.end] ?? '')) return undefined;
    if (hedges.test(token.text)) return token;
  }
  return undefined;
}

const amounts: readonly (readonly [RegExp, number])[] = [
  [/^(?:all|every|each)$/i, 4],
  [/^most$/i, 3],
  [/^(?:some|many|several)$/i, 2],
  [/^(?:few)$/i, 1],
  [/^(?:none|no)$/i, 0],
];

/** "All hostages" where the passage has "some hostages": the same noun behind another quantifier. */
export const compareQuantifiers: Comparer = x => {
  for (const own of quantified(x.claim)) {
    for (const other of quantified(x.source)) {
      if (own.noun.stem !== other.noun.stem || own.amount === other.amount || Math.abs(own.amount - other.amount) < 2)
        continue;
      if (shared(x, own.token.span) < 0.6) continue;
      if (x.others.some(s => quantified(s).some(q => q.noun.stem === own.noun.stem && q.amount === own.amount)))
        continue;
      return [pair(x, own.token.span, other.token.span, 'number')];
    }
  }
  return [];
};

function quantified(sentence: Sentence): { token: Token; noun: Token; amount: number }[] {
  return sentence.tokens.flatMap((token, i) => {
    const amount = amounts.find(([pattern]) => pattern.test(token.text))?.[1];
    const noun = sentence.tokens.slice(i + 1, i + 5).find(t => !t.stop);
    return amount === undefined || !noun ? [] : [{ token, noun, amount }];
  });
}
