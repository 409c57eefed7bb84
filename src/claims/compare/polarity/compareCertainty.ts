/** "Will appeal" where the passage has "may appeal" or "would consider an appeal". */
import type { Span } from '../../../model.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { type Comparer, pair, shared } from '../pair.ts';
import { denials } from '../reading/denials.ts';
import { moodOf } from '../reading/mood.ts';

/** What is only possible there told as sure here. */
export const compareCertainty: Comparer = x => {
  if (!/\b(?:will|shall)\b/i.test(x.claim.text)) return [];
  for (const own of x.claim.content) {
    if (!x.source.places.has(own.stem)) continue;
    const { by } = own.name || own.number ? {} : moodOf(x.claim, own);
    if (!by || !/^(?:will|shall)$/i.test(by.text) || denials(x.claim, own) > 0) continue;
    const open = occurrences(x.source, own).map(t => doubtOf(x.source, t));
    const [doubt] = open;
    if (
      !doubt ||
      open.length > 1 ||
      softened.test(x.claim.text) ||
      x.source.text.includes('?') ||
      shared(x, by.span) < 0.75
    )
      continue;
    const isSure = (s: Sentence) => occurrences(s, own).some(t => isTold(s, t));
    if (x.others.some(s => s !== x.source && isSure(s))) continue;
    return [pair(x, { start: by.span.start, end: own.span.end }, doubt, 'wording')];
  }
  return [];
};

function isTold(sentence: Sentence, deed: Token): boolean {
  const { kind, by } = moodOf(sentence, deed);
  return kind === 'done' || /^(?:will|shall)$/i.test(by?.text ?? '');
}

const softened = /\b(?:probably|likely|perhaps|possibly|consider|whether|if|unless)\b/i;

function occurrences({ tokens, places }: Sentence, { stem }: Token): Token[] {
  return (places.get(stem) ?? []).flatMap(place => tokens[place] ?? []);
}

/** From the word that leaves it open to the verb or noun: "might appeal", "would consider an appeal". */
function doubtOf({ tokens, text }: Sentence, deed: Token): Span | undefined {
  const at = tokens.indexOf(deed);
  const before = tokens.slice(Math.max(0, at - 4), at);
  const from = before.findLastIndex(t =>
    /^(?:may|might|could|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|mull(?:s|ed|ing)?)$/i.test(t.text),
  );
  const found = before[from];
  if (!found || before.slice(from + 1).some(t => !t.stop) || /[,;:.]/.test(text.slice(found.span.end, deed.span.start)))
    return undefined;
  const modal = before[from - 1];
  return {
    start: /^(?:would|will|is|are)$/i.test(modal?.text ?? '') && modal ? modal.span.start : found.span.start,
    end: deed.span.end,
  };
}
