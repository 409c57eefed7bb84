/** Who did it to whom: the same deed with doer and done-to exchanged, or another doer of the same deed. */
import type { NameMention } from '../../../text/names.ts';
import { ofForm } from '../../ofForm.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence, Token } from '../../tokens.ts';
import { mayBeConverse } from '../alike/opposites.ts';
import { sameName, speaksOf } from '../alike/sameName.ts';
import { type Comparer, type Comparison, namePair, pair, shared, takesArticle } from '../pair.ts';
import { clauseAt } from '../reading/clauses.ts';

type Deed = { readonly verb: Token; readonly doer?: NameMention; readonly target?: NameMention };

export const compareRoles: Comparer = x => {
  if (x.claim.names.length === 0 || x.source.names.length === 0) return [];
  for (const own of deeds(x.claim)) {
    if (!own.doer || !x.source.places.has(own.verb.stem)) continue;
    for (const other of deeds(x.source)) {
      if (own.verb.stem !== other.verb.stem || mutual.has(own.verb.stem)) continue;
      const found = exchanged(own, other, x) ?? followedHim(own, other, x) ?? anotherDoer(own, other, x);
      if (found) return [found];
    }
  }
  return [];
};

/** Deeds that say the same with their names exchanged. */
const mutual = new Set([
  'meet',
  'marri',
  'talk',
  'speak',
  'discuss',
  'agr',
  'trad',
  'fight',
  'join',
  'face',
  'fac',
  'play',
  'be',
  'have',
  'includ',
  'and',
]);

function exchanged(own: Deed, other: Deed, x: Comparison) {
  if (!own.doer || !own.target || !other.doer || !other.target) return undefined;
  const turned = sameName(own.doer.text, other.target.text) && sameName(own.target.text, other.doer.text);
  const straight = sameName(own.doer.text, other.doer.text) || sameName(own.target.text, other.target.text);
  return turned && !straight ? pair(x, own.doer.span, other.doer.span, 'name') : undefined;
}

/** "Solheim will be succeeded by Verhoeven" where he, named right before, "will be succeeded by Solheim". */
function followedHim(own: Deed, other: Deed, x: Comparison) {
  const { before } = x;
  if (!own.doer || !own.target || !other.doer || other.target || !before) return undefined;
  if (!/^(?:he|she|it|they)\b/i.test(x.source.text) || !sameName(own.target.text, other.doer.text)) return undefined;
  const isHim = before.names.some(n => own.doer && sameName(n.text, own.doer.text));
  return isHim && !speaksOf(x.source, own.doer.text) ? namePair(x, own.doer, other.doer) : undefined;
}

/** "Lind wrote the first chapter and Ferris the second": he did it too, without the word. */
function hasNoVerb({ names, text }: Sentence, { text: name }: NameMention): boolean {
  return names.some(
    n =>
      sameName(n.text, name) &&
      /(?:\band|[,;]) $/.test(text.slice(0, n.span.start)) &&
      /^ (?:the|an?|his|her|its|their|another|\p{N})/u.test(text.slice(n.span.end)),
  );
}

/** The passage names another for a deed that is otherwise told alike. */
function anotherDoer(own: Deed, other: Deed, x: Comparison) {
  if (!own.doer || !other.doer || sameName(own.doer.text, other.doer.text)) return undefined;
  if (shared(x, own.doer.span) < 0.75 || hasNoVerb(x.source, own.doer)) return undefined;
  if (takesArticle(x.claim, own.doer) !== takesArticle(x.source, other.doer)) return undefined;
  const { doer } = own;
  // Another passage that has the doer with much of the rest bears the claim out well enough.
  const does = (s: Sentence, unnamed: boolean) =>
    deeds(s).some(d => d.verb.stem === own.verb.stem && (d.doer ? sameName(d.doer.text, doer.text) : unnamed));
  const known = x.others.some(s =>
    s === x.source
      ? does(s, false)
      : speaksOf(s, doer.text) && (shared({ ...x, source: s }, doer.span) >= 0.5 || does(s, true)),
  );
  if (known || speaksOf(x.claim, other.doer.text)) return undefined;
  if (speaksOf(x.source, own.doer.text) && !isElsewhere(own, own.doer, other, x)) return undefined;
  if (mayBeConverse(x.claim, x.source)) return undefined;
  return namePair(x, own.doer, other.doer);
}

/** Named in the passage, but as doer of nothing: "Sorrun will release 17 Veldanian fishermen", "in waters that Sorrun regards". */
function isElsewhere(own: Deed, doer: NameMention, other: Deed, { source, claim }: Comparison): boolean {
  const found = source.names.filter(n => sameName(n.text, doer.text));
  const joint = /\b(?:and|or|with|nor|both|by)\b|,/i;
  const deed = other.doer?.span.start ?? 0;
  return (
    found.length > 0 &&
    found.every(n => n.span.start > other.verb.span.end) &&
    !through.test(source.text.slice(other.verb.span.end, found[0]?.span.start)) &&
    !joint.test(source.text.slice(Math.max(0, deed - 6), deed)) &&
    objects(claim, own.verb).every(t => objects(source, other.verb).some(u => u.stem === t.stem))
  );
}

/** What a verb's clause holds behind it. */
function objects(sentence: Sentence, { span }: Token): Token[] {
  const { end } = clauseAt(sentence, span);
  return sentence.content.filter(t => t.span.start >= span.end && t.span.end <= end);
}

/** Verbs of a sentence with the name before and the name behind; a passive turns them round. */
const deeds = ofSentence((sentence): Deed[] =>
  sentence.tokens.flatMap((verb, i) => {
    if (!isDeed(verb, sentence.tokens[i - 1])) return [];
    const doer = lastBefore(sentence, verb.span.start);
    const passive = isPassive(sentence, i);
    const target = passive ? agent(sentence, i) : firstAfter(sentence, verb.span.end);
    const [a, b] = passive ? [target, doer] : [doer, target];
    return [{ verb, ...(a ? { doer: a } : {}), ...(b ? { target: b } : {}) }];
  }),
);

function isDeed(token: Token, before: Token | undefined): boolean {
  if (token.stop || !mayBeDeed(token) || (before && isNounward(before))) return false;
  return !token.name && !token.number;
}

const mayBeDeed = ofForm(({ text, word }) => {
  const known = word.senses.length === 0 ? /(?:ed|ing)$/.test(text) : word.partsOfSpeech.includes('v');
  return known && /^[a-z]+$/.test(text);
});

/** What a noun follows, and no verb. */
const isNounward = ofForm(({ text }) => /^(?:a|an|the|his|her|its|their|of|by|in)$/i.test(text));

/** The name that ends right before the verb, helping words and adverbs apart. */
function lastBefore(sentence: Sentence, at: number): NameMention | undefined {
  if (sentence.names.length === 0) return undefined;
  const left = sentence.text.slice(0, at);
  // "Russia, which sells weapons to Sorrun, did not comment": what is set off tells of no doer.
  const aside = left.includes(', wh') ? /, (?:who|which|whose) [^,;:]*,(?= [^,;:]*$)/.exec(left) : null;
  // "Traditionally Arukku is": a capital that only begins the sentence.
  const name = sentence.names.findLast(
    n => n.span.end <= (aside?.index ?? at) && !(n.span.start <= 1 && /^\p{L}+ly /u.test(n.text)),
  );
  if (!name) return undefined;
  const between = left.slice(name.span.end).replace(aside?.[0] ?? '', '');
  const isBefore =
    /^(?:['’]s)?(?:, who)?(?: (?:has|have|had|is|was|were|are|be|been|being|will|would|also|then|later|recently|already|not|never|did|does|could|can|may|might|to|reportedly|\p{L}+ly))* $/u.test(
      between,
    );
  // "A surgeon at Penmore Hospital warned": the name belongs to the one who did.
  return isBefore &&
    !/\p{Ll} (?:at|from|of|in|for|with) (?:the )?(?:\p{Lu}\S* )*$/u.test(left.slice(0, name.span.start))
    ? name
    : undefined;
}

/** "Danesbury hit the bar through Pryce": he is the one who did. */
const through = /\b(?:through|thanks to) /;

function firstAfter(sentence: Sentence, at: number): NameMention | undefined {
  const name = sentence.names.find(n => n.span.start >= at);
  const between = name ? sentence.text.slice(at, name.span.start) : '';
  return name &&
    !through.test(between) &&
    /^ (?:(?:the|a|an|to|with|from|of|\p{Ll}[\p{L}-]*|President|Mr|Mrs|Ms|Dr|Prime|Minister|Secretary|State|Senator|First|Lady)\.? ){0,4}$/u.test(
      between,
    )
    ? name
    : undefined;
}

function isPassive(sentence: Sentence, i: number): boolean {
  const helper = sentence.tokens
    .slice(Math.max(0, i - 2), i)
    .some(t => /^(?:is|was|were|are|been|being|be|got)$/i.test(t.text));
  return helper && sentence.tokens.slice(i + 1, i + 3).some(t => t.text === 'by');
}

function agent(sentence: Sentence, i: number): NameMention | undefined {
  const by = sentence.tokens.slice(i + 1, i + 3).find(t => t.text === 'by');
  return by ? firstAfter(sentence, by.span.end) : undefined;
}
