import { ofForm } from '../ofForm.ts';
import type { Sentence, Token } from '../tokens.ts';
import { type Examination, holds } from './examination.ts';
import type { Feature } from './feature.ts';
import { isPronoun } from './verbFeatures.ts';

/** Each clause of the claim on its own: what its best passage holds of it, and whether that speaks of the claim's subject. */
export function clauseFeatures(x: Examination): Feature[] {
  const parts = clauses(x.claim);
  const nearness = new Map(x.meetings.map(m => [m.token, m.nearness]));
  const bests = parts.map(part => bestFor(part, x.source));
  const shares = bests.map(b => b.share);
  const near = parts.map(part => shareOf(part, t => nearness.get(t) ?? 0));
  const [first, ...later] = bests;
  const subject = (parts[0] ?? [])
    .slice(0, 8)
    .filter(t => !t.stop)
    .slice(0, 3);
  const share = (wanted: (best: Best) => boolean) => (later.length ? later.filter(wanted).length / later.length : 1);
  return [
    ['clauses', parts.length],
    ['clauseLow', Math.min(1, ...shares)],
    ['clauseMean', shares.reduce((a, b) => a + b, 0) / Math.max(1, shares.length)],
    ['clauseSoftLow', Math.min(1, ...near)],
    ['clauseLast', shares.at(-1) ?? 0],
    ['clauseSubject', share(b => speaksOf(b.passage, subject, x))],
    ['clauseSame', share(b => b.passage === first?.passage)],
  ];
}

const opens = ofForm(({ text }) =>
  /^(?:and|but|while|whereas|although|though|who|which|that|after|before|because|when|where|as|with|including|despite|since|until|following|by|to|if|so)$/.test(
    text,
  ),
);

/** Parted before a conjunction, relative or comma where both sides keep three content words. */
function clauses({ tokens, text }: Sentence): Token[][] {
  const parts: Token[][] = [];
  const isFull = (list: readonly Token[]) => list.filter(t => !t.stop).length >= 3;
  let own: Token[] = [];
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    const comma = before !== undefined && /[,;:—–]/.test(text.slice(before.span.end, token.span.start));
    if ((comma || opens(token)) && isFull(own) && isFull(tokens.slice(i))) {
      parts.push(own);
      own = [];
    }
    own.push(token);
  }
  return own.length ? [...parts, own] : parts;
}

type Best = { readonly share: number; readonly passage: Sentence | undefined };

function bestFor(part: readonly Token[], source: readonly Sentence[]): Best {
  let best: Best = { share: 0, passage: undefined };
  for (const passage of source) {
    const share = shareOf(part, t => (holds(passage, t) ? 1 : 0));
    if (share > best.share) best = { share, passage };
  }
  return best;
}

function shareOf(part: readonly Token[], value: (token: Token) => number): number {
  let [all, met] = [0, 0];
  for (const token of part) {
    if (token.stop) continue;
    all += token.weight;
    met += token.weight * value(token);
  }
  return all === 0 ? 0 : met / all;
}

/** The passage has one of the subject's words, or begins with a pronoun and one of the two passages before it does. */
function speaksOf(passage: Sentence | undefined, subject: readonly Token[], { before }: Examination): boolean {
  const names = (p: Sentence | undefined) => p !== undefined && subject.some(t => p.places.has(t.stem));
  if (!passage || names(passage)) return passage !== undefined;
  if (!passage.tokens.slice(0, 5).some(isPronoun)) return false;
  const earlier = before.get(passage);
  return names(earlier) || (earlier !== undefined && names(before.get(earlier)));
}
