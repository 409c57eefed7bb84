/** Whether two who do something cannot be one: "the borough" and "the charity Harbour Watch", "monks" and "the historian". */
import { isKindOf, lookUp, type Word } from '../../lexicon/lexicon.ts';
import { countriesOf } from '../../lexicon/places.ts';
import { ofForm } from '../../ofForm.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { isAkin } from '../alike/isAkin.ts';
import { sameName } from '../alike/sameName.ts';
import { type Noun, phrases } from './phrases.ts';

/** A noun in its sentence. */
export type Placed = { readonly noun: Noun; readonly sentence: Sentence };

/** The one who does it, with or without a name beside; undefined for several. */
export function soleDoer(party: readonly Noun[], { text }: Sentence): Noun | undefined {
  const [first, second, ...more] = party;
  if (!first || first.isPronoun || more.length > 0) return undefined;
  if (!second) return first;
  const isAside = /^, ?$/.test(text.slice(first.span.end, second.span.start));
  return isAside && (first.name === undefined) !== (second.name === undefined) ? first : undefined;
}

/** What anybody may be besides, or be called by those who do not know. */
export const vague =
  /^(?:m[ae]n|wom[ae]n|people|persons?|official|expert|resident|local|villager|spokes\p{L}+|worker|employee|staff|leader|head|chief|boss|member|author|researcher|scientist|scholar|politician|witness|victim|suspect|citizen|neighbou?r|parent|relative|friend|colleague|player|fan|visitor|user|customer|client|consumer|owner|other|critic|supporter|opponent|rival|candidate|professional|specialist|adult|child|youth|teenager|boy|girl|survivor|patient|passenger|founder|director|manager|executive|minister|president|figure|source|aide|ally|partner|spouse|analyst|observer|participant|attacker|defendant|accused|plaintiff|applicant|winner|loser|writer|person|team|group|company|volunteer|activist|campaigner|protester|donor|chair|chairman|chairwoman|lawyer|agent|representative|deputy)s?$/iu;

/** What stands for anybody, or for whom a body speaks through. */
const anybody =
  /^(?:m[ae]n|wom[ae]n|people|persons?|others?|leader|head|chief|boss|member|president|chair|chairman|chairwoman|director|manager|executive|minister|spokes\p{L}+|lawyer|agent|representative|deputy|figure|source|team|group|authority|authoritie)s?$/iu;

/** Bodies that are never each other, though people speak and act for all of them. */
const bodies: ReadonlyMap<string, string> = new Map(
  Object.entries({
    court: 'court tribunal judge jury coroner magistrate',
    office: 'city town borough district parish county canton municipality province government state ministry council',
    charity: 'charity foundation trust society',
    firm: 'firm brewery airline manufacturer supermarket retailer carmaker publisher company',
    church: 'church diocese monastery',
    union: 'union',
    museum: 'museum gallery theatre orchestra',
    bank: 'bank',
  }).flatMap(([kind, words]) => words.split(' ').map(word => [word, kind] as const)),
);

/** A city may run the museum, and a trust own the bank. */
const apart: ReadonlySet<string> = new Set(
  ['charity', 'firm', 'church', 'union']
    .flatMap(kind => [`office ${kind}`, `${kind} office`, `court ${kind}`, `${kind} court`])
    .concat(
      ['firm', 'union'].flatMap(kind => [`${kind} church`, `church ${kind}`]),
      ['firm union', 'union firm'],
    ),
);

/** `isVague`: what the person may be called besides what the other is. */
export type Sort = { readonly kind: string; readonly word: Token; readonly isVague: boolean };

/** What kind of doer a word names; empty for what may be anything. */
const kindOf = ofForm(({ text, word }): string => {
  const body = bodyOf(text, word);
  if (body) return body;
  if (anybody.test(text)) return '';
  if (isKindOf(word, lookUp('person')))
    return isPlural(text) ? 'people' : isKindOf(word, lookUp('organization')) ? '' : 'person';
  return isKindOf(word, lookUp('organization')) ? 'body' : '';
});

function bodyOf(text: string, { base }: Word): string | undefined {
  return bodies.get(base) ?? bodies.get(text.toLowerCase());
}

function isPlural(text: string): boolean {
  return /(?:[^s]s|men|people)$/i.test(text);
}

/** What a noun phrase says that its doer is: "the borough", "economist Rahel Tesfaye", "the Green Rivers Trust". */
export function sortOf({ noun, sentence }: Placed, others: readonly Sentence[] = []): Sort | undefined {
  if (noun.isPronoun) return undefined;
  const own = ownSort(noun, sentence);
  if (own || !noun.name) return own;
  for (const s of others) {
    const found = sortIn(s, noun.name.text);
    if (found) return found;
  }
  return undefined;
}

function ownSort({ from, head, name }: Noun, { tokens }: Sentence): Sort | undefined {
  const last = head.at(-1);
  if (!last) return undefined;
  // "Monks", that begin the sentence.
  if (!name || (head.length === 1 && last.span.start === 0 && isPlural(last.text))) return sorted(last);
  // "The charity Harbour Watch", "Economist Rahel Tesfaye"; a surname may look like a trade.
  const before = tokens.slice(from, tokens.indexOf(last)).filter(t => !t.stop && t.span.end <= last.span.start);
  const described = before.filter(t => t.span.end <= name.span.start).at(-1);
  const body = bodyOf(last.text, last.word);
  const first = before.length > 1 && before[0] === tokens[from] ? before[0] : undefined;
  return (
    (described && sorted(described)) ??
    (before.length > 0 && body ? { kind: body, word: last, isVague: false } : undefined) ??
    (first && sorted(first))
  );
}

function sorted(word: Token): Sort | undefined {
  const kind = kindOf(word);
  return kind === '' ? undefined : { kind, word, isVague: vague.test(word.text) };
}

/** What a passage calls the one whom it names. */
function sortIn(sentence: Sentence, name: string): Sort | undefined {
  if (!sentence.names.some(n => sameName(n.text, name))) return undefined;
  const list = phrases(sentence);
  for (const [i, p] of list.entries()) {
    if (p.kind !== 'noun' || !p.name || !sameName(p.name.text, name)) continue;
    const beside = [list[i - 1], list[i + 1]].map((link, k) =>
      link?.kind === 'comma' ? list[k === 0 ? i - 2 : i + 2] : undefined,
    );
    const found = [p, ...beside].flatMap(n =>
      n?.kind === 'noun' && (n === p || !n.name) ? (ownSort(n, sentence) ?? []) : [],
    );
    if (found[0]) return found[0];
  }
  return undefined;
}

/** Whether two sorts cannot be one doer: `certain`, only `likely`, or not to be told. */
export function areTwoSorts(a: Sort | undefined, b: Sort | undefined): 'certain' | 'likely' | undefined {
  if (!a || !b || mayBeOne(a.word, b.word)) return undefined;
  if (apart.has(`${a.kind} ${b.kind}`)) return 'certain';
  if (a.isVague || b.isVague) return undefined;
  // She may be one of them, or have two trades.
  if (isOne(a) && isOne(b)) return 'likely';
  if (a.kind === b.kind) return undefined;
  return isOne(a) || isOne(b) || a.kind === 'body' || b.kind === 'body' ? undefined : 'likely';
}

/** Somebody, or some people; not a body that people act for. */
function isOne({ kind }: Sort): boolean {
  return kind === 'person' || kind === 'people';
}

function mayBeOne(a: Token, b: Token): boolean {
  return isAkin(a, b) || isKindOf(a.word, b.word) || isKindOf(b.word, a.word);
}

/** Whether two doers that one sentence sets against each other are two: there a body and its people are told apart. */
export function areTwoBeside(a: Placed, b: Placed, isContrast: boolean, others: readonly Sentence[]): boolean {
  if (a.noun.isPronoun || b.noun.isPronoun || isOwned(a) || isOwned(b)) return false;
  const [own, other] = [a.noun.name, b.noun.name];
  const isCommon = [a, b].some(
    ({ noun, sentence }) => noun.span.start === 0 && ownSort(noun, sentence) !== undefined && noun.head.length === 1,
  );
  if (own && other && !isCommon)
    return !sameName(own.text, other.text) && countriesOf(own.text).length > 0 === countriesOf(other.text).length > 0;
  const [mine, theirs] = [sortOf(a, others), sortOf(b, others)];
  if (!mine || !theirs) return false;
  if (mayBeOne(mine.word, theirs.word) || (mine.isVague && theirs.isVague)) return false;
  return isContrast || mine.kind !== theirs.kind || isOne(mine);
}

/** "Its director": may speak for it. */
function isOwned({ noun, sentence }: Placed): boolean {
  return /^(?:its|their)$/i.test(sentence.tokens[noun.from]?.text ?? '');
}
