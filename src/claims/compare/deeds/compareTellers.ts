/** Who said it, where one has no name: "the judge ruled" what the brewery argued. */
import type { Change } from '../../../model.ts';
import type { Sentence } from '../../tokens.ts';
import { sameName, speaksOf } from '../alike/sameName.ts';
import { type Comparer, type Comparison, likeness, pair, shared } from '../pair.ts';
import type { Party } from '../reading/frames.ts';
import { stands } from '../reading/parties.ts';
import { phrases } from '../reading/phrases.ts';
import { type Told, toldIn } from '../reading/told.ts';
import { areTwoSorts, soleDoer, sortOf } from '../reading/twoDoers.ts';

export const compareTellers: Comparer = x => tellers(x, 'certain');

/** The same where the two are only likely to be two. */
export const likelyTellers: Comparer = x => tellers(x, 'likely');

/** So much of what is said the passage must have said too. */
const nearlyAll = 0.75;

function tellers(x: Comparison, grade: 'certain' | 'likely'): Change[] {
  const [own] = toldIn(x.claim);
  if (!own || own.said.length < 2 || likeness(x) < 0.4) return [];
  if (told(own, x, x.source) < nearlyAll) return [];
  for (const other of toldIn(x.source)) {
    const found = disputed(own, other, x) ?? ofAnother(own, other, x, grade);
    if (found) return [found];
  }
  return [];
}

function told({ said, frame }: Told, x: Comparison, source: Sentence): number {
  return shared({ ...x, claim: { ...x.claim, content: said }, source }, frame.verb.span);
}

function ofAnother(own: Told, other: Told, x: Comparison, grade: 'certain' | 'likely'): Change | undefined {
  const [mine, theirs] = [soleDoer(own.frame.doer, x.claim), soleDoer(other.frame.doer, x.source)];
  if (!mine || !theirs || (mine.name && theirs.name && own.frame.key === other.frame.key)) return undefined;
  if (own.said.filter(t => other.said.some(u => u.stem === t.stem)).length < own.said.length * nearlyAll)
    return undefined;
  const two = [
    sortOf({ noun: mine, sentence: x.claim }, x.others),
    sortOf({ noun: theirs, sentence: x.source }, x.others),
  ] as const;
  const found = areTwoSorts(...two);
  if (!found || (grade === 'certain' && found !== grade) || isNamedIn(own.frame.doer, x.source)) return undefined;
  const isSaidElsewhere = x.others.some(s => s !== x.source && (told(own, x, s) >= nearlyAll || isAgreed(own, s)));
  return isSaidElsewhere ? undefined : pair(x, mine.span, theirs.span, 'name');
}

function isNamedIn(party: Party, sentence: Sentence): boolean {
  const names = party.flatMap(n => n.name?.text ?? []);
  return (
    names.some(name => speaksOf(sentence, name)) || phrases(sentence).some(p => p.kind === 'noun' && stands(party, [p]))
  );
}

/** "The judge accepted this". */
function isAgreed({ frame }: Told, s: Sentence): boolean {
  return /\b(?:agree|accept|share|echo|uph[eo]ld|concur|confirm|same|also)/i.test(s.text) && isNamedIn(frame.doer, s);
}

const disputing =
  /, an? (?:view|claim|belief|opinion|theory|suggestion|charge|allegation|idea|assertion|argument) (?:which|that) ([^;:]{3,80}?),? (?:disputed|rejected|denied|contested|dismissed|questioned|doubted|challenged)\b/;

/** "She believed that the well was foul, a view which Lennox disputed": it was not he who believed so. */
function disputed(own: Told, other: Told, x: Comparison): Change | undefined {
  const match = disputing.exec(x.source.text);
  const [name] = own.frame.doer.flatMap(n => n.name?.text ?? []);
  const [theirs] = other.frame.doer;
  if (!match || !name || !theirs || match.index < other.frame.verb.span.end) return undefined;
  const isHis = x.source.names.some(
    n => n.span.start >= match.index && n.span.end <= match.index + match[0].length && sameName(n.text, name),
  );
  const mine = own.frame.doer.find(n => n.name);
  return isHis && mine ? pair(x, mine.span, theirs.span, 'name') : undefined;
}
