/** What rule-made pairs are made of: a document's sentences, others' sentences, and words of the same meaning. */
import { readSentence, type Sentence, type Token } from '../../src/claims/tokens.ts';
import { sentences } from '../../src/text/segment.ts';

export type Candidate = { readonly text: string; readonly words: Sentence };

export type Material = {
  readonly candidates: readonly Candidate[];
  readonly strangers: readonly Candidate[];
  readonly synonyms: Synonyms;
};

/** Sentences of a document that can stand alone: not too short, not too long, closed by a full stop, with a verb. */
export function candidatesOf(document: string): Candidate[] {
  return sentences(document)
    .map(span => document.slice(span.start, span.end).replace(/\s+/g, ' '))
    .filter(text => /^[\p{Lu}"“]/u.test(text) && /[.]["”]?$/.test(text) && !/[|{}<>=_#*]|https?:/.test(text))
    .map(text => ({ text, words: readSentence(text) }))
    .filter(({ words }) => words.tokens.length >= 8 && words.tokens.length <= 40 && verbAt(words) !== undefined);
}

const verbs =
  /^(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|said|says|told|made|took|won|lost|became|began|went|came|gave|held|did|does)$/;

/** The first word that looks like the sentence's finite verb. */
export function verbAt({ tokens }: Sentence): Token | undefined {
  return tokens.find(
    (t, i) =>
      i > 0 &&
      (verbs.test(t.text) ||
        (/^[a-z]{3,}ed$/.test(t.text) &&
          t.word.partsOfSpeech[0] === 'v' &&
          !/^(?:a|an|the|of|by)$/i.test(tokens[i - 1]?.text ?? ''))),
  );
}

export const endingOf = (word: string) => /(?:ing|ed|s|ly)$/.exec(word)?.[0] ?? '';

export type Synonyms = ReadonlyMap<number, readonly Token[]>;

/** Words of the texts by sense: what `reword` chooses from. */
export function synonymsIn(texts: readonly string[]): Synonyms {
  const bySense = new Map<number, Token[]>();
  const seen = new Set<string>();
  for (const token of texts.flatMap(text => readSentence(text.slice(0, 4000)).content)) {
    if (!/^[a-z]{3,}$/.test(token.text) || seen.has(token.text)) continue;
    seen.add(token.text);
    for (const sense of token.word.senses) bySense.set(sense, [...(bySense.get(sense) ?? []), token]);
  }
  return bySense;
}

export function replace(text: string, span: { start: number; end: number }, by: string): string {
  return text.slice(0, span.start) + by + text.slice(span.end);
}

export function replaceAll(text: string, spots: readonly { token: Token; other: string }[]): string {
  let out = text;
  for (const { token, other } of [...spots].sort((a, b) => b.token.span.start - a.token.span.start))
    out = replace(out, token.span, other);
  return out;
}
