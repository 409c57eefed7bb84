/** What a sentence tells: deeds with who does them, to whom, and what stands behind which preposition. */
import { stem } from '../../../text/stem.ts';
import { ofForm } from '../../ofForm.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { baseBefore, keyOf, phraseAt } from '../alike/opposites.ts';
import { behind, isOneThing, isStranded, type Party } from './behind.ts';
import { type Phrase, phrases, type Verb } from './phrases.ts';

export type { Party };

export type Frame = {
  /** The verb's base form, with its particle: "turn down" is "reject". */
  readonly key: string;
  readonly verb: Verb;
  readonly doer: Party;
  /** Whether the doer is only understood: "asked them to go", "came and went". */
  readonly isUnderstood: boolean;
  readonly target: Party;
  /** What stands behind each preposition: "to", "from", "by". */
  readonly others: ReadonlyMap<string, Party>;
  readonly isDenied: boolean;
  readonly mood: 'done' | 'sure' | 'open';
};

/** The deeds of a sentence in order. */
export const frames = ofSentence((sentence): readonly Frame[] => {
  const list = phrases(sentence);
  const found: Placed[] = [];
  for (const [i, phrase] of list.entries())
    if (phrase.kind === 'verb') found.push(...frameAt(sentence, list, i, phrase, found));
  return found;
});

/** The deeds with this key. A look at the words alone spares most passages being read for them. */
export function framesOf(sentence: Sentence, key: string): readonly Frame[] {
  return mayTell(sentence, key) ? frames(sentence).filter(f => f.key === key) : [];
}

/** Whether a sentence has a word of this key, as a deed or not. */
export function mayTell(sentence: Sentence, key: string): boolean {
  const end = key.indexOf(' ');
  return keysIn(sentence).has(end < 0 ? key : key.slice(0, end));
}

/** Asked for by many comparers, and for each deed of a claim. */
const keysIn = ofSentence(({ tokens }): ReadonlySet<string | undefined> => {
  const found = new Set<string | undefined>();
  for (const [i, token] of tokens.entries())
    found
      .add(keyOf(token))
      .add(irregularKey(token))
      .add(baseBefore(token, tokens[i + 1]));
  return found;
});

function frameAt(
  sentence: Sentence,
  list: readonly Phrase[],
  i: number,
  verb: Verb,
  before: readonly Placed[],
): Placed[] {
  const passive = isPassive(list, i, verb) || goesOnPassive(list, i, verb, before);
  const { party, isUnderstood, isAside } =
    verb.form === 'infinitive' ? governed(before, verb) : subjectOf(list, i, before);
  const nearest = list[i - 1];
  // "In terraces laid out by Laycock".
  const left = passive && party.length === 0 && nearest?.kind === 'noun' ? [nearest] : party;
  const right = behind(list, i + 1);
  const whom = objectPronoun(list, i);
  const target = whom ?? right.target;
  const agent = right.others.get('by') ?? [];
  const others = passive ? new Map([...right.others].filter(([word]) => word !== 'by')) : right.others;
  const base = {
    key: keyAt(sentence, verb.token),
    verb,
    doer: passive ? agent : left,
    isUnderstood: !passive && isUnderstood,
    isAside,
    target: passive ? (left.length > 0 ? left : target) : target,
    others,
    isDenied: isDenied(sentence, list, i, verb),
    mood: moodOf(verb),
  };
  const second = right.next ? [{ ...base, target: right.next.target, others: right.next.others }] : [];
  return [base, ...second];
}

/** Past forms that the table of irregular words lacks, or that are words of their own. */
const irregular = new Map(
  'lent lend;sought seek;beaten beat;withdrawn withdraw;withdrew withdraw;forgave forgive;forgiven forgive;forbade forbid;forbidden forbid;fled flee;bred breed;fed feed;laid lay;left leave;found find;felt feel;saw see;won win;struck strike;sued sue;bound bind;born bear'
    .split(';')
    .map(line => line.split(' ') as [string, string]),
);

/** "Down 9 percent", "over the hill": what belongs to the words behind it. */
function followed({ tokens }: Sentence, particle: Token): boolean {
  const next = tokens[tokens.indexOf(particle) + 1];
  return next !== undefined && (next.number !== undefined || /^(?:the|an?|to|his|her|its|their)$/i.test(next.text));
}

/** The key of a past form that is not made by rule: "beaten" is "beat". */
export function irregularKey(token: Token): string | undefined {
  return irregularOrNone(token) || undefined;
}

const irregularOrNone = ofForm(({ text }) => {
  const own = irregular.get(text.toLowerCase());
  return own === undefined ? '' : stem(own);
});

function keyAt(sentence: Sentence, token: Token): string {
  const { base, span } = phraseAt(sentence, token);
  const next = sentence.tokens[sentence.tokens.indexOf(token) + 1];
  // "Took over" is no "took".
  if (
    next &&
    span.end === token.span.end &&
    /^(?:up|down|out|off|over|away|back)$/i.test(next.text) &&
    !followed(sentence, next)
  )
    return `${irregularKey(token) ?? base} ${next.text.toLowerCase()}`;
  return (span.end === token.span.end ? irregularKey(token) : undefined) ?? base;
}

function isPassive(list: readonly Phrase[], i: number, { helpers, form, token }: Verb): boolean {
  if (form === 'ing') return false;
  if (helpers.some(h => /^(?:is|are|was|were|be|been|being)$/.test(h)))
    return /(?:ed|en|n|t|d)$|^(?:cut|put|set|hit|shut)$/.test(token.text);
  // "Laid out by Edmund Laycock".
  const at = isStranded(list, i + 1) ? i + 2 : i + 1;
  const [next, agent] = [list[at], list[at + 1]];
  // "Fell by 17", "voted by 17 votes": a measure does nothing.
  const isDoer = agent?.kind === 'noun' && !agent.content.some(t => t.number);
  return form === 'participle' && next?.kind === 'preposition' && next.word === 'by' && isDoer;
}

/** "Was shot in Iceland and edited in London", not "was shot in Iceland and won a prize". */
function goesOnPassive(list: readonly Phrase[], i: number, { form }: Verb, before: readonly Placed[]): boolean {
  const [link, next, last] = [list[i - 1], list[i + 1], before.at(-1)];
  return form === 'participle' && isJoint(link) && next?.kind !== 'noun' && last !== undefined && isTurned(last);
}

/** What joins two deeds of one subject. */
function isJoint(link: Phrase | undefined): boolean {
  return link?.kind === 'and' || (link?.kind === 'border' && link.word === 'but');
}

const preventing = /^(?:keep|prevent|stop|bar|ban|block|deter|discourage|prohibit|hinder|dissuade)$/;

function isDenied(sentence: Sentence, list: readonly Phrase[], i: number, { helpers }: Verb): boolean {
  const own = helpers.filter(h => /^(?:not|never|cannot)$|n['’]t$/.test(h)).length;
  const subject = list[i - 1];
  // "Kept her from returning" denies that she did.
  const link = list[i - 1]?.kind === 'preposition' ? list[i - 1] : undefined;
  const kept =
    link?.kind === 'preposition' && link.word === 'from'
      ? list.slice(Math.max(0, i - 3), i).find(p => p.kind === 'verb')
      : undefined;
  if (link?.kind === 'preposition' && link.word === 'without') return true;
  if (kept?.kind === 'verb' && preventing.test(kept.token.word.base)) return true;
  const none =
    subject?.kind === 'noun' && /^(?:no|none|neither|nobody|nor)$/i.test(sentence.tokens[subject.from]?.text ?? '');
  return (own + (none ? 1 : 0)) % 2 === 1;
}

function moodOf({ helpers, form }: Verb): Frame['mood'] {
  if (helpers.some(h => /^(?:may|might|can|could|would|should)/.test(h)) || form === 'infinitive') return 'open';
  return helpers.some(h => /^(?:will|shall|wo)/.test(h)) ? 'sure' : 'done';
}

type Subject = { readonly party: Party; readonly isUnderstood: boolean; readonly isAside: boolean };
/** `isAside`: told of somebody in a clause with "who". */
type Placed = Frame & { readonly isAside: boolean };

/** "Ordered the chain to pay": who is ordered pays. */
function governed(before: readonly Placed[], { from }: Verb): Subject {
  const governor = before.findLast(f => f.verb.to <= from);
  const near = governor?.target.at(-1);
  const isTold = near !== undefined && near.to <= from && near.from >= (governor?.verb.to ?? 0);
  const party = governor ? (isTold ? governor.target : subjectIn(governor)) : [];
  return { party, isUnderstood: true, isAside: governor?.isAside ?? false };
}

/** Who stands before the verb: the target of a passive. */
function subjectIn(frame: Frame): Party {
  return isTurned(frame) ? frame.target : frame.doer;
}

/** Who does it: the phrase before the verb, asides and what hangs on prepositions left out. */
function subjectOf(list: readonly Phrase[], i: number, before: readonly Placed[]): Subject {
  const previous = list[i - 1];
  const plain = (party: Party): Subject => ({ party, isUnderstood: false, isAside: false });
  if (!previous || (previous.kind === 'border' && !isJoint(previous))) return plain([]);
  if (previous.kind === 'relative') return aside(list, i - 1, previous.word);
  const own = previous.kind === 'comma' ? afterComma(list, i, before.length === 0) : undefined;
  if (own) return plain(own);
  if (previous.kind === 'noun' || previous.kind === 'preposition') return plain(nounBefore(list, i));
  // "Who fell ill and turned back" goes on with the aside; a comma ends it.
  const isOver = list[i - 2]?.kind === 'comma' || previous.kind === 'comma';
  const last = isOver ? before.findLast(f => !f.isAside) : before.at(-1);
  return last ? { party: subjectIn(last), isUnderstood: true, isAside: last.isAside } : plain([]);
}

/** Whether a frame's target stands before its verb. */
function isTurned({ target, verb }: Frame): boolean {
  return (target[0]?.from ?? verb.to) < verb.from;
}

/** The noun phrase that ends here, that what stands behind a preposition hangs on, and what it is called besides. */
function nounBefore(list: readonly Phrase[], end: number): Party {
  let at = end - 1;
  if (list[at]?.kind === 'comma') at--;
  for (; at > 0; at--) {
    const [own, before] = [list[at], list[at - 1]];
    if (own?.kind !== 'noun') break;
    if (before?.kind !== 'preposition' || /^(?:after|before|until|till|since|as|than)$/.test(before.word)) break;
    at--;
  }
  const found = list[at];
  if (found?.kind !== 'noun') return [];
  const link = list[at - 1];
  const other = link?.kind === 'comma' ? list[at - 2] : undefined;
  if (other?.kind === 'noun' && isOneThing(other, found)) return [...nounBefore(list, at - 1), found];
  // "Maran and Quill": either may be the one that is asked for. "Backed the plan, and those rejected it" is no list.
  const isFirst = !list.slice(0, at).some(p => p.kind === 'verb');
  const isBoth = link?.kind === 'and' && (list[at - 2]?.kind === 'noun' || (list[at - 2]?.kind === 'comma' && isFirst));
  return isBoth ? [...nounBefore(list, at - 1), found] : [found];
}

/** Behind a preposition ("by a firm that makes") either of the two before may be meant. */
function aside(list: readonly Phrase[], at: number, word: string): Subject {
  const party = /^(?:who|which|that)$/.test(word) ? antecedent(list, at) : [];
  const [first] = party;
  const before = first ? list[list.indexOf(first) - 1] : undefined;
  return { party, isUnderstood: word !== 'who' && before?.kind === 'preposition', isAside: true };
}

/** What "who" stands for: the phrase right before. */
function antecedent(list: readonly Phrase[], end: number): Party {
  const at = list[end - 1]?.kind === 'comma' ? end - 2 : end - 1;
  const [found, comma] = [list[at], list[at - 1]?.kind === 'comma' ? list[at - 2] : undefined];
  if (found?.kind !== 'noun') return [];
  return comma?.kind === 'noun' && isOneThing(comma, found) ? [comma, found] : [found];
}

/** "Brett, who owns a shop, welcomed", "Brett, the owner, welcomed": the aside is passed over. */
function afterComma(list: readonly Phrase[], i: number, isFirst: boolean): Party | undefined {
  const opening = list.findLastIndex((p, at) => at < i - 1 && p.kind === 'comma');
  const own = opening < 0 ? undefined : list[opening + 1];
  if (own?.kind === 'relative') return antecedent(list, opening);
  const verb = list[i];
  if (own?.kind === 'verb' && own.form === 'participle') return nounBefore(list, opening);
  if (verb?.kind !== 'verb' || verb.form === 'ing') return undefined;
  // "The plan, put forward by the Greens": nothing else was told before.
  if (isFirst && verb.form === 'participle' && opening < 0) return nounBefore(list, i);
  const last = list[i - 2];
  return opening >= 0 && last?.kind === 'noun' && own?.kind === 'noun' ? nounBefore(list, i) : undefined;
}

/** "Ince, whom they accused": the one before is what it is done to. */
function objectPronoun(list: readonly Phrase[], i: number): Party | undefined {
  const at = list.findLastIndex((p, k) => k < i && k >= i - 3 && p.kind === 'relative' && p.word === 'whom');
  return at < 0 ? undefined : antecedent(list, at);
}
