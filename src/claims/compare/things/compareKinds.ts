/** Words of a small set of which only one can be meant: seasons, times of day, kin. */
import type { Span } from '../../../model.ts';
import { hasWord } from '../../hasWord.ts';
import { ofForm } from '../../ofForm.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { bears, type Comparer, neighbours, pair, placeAt, shared } from '../pair.ts';

const sets: readonly (readonly string[])[] = [
  ['spring', 'summer', 'autumn', 'winter'],
  ['morning', 'afternoon', 'evening'],
  ['daughter', 'son', 'sister', 'brother', 'mother', 'father', 'wife', 'husband', 'aunt', 'uncle', 'nephew', 'niece'],
  ['northern', 'southern', 'eastern', 'western'],
  ['north', 'south', 'east', 'west'],
  ['red', 'blue', 'green', 'yellow', 'white', 'black'],
  ['gold', 'silver', 'bronze'],
  ['left', 'right'],
  ['weekly', 'monthly', 'yearly', 'daily', 'annually', 'hourly'],
  'ankle knee shoulder wrist elbow hip thigh calf foot hand head back toe finger thumb nose jaw rib arm leg'.split(' '),
  'nurse teacher doctor lawyer engineer farmer driver pilot plumber electrician architect journalist accountant baker butcher carpenter dentist firefighter soldier waiter vet librarian cleaner builder fisherman painter postman cook'.split(
    ' ',
  ),
  ['christmas', 'easter', 'ramadan', 'hanukkah', 'diwali', 'thanksgiving'],
  ['upper', 'lower'],
];

/** The one set whose words are capitalised. */
const feasts = sets.findIndex(s => s.includes('easter'));

type Member = { readonly token: Token; readonly set: number };

/** Another of the set in the same place; silent where any passage about the matter has the claim's own. */
export const compareKinds: Comparer = x => {
  if (!hasMember(x.claim) || !hasMember(x.source)) return [];
  for (const own of members(x.claim)) {
    const rivals = members(x.source).filter(m => m.set === own.set && !x.claim.places.has(m.token.stem));
    const [rival] = rivals;
    if (!rival || rivals.length > 1 || shared(x, own.token.span) < 0.6 || areKin(own, rival)) continue;
    if (x.others.some(s => s.places.has(own.token.stem) && bears(x, s, own.token.span))) continue;
    if (!isSameSlot(x.claim, own.token.span, x.source, rival.token.span)) continue;
    return [pair(x, own.token.span, rival.token.span, 'name')];
  }
  return [];
};

const [older, younger] = [/^(?:father|mother|uncle|aunt)$/i, /^(?:son|daughter|nephew|niece)$/i];
const [wife, husband] = [/^wife$/i, /^husband$/i];

/** "Her son" and "his mother": one of the two is the other's. */
function areKin({ token: { text: a } }: Member, { token: { text: b } }: Member): boolean {
  return [
    [older, younger],
    [wife, husband],
  ].some(([x, y]) => (x?.test(a) && y?.test(b)) || (x?.test(b) && y?.test(a)));
}

const setOf = new Map(sets.flatMap((words, set) => words.map(word => [word, set] as const)).reverse());

const hasMember = hasWord(({ text }) => setOf.has(text.toLowerCase()));
const setAt = ofForm(({ text }) => setOf.get(text.toLowerCase()) ?? -1);

const members = ofSentence(({ tokens }): Member[] =>
  tokens.flatMap(token => {
    const set = setAt(token);
    return set < 0 || (token.name && set !== feasts) ? [] : [{ token, set }];
  }),
);

/** The same word right before, and the same content word on one side at least; "his wife" may stand anywhere. */
function isSameSlot(claim: Sentence, own: Span, source: Sentence, other: Span): boolean {
  const [a, b] = [claim.tokens[placeAt(claim, own.start) - 1], source.tokens[placeAt(source, other.start) - 1]];
  const [mine, theirs] = [neighbours(claim, own, 4), neighbours(source, other, 4)];
  const meet = (p: readonly Token[], q: readonly Token[]) => p.some(t => q.some(u => u.stem === t.stem));
  if (withoutN(a) !== withoutN(b)) return false;
  if (
    /^(?:his|her|their)$/i.test(a?.text ?? '') &&
    claim.content.every(t => t.span.start === own.start || source.places.has(t.stem))
  )
    return true;
  return meet(mine.left, theirs.left) || meet(mine.right, theirs.right);
}

/** "A teacher" and "an engineer" follow the same word. */
function withoutN(token: Token | undefined): string | undefined {
  return token?.text.toLowerCase().replace(/^an$/, 'a');
}
