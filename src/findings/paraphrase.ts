import type { Draft, Fix, QuotationItem } from '../model.ts';

/** Drops the quotation marks and keeps the words and the citation: what is not verbatim must not look as if it were. */
export function paraphrase(item: QuotationItem, draft: Draft): Fix {
  const edits = item.quotation.parts.flatMap(({ span, inner }) => [
    { span: { start: span.start, end: inner.start }, text: '' },
    { span: { start: inner.end, end: span.end }, text: '' },
  ]);
  return {
    title: 'Make it a paraphrase (drop the marks)',
    edits: edits.filter(({ span }) => draft.text.slice(span.start, span.end) !== ''),
  };
}
