/** Whose it was: "the stones of the hall" where "its stones" built the hall, "Maro's house" where it was "his house". */
import type { Change, Span } from '../../../model.ts';
import { hasWord } from '../../hasWord.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { type Comparer, type Comparison, pair } from '../pair.ts';
import { type Noun, phrases } from '../reading/phrases.ts';

/** "Its stones" may be said of what was named anywhere before: never more than likely. */
export const likelyOwners: Comparer = x => {
  const { places } = x.source;
  const own = ownedIn(x.claim).filter(o => places.has(o.thing.stem) && o.owner.every(t => places.has(t.stem)));
  if (own.length === 0 || !hasPossessive(x.source)) return [];
  for (const mine of own) {
    for (const theirs of possessives(x.source)) {
      if (theirs.head.at(-1)?.stem !== mine.thing.stem) continue;
      const found = ofAnother(mine, theirs, x);
      if (found) return [found];
    }
  }
  return [];
};

type Owned = { readonly thing: Token; readonly owner: readonly Token[]; readonly span: Span };

const mayOwn = /\bof\b|['’]/;

/** "The stones of the hall", "Maro's house". */
const ownedIn = ofSentence((sentence): readonly Owned[] => {
  if (!mayOwn.test(sentence.text)) return [];
  return phrases(sentence).flatMap(p => {
    const found = p.kind === 'noun' && !p.isPronoun ? ownedBy(p, sentence) : undefined;
    return found ? [found] : [];
  });
});

function ownedBy({ from, to, content, head, span }: Noun, { tokens, text }: Sentence): Owned | undefined {
  const at = tokens.findIndex((t, i) => i >= from && i < to && /^of$/i.test(t.text));
  const all = tokens.slice(from, to);
  const genitive = all.findLast(t => /['’]s?$/.test(t.text) || /^['’]s/.test(text.slice(t.span.end, t.span.end + 2)));
  if (genitive) {
    const [thing] = content.filter(t => t.span.start > genitive.span.end).slice(-1);
    const owner = content.filter(t => t.span.end <= genitive.span.end);
    return thing && owner.length > 0 && at < 0 ? { thing, owner, span } : undefined;
  }
  const [thing] = head.slice(-1);
  const owner = at < 0 ? [] : content.filter(t => t.span.start > (tokens[at]?.span.start ?? 0));
  return thing && owner.length > 0 ? { thing, owner, span } : undefined;
}

const hasPossessive = hasWord(({ text }) => /^(?:its|his|her|their)$/i.test(text));

const possessives = ofSentence((sentence): readonly Noun[] =>
  phrases(sentence).flatMap(p =>
    p.kind === 'noun' && /^(?:its|his|her|their)$/i.test(sentence.tokens[p.from]?.text ?? '') ? [p] : [],
  ),
);

function ofAnother({ owner, span }: Owned, theirs: Noun, x: Comparison): Change | undefined {
  if (!isAfter(owner, theirs, x.source)) return undefined;
  const isNamedBefore = (s: Sentence | undefined) => s !== undefined && owner.some(t => s.places.has(t.stem));
  if (isNamedBefore(x.before)) return undefined;
  if (!isToldOf(span, owner, x)) return undefined;
  const isHis = (s: Sentence) =>
    ownedIn(s).some(o => o.thing.stem === theirs.head.at(-1)?.stem && o.owner.some(t => isAmong(t, owner)));
  return x.others.some(isHis) ? undefined : pair(x, span, theirs.span, 'wording');
}

/** Whether the passage tells the rest of the claim, but for the one whose thing it is: who that is another passage may say. */
function isToldOf(span: Span, owner: readonly Token[], { claim, source, others }: Comparison): boolean {
  const rest = claim.content.filter(t => !owner.includes(t) && (t.span.end <= span.start || t.span.start >= span.end));
  const missing = rest.filter(t => !source.places.has(t.stem));
  if (rest.length - missing.length < 2) return false;
  return missing.length < rest.length / 4 || others.some(s => missing.every(t => s.places.has(t.stem)));
}

function isAmong({ stem }: Token, tokens: readonly Token[]): boolean {
  return tokens.some(t => t.stem === stem);
}

/** Whether a passage names the claim's owner only behind "its stones", as what something is done to or as who does something else. */
function isAfter(owner: readonly Token[], theirs: Noun, source: Sentence): boolean {
  const list = phrases(source);
  const at = list.indexOf(theirs);
  const places = owner.flatMap(t => source.places.get(t.stem) ?? []);
  if (!owner.every(t => source.places.has(t.stem)) || places.some(i => i < theirs.to)) return false;
  const later = list.findIndex((p, i) => i > at && p.kind === 'noun' && places.every(k => k >= p.from && k < p.to));
  const between = list.slice(at + 1, later);
  if (later < 0 || !between.some(p => p.kind === 'verb')) return false;
  // "While its stones were sold, the hall stood": the hall's own. Another name before has a better right.
  const isOneClause = between.every(p => p.kind !== 'comma' && p.kind !== 'border' && p.kind !== 'and');
  return isOneClause || source.names.some(n => n.span.end <= theirs.span.start);
}
