/** What stands behind a verb: what it is done to, and what hangs on each preposition. */
import type { Noun, Phrase } from './phrases.ts';

/** What fills a role: one noun phrase, or several that name the same ("the owner, Lucy Brett"). */
export type Party = readonly Noun[];

/** "The owner of the shop, Lucy Brett": a name behind what she is, or the other way round. */
export function isOneThing(a: Noun, b: Noun): boolean {
  return (a.name === undefined) !== (b.name === undefined) && !a.isPronoun && !b.isPronoun;
}

type Behind = { readonly target: Party; readonly others: Map<string, Party>; readonly next?: Omit<Behind, 'next'> };

/** The object right behind a verb, and what stands behind prepositions after it. */
export function behind(list: readonly Phrase[], from: number): Behind {
  let at = from;
  const target: Noun[] = [];
  const first = list[at];
  if (first?.kind === 'noun') {
    target.push(first);
    at++;
    const named = list[at]?.kind === 'comma' ? list[at + 1] : undefined;
    if (named?.kind === 'noun' && isOneThing(first, named) && list[at + 2]?.kind === 'comma') {
      target.push(named);
      at += 3;
    }
  }
  const { others, end } = prepositional(list, at);
  const next =
    list[end]?.kind === 'and' && list[end + 1]?.kind === 'noun' && list[end + 2]?.kind === 'preposition'
      ? list[end + 1]
      : undefined;
  if (target.length > 0 && next === undefined && at === end) target.push(...listed(list, end));
  if (next?.kind !== 'noun' || target.length === 0) return { target, others };
  const more = prepositional(list, end + 2);
  const isOne = [...more.others.keys()].every(word => others.has(word));
  return isOne && list[more.end]?.kind !== 'verb'
    ? { target, others, next: { target: [next], others: more.others } }
    : { target, others };
}

/** "Nair, Delgado and Frost": what else a list has behind its first. */
function listed(list: readonly Phrase[], from: number): Noun[] {
  const found: Noun[] = [];
  let at = from;
  while (list[at]?.kind === 'comma' || list[at]?.kind === 'and') {
    const own = list[at + 1];
    if (own?.kind === 'noun') found.push(own);
    else if (own?.kind !== 'and') break;
    at += own?.kind === 'noun' ? 2 : 1;
  }
  // "To Kew and her house to Livia", "floods meadows, and last year the district": the last belongs to what follows.
  const next = list[at]?.kind;
  return next === 'verb' ? [] : next === 'preposition' || next === 'noun' ? found.slice(0, -1) : found;
}

function prepositional(list: readonly Phrase[], from: number): { others: Map<string, Party>; end: number } {
  const others = new Map<string, Party>();
  // "Was paid for by her father".
  let at = isStranded(list, from) ? from + 1 : from;
  for (;;) {
    const [link, noun] = [list[at], list[at + 1]];
    if (link?.kind !== 'preposition' || noun?.kind !== 'noun') return { others, end: at };
    const named = alsoNamed(list, at + 1, noun);
    if (!others.has(link.word))
      others.set(
        link.word,
        list[at + 2]?.kind === 'and' ? [noun, ...listed(list, at + 2)] : named ? [noun, named] : [noun],
      );
    at += named ? 4 : 2;
  }
}

/** "Laid out by", "paid for by": a preposition that belongs to the verb. */
export function isStranded(list: readonly Phrase[], at: number): boolean {
  const [own, next] = [list[at], list[at + 1]];
  return own?.kind === 'preposition' && next?.kind === 'preposition' && next.word === 'by' && own.word !== 'by';
}

/** "By a teacher named Jonas Frey", "to a former driver, Samir Qadri, who". */
function alsoNamed(list: readonly Phrase[], at: number, noun: Noun): Noun | undefined {
  const [link, named, after, last] = list.slice(at + 1, at + 5);
  if (named?.kind !== 'noun' || !named.name || !isOneThing(noun, named)) return undefined;
  if (link?.kind === 'verb') return /^(?:named|called)$/.test(link.token.text) ? named : undefined;
  const isSetOff = after === undefined || after.kind === 'border' || (after.kind === 'comma' && last?.kind !== 'and');
  return link?.kind === 'comma' && isSetOff ? named : undefined;
}
