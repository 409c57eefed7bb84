/** Reasons in plain words, never "false", never "fabricated". */
import type { Change, ClaimLabel, Evidence, Span } from '../model.ts';
import type { NameMention } from '../text/names.ts';
import { type NumberMention, numbers } from '../text/numbers.ts';
import { isStopWord } from '../text/stem.ts';
import { assembliesOf } from './compare/alike/assemblies.ts';
import { speaksOf } from './compare/alike/sameName.ts';
import { isPast } from './compare/reading/mood.ts';
import { holds } from './examine/examination.ts';
import { lookUp } from './lexicon/lexicon.ts';
import { aliasesOf, isSeat } from './lexicon/places.ts';
import { namesOf } from './ownThought.ts';
import { mayBeReckoned } from './reckoned.ts';
import { readPassage, type Sentence, type Token, tokenize } from './tokens.ts';

/** One sentence for the writer: the first pair of the first evidence, or what no passage holds. */
export function explain(label: ClaimLabel, evidence: readonly Evidence[], claim: Sentence): string {
  switch (label) {
    case 'supported':
      return 'The nearest passage says this, as far as its words tell; read it.';
    case 'contradicted':
      return pairReason(evidence[0]?.changes[0]);
    case 'unsupported':
      return missingReason(evidence, claim);
    case 'not-checked':
      return 'Not checked.';
  }
}

function pairReason(change: Change | undefined): string {
  if (!change) return 'A source says otherwise.';
  return `${differing(change)}.`;
}

const begins =
  /^(?:The|An?|His|Her|Its|Their|This|That|These|Those|He|She|It|They|All|Some|Most|No|None|Neither|Both|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Nor|About|More|Fewer|Less|Almost|Nearly|Only|Up|At)(?= |$)/;

/** Vienna and Budapest in quotation marks, or “Trump: the source says Zelenskyy” is read as his words; a capital that only began the source's sentence is none here. */
export function differing({ draft, source }: Change, where = 'the source'): string {
  return `“${draft}”: ${where} says “${source.replace(begins, word => word.toLowerCase())}”`;
}

/** Names, times and figures first: what a writer looks up first; then a noun that is not in everybody's mouth. */
function missingReason(evidence: readonly Evidence[], claim: Sentence): string {
  if (evidence.length === 0) return 'No passage found is about this.';
  const open = evidence[0]?.changes[0];
  if (open) return `${differing(open, 'the nearest passage')}.`;
  const passages = evidence.map(e => readPassage(e.passage.text));
  const missing = claim.content.filter(t => !passages.some(p => holds(p, t) || isTheSameThere(p, t, claim)));
  if (missing.length === 0) return apart(passages, claim);
  const told = figureIn(missing, claim, passages) ?? nounIn(missing);
  return told === undefined
    ? 'No passage found says this; the nearest one is shown.'
    : `Nothing found on this mentions ${told}; the nearest passage is shown.`;
}

/** The first name, time or figure with a missing word, as the claim writes it; "one" and "half" are words as any other. */
function figureIn(missing: readonly Token[], claim: Sentence, passages: readonly Sentence[]): string | undefined {
  for (const token of missing) {
    const has = ({ span }: { readonly span: Span }) => span.start <= token.span.start && token.span.end <= span.end;
    const named = namesIn(claim).find(has) ?? claim.dates.find(has);
    if (named) return named.text;
    const { number } = token;
    if (number && isTelling(number) && !mayBeReckoned(number, claim, { words: [], passages }))
      return withUnit(number, claim.text);
  }
  return undefined;
}

/** "A Pole" where a passage has a man from Poland, "the Commons" where it has MPs. */
function isTheSameThere(passage: Sentence, { span }: Token, { names }: Sentence): boolean {
  const name = names.find(n => n.span.start <= span.start && span.end <= n.span.end)?.text;
  if (name === undefined || isSeat(name)) return false;
  return (aliasesOf(name).length > 0 || assembliesOf(name).length > 0) && speaksOf(passage, name);
}

function isTelling({ kind, value }: NumberMention): boolean {
  return value > 2 || kind !== 'count';
}

/** "Fewer boats" names nobody, "Argentina lost" and "Chen left" do. */
function namesIn(claim: Sentence): NameMention[] {
  const names = namesOf(claim);
  const isMeaningless = (word: string) => lookUp(word).senses.length === 0 && !isStopWord(word);
  return claim.names.filter(
    name => names.includes(name) || aliasesOf(name.text).length > 0 || isMeaningless(name.text),
  );
}

/** "Eight years", "a second boat", not "eight" or "second" alone, nor the "came" of "17 million came". */
function withUnit({ span, kind, unit }: NumberMention, text: string): string {
  const isCounted = unit !== undefined && (kind === 'count' || kind === 'ordinal');
  const noun = isCounted ? (/^[- ]\p{L}+/u.exec(text.slice(span.end))?.[0] ?? '') : '';
  const isNoun = !isStopWord(noun.slice(1)) && numbers(noun).length === 0 && !tokenize(noun).some(isPast);
  const article =
    kind === 'ordinal' ? (/\b(?:an?|the) $/i.exec(text.slice(0, span.start))?.[0].toLowerCase() ?? '') : '';
  return `${article}${text.slice(span.start, span.end)}${isNoun ? noun : ''}`;
}

/** Of the words by how common they are, those below say too little alone. */
const commonest = 2500;

function nounIn(missing: readonly Token[]): string | undefined {
  const nouns = missing.filter(
    ({ word, number }) => !number && word.rank > commonest && /^n?$/.test(word.partsOfSpeech[0] ?? ''),
  );
  const rarest = [...nouns].sort((a, b) => b.weight - a.weight)[0];
  return rarest && `“${rarest.text}”`;
}

/** Every word occurs somewhere: two names or figures that no passage has together, or at least that none says it. */
function apart(passages: readonly Sentence[], claim: Sentence): string {
  const telling = [
    ...namesIn(claim),
    ...claim.dates,
    ...claim.numbers.filter(n => n.kind !== 'date' && n.kind !== 'year'),
  ];
  const inPassage = telling.map(({ span }) => {
    const tokens = claim.content.filter(t => span.start <= t.span.start && t.span.end <= span.end);
    return passages.map(p => tokens.length > 0 && tokens.every(t => holds(p, t)));
  });
  for (const [i, first] of telling.entries()) {
    for (const [j, second] of telling.entries()) {
      const [a = [], b = []] = [inPassage[i], inPassage[j]];
      if (j <= i || !a.some(Boolean) || !b.some(Boolean) || a.some((has, k) => has && b[k])) continue;
      return `The sources do not connect ${first.text} with ${second.text}; the nearest passage is shown.`;
    }
  }
  return 'No passage found says this; the nearest one is shown.';
}
