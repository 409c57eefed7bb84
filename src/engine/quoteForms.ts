import type { Passage } from '../model.ts';
import { wholeQuoteAt } from '../quotes/candidates.ts';
import { clauseOf } from '../quotes/clauseOf.ts';
import type { QuoteSuggestion } from '../quotes/suggestQuotes.ts';
import { passageAt } from '../sources/passages.ts';
import { sentences } from '../text/segment.ts';
import type { QuoteForm } from './types.ts';

/** A suggestion in one of the forms in which it can be put in; `passage` is what then stands in the draft. */
export type OfferedForm = {
  readonly form: QuoteForm;
  readonly suggestion: QuoteSuggestion;
  readonly passage: Passage;
};

/** The other forms of the best suggestion stand behind this many suggestions: who wants another sentence finds it first. */
const before = 2;

/** Suggestions as they are, and behind the first ones the best of them in its other forms. */
export function inForms(suggestions: readonly QuoteSuggestion[], typed: string, mayBeBlock: boolean): OfferedForm[] {
  const [best] = suggestions;
  if (!best) return [];
  const others = otherForms(best, typed, mayBeBlock);
  // All that is quoted there may be among the suggestions; it is offered once, and the list keeps its order.
  const offered = suggestions.map(asItIs);
  const isOffered = ({ form, passage }: OfferedForm) =>
    form === 'whole' && offered.slice(0, before).some(other => other.passage.text === passage.text);
  const added = others.filter(form => !isOffered(form));
  const whole = added.find(({ form }) => form === 'whole')?.passage.text;
  const rest = offered.slice(before).filter(({ passage }) => passage.text !== whole);
  return [...offered.slice(0, before), ...added, ...rest];
}

function asItIs(suggestion: QuoteSuggestion): OfferedForm {
  const { passage, whole } = suggestion;
  const form = whole && sentences(passage.text).length > 1 ? 'whole' : 'sentence';
  return { form, suggestion, passage };
}

function otherForms(suggestion: QuoteSuggestion, typed: string, mayBeBlock: boolean): OfferedForm[] {
  const { passage, source } = suggestion;
  const clause = clauseOf(passage, source, typed);
  const quote = wholeQuoteAt(source, passage.span) ?? passage;
  const forms: OfferedForm[] = [];
  if (clause) forms.push({ form: 'clause', suggestion, passage: clause });
  if (quote.text.length > passage.text.length) forms.push({ form: 'whole', suggestion, passage: quote });
  // From where the writer began: the words typed stay the first.
  const onwards = passageAt(source, { start: passage.span.start, end: quote.span.end });
  if (mayBeBlock) forms.push({ form: 'block', suggestion, passage: onwards });
  return forms;
}
