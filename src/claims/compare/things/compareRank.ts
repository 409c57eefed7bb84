/** An office and a lesser one: "the head of the school" where somebody is the deputy head. */
import { hasWord } from '../../hasWord.ts';
import { ofForm } from '../../ofForm.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { bears, type Comparer, pair, shared } from '../pair.ts';

type Office = { readonly noun: Token; readonly rank: Token };

/** A claim that leaves out what makes an office another one. */
export const compareRank: Comparer = x =>
  (hasRank(x.source) ? offices(x.source) : []).flatMap(({ noun, rank }) => {
    if (gone.test(rank.text) && before.test(x.claim.text)) return [];
    if (x.claim.places.has(rank.stem) || (x.source.places.get(noun.stem)?.length ?? 0) > 1) return [];
    const [own, ...more] = x.claim.tokens.filter(t => t.stem === noun.stem);
    if (!own || more.length > 0 || own.name || !isHeld(x.claim, own) || shared(x, own.span) < 0.6) return [];
    const isSo = (s: Sentence) => s.places.has(noun.stem) && !offices(s).some(o => o.noun.stem === noun.stem);
    if (x.others.some(s => s !== x.source && isSo(s) && bears(x, s, own.span))) return [];
    return [pair(x, own.span, { start: rank.span.start, end: noun.span.end }, 'wording')];
  });

/** Who is former now was so before. */
const gone = /^(?:former|ex|retired)$/i;
const before = /\b(?:was|were|used|been|once|until|formerly|then|had|worked|served|acted)\b|\b(?:1[89]|20)\d\d\b/i;

const ranks = /^(?:deputy|vice|assistant|acting|interim|former|ex|honorary|junior|associate|trainee|retired)$/i;
const isRank = ofForm(({ text }) => ranks.test(text));
const hasRank = hasWord(({ text }) => ranks.test(text));

const offices = ofSentence(({ tokens, text }): readonly Office[] =>
  tokens.flatMap((rank, i) => {
    const noun = tokens[i + 1];
    if (!isRank(rank) || !noun || noun.stop || noun.name || noun.number) return [];
    return /^[ -]$/.test(text.slice(rank.span.end, noun.span.start)) ? [{ noun, rank }] : [];
  }),
);

/** "Is the head of", "the head coach" is another office. */
function isHeld({ text }: Sentence, { span }: Token): boolean {
  return (
    /\b(?:is|was|are|were|as|became|remains?|the|a|an|its|his|her|their) $/i.test(text.slice(0, span.start)) &&
    /^(?: (?:of|at|for|in|since|and|on|last|this|next|again|until)\b|[,.;])/i.test(text.slice(span.end))
  );
}
